@NullMarked
package cn.fupin.funding.journal;

import org.jspecify.annotations.NullMarked;
