/** The rows of every projection: facts keyed by their event, with the place and time of each. */
@NullMarked
package cn.fupin.reporting.fact;

import org.jspecify.annotations.NullMarked;
