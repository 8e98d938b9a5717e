package cn.fupin.household.complaint;

import cn.fupin.backbone.command.Reason;

/** Why an order to a complaint is refused. */
enum ComplaintReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_RECEIVED("该件已经登记", "this complaint is received already"),
    NOT_RECEIVED("该件尚未登记", "this complaint is not received"),
    ALREADY_HANDLED("该件已经办结", "this complaint is handled already"),
    HOUSEHOLD_NOT_ON_FILE_YET("该户当日尚未建立档案", "that household was not on file yet on that day"),
    HOUSEHOLD_NOT_ON_FILE_THERE(true, "该地没有此户的档案", "no such household is on file there");

    private final boolean retryable;
    private final String zh;
    private final String en;

    ComplaintReason(String zh, String en) {
        this(false, zh, en);
    }

    ComplaintReason(boolean retryable, String zh, String en) {
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
