@NullMarked
package cn.fupin.funding;

import org.jspecify.annotations.NullMarked;
