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
    NOT_HELD("没有此次评议会的记录", "no such meeting is recorded"),
    ALREADY_WITHDRAWN("该次评议会已经撤销", "this meeting was withdrawn"),
    STEPS_STAND_ON_IT(
            "已有户（householdId）的评议环节以该次会议为依据，不得撤销，也不得改变日期",
            "a household's step (householdId) stands on this meeting: it is not withdrawn, nor is its day changed"),
    APPROVED_BY_WHOEVER_ENTERED("录入人不得自己批准更正", "whoever enters a correction may not approve it"),
    BEFORE_THE_MEETING("日期早于会议日期", "the date is before the meeting"),
    RECORDED_SO_ALREADY("与现有登记相同，没有可更正的", "it is recorded so already: there is nothing to correct"),
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
