/** What a clerk needs of the register: to find a household, and to see what is due. */
@NullMarked
package cn.fupin.reporting.clerk;

import org.jspecify.annotations.NullMarked;
