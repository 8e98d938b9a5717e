/** Figures as texts claim them, kept beside the ones that events give. */
@NullMarked
package cn.fupin.reporting.claim;

import org.jspecify.annotations.NullMarked;
