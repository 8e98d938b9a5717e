/**
 * Measurements, each a ratio of two things done side by side in one run, the median of five. A
 * figure of one machine says little; the ratio says what the design costs.
 */
@NullMarked
package cn.fupin.benchmarks;

import org.jspecify.annotations.NullMarked;
