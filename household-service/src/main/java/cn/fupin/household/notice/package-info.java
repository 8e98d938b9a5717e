/** Public notices 公示 and objections to them. */
@NullMarked
package cn.fupin.household.notice;

import org.jspecify.annotations.NullMarked;
