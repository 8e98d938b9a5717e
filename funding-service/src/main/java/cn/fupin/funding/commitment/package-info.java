@NullMarked
package cn.fupin.funding.commitment;

import org.jspecify.annotations.NullMarked;
