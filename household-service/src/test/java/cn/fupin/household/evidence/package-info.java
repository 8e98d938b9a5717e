@NullMarked
package cn.fupin.household.evidence;

import org.jspecify.annotations.NullMarked;
