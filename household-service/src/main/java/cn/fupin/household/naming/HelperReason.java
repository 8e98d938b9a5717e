package cn.fupin.household.naming;

import cn.fupin.backbone.command.Reason;

/** Why a helper is not named so. */
enum HelperReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    WORKS_ELSEWHERE(
            "该编号已被占用：其帮扶户和任职都在其他地方。编号全国通用：确是此人的由当地登记姓名，不是此人的请另选编号，如以本县代码开头（513423-bf-001）",
            "this id is taken: whatever it helps or serves lies elsewhere. Ids are the whole country's: the same person is named there; for another choose another id, as with the county's code before it (513423-bf-001)"),
    ID_TAKEN(
            "该编号已在其他地方使用。编号全国通用：请另选编号，如以本县代码开头（513423-bf-001）",
            "this id is taken elsewhere. Ids are the whole country's: choose another, as with the county's code before it (513423-bf-001)"),
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
