package cn.fupin.acceptance.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Handed the small system, which is started once for all these classes and is gone before the whole
 * one is started.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Small.Shared.class)
@Order(20)
public @interface OnTheSmallSystem {}
