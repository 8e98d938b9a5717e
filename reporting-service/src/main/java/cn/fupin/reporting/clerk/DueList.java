package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of what waits for somebody to act. */
public enum DueList {
    NOTICES("公示到期", "notices ending", DueSql.NOTICES),
    IDENTIFICATIONS(
            "办理中的识别", "identifications waiting for their next step", DueSql.IDENTIFICATIONS),
    EXITS("待核实的脱贫", "exits waiting for their next step", DueSql.EXITS),
    EXIT_PLANS(
            "脱贫名单待提出",
            "households listed to exit by this year and not proposed yet",
            DueSql.EXIT_PLANS),
    RELAPSES("办理中的返贫", "relapses waiting for their next step", DueSql.RELAPSES),
    MONITORING("监测时限", "clues whose clock is running", DueSql.MONITORING),
    VISITS("本月未走访到位", "households not visited as often as the month asks", DueSql.VISITS) {
        @Override
        Few few() {
            return new Few(DueSql.NEXT_HOUSEHOLDS, DueSql.VISITS_OF);
        }
    },
    QUARTERS("季度收支未核实", "households whose quarter's income was not checked", DueSql.QUARTERS) {
        @Override
        Few few() {
            return new Few(DueSql.NEXT_HOUSEHOLDS_OF_QUARTER, DueSql.QUARTERS_OF);
        }
    },
    VISITS_AFTER_EXIT(
            "脱贫后季度未走访到位",
            "exited households not visited as often as the quarter asks",
            DueSql.VISITS_AFTER_EXIT) {
        @Override
        Few few() {
            return new Few(DueSql.NEXT_HOUSEHOLDS_OF_QUARTER, DueSql.VISITS_AFTER_EXIT_OF);
        }
    },
    PLANNED_MEASURES(
            "计划措施未落实", "measures of plans not done by the end of their year", DueSql.PLANNED),
    OMISSIONS("漏评异议待办", "objections that somebody was left out", DueSql.OMISSIONS),
    MATTERS("未办结事项", "complaints, batches, rounds, files and erasures that wait", DueSql.MATTERS),
    RECTIFICATIONS(
            "抽查问题待整改", "faults found in sampled files and not rectified", DueSql.RECTIFICATIONS),
    HELPERS("走访欠次的帮扶人", "helpers with visits missed in the month", DueSql.HELPERS) {
        @Override
        Few few() {
            return new Few(DueSql.NEXT_HELPERS, DueSql.HELPERS_OF);
        }
    };

    private final String zh;
    private final String en;
    private final String sql;

    DueList(String zh, String en, String sql) {
        this.zh = zh;
        this.en = en;
        this.sql = sql;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether {@code who} of an item is a helper. */
    public boolean isOfHelpers() {
        return this == VISITS || this == HELPERS || this == VISITS_AFTER_EXIT;
    }

    /** Whether it is of the quarter, and not of the month or the day. */
    public boolean isOfQuarter() {
        return this == QUARTERS || this == VISITS_AFTER_EXIT;
    }

    /** {@code notices}: as addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sql() {
        return ofThose(sql);
    }

    /** A notice is of many households and a helper has many: those lists look at them inside. */
    private String ofThose(String list) {
        return this == NOTICES || this == HELPERS
                ? list
                : "select * from (%s) o where {mine o.household_id}".formatted(list);
    }

    /**
     * How a list that goes by its subjects is begun without all of it.
     *
     * @param next SQL of the first subjects that may be in it, no more than {@code :few}
     * @param sql of the list, of {@code :subjects} alone
     */
    record Few(String next, String sql) {
        Few ofThose(DueList list) {
            return new Few(next, list.ofThose(sql));
        }
    }

    /** Null: it goes by the day first, and is worked out whole. */
    @Nullable Few few() {
        return null;
    }

    /**
     * @throws cn.fupin.backbone.command.Malformed naming the parameter
     */
    public static DueList of(String code) {
        for (var list : values()) {
            if (list.code().equals(code)) return list;
        }
        throw Check.notOneOf("list", Arrays.stream(values()).map(DueList::code).toList());
    }
}
