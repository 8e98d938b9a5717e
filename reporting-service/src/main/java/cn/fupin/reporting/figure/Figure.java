package cn.fupin.reporting.figure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure is a definition: the lines it is made of. Its value is their sum, so what a page shows
 * and what it drills down to cannot differ.
 *
 * @param id its name for ever; {@code version} rises when the SQL comes to mean something else
 * @param kind what one line is about
 * @param sql gives {@code subject, region, value, assumed, events, effective_on} for each line, as
 *     of {@code :effective} and {@code :household, :project, :funding}, within {@code {in region}};
 *     empty for a ratio
 * @param constants more parameters of the SQL
 * @param formula how it follows from other figures, where it does; empty otherwise
 * @param ratio of what it is the quotient, null for all that are sums; its lines are those of both
 * @param said what was said of divisions, of each the last first, where some of that counts: its
 *     events are {@code :counting} in the SQL; null for all that count every fact
 */
public record Figure(
        String id,
        int version,
        String zh,
        String en,
        Group group,
        Unit unit,
        Kind kind,
        String sql,
        Map<String, Object> constants,
        List<Term> formula,
        @Nullable Ratio ratio,
        @Nullable String said) {

    /** The one figure in percent of the other. */
    public record Ratio(String part, String whole) {}

    /** {@code sign} is +1 or −1. */
    public record Term(int sign, String figure) {}

    public enum Kind {
        HOUSEHOLD("户", "household"),
        REGION("区划", "region"),
        PROJECT("项目", "project"),
        COMMITMENT("资金承诺", "commitment"),
        PAYMENT("拨付", "payment"),
        POVERTY_LINE("扶贫标准", "poverty line"),
        RULE("规定", "rule"),
        TEAM("队组", "team"),
        UNIT("单位", "unit"),
        HELPER("帮扶人", "helper"),
        COMPLAINT("投诉", "complaint"),
        OCCASION("事项", "occasion"),
        SITE("安置点", "site"),
        DAY("日期", "day");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** The chapters of a township's report. */
    public enum Group {
        OVERVIEW("基本概况", "overview"),
        PROCESS("识别工作", "identification work"),
        REGISTER("建档立卡", "register"),
        DYNAMIC("动态管理", "changes of the register"),
        HELP("帮扶工作", "help"),
        OVERSIGHT("监督检查", "oversight"),
        PROJECTS("项目与资金", "projects and funds"),
        INDUSTRY("产业", "industries");

        private final String zh;
        private final String en;

        Group(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    Figure by(List<Term> terms) {
        return new Figure(
                id, version, zh, en, group, unit, kind, sql, constants, terms, ratio, said);
    }

    Figure revised() {
        return new Figure(
                id, version + 1, zh, en, group, unit, kind, sql, constants, formula, ratio, said);
    }
}
