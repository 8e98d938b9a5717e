package cn.fupin.household;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Lets a test see which beans there are; only on the test class path. */
@Component
record Beans(ApplicationContext context) {}
