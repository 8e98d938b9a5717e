package cn.fupin.household.batch;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

public sealed interface BatchEvent extends Event {
    String batchId();

    /**
     * 开始受理申请批次: A village takes applications from one day to another, both included.
     *
     * @param year the year of identification the batch belongs to
     */
    record BatchOpened(
            String batchId,
            LocalDate occurredOn,
            String region,
            int year,
            String title,
            LocalDate appliesFrom,
            LocalDate appliesUntil,
            boolean assumed)
            implements BatchEvent {}

    /** 结束申请批次: Nobody applies in it after that day. */
    record BatchClosed(String batchId, LocalDate occurredOn, boolean assumed)
            implements BatchEvent {}
}
