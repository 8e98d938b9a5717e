package cn.fupin.reporting.finding;

import static cn.fupin.reporting.history.Sentence.say;
import static cn.fupin.reporting.history.Sentence.yuan;

import cn.fupin.reporting.answer.Brief;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Sentence;
import cn.fupin.reporting.history.Terms;
import java.util.Map;
import java.util.Set;

/** What a finding's detail says, in words. */
final class FindingWords {
    /** Whose detail begins with the helper. */
    static final Set<QualityRule> OF_HELPERS =
            Set.of(QualityRule.HELPER_OVERLOADED, QualityRule.NOT_VISITED);

    /** Whose detail names an item of exclusion. */
    static final Set<QualityRule> OF_ITEMS =
            Set.of(QualityRule.MEMBER_EXCLUDED, QualityRule.PAYEE_EXCLUDED);

    private FindingWords() {}

    /**
     * @param helpers their masked names and units, by id; and what an enacted item is called, by
     *     its code
     */
    static Sentence of(QualityRule rule, String detail, Map<String, String> helpers) {
        var first = first(detail);
        var second = detail.substring(Math.min(detail.length(), first.length() + 1));
        return switch (rule) {
            case SIZE_DIFFERS -> {
                var persons = detail.split("≠", 2);
                yield say(
                        "所报 %1$s 人,成员 %2$s 人",
                        "stated: %1$s, members: %2$s", persons[0], persons[1]);
            }
            case TWO_HEADS -> say("%s 人", "%s of them", detail);
            case BIRTH_YEAR_IMPLAUSIBLE -> say("%s 年生", "born in %s", detail);
            case INCOME_NEGATIVE, INCOME_IMPLAUSIBLE ->
                    say("%1$s 年 %2$s 元", "%2$s yuan in %1$s", first, yuan(Long.parseLong(second)));
            case NOT_ANNOUNCED -> say("%s 纳入", "registered on %s", detail);
            case EXIT_NOT_ANNOUNCED -> say("%s 脱贫", "exited on %s", detail);
            case ENTERED_ABOVE_THE_LINE -> {
                var against = second.split("≥", 2);
                yield say(
                        "%1$s 年更正后 %2$s 元,标准 %3$s 元",
                        "of %1$s: %2$s yuan as corrected, the line %3$s yuan",
                        first,
                        yuan(Long.parseLong(against[0])),
                        yuan(Long.parseLong(against[1])));
            }
            case EXIT_INCOME_DIFFERS -> {
                var incomes = second.split("≠", 2);
                yield say(
                        "%1$s 年核实 %2$s 元,登记 %3$s 元",
                        "of %1$s: %2$s yuan verified, %3$s yuan recorded",
                        first,
                        yuan(Long.parseLong(incomes[0])),
                        yuan(Long.parseLong(incomes[1])));
            }
            case JUDGED_BY_A_LINE_CORRECTED_SINCE -> judged(detail.split(":"));
            case NOTICE_BY_A_RULE_CORRECTED_SINCE -> hung(detail.split(":"));
            case OBJECTION_AFTER_STEP -> objectedTo(detail.split(":"));
            case VOTE_CORRECTED_SINCE -> voted(detail.split(":"));
            case VILLAGE_OBJECTION_AFTER_STEP ->
                    say(
                            "%1$s,%2$s",
                            "%3$s, %4$s",
                            Terms.zh("VILLAGE_" + first),
                            objection(second).zh(),
                            Terms.en("VILLAGE_" + first),
                            objection(second).en());
            case EXIT_WHILE_UNSAFE ->
                    detail.equals("WATER") ? say("饮水", "water") : say("住房", "dwelling");
            case SIGNED_BY_A_CHILD -> signed(first, second);
            case CAUSES_TOO_MANY -> say("%s 项", "%s of them", detail);
            case HELPER_OVERLOADED ->
                    say("%1$s,%2$s 户", "%1$s, households: %2$s", helper(first, helpers), second);
            case VILLAGE_ENDED ->
                    detail.isEmpty()
                            ? say("无已知后继", "with no known successor")
                            : say("承接 %s", "came after it: %s", detail.replace(",", ", "));
            case GROUP_ENDED -> same("%s(%s)".formatted(second, first));
            case NOT_VISITED -> same(helper(first, helpers));
            case PERSON_TWICE,
                    MEMBER_LOST,
                    EXIT_WITHOUT_NOTICE,
                    PAYEE_NOT_ON_FILE,
                    PAYEE_NOT_A_MEMBER,
                    PAYEE_DEAD,
                    LOAN_BORROWER_NOT_A_MEMBER,
                    LOAN_BORROWER_AGE,
                    LOAN_USED_BY_ENTERPRISE,
                    LOAN_NOT_REGISTERED ->
                    same(Brief.id(detail));
            case LOAN_ABOVE_LIMIT ->
                    say(
                            "%1$s,当时共欠 %2$s 元",
                            "%1$s, %2$s yuan owed together then",
                            Brief.id(first),
                            yuan(Long.parseLong(second)));
            case LOAN_TOO_LONG -> say("%1$s,%2$s 到期", "%1$s, due on %2$s", Brief.id(first), second);
            case PAYEE_EXCLUDED ->
                    say(
                            "%1$s %2$s",
                            "%1$s %3$s", Brief.id(first), zh(second, helpers), en(second, helpers));
            case MEMBER_EXCLUDED ->
                    second.startsWith("REFUSE")
                            ? say(
                                    "%1$s,不得纳入",
                                    "%2$s, may not be registered",
                                    zh(first, helpers),
                                    en(first, helpers))
                            : say(
                                    "%1$s,须核查",
                                    "%2$s, to be looked into",
                                    zh(first, helpers),
                                    en(first, helpers));
            case VILLAGE_PERSONS_DIFFER -> {
                var persons = second.split("≠", 2);
                yield first.equals("EXITED")
                        ? say(
                                "退出时所报 %1$s 人,在册 %2$s 人",
                                "stated at its exit: %1$s, on the register: %2$s",
                                persons[0],
                                persons[1])
                        : say(
                                "识别时所报 %1$s 人,在册 %2$s 人",
                                "stated when identified: %1$s, on the register: %2$s",
                                persons[0],
                                persons[1]);
            }
            case UNIT_CONTACT_DIFFERS -> {
                var households = first.split("≠", 2);
                yield say(
                        "%1$s:所称 %2$s 户,列名 %3$s 户",
                        "%1$s: %2$s households stated, %3$s named",
                        second,
                        households[0],
                        households[1]);
            }
            case NO_MEMBER,
                    NO_HEAD,
                    CAUSE_MISSING,
                    NO_HELPER,
                    MONITORED_WITHOUT_HELPER,
                    VILLAGE_RECHECK_FAILED ->
                    same("");
        };
    }

