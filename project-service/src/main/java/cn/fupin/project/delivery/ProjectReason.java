package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Reason;

/** Why an order to a project is refused. */
enum ProjectReason implements Reason {
    ALREADY_PROPOSED(false, "该项目已经申报", "This project has already been proposed"),
    NOT_AWAITING_APPROVAL(false, "项目不在待审批状态", "The project is not waiting for approval"),
    NOT_AWAITING_CONTRACT(
            false,
            "项目尚未入库或已签订合同",
            "The project is not in the library, or already has its contract"),
    NOT_UNDER_CONTRACT(
            false, "项目尚未签订合同或已经验收", "The project has no contract yet, or is already accepted"),
    NOT_IN_LIBRARY(false, "项目尚未进入项目库", "The project is not in the project library"),
    NOT_COMPLETE(false, "工程进度未达 100%，不能验收", "Progress is below 100 %, so it cannot be accepted"),
    PROGRESS_DECREASES(false, "工程进度不能倒退", "Progress cannot go back"),
    CONTRACT_ABOVE_BUDGET(false, "合同金额超过项目预算", "The contract is above the project's budget"),
    BENEFICIARIES_ALREADY_NAMED(false, "受益户已经确定", "The beneficiaries have already been named"),
    HOUSEHOLD_NOT_REGISTERED_THEN(
            false, "该日有户不在建档立卡名册内", "A household was not in the register on that day"),
    BEFORE_LAST_STEP(false, "日期早于上一环节", "The date is before that of the step before"),
    IN_THE_FUTURE(false, "日期晚于今天", "The date is after today"),
    REGION_NOT_KNOWN_YET(
            true,
            "区划尚未登记或尚未同步，请稍后再试",
            "The region is not listed, or not known here yet; try again later"),
    HOUSEHOLD_NOT_KNOWN_YET(
            true,
            "有户尚未建档立卡或尚未同步，请稍后再试",
            "A household is not registered, or not known here yet; try again later");

    private final boolean retryable;
    private final String zh;
    private final String en;

    ProjectReason(boolean retryable, String zh, String en) {
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
