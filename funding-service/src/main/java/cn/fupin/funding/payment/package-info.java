@NullMarked
package cn.fupin.funding.payment;

import org.jspecify.annotations.NullMarked;
