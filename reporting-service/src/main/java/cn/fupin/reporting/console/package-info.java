/** The pages a person reads. */
@NullMarked
package cn.fupin.reporting.console;

import org.jspecify.annotations.NullMarked;
