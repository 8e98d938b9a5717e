package cn.fupin.backbone.event;

import java.time.LocalDate;

/**
 * A fact in the past tense. Implementations are records; the record's simple name is the contract
 * name, {@code @Revision} its version ("1" when absent).
 */
public interface Event {
    /** The day it was true, a local date of Asia/Shanghai; when it was recorded is the store's. */
    LocalDate occurredOn();
}
