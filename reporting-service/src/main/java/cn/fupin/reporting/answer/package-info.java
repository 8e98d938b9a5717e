/** What a question is answered with when there is no answer. */
@NullMarked
package cn.fupin.reporting.answer;

import org.jspecify.annotations.NullMarked;
