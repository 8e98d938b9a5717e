package cn.fupin.household.povertyline;

import cn.fupin.backbone.command.Reason;

/** Why a poverty line is refused. */
enum PovertyLineReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
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
