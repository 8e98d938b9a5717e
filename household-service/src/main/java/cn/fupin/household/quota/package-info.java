/** Quotas 规模 of persons by region and year. */
@NullMarked
package cn.fupin.household.quota;

import org.jspecify.annotations.NullMarked;
