package cn.fupin.household.rule;

import cn.fupin.backbone.command.Reason;

/** Why a rule is refused. */
enum RuleReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
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
