package cn.fupin.household.batch;

import cn.fupin.backbone.command.Reason;

/** Why an order to a batch is refused. */
enum BatchReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    VILLAGE_NOT_LISTED(true, "该行政村尚未列入", "this village is not listed yet"),
    ALREADY_OPENED("该批次已经开始", "this batch is opened already"),
    NOT_OPENED("该批次尚未开始", "this batch is not opened"),
    ALREADY_CLOSED("该批次已经结束", "this batch is closed already"),
    OPENED_AFTER_ITS_FIRST_DAY(
            "批次须在受理首日或之前开始",
            "a batch is opened no later than the first day on which it takes applications"),
    APPLICATIONS_AFTER_THAT_DAY("该日之后已有申请", "households applied in it after that day");

    private final boolean retryable;
    private final String zh;
    private final String en;

    BatchReason(String zh, String en) {
        this(false, zh, en);
    }

    BatchReason(boolean retryable, String zh, String en) {
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
