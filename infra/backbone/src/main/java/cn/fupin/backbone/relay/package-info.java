/** Publishes positioned events to Kafka: no loss, no duplicate, order per stream. */
@NullMarked
package cn.fupin.backbone.relay;

import org.jspecify.annotations.NullMarked;
