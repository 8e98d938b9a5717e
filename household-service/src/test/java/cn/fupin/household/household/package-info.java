@NullMarked
package cn.fupin.household.household;

import org.jspecify.annotations.NullMarked;
