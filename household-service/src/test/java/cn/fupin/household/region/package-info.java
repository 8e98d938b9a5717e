@NullMarked
package cn.fupin.household.region;

import org.jspecify.annotations.NullMarked;
