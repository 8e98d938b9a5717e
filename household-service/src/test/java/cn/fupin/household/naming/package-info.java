@NullMarked
package cn.fupin.household.naming;

import org.jspecify.annotations.NullMarked;
