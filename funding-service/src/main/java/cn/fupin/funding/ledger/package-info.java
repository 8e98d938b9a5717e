@NullMarked
package cn.fupin.funding.ledger;

import org.jspecify.annotations.NullMarked;
