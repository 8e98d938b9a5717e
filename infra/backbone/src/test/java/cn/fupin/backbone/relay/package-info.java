@NullMarked
package cn.fupin.backbone.relay;

import org.jspecify.annotations.NullMarked;
