package cn.fupin.funding.appropriation;

import cn.fupin.backbone.command.Reason;

/** Why an order to an appropriation is refused. */
public enum AppropriationReason implements Reason {
    ALREADY_RECEIVED("该笔资金已经登记", "This appropriation has already been received"),
    NOT_RECEIVED("该笔资金尚未登记", "This appropriation has not been received"),
    APPROPRIATION_EXCEEDED("分配超过该笔资金的余额", "More than the appropriation has left"),
    ALLOCATION_ALREADY_MADE("该指标编号已经使用", "This allocation line exists already"),
    BEFORE_RECEIPT("分配日期早于资金下达", "The allocation is dated before the appropriation"),
    IN_THE_FUTURE("日期晚于今天", "The date is after today");

    private final String zh;
    private final String en;

    AppropriationReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return false;
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
