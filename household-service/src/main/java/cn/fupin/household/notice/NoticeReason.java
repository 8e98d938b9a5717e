package cn.fupin.household.notice;

import cn.fupin.backbone.command.Reason;

/** Why an order to a notice is refused. */
enum NoticeReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    NO_RULE_FOR_DAYS(true, "当日该地没有公示期限的规定", "no rule says how long it hangs there on that day"),
    ALREADY_POSTED("该公示已经张贴", "this notice is already posted"),
    NOT_POSTED("该公示尚未张贴", "this notice is not posted"),
    ALREADY_CLOSED("该公示已经结束", "this notice is already closed"),
    ALREADY_WITHDRAWN("该公示已经撤回", "this notice was withdrawn"),
    STEPS_STAND_ON_IT("已有办理环节以该公示为依据", "steps of households stand on this notice"),
    HOTLINE_REQUIRED("公示须载明监督电话", "it must name a telephone for objections"),
    BATCH_UNKNOWN(true, "没有此申请批次", "no such batch of applications is recorded yet"),
    BATCH_ELSEWHERE("申请批次不在公示所在地", "the batch is of another place"),
    BEFORE_ITS_BATCH("公示早于该批次受理首日", "it hangs before the batch takes applications"),
    BEFORE_LEGAL_DURATION("公示期未满", "its legal duration is not over"),
    HOUSEHOLD_NOT_ON_FILE(true, "没有此户的档案", "no such household is on file"),
    HOUSEHOLD_AT_ANOTHER_STEP(
            "该户（householdId）张贴当日不在此公示的环节（step 为其当日最后办理的环节）：第一次公示在评议通过之后，第二次公示在乡镇审核之后，退出公示在农户认可之后，监测公示在核查之后",
            "this household (householdId) is at another step on that day (step is its last by then): a first notice comes after the assessment, a second after the review, one of an exit after the household agreed, one of monitoring after the check"),
    HOUSEHOLD_NOT_NAMED("公示中没有该户", "the notice does not name this household"),
    AFTER_THE_HANGING_DAYS("公示期已满，不再受理异议", "its days are over: nobody objects after them"),
    OBJECTION_ALREADY_OPEN("对该户的异议尚未处理", "an objection to this household is already open"),
    OBJECTION_ALREADY_UPHELD("对该户的异议已经成立", "an objection to this household was already upheld"),
    NO_OPEN_OBJECTION("对该户没有待处理的异议", "no objection to this household is open"),
    HOUSEHOLD_ON_THE_LIST("该户已在公示名单上，不是漏评", "the notice names this household: it was not left out"),
    NOBODY_MISSES_AN_EXIT("退出公示没有漏评", "nobody is left out of a notice of exits"),
    OMISSION_ID_USED("该公示已有此编号的漏评异议", "the notice has an objection of that id already"),
    NO_SUCH_OMISSION("该公示没有此编号的漏评异议", "the notice has no objection of that id"),
    OMISSION_ALREADY_SETTLED("该漏评异议已经处理", "this objection was settled already"),
    OMISSION_NOT_UPHELD("该漏评异议未经处理成立", "this objection is not upheld"),
    OMISSION_ALREADY_FOLLOWED_UP("该漏评异议已经落实", "this objection was followed up already");

    private final boolean retryable;
    private final String zh;
    private final String en;

    NoticeReason(String zh, String en) {
        this(false, zh, en);
    }

    NoticeReason(boolean retryable, String zh, String en) {
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
