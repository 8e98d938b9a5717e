@NullMarked
package cn.fupin.household.rule;

import org.jspecify.annotations.NullMarked;
