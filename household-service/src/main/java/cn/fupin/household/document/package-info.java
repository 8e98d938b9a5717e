/**
 * 户有表、村有册、乡有电子档案: the forms, registers, archives and notice lists of the offices, made from the
 * events and from nothing else.
 */
@NullMarked
package cn.fupin.household.document;

import org.jspecify.annotations.NullMarked;
