@NullMarked
package cn.fupin.backbone.store;

import org.jspecify.annotations.NullMarked;
