/** Samples of the archives 档案抽查 and appraisals of helpers 考核. */
@NullMarked
package cn.fupin.household.oversight;

import org.jspecify.annotations.NullMarked;
