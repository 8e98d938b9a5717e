/** What an event is: its names, its JSON, its place in time. */
@NullMarked
package cn.fupin.backbone.event;

import org.jspecify.annotations.NullMarked;
