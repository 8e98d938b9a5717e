@NullMarked
package cn.fupin.household.exclusion;

import org.jspecify.annotations.NullMarked;
