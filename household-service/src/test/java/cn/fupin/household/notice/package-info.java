@NullMarked
package cn.fupin.household.notice;

import org.jspecify.annotations.NullMarked;
