package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Reason;

/** Why an exclusion rule or a matching list is refused. */
enum ExclusionReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_ENACTED("该条已经施行", "this rule is in force already"),
    NOT_ENACTED("该条尚未施行", "this rule is not in force"),
    ALREADY_ENDED("该条已经废止", "this rule has ended already"),
    NOT_AFTER_IT_TOOK_EFFECT("废止日期须晚于施行日期", "it must end after it took effect"),
    ALREADY_RECEIVED("该名单已经收到", "this list was received already"),
    NOT_RECEIVED("该名单尚未收到", "this list was not received"),
    TOLD_ALREADY("名单上的这些人已经登记", "that the list names these persons was told already"),
    RECEIVED_BEFORE_ITS_DAY("收到日期早于名单截止日期", "received before the day it speaks of");

    private final boolean retryable;
    private final String zh;
    private final String en;

    ExclusionReason(String zh, String en) {
        this(false, zh, en);
    }

    ExclusionReason(boolean retryable, String zh, String en) {
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
