@NullMarked
package cn.fupin.backbone.projection;

import org.jspecify.annotations.NullMarked;
