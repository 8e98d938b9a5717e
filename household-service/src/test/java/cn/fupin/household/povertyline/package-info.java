@NullMarked
package cn.fupin.household.povertyline;

import org.jspecify.annotations.NullMarked;
