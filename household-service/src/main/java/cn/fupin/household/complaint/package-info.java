/** Complaints 信访举报 that reach the authorities outside a notice, and what came of them. */
@NullMarked
package cn.fupin.household.complaint;

import org.jspecify.annotations.NullMarked;
