@NullMarked
package cn.fupin.household.document;

import org.jspecify.annotations.NullMarked;
