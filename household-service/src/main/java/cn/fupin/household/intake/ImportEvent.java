package cn.fupin.household.intake;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a file of households; what it brought stands in the households' own streams. */
public sealed interface ImportEvent extends Event {
    String importId();

    /**
     * 收到导入文件: A file came and was checked.
     *
     * @param asOf the day of which it speaks
     * @param badHouseholds which cannot be taken as they are
     * @param strayLines which belong to no household of the file; null of one recorded when they
     *     were counted among the bad households
     */
    record ImportReceived(
            String importId,
            LocalDate occurredOn,
            String region,
            String sha256,
            long bytes,
            LocalDate asOf,
            int households,
            int members,
            int badHouseholds,
            @Nullable Integer strayLines)
            implements ImportEvent {}

    /**
     * 执行导入: Households of the file, each counted once.
     *
     * @param run from 1
     * @param entered of which something was entered for the first time
     * @param corrected of which something was entered that differs from an earlier file
     * @param conflicts where something differs that a file may not change: nothing was
     * @param refused where a command was refused
     * @param leftOut which the check had found bad
     */
    record ImportRun(
            String importId,
            LocalDate occurredOn,
            int run,
            int entered,
            int unchanged,
            int corrected,
            int conflicts,
            int refused,
            int leftOut)
            implements ImportEvent {}
}
