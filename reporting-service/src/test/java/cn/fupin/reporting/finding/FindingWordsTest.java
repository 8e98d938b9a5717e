package cn.fupin.reporting.finding;

import static cn.fupin.reporting.finding.QualityRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found, what does not fit and what to do are said in Chinese and in English. */
class FindingWordsTest {
    private static final String OTHER = "household-00000000-0000-0000-0000-000000000002";

    /** That say no more than that it is so, of which person or payment, or whose household. */
    private static final Set<QualityRule> NOTHING_MORE =
            EnumSet.of(
                    NO_MEMBER,
                    NO_HEAD,
                    CAUSE_MISSING,
                    NO_HELPER,
                    MONITORED_WITHOUT_HELPER,
                    GROUP_ENDED,
                    VILLAGE_RECHECK_FAILED,
                    PERSON_TWICE,
                    MEMBER_LOST,
                    EXIT_WITHOUT_NOTICE,
                    NOT_VISITED,
                    PAYEE_NOT_ON_FILE,
                    PAYEE_NOT_A_MEMBER,
                    PAYEE_DEAD,
                    LOAN_BORROWER_NOT_A_MEMBER,
                    LOAN_BORROWER_AGE,
                    LOAN_USED_BY_ENTERPRISE,
                    LOAN_NOT_REGISTERED);

    /** What each of the others finds. */
    private static final Map<QualityRule, String> DETAILS = new EnumMap<>(QualityRule.class);

    static {
        DETAILS.put(TWO_HEADS, "2");
        DETAILS.put(SIZE_DIFFERS, "4≠3");
        DETAILS.put(BIRTH_YEAR_IMPLAUSIBLE, "1890");
        DETAILS.put(INCOME_NEGATIVE, "2014:-123450");
        DETAILS.put(INCOME_IMPLAUSIBLE, "2014:123450");
        DETAILS.put(CAUSES_TOO_MANY, "3");
        DETAILS.put(NOT_ANNOUNCED, "2014-07-21");
        DETAILS.put(EXIT_NOT_ANNOUNCED, "2015-12-20");
        DETAILS.put(ENTERED_ABOVE_THE_LINE, "2013:800000≥273600");
        DETAILS.put(VILLAGE_ENDED, "511129105201,511129105202");
        DETAILS.put(EXIT_INCOME_DIFFERS, "2015:330000≠310000");
        DETAILS.put(NOTICE_BY_A_RULE_CORRECTED_SINCE, "FIRST:2014-04-21:7:10:7");
        DETAILS.put(
                JUDGED_BY_A_LINE_CORRECTED_SINCE,
                "HouseholdRegistered:2014-07-21:275000:276300:273600");
        DETAILS.put(VOTE_CORRECTED_SINCE, "HouseholdAssessed:2014-04-10:1:2");
        DETAILS.put(OBJECTION_AFTER_STEP, "HouseholdRegistered:2014-06-01:OBJECTION");
        DETAILS.put(VILLAGE_OBJECTION_AFTER_STEP, "EXIT:UPHELD");
        DETAILS.put(EXIT_WHILE_UNSAFE, "DWELLING");
        DETAILS.put(SIGNED_BY_A_CHILD, "RESULT:2015");
        DETAILS.put(HELPER_OVERLOADED, "bf-001:6");
        DETAILS.put(PAYEE_EXCLUDED, "person-1:CAR");
        DETAILS.put(MEMBER_EXCLUDED, "CAR:REFUSE");
        DETAILS.put(LOAN_ABOVE_LIMIT, "loan-1:6000000");
        DETAILS.put(LOAN_TOO_LONG, "loan-1:2020-06-30");
        DETAILS.put(VILLAGE_PERSONS_DIFFER, "EXITED:4≠3");
        DETAILS.put(UNIT_CONTACT_DIFFERS, "29≠28:unit-1");
    }

