/** The whole system, as its users see it: over HTTP, from the outside, on real servers. */
@NullMarked
package cn.fupin.acceptance;

import org.jspecify.annotations.NullMarked;
