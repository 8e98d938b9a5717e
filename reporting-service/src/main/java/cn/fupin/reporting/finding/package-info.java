/**
 * Data-quality findings: what of the register does not fit together, since when, and what to do.
 */
@NullMarked
package cn.fupin.reporting.finding;

import org.jspecify.annotations.NullMarked;
