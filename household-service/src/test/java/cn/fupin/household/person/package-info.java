@NullMarked
package cn.fupin.household.person;

import org.jspecify.annotations.NullMarked;
