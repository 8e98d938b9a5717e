/** Figures as definitions: name, version, SQL, unit, labels, drill-down. */
@NullMarked
package cn.fupin.reporting.figure;

import org.jspecify.annotations.NullMarked;
