/** What is done with somebody's personal data: shown to whom and why, kept under a hold, erased. */
@NullMarked
package cn.fupin.household.person;

import org.jspecify.annotations.NullMarked;
