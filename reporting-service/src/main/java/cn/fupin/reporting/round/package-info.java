/** What each round of re-verification 重新核实、回头看 kept, took off the register and brought onto it. */
@NullMarked
package cn.fupin.reporting.round;

import org.jspecify.annotations.NullMarked;
