/** The history of this service's events over HTTP, and the client that reads another's. */
@NullMarked
package cn.fupin.backbone.feed;

import org.jspecify.annotations.NullMarked;
