/** 帮扶支持情况表: what a household received, as a document beside the forms of household-service. */
@NullMarked
package cn.fupin.reporting.support;

import org.jspecify.annotations.NullMarked;
