/**
 * How Axon Framework stands on PostgreSQL here: the shell of a stream, the store, the traps mended.
 */
@NullMarked
package cn.fupin.backbone.axon;

import org.jspecify.annotations.NullMarked;
