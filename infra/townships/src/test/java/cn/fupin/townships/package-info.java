@NullMarked
package cn.fupin.townships;

import org.jspecify.annotations.NullMarked;
