/** A household's life: application to registration, help, removal, exit and relapse. */
@NullMarked
package cn.fupin.household.household;

import org.jspecify.annotations.NullMarked;
