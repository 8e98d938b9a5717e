/** Who a helper, a first secretary or a team member is: a masked name for all, the rest sealed. */
@NullMarked
package cn.fupin.household.naming;

import org.jspecify.annotations.NullMarked;
