/**
 * Real PostgreSQL and real Kafka from ordinary Maven artefacts, and the starter of the whole
 * system. No domain in here: tests of every module and {@code ./run} use the same servers.
 */
@NullMarked
package cn.fupin.local;

import org.jspecify.annotations.NullMarked;
