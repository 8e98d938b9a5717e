@NullMarked
package cn.fupin.household.vault;

import org.jspecify.annotations.NullMarked;
