/** The sequencer: dense positions for committed events, without loss and without waiting. */
@NullMarked
package cn.fupin.backbone.store;

import org.jspecify.annotations.NullMarked;
