package cn.fupin.household.quota;

import cn.fupin.backbone.command.Reason;

/** Why a quota is refused. */
enum QuotaReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_ALLOCATED("该区划该年度的规模已经分解", "the quota of this division and year is already allocated");

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
