@NullMarked
package cn.fupin.household.round;

import org.jspecify.annotations.NullMarked;
