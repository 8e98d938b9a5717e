/** How a command comes in at the door, is decided, and is answered. */
@NullMarked
package cn.fupin.backbone.command;

import org.jspecify.annotations.NullMarked;
