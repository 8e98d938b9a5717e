/** Who is in the register of poor households, as of any date as known at any moment. */
@NullMarked
package cn.fupin.reporting.register;

import org.jspecify.annotations.NullMarked;
