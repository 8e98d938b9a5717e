/** Codes of divisions 区划, how they lie under each other and what became of them. */
@NullMarked
package cn.fupin.backbone.division;

import org.jspecify.annotations.NullMarked;
