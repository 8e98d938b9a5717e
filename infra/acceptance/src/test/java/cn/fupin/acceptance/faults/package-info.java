/** What is lost when programs die, stand still, come twice or come back from a backup: nothing. */
@NullMarked
package cn.fupin.acceptance.faults;

import org.jspecify.annotations.NullMarked;
