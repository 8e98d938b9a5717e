@NullMarked
package cn.fupin.household.assessment;

import org.jspecify.annotations.NullMarked;
