@NullMarked
package cn.fupin.backbone.repository;

import org.jspecify.annotations.NullMarked;
