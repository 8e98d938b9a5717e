/** Batches of applications 申请批次 of a village. */
@NullMarked
package cn.fupin.household.batch;

import org.jspecify.annotations.NullMarked;
