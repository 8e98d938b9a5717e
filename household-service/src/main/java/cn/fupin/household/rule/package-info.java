/** The rule book: legal durations and limits as data, by division and date. */
@NullMarked
package cn.fupin.household.rule;

import org.jspecify.annotations.NullMarked;
