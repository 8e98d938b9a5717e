/** What a question is answered that cannot be answered. */
@NullMarked
package cn.fupin.household.answer;

import org.jspecify.annotations.NullMarked;
