@NullMarked
package cn.fupin.household.oversight;

import org.jspecify.annotations.NullMarked;
