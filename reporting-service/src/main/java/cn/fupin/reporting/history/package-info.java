/** All that ever happened to one household, from every service, in its order. */
@NullMarked
package cn.fupin.reporting.history;

import org.jspecify.annotations.NullMarked;
