/** Rounds of re-verification 回头看, 五退八进: by what rules households leave or enter the register. */
@NullMarked
package cn.fupin.household.round;

import org.jspecify.annotations.NullMarked;
