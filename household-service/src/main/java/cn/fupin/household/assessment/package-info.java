/** Democratic assessment meetings 民主评议 and their ballots. */
@NullMarked
package cn.fupin.household.assessment;

import org.jspecify.annotations.NullMarked;
