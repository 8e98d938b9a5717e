/** The national list of divisions 行政区划, and how a code lies under others. */
@NullMarked
package cn.fupin.household.division;

import org.jspecify.annotations.NullMarked;