    /** Whoever exits is not below the line, whoever comes in is. */
    private static Sentence judged(String[] words) {
        var income = Long.parseLong(words[2]);
        var was = Long.parseLong(words[3]);
        var now = Long.parseLong(words[4]);
        var same = (income < was) == (income < now);
        return say(
                "%1$s 判定时人均 %2$s 元,标准 %3$s 元,更正为 %4$s 元:"
                        + (same ? "结果相同" : "结果应不同")
                        + ("ExitVerified".equals(words[0]) ? "(脱贫核实)" : "(纳入)"),
                "judged on %1$s: %2$s yuan a head by a line of %3$s, corrected to %4$s: "
                        + (same ? "the same" : "it would have come out otherwise")
                        + ("ExitVerified".equals(words[0]) ? " (exit)" : " (came in)"),
                words[1],
                yuan(income),
                yuan(was),
                yuan(now));
    }

    private static Sentence objectedTo(String[] words) {
        var step =
                switch (words[0]) {
                    case "TownshipReviewed" -> say("乡镇审核", "the township's review");
                    case "HouseholdRegistered" -> say("县级审批", "the county's approval");
                    case "HouseholdExited" -> say("脱贫", "the exit");
                    case "RelapseReviewed" -> say("返贫审核", "the review of the relapse");
                    case "HouseholdRelapsed" -> say("返贫", "the relapse");
                    default -> say("纳入监测", "the monitoring");
                };
        var objection = objection(words[2]);
        return say(
                "%1$s 的%2$s,%3$s",
                "%4$s of %1$s, %5$s",
                words[1],
                step.zh(),
                objection.zh(),
                step.en(),
                objection.en());
    }

    private static Sentence voted(String[] words) {
        var what =
                switch (words[0]) {
                    case "HouseholdAssessed" -> say("民主评议", "the assessment");
                    case "ExitAssessed" -> say("脱贫评议", "the assessment of its exit");
                    case "RelapseAssessed" -> say("返贫评议", "the assessment of its relapse");
                    default -> say("监测评议", "the assessment of its monitoring");
                };
        return say(
                "%1$s 的%4$s,更正为赞成 %2$s 票、反对 %3$s 票",
                "%5$s of %1$s, corrected: %2$s for, %3$s against",
                words[1],
                words[2],
                words[3],
                what.zh(),
                what.en());
    }

    private static Sentence objection(String step) {
        return step.equals("UPHELD")
                ? say("异议成立", "the objection was upheld")
                : say("异议未处理", "the objection is open");
    }

    private static Sentence hung(String[] words) {
        var same = Integer.parseInt(words[4]) >= Integer.parseInt(words[3]);
        return say(
                "%1$s 张贴的%5$s按 %2$s 天,更正为 %3$s 天,实公示 %4$s 天:" + (same ? "结果相同" : "未满"),
                "%6$s posted on %1$s for %2$s days, corrected to %3$s, it hung for %4$s: "
                        + (same ? "the same" : "too short"),
                words[1],
                words[2],
                words[3],
                words[4],
                Terms.zh(words[0]),
                Terms.en(words[0]));
    }

    private static Sentence signed(String what, String occasion) {
        return switch (what) {
            case "EXIT" -> say("同意退出", "the exit");
            case "RESULT" -> say("%s 年帮扶成效", "the result of %s", occasion);
            case "QUARTER" ->
                    say(
                            "%1$s 年第 %2$s 季度收支核实",
                            "the check of quarter %2$s of %1$s", (Object[]) occasion.split("-", 2));
            default -> say("核查授权", "the authorisation of a check");
        };
    }

    /** What stands before the colon. */
    static String first(String detail) {
        return detail.split(":", 2)[0];
    }

    private static String zh(String item, Map<String, String> names) {
        return names.getOrDefault(item, FormTerms.zh("item", item));
    }

    private static String en(String item, Map<String, String> names) {
        return names.getOrDefault(item, FormTerms.en("item", item));
    }

    private static String helper(String id, Map<String, String> helpers) {
        return (helpers.getOrDefault(id, "") + " " + Brief.id(id)).strip();
    }

    /** Names and ids are the same in every language. */
    private static Sentence same(String text) {
        return new Sentence(text, text);
    }
}
