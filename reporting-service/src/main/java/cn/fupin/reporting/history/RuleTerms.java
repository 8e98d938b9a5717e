package cn.fupin.reporting.history;

import java.util.HashMap;
import java.util.Map;

/** The rules, measures and units of a region in words; what nobody knows here is shown as it is. */
final class RuleTerms {
    private record Term(String zh, String en) {}

    private static final Map<String, Term> TERMS = new HashMap<>();

    static {
        rule("first-notice-days", "第一次公示天数", "days of the first notice");
        rule("second-notice-days", "第二次公示天数", "days of the second notice");
        rule("exit-notice-days", "脱贫公示天数", "days of an exit's notice");
        rule("monitoring-notice-days", "监测公示天数", "days of a notice of monitoring");
        rule("monitoring-days-max", "自发现线索至确定监测的期限", "days from a clue to the confirmation");
        rule("village-notice-days", "贫困村公示天数", "days of a village's notice");
        rule("village-notice-required", "贫困村须先公示", "a village's step waits for its notice");
        rule("helper-households-max", "每名帮扶责任人至多联系户数", "most households of one helper");
        rule("visits-per-month-min", "每月至少走访次数", "least visits a month");
        rule(
                "visits-per-quarter-after-exit-min",
                "脱贫后每季度至少走访次数",
                "least visits a quarter after the exit");
        rule("quarter-check-required", "每季度须核实收支", "income and expense are checked each quarter");
        rule("exit-verifiers-min", "脱贫核实人员至少人数", "least verifiers of an exit");
        rule(
                "no-exit-in-year-of-identification",
                "识别或返贫当年不得脱贫",
                "no exit in the year of identification");
        rule("help-years-after-exit", "脱贫后继续帮扶年数", "years of help after an exit");
        rule(
                "village-incidence-percent",
                "贫困村发生率相当于全省的比例",
                "a poor village's incidence, of the province's");
        rule(
                "village-income-percent",
                "贫困村人均收入相当于全省的比例",
                "a poor village's income per head, of the province's");
        rule("village-collective-income-max", "贫困村集体收入上限", "most own income of a poor village");
        rule(
                "village-exit-incidence-max-basis-points",
                "贫困村退出发生率上限",
                "most incidence at which a village is out of poverty");
        rule("split-lookback-days", "拆户分户回溯天数", "days of looking back for a split household");
        rule("income-per-head-max", "人均收入疑误上限", "income per head above which it is doubted");
        rule("quota-rise-percent", "规模可上浮比例", "how far a quota may rise");
        rule("assessment-quorum-percent", "民主评议到会比例", "quorum of an assessment");
        rule("notice-hotline-required", "公示须载明监督电话", "a notice names a hotline");

        rule("relapse-procedure-required", "返贫须逐步办理", "a relapse goes step by step");
        rule("exit-assessment-required", "脱贫须经民主评议", "an exit is passed by a meeting");
        rule(
                "monitoring-range-percent",
                "监测范围占扶贫标准的百分比",
                "percent of the poverty line up to which somebody is monitored");
        rule("monitoring-assessment-required", "纳入监测须经民主评议", "monitoring is passed by a meeting");
        rule(
                "birth-joins-within-days",
                "按出生加入者出生日期至多早于加入日期",
                "how long before joining by birth somebody is born at most");
        rule(
                "announcement-within-days",
                "纳入后应公告的期限",
                "days within which a household that came onto the register is announced");
        rule("signing-age-min", "代表农户签字者最低年龄", "age at which a member may sign for the household");

        rule("micro-credit-max", "扶贫小额信贷户均上限", "most micro-credit of a household");
        rule("micro-credit-months-max", "扶贫小额信贷最长期限", "longest term of micro-credit");
        rule("micro-credit-age-min", "扶贫小额信贷借款人最低年龄", "least age of who borrows micro-credit");
        rule("micro-credit-age-max", "扶贫小额信贷借款人最高年龄", "most age of who borrows micro-credit");
        rule(
                "micro-credit-own-use-required",
                "扶贫小额信贷须由农户自用",
                "a household itself uses its micro-credit");

        rule("population", "总人口", "population");
        rule("households", "总户数", "households");
        rule("rural-households", "农业户", "rural households");
        rule("rural-population", "农业人口", "rural population");
        rule("key-villages-of-county", "全县扶贫村", "key villages of the county");
        rule("distance-to-county-seat", "距县城", "distance to the county seat");
        rule("village-groups", "村民小组", "village groups");
        rule("area", "幅员面积", "area");
        rule("arable-land", "耕地面积", "arable land");
        rule("walnut-area", "核桃种植面积", "walnut area");
        rule("walnut-grafted-area", "核桃改良嫁接面积", "grafted walnut area");
        rule("pepper-area", "花椒种植面积", "pepper area");
        rule("tobacco-area", "烤烟种植面积", "tobacco area");
        rule("tobacco-output", "烤烟产量", "tobacco output");
        rule("tobacco-villages", "烤烟种植村", "villages that grow tobacco");

        rule("pipe-length", "管道长度", "length of pipes");
        rule("bridges", "桥梁", "bridges");

        rule("person", "人", "persons");
        rule("household", "户", "households");
        rule("village", "个村", "villages");
        rule("group", "个组", "groups");
        rule("bridge", "座", "bridges");
        rule("visit", "次", "visits");
        rule("day", "天", "days");
        rule("year", "年", "years");
        rule("month", "个月", "months");
        rule("km", "公里", "km");
        rule("km2", "平方公里", "km²");
        rule("mu", "亩", "mu");
        rule("dan", "担", "dan");
        rule("percent", "%", "%");
        rule("basis-point", "/万", "of ten thousand");
        rule("fen", "分", "fen");
        rule("yuan", "元", "yuan");
        rule("flag", "(1 是,0 否)", "(1 yes, 0 no)");
    }

    private RuleTerms() {}

    private static void rule(String code, String zh, String en) {
        TERMS.put(code, new Term(zh, en));
    }

    static String zh(String code) {
        var term = TERMS.get(code);
        return term == null ? code : term.zh();
    }

    static String en(String code) {
        var term = TERMS.get(code);
        return term == null ? code : term.en();
    }
}
