package cn.fupin.household.quota;

import cn.fupin.backbone.command.Reason;

/** Why a quota is refused. */
enum QuotaReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_ALLOCATED("该区划该年度的规模已经分解", "the quota of this division and year is already allocated"),
    NOT_ALLOCATED("该区划该年度没有分解规模", "no quota of this division and year is allocated"),
    NOTHING_TO_HAND_DOWN(
            true, "本乡镇该年度没有分解规模，无可下达", "the township has no quota of that year to hand down"),
    NOT_AFTER_THE_AMOUNT_IN_FORCE(
            "调剂日期须晚于现行规模的日期", "it must be adjusted after the amount now in force began"),
    NOTHING_CHANGES("规模与上限没有变化", "that is its amount already"),
    NO_SUCH_AMOUNT(
            "该规模没有所更正的分解或调剂记录", "this quota has no such allocation or adjustment to be corrected"),
    CORRECTION_BEFORE_FACT("更正日期早于被更正的事实", "the correction is dated before the corrected fact"),
    APPROVED_BY_WHOEVER_ENTERED("批准人不得是录入人", "whoever enters a correction may not approve it"),
    CEILING_ABOVE_THE_RISE(
            "上限超过规定的上浮比例", "the ceiling lies further above the number than the rule allows"),
    ABOVE_THE_CEILING_OVER_IT(
            "下级规模之和超过上级（division）规模上限：需 needed 人，余 left 人",
            "the quotas below add up to more than the ceiling of the division above them (division): needed is more than left");

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
