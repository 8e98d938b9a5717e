package cn.fupin.reporting.claim;

import cn.fupin.backbone.command.Reason;

/** Why a claim is refused. That the events say otherwise is no reason. */
enum ClaimReason implements Reason {
    ALREADY_CLAIMED(
            "该地区的这一指标已有文本声称,另一日期的声称编号须带日期",
            "This figure of this region has already been claimed; a claim for another day has that day in its id"),
    IN_THE_FUTURE("日期晚于今天", "The date lies in the future");

    private final String zh;
    private final String en;

    ClaimReason(String zh, String en) {
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
