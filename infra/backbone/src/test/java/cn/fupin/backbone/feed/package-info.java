@NullMarked
package cn.fupin.backbone.feed;

import org.jspecify.annotations.NullMarked;
