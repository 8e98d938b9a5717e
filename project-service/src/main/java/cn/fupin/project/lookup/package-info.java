@NullMarked
package cn.fupin.project.lookup;

import org.jspecify.annotations.NullMarked;
