package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Reason;

/** Why an assessment meeting is refused. */
enum AssessmentReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    HOUSEHOLD_NOT_ON_FILE(true, "没有此户的档案", "no such household is on file"),
    HOUSEHOLD_ON_FILE_LATER(
            "该户（householdId）在评议会当日尚未申请或建档",
            "this household (householdId) had not applied yet, nor was it on file, on the day of the meeting"),
    ALREADY_HELD("该次评议会已经记录", "this meeting is already recorded"),
    MORE_VOTES_THAN_PRESENT("票数多于到会人数", "more votes than persons present"),
    MORE_PRESENT_THAN_ENTITLED("到会人数多于应到人数", "more persons present than could have come"),
    NOT_QUORATE("到会人数未达规定比例", "fewer persons present than the rule asks for");

    private final boolean retryable;
    private final String zh;
    private final String en;

    AssessmentReason(String zh, String en) {
        this(false, zh, en);
    }

    AssessmentReason(boolean retryable, String zh, String en) {
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
