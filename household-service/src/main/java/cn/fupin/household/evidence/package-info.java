/** Minutes, signed notices, forms and photos as sealed files whose digest stands in the events. */
@NullMarked
package cn.fupin.household.evidence;

import org.jspecify.annotations.NullMarked;
