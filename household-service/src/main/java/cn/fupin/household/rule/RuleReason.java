package cn.fupin.household.rule;

import cn.fupin.backbone.command.Reason;

/** Why a rule is refused. */
enum RuleReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    TOO_FAR_AHEAD(
            "生效日期最迟为录入之日起一年内（latest）",
            "a rule takes effect at most a year after it is entered (latest)"),
    NOT_ENACTED("该规定尚未施行", "this rule is not in force"),
    NO_SUCH_ENACTMENT("没有所更正的施行记录", "the rule has no such enactment to be corrected"),
    NOTHING_CHANGES("与更正前一致", "that is what it reads already"),
    CORRECTION_BEFORE_FACT("更正日期早于被更正的事实", "the correction is dated before the corrected fact"),
    APPROVED_BY_WHOEVER_ENTERED("批准人不得是录入人", "whoever enters a correction may not approve it"),
    NOT_AFTER_THE_RULE_IN_FORCE("生效日期须晚于现行规定", "it must take effect after the value now in force");

    private final boolean retryable;
    private final String zh;
    private final String en;

    RuleReason(String zh, String en) {
        this(false, zh, en);
    }

    RuleReason(boolean retryable, String zh, String en) {
        this.retryable = retryable;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
