/** Where: listed regions, their facts, poverty lines and quotas, what was held in them. */
@NullMarked
package cn.fupin.reporting.regions;

import org.jspecify.annotations.NullMarked;
