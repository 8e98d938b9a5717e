/** The smallest service there is: jars with a lid, beans go in and out. Tests of the way itself. */
@NullMarked
package cn.fupin.backbone.example;

import org.jspecify.annotations.NullMarked;
