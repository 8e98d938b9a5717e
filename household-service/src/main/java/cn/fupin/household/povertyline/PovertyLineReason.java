package cn.fupin.household.povertyline;

import cn.fupin.backbone.command.Reason;

/** Why a poverty line is refused. */
enum PovertyLineReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    NOT_SET("该区划该年度的扶贫标准尚未设定", "the line of this division and year is not set"),
    NO_SUCH_SETTING("没有所更正的标准记录", "the line has no such setting to be corrected"),
    NOTHING_CHANGES("与更正前一致", "that is what it reads already"),
    CORRECTION_BEFORE_FACT("更正日期早于被更正的事实", "the correction is dated before the corrected fact"),
    APPROVED_BY_WHOEVER_ENTERED("批准人不得是录入人", "whoever enters a correction may not approve it"),
    ALREADY_SET("该区划该年度的扶贫标准已经设定", "the line of this division and year is already set");

    private final boolean retryable;
    private final String zh;
    private final String en;

    PovertyLineReason(String zh, String en) {
        this(false, zh, en);
    }

    PovertyLineReason(boolean retryable, String zh, String en) {
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
