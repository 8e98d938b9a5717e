@NullMarked
package cn.fupin.household.announcement;

import org.jspecify.annotations.NullMarked;
