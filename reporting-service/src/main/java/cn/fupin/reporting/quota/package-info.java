/** Quotas 规模: how many places a region has in a year, how many are taken and how many are left. */
@NullMarked
package cn.fupin.reporting.quota;

import org.jspecify.annotations.NullMarked;
