/**
 * Takes programs away in the middle of their work, at random and at named points, and asks the
 * auditor afterwards whether anything is lost.
 */
@NullMarked
package cn.fupin.acceptance.faults;

import org.jspecify.annotations.NullMarked;
