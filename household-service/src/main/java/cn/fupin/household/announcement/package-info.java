/** Announcements 公告 of what was decided: who is registered, who is out of poverty. */
@NullMarked
package cn.fupin.household.announcement;

import org.jspecify.annotations.NullMarked;
