package cn.fupin.household.rule;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules this service asks for. */
public enum RuleCode {
    FIRST_NOTICE_DAYS("day", 365),
    SECOND_NOTICE_DAYS("day", 365),
    EXIT_NOTICE_DAYS("day", 365),
    HELPER_HOUSEHOLDS_MAX("household", 1000),
    MONITORING_NOTICE_DAYS("day", 365),
    /** From the clue to the confirmation, the day of the clue not counted. */
    MONITORING_DAYS_MAX("day", 365),
    /**
     * 监测范围: up to how much of the poverty line an income per head is watched, and above which the
     * risk is gone; a sudden hardship is watched at any income.
     */
    MONITORING_RANGE_PERCENT("percent", 100, 1000),
    VISITS_PER_MONTH_MIN("visit", 100),
    /** How often somebody comes in a quarter while an exited household is helped. */
    VISITS_PER_QUARTER_AFTER_EXIT_MIN("visit", 100),
    /** 1 while income and expense are checked each quarter; nothing is refused, it is due. */
    QUARTER_CHECK_REQUIRED("flag", 0, 1),
    /** How many persons verify an exit at the least. */
    EXIT_VERIFIERS_MIN("person", 1, 20),
    /** 1 while nobody exits in the year of registration or relapse, 0 when that is over. */
    NO_EXIT_IN_YEAR_OF_IDENTIFICATION("flag", 0, 1),
    /** For how many years after an exit its helper stays. */
    HELP_YEARS_AFTER_EXIT("year", 0, 50),
    /** A poor village's incidence is above that much of the province's. */
    VILLAGE_INCIDENCE_PERCENT("percent", 0, 1000),
    /** A poor village's income per head is below that much of the province's. */
    VILLAGE_INCOME_PERCENT("percent", 1, 100),
    /** A poor village's own income is at most that. */
    VILLAGE_COLLECTIVE_INCOME_MAX("fen", 0, 1_000_000_000),
    /** At that incidence or below a village is out of poverty. */
    VILLAGE_EXIT_INCIDENCE_MAX_BASIS_POINTS("basis-point", 0, 10_000),
    VILLAGE_NOTICE_DAYS("day", 1, 365),
    /** 1 while a village's identification and exit wait for a notice that was posted. */
    VILLAGE_NOTICE_REQUIRED("flag", 0, 1),
    /** How long after leaving a household its members may not apply as one of their own. */
    SPLIT_LOOKBACK_DAYS("day", 3660),
    /** An income per head above it is implausible; nothing is refused for it, it is a finding. */
    INCOME_PER_HEAD_MAX("yuan", 1, 10_000_000),
    /** How far a quota's ceiling may lie above its number. */
    QUOTA_RISE_PERCENT("percent", 1000),
    /** How many of those entitled must be at an assessment meeting. */
    ASSESSMENT_QUORUM_PERCENT("percent", 100),
    /** Whether a notice must name a telephone for objections: 1, and 0 from a day on no more. */
    NOTICE_HOTLINE_REQUIRED("flag", 0, 1),
    /** 1 while a relapse takes proposal, assessment, notice and review, 0 when that is over. */
    RELAPSE_PROCEDURE_REQUIRED("flag", 0, 1),
    /** 1 while no exit is verified that no assessment meeting passed, 0 when that is over. */
    EXIT_ASSESSMENT_REQUIRED("flag", 0, 1),
    /** 1 while nobody is monitored whom no assessment meeting passed, 0 when that is over. */
    MONITORING_ASSESSMENT_REQUIRED("flag", 0, 1),
    /** How many days before joining somebody may be born who joins by birth. */
    BIRTH_JOINS_WITHIN_DAYS("day", 3660),
    /** How soon after it came onto the register a household is announced; later is a finding. */
    ANNOUNCEMENT_WITHIN_DAYS("day", 365),
    /** How old whoever signs for a household is at least; nothing is refused, it is a finding. */
    SIGNING_AGE_MIN("year", 30),
    /** More owed by a household of its micro-credit is a finding, as what follows. */
    MICRO_CREDIT_MAX("yuan", 1, 10_000_000),
    /** From the day it is lent until it is due. */
    MICRO_CREDIT_MONTHS_MAX("month", 1, 600),
    /** Of the year in which whoever borrows turns so old. */
    MICRO_CREDIT_AGE_MIN("year", 1, 150),
    MICRO_CREDIT_AGE_MAX("year", 1, 150),
    /** 1 while the household itself uses what it borrows, 0 when that is over. */
    MICRO_CREDIT_OWN_USE_REQUIRED("flag", 0, 1);

    private final String unit;
    private final long least;
    private final long most;

    RuleCode(String unit, long most) {
        this(unit, 1, most);
    }

    RuleCode(String unit, long least, long most) {
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /** As events and addresses write it: {@code first-notice-days}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String unit() {
        return unit;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    static @Nullable RuleCode of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
