package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Reason;

/** Why a sample of archives or an appraisal is refused. */
enum OversightReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    ALREADY_RECORDED("该件已经登记", "this is recorded already"),
    YEAR_AFTER_THE_APPRAISAL("考核年度晚于考核日期", "the year is later than the day of the appraisal"),
    FOUND_OUTSIDE_THE_SAMPLE(
            "问题不属于所抽查的户", "something was found of a household that is not in the sample"),
    NOT_SAMPLED("没有此次抽查", "no such sampling is recorded"),
    NO_FAULT_FOUND("该次抽查没有发现该户的问题", "that sampling found nothing wrong with this household's file"),
    BEFORE_THE_SAMPLING("整改日期早于抽查之日", "rectified before the day of the sampling"),
    RECTIFIED_ALREADY("该户的问题已经整改", "what was found of this household is rectified already"),
    HELPER_UNKNOWN(
            true,
            "没有此帮扶责任人：既未登记姓名，也没有帮扶户或任职",
            "nobody knows this helper: neither named nor helping a household nor serving anywhere"),
    HELPER_NOT_KNOWN_YET("当日尚无此帮扶责任人", "this helper was not known yet on that day"),
    HOUSEHOLD_NOT_ON_FILE_YET("该户当日尚未建立档案", "that household was not on file yet on that day"),
    HOUSEHOLD_NOT_ON_FILE_THERE(true, "该地没有此户的档案", "no such household is on file there");

    private final boolean retryable;
    private final String zh;
    private final String en;

    OversightReason(String zh, String en) {
        this(false, zh, en);
    }

    OversightReason(boolean retryable, String zh, String en) {
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
