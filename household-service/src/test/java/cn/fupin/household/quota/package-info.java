@NullMarked
package cn.fupin.household.quota;

import org.jspecify.annotations.NullMarked;
