/**
 * An auditor who trusts nobody: reads stores, topics and projections as they lie there, computes
 * everything again in its own way and names what does not agree. Shares no code with what it
 * checks.
 */
@NullMarked
package cn.fupin.acceptance.audit;

import org.jspecify.annotations.NullMarked;
