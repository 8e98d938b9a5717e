/** Poverty lines 扶贫标准 by division and year. */
@NullMarked
package cn.fupin.household.povertyline;

import org.jspecify.annotations.NullMarked;
