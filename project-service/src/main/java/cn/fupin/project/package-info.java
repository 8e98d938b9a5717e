@NullMarked
package cn.fupin.project;

import org.jspecify.annotations.NullMarked;
