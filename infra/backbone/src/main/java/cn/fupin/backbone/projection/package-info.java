/** Projections: rows made from messages, with their offsets in the same transaction. */
@NullMarked
package cn.fupin.backbone.projection;

import org.jspecify.annotations.NullMarked;
