/** Messages written by hand, and a database of projections to put them into. */
@NullMarked
package cn.fupin.reporting.testing;

import org.jspecify.annotations.NullMarked;
