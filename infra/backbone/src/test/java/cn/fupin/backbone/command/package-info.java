@NullMarked
package cn.fupin.backbone.command;

import org.jspecify.annotations.NullMarked;
