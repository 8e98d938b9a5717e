@NullMarked
package cn.fupin.household.complaint;

import org.jspecify.annotations.NullMarked;
