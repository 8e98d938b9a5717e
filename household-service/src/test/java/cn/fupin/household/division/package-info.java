@NullMarked
package cn.fupin.household.division;

import org.jspecify.annotations.NullMarked;
