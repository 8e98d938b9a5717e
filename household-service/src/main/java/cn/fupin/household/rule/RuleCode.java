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
    VISITS_PER_MONTH_MIN("visit", 100),
    /** How far a quota's ceiling may lie above its number. */
    QUOTA_RISE_PERCENT("percent", 1000);

    private final String unit;
    private final long most;

    RuleCode(String unit, long most) {
        this.unit = unit;
        this.most = most;
    }

    /** As events and addresses write it: {@code first-notice-days}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String unit() {
        return unit;
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
