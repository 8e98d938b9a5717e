@NullMarked
package cn.fupin.local;

import org.jspecify.annotations.NullMarked;
