@NullMarked
package cn.fupin.funding.appropriation;

import org.jspecify.annotations.NullMarked;
