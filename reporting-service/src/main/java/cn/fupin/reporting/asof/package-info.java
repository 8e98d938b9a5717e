/** The two dates of every question: when it was true, and what had been recorded. */
@NullMarked
package cn.fupin.reporting.asof;

import org.jspecify.annotations.NullMarked;
