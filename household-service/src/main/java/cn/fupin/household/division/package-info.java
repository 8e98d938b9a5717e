/** The national list of divisions 行政区划. */
@NullMarked
package cn.fupin.household.division;

import org.jspecify.annotations.NullMarked;
