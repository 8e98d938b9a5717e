package cn.fupin.household.round;

import cn.fupin.backbone.command.Reason;

/** Why an order to a round of re-verification is refused. */
enum RoundReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_OPENED("该轮核实已经开始", "this round is opened already"),
    NOT_OPENED("该轮核实尚未开始", "this round is not opened"),
    ALREADY_CLOSED("该轮核实已经结束", "this round is closed already"),
    DECISIONS_AFTER_THAT_DAY("该日之后已有本轮核实结论", "decisions of this round are dated after that day");

    private final boolean retryable;
    private final String zh;
    private final String en;

    RoundReason(String zh, String en) {
        this(false, zh, en);
    }

    RoundReason(boolean retryable, String zh, String en) {
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
