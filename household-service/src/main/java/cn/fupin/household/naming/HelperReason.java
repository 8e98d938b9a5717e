package cn.fupin.household.naming;

import cn.fupin.backbone.command.Reason;

/** Why a helper is not named so. */
enum HelperReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    WORKS_ELSEWHERE(
            "该编号的帮扶户和任职都在其他地方，应由当地登记姓名",
            "whatever this id helps or serves lies elsewhere; it is named there"),
    ALREADY_NAMED("该编号已有姓名，变更请用 /change", "this id has a name already; it is changed by /change"),
    BEFORE_WHAT_WAS_SAID("日期早于上一次登记的日期", "the date is before what was said last"),
    NAMED_MEANWHILE(true, "该编号刚被他人登记", "somebody else named this id just now");

    private final boolean retryable;
    private final String zh;
    private final String en;

    HelperReason(String zh, String en) {
        this(false, zh, en);
    }

    HelperReason(boolean retryable, String zh, String en) {
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
