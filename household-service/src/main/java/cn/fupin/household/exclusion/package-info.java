/**
 * Exclusion rules N不进 by division and date, and the lists of other registers that households are
 * held against.
 */
@NullMarked
package cn.fupin.household.exclusion;

import org.jspecify.annotations.NullMarked;
