@NullMarked
package cn.fupin.funding.loan;

import org.jspecify.annotations.NullMarked;
