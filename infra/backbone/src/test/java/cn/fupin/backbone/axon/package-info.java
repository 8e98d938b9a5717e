@NullMarked
package cn.fupin.backbone.axon;

import org.jspecify.annotations.NullMarked;
