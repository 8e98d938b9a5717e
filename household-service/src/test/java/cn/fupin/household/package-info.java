/** The service from outside, on real servers. */
@NullMarked
package cn.fupin.household;

import org.jspecify.annotations.NullMarked;
