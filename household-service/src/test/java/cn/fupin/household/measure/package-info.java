@NullMarked
package cn.fupin.household.measure;

import org.jspecify.annotations.NullMarked;