    @Test
    void everyRuleSaysMoreOrIsKnownToSayNothing() {
        assertThat(DETAILS.keySet()).doesNotContainAnyElementsOf(NOTHING_MORE);
        assertThat(Stream.of(DETAILS.keySet(), NOTHING_MORE).flatMap(Set::stream))
                .containsExactlyInAnyOrder(QualityRule.values());
    }

    @Test
    void everyRuleAndWhatToDoIsSaidInBothLanguages() {
        for (var rule : QualityRule.values()) {
            saidInBoth(rule.zh(), rule.en());
            saidInBoth(rule.todoZh(), rule.todoEn());
        }
        DETAILS.forEach((rule, detail) -> {
            var said = FindingWords.of(rule, detail, Map.of());
            saidInBoth(said.zh(), said.en());
        });
    }

    private static void saidInBoth(String zh, String en) {
        assertThat(zh).containsPattern("\\p{IsHan}");
        assertThat(en).containsPattern("[a-z]").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void numbersMoneyAndNamesStandInTheWords() {
        assertThat(FindingWords.of(SIZE_DIFFERS, "4≠3", Map.of()))
                .extracting("zh", "en")
                .containsExactly("所报 4 人,成员 3 人", "stated: 4, members: 3");
        assertThat(FindingWords.of(INCOME_NEGATIVE, "2014:-123450", Map.of()))
                .extracting("zh", "en")
                .containsExactly("2014 年 -1234.50 元", "-1234.50 yuan in 2014");
        assertThat(FindingWords.of(HELPER_OVERLOADED, "bf-001:6", Map.of("bf-001", "张* 县水务局")))
                .extracting("zh", "en")
                .containsExactly("张* 县水务局 bf-001,6 户", "张* 县水务局 bf-001, households: 6");
        assertThat(FindingWords.of(MEMBER_EXCLUDED, "CAR:ASK", Map.of()).en())
                .endsWith("to be looked into");
        assertThat(FindingWords.of(VILLAGE_PERSONS_DIFFER, "IDENTIFIED:4≠3", Map.of()).zh())
                .isEqualTo("识别时所报 4 人,在册 3 人");
        assertThat(FindingWords.of(UNIT_CONTACT_DIFFERS, "29≠28:县局:一科", Map.of()).zh())
                .isEqualTo("县局:一科:所称 29 户,列名 28 户");
        assertThat(FindingWords.of(EXIT_INCOME_DIFFERS, "2015:330000≠310050", Map.of()).zh())
                .isEqualTo("2015 年核实 3300.00 元,登记 3100.50 元");
        assertThat(
                        FindingWords.of(
                                        JUDGED_BY_A_LINE_CORRECTED_SINCE,
                                        "HouseholdRegistered:2014-07-21:275000:276300:273600",
                                        Map.of())
                                .zh())
                .contains("2763.00", "更正为 2736.00 元", "结果应不同");
        assertThat(
                        FindingWords.of(
                                        JUDGED_BY_A_LINE_CORRECTED_SINCE,
                                        "ExitVerified:2016-10-01:330000:276300:273600",
                                        Map.of())
                                .zh())
                .contains("结果相同", "脱贫核实");
        assertThat(
                        FindingWords.of(
                                        NOTICE_BY_A_RULE_CORRECTED_SINCE,
                                        "SECOND:2014-05-01:7:10:7",
                                        Map.of())
                                .zh())
                .contains("更正为 10 天", "未满");
        assertThat(FindingWords.of(SIGNED_BY_A_CHILD, "QUARTER:2015-3", Map.of()).zh())
                .isEqualTo("2015 年第 3 季度收支核实");
        assertThat(FindingWords.of(PERSON_TWICE, OTHER, Map.of()).zh())
                .isEqualTo(FindingWords.of(PERSON_TWICE, OTHER, Map.of()).en());
        assertThat(FindingWords.of(NO_HEAD, "", Map.of()).zh()).isEmpty();
    }
}
