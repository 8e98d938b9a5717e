package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Malformed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of what waits for somebody to act. */
public enum DueList {
    NOTICES("公示到期", "notices ending", DueSql.NOTICES),
    EXITS("待核实的脱贫", "exits waiting for their next step", DueSql.EXITS),
    RELAPSES("办理中的返贫", "relapses waiting for their next step", DueSql.RELAPSES),
    MONITORING("监测时限", "clues whose clock is running", DueSql.MONITORING),
    VISITS("本月未走访到位", "households not visited as often as the month asks", DueSql.VISITS) {
        @Override
        Few few() {
            return new Few(DueSql.NEXT_HOUSEHOLDS, DueSql.VISITS_OF);
        }
    },
    MATTERS("未办结事项", "complaints, batches, rounds and files that wait", DueSql.MATTERS),
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
    boolean isOfHelpers() {
        return this == VISITS || this == HELPERS;
    }

    /** {@code notices}: as addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sql() {
        return sql;
    }

    /**
     * How a list that goes by its subjects is begun without all of it.
     *
     * @param next SQL of the first subjects that may be in it, no more than {@code :few}
     * @param sql of the list, of {@code :subjects} alone
     */
    record Few(String next, String sql) {}

    /** Null: it goes by the day first, and is worked out whole. */
    @Nullable Few few() {
        return null;
    }

    /**
     * @throws Malformed naming the parameter
     */
    public static DueList of(String code) {
        for (var list : values()) {
            if (list.code().equals(code)) return list;
        }
        throw new Malformed(
                "list",
                "due-list",
                "应为 notices、exits、relapses、monitoring、matters、visits 或 helpers",
                "must be notices, exits, relapses, monitoring, matters, visits or helpers");
    }
}
