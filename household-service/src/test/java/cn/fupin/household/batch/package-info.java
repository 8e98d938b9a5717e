@NullMarked
package cn.fupin.household.batch;

import org.jspecify.annotations.NullMarked;
