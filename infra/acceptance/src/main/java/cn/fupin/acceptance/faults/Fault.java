package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.faults.WireProxy.Moment;
import cn.fupin.local.Program;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is taken away, and when: at some moment of the wire between {@code at} and its server, or
 * whenever chance has it.
 */
record Fault(Program victim, @Nullable Program at, @Nullable Moment moment) {

    static Fault whenever(Program victim) {
        return new Fault(victim, null, null);
    }

    static Fault at(Program victim, Program at, Moment moment) {
        return new Fault(victim, at, moment);
    }

    /** Those that every short run has: each named point, each kind of victim. */
    static List<Fault> essential() {
        return List.of(
                at(Program.HOUSEHOLD, Program.HOUSEHOLD, Moment.EVENTS_BEFORE_COMMIT),
                at(Program.HOUSEHOLD, Program.HOUSEHOLD, Moment.EVENTS_COMMITTED),
                at(Program.HOUSEHOLD, Program.HOUSEHOLD, Moment.PRODUCED_BEFORE_END),
                at(Program.REPORTING, Program.REPORTING, Moment.ROWS_BEFORE_OFFSET),
                at(Program.POSTGRESQL, Program.HOUSEHOLD, Moment.EVENTS_COMMITTED),
                at(Program.KAFKA, Program.HOUSEHOLD, Moment.PRODUCED_BEFORE_END),
                at(Program.REPORTING, Program.REPORTING, Moment.COPIED_BEFORE_OFFSET),
                at(Program.REPORTING, Program.REPORTING, Moment.SWITCH_BEFORE_COMMIT),
                whenever(Program.FUNDING));
    }

    static List<Fault> all() {
        var all = new ArrayList<>(essential());
        all.add(whenever(Program.HOUSEHOLD));
        all.add(whenever(Program.PROJECT));
        all.add(whenever(Program.REPORTING));
        all.add(whenever(Program.POSTGRESQL));
        all.add(whenever(Program.KAFKA));
        all.add(at(Program.HOUSEHOLD, Program.HOUSEHOLD, Moment.POSITIONS_BEFORE_COMMIT));
        all.add(at(Program.HOUSEHOLD, Program.HOUSEHOLD, Moment.TRANSACTION_ENDED));
        all.add(at(Program.PROJECT, Program.PROJECT, Moment.EVENTS_BEFORE_COMMIT));
        all.add(at(Program.FUNDING, Program.FUNDING, Moment.EVENTS_COMMITTED));
        all.add(at(Program.REPORTING, Program.REPORTING, Moment.OFFSET_BEFORE_COMMIT));
        all.add(at(Program.REPORTING, Program.REPORTING, Moment.OFFSET_COMMITTED));
        all.add(at(Program.POSTGRESQL, Program.HOUSEHOLD, Moment.EVENTS_BEFORE_COMMIT));
        all.add(at(Program.POSTGRESQL, Program.REPORTING, Moment.OFFSET_BEFORE_COMMIT));
        all.add(at(Program.KAFKA, Program.HOUSEHOLD, Moment.TRANSACTION_ENDED));
        all.add(at(Program.REPORTING, Program.REPORTING, Moment.SWITCH_COMMITTED));
        all.add(at(Program.POSTGRESQL, Program.REPORTING, Moment.COPIED_BEFORE_OFFSET));
        all.add(at(Program.POSTGRESQL, Program.REPORTING, Moment.SWITCH_BEFORE_COMMIT));
        return List.copyOf(all);
    }

    /** Whether the moment only comes while a projection is rebuilt. */
    boolean needsRebuild() {
        return moment == Moment.COPIED_BEFORE_OFFSET
                || moment == Moment.SWITCH_BEFORE_COMMIT
                || moment == Moment.SWITCH_COMMITTED;
    }

    String zh() {
        return victim.title()
                + how("被 kill -9", "被立即停止")
                + (moment == null ? "，时刻随机" : "，" + wordsZh(moment));
    }

    String en() {
        return victim.title()
                + how(" killed -9", " stopped at once")
                + (moment == null ? " at random" : " " + wordsEn(moment));
    }

    private String how(String kill, String stop) {
        return victim == Program.POSTGRESQL ? stop : kill;
    }

    private static String wordsZh(Moment moment) {
        return switch (moment) {
            case EVENTS_BEFORE_COMMIT -> "事件写入后、提交前";
            case EVENTS_COMMITTED -> "事件提交后、答复前";
            case POSITIONS_BEFORE_COMMIT -> "编号后、提交前";
            case ROWS_BEFORE_OFFSET -> "投影行写入后、位点移动前";
            case OFFSET_BEFORE_COMMIT -> "位点移动后、提交前";
            case OFFSET_COMMITTED -> "位点提交后、得知前";
            case COPIED_BEFORE_OFFSET -> "重建 COPY 之后、位点移动前";
            case SWITCH_BEFORE_COMMIT -> "切换中、提交前";
            case SWITCH_COMMITTED -> "切换提交后、得知前";
            case PRODUCED_BEFORE_END -> "发布后、Kafka 事务结束前";
            case TRANSACTION_ENDED -> "Kafka 事务结束后、得知前";
        };
    }

    private static String wordsEn(Moment moment) {
        return switch (moment) {
            case EVENTS_BEFORE_COMMIT -> "after insert, before commit";
            case EVENTS_COMMITTED -> "after commit, before the answer";
            case POSITIONS_BEFORE_COMMIT -> "after numbering, before commit";
            case ROWS_BEFORE_OFFSET -> "after a projection's rows, before its offset";
            case OFFSET_BEFORE_COMMIT -> "after the offset, before commit";
            case OFFSET_COMMITTED -> "after the offset's commit, before hearing of it";
            case COPIED_BEFORE_OFFSET -> "after a rebuild's COPY, before its offset";
            case SWITCH_BEFORE_COMMIT -> "in a switch, before commit";
            case SWITCH_COMMITTED -> "in a switch, after commit";
            case PRODUCED_BEFORE_END -> "after produce, before the transaction's end";
            case TRANSACTION_ENDED -> "after the transaction's end, before hearing of it";
        };
    }
}
