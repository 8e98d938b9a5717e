@NullMarked
package cn.fupin.funding.lookup;

import org.jspecify.annotations.NullMarked;
