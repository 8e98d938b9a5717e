/** What the rule book says of villages: when one is poor 一高一低一无, and when it is out of poverty. */
@NullMarked
package cn.fupin.household.village;

import org.jspecify.annotations.NullMarked;
