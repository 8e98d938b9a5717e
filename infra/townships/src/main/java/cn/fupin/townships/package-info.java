/**
 * A township as a data file: reading it, making its households, loading it, and the table that
 * compares.
 */
@NullMarked
package cn.fupin.townships;

import org.jspecify.annotations.NullMarked;
