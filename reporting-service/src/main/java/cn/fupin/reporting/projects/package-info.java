/** Projects: what was proposed, accepted, served, and for whom. */
@NullMarked
package cn.fupin.reporting.projects;

import org.jspecify.annotations.NullMarked;
