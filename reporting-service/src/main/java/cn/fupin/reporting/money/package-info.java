/** Where each fen came from and where it went. */
@NullMarked
package cn.fupin.reporting.money;

import org.jspecify.annotations.NullMarked;
