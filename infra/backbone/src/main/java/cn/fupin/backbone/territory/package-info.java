/** Which region lies in which today, for services that hear of divisions from another. */
@NullMarked
package cn.fupin.backbone.territory;

import org.jspecify.annotations.NullMarked;
