/**
 * Reads every service's events from Kafka and answers for them: register, history, money, figures,
 * console.
 */
@NullMarked
package cn.fupin.reporting;

import org.jspecify.annotations.NullMarked;
