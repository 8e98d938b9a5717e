/**
 * Takes whole townships in by file: read, checked line by line, entered by the ordinary commands.
 */
@NullMarked
package cn.fupin.household.intake;

import org.jspecify.annotations.NullMarked;
