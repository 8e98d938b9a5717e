/** Counties, townships and villages: that they are, what is known of them, what was done there. */
@NullMarked
package cn.fupin.household.region;

import org.jspecify.annotations.NullMarked;
