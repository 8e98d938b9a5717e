package cn.fupin.funding.loan;

import cn.fupin.backbone.command.Reason;

/** Why an order to a loan is refused. */
enum LoanReason implements Reason {
    ALREADY_REPORTED("该笔贷款已经登记", "This loan has been reported already"),
    NOT_REPORTED("该笔贷款尚未登记", "This loan has not been reported"),
    TAKEN_BACK("该笔贷款的登记已经撤销", "This loan was taken back"),
    HOUSEHOLD_NOT_KNOWN_YET(
            true, "尚未收到该户建档立卡的消息", "It is not known yet that this household was registered"),
    MORE_THAN_OWED("归还超过尚欠的本金", "More than is owed of the principal"),
    BEFORE_LAST_STEP("日期早于上一步", "The date is before the last step"),
    APPROVED_BY_WHOEVER_ENTERED("录入人不得自己批准更正", "Whoever enters a correction may not approve it"),
    IN_THE_FUTURE("日期晚于今天", "The date is after today");

    private final boolean retryable;
    private final String zh;
    private final String en;

    LoanReason(String zh, String en) {
        this(false, zh, en);
    }

    LoanReason(boolean retryable, String zh, String en) {
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
