@NullMarked
package cn.fupin.project.delivery;

import org.jspecify.annotations.NullMarked;
