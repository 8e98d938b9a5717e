package cn.fupin.household.quota;

import cn.fupin.backbone.command.Reason;

/** Why a quota is refused. */
enum QuotaReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_ALLOCATED("该区划该年度的规模已经分解", "the quota of this division and year is already allocated"),
    CEILING_ABOVE_THE_RISE(
            "上限超过规定的上浮比例", "the ceiling lies further above the number than the rule allows"),
    ABOVE_THE_CEILING_OVER_IT(
            "下级规模之和超过上级规模上限",
            "the quotas below add up to more than the ceiling of the division above them");

    private final boolean retryable;
    private final String zh;
    private final String en;

    QuotaReason(String zh, String en) {
        this(false, zh, en);
    }

    QuotaReason(boolean retryable, String zh, String en) {
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
