package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Reason;

/** Why an order to a payment is refused. */
enum PaymentReason implements Reason {
    ALREADY_REQUESTED(false, "该笔付款已经申请", "This payment has already been requested"),
    NOT_AWAITING_APPROVAL(false, "付款不在待审批状态", "The payment is not waiting for approval"),
    NOT_AWAITING_BANK(false, "付款不在待银行处理状态", "The payment is not waiting for the bank"),
    NOT_PAID(false, "款项没有付出，无从退回", "Nothing was paid, so nothing can come back"),
    MAKER_IS_CHECKER(false, "录入人不能审批自己录入的付款", "Who entered a payment may not approve it"),
    LINE_NOT_IN_COMMITMENT(false, "指标不在该项目安排之内", "The line is not one of the commitment's"),
    COMMITMENT_LINE_EXCEEDED(false, "超过该项目安排的余额", "More than the commitment's line has left"),
    RETURN_ABOVE_PAID(false, "退回超过已付金额", "More would come back than was paid"),
    HOUSEHOLD_NOT_REGISTERED_THEN(
            false, "该日此户不在建档立卡名册内", "The household was not in the register on that day"),
    BEFORE_COMMITMENT(false, "付款日期早于资金安排", "The payment is dated before the commitment"),
    BEFORE_LAST_STEP(false, "日期早于上一环节", "The date is before that of the step before"),
    IN_THE_FUTURE(false, "日期晚于今天", "The date is after today"),
    COMMITMENT_NOT_KNOWN_YET(
            true, "资金尚未安排，请稍后再试", "The commitment does not exist yet; try again later"),
    HOUSEHOLD_NOT_KNOWN_YET(
            true,
            "此户尚未建档立卡或尚未同步，请稍后再试",
            "The household is not registered, or not known here yet; try again later");

    private final boolean retryable;
    private final String zh;
    private final String en;

    PaymentReason(boolean retryable, String zh, String en) {
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
