package cn.fupin.household.notice;

import cn.fupin.household.rule.RuleCode;

/** 第一次公示 (village), 第二次公示 (after township review), 退出公示, 监测对象公示. */
public enum NoticeKind {
    FIRST(RuleCode.FIRST_NOTICE_DAYS),
    SECOND(RuleCode.SECOND_NOTICE_DAYS),
    EXIT(RuleCode.EXIT_NOTICE_DAYS),
    MONITORING(RuleCode.MONITORING_NOTICE_DAYS);

    private final RuleCode days;

    NoticeKind(RuleCode days) {
        this.days = days;
    }

    /** The rule that says how long it hangs. */
    RuleCode days() {
        return days;
    }
}
