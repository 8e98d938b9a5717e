/** What every service's tests use: real servers, the door from outside, the laws of the code. */
@NullMarked
package cn.fupin.backbone.testing;

import org.jspecify.annotations.NullMarked;
