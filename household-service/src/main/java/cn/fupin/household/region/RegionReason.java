package cn.fupin.household.region;

import cn.fupin.backbone.command.Reason;

/** Why an order to a place is refused. */
enum RegionReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    ALREADY_LISTED("该区划已列入", "this division is already listed"),
    NOT_LISTED("该区划尚未列入", "this division is not listed"),
    PARENT_NOT_LISTED(true, "上一级区划尚未列入", "the division above is not listed yet"),
    CODE_NOT_IN_NATIONAL_LIST(
            "国家区划代码表中没有此代码，只能作为样例列入",
            "the code is not in the national list; it may only be listed as a sample"),
    SAMPLE_HAS_A_REAL_CODE("样例不得使用真实的区划代码", "a sample must not use a real division's code"),
    NAME_DIFFERS_FROM_NATIONAL_LIST(
            "名称与国家区划代码表不一致", "the national list has this code under another name"),
    NOT_A_VILLAGE("只能用于行政村", "this is for a village only"),
    ALREADY_A_POOR_VILLAGE("该村已识别为贫困村", "this village is already identified as poor"),
    TEAM_ALREADY_FORMED("该区划已有同名队组", "a team of that name is formed there already"),
    ALREADY_SUPERSEDED("该区划已经撤并", "this division has been superseded already"),
    SUCCESSOR_NOT_LISTED(true, "承接的区划尚未列入", "a succeeding division is not listed yet"),
    SUCCESSOR_OF_ANOTHER_LEVEL("承接的区划级别不同", "a succeeding division is of another level"),
    SUCCEEDS_ITSELF("区划不能承接自己", "a division cannot come after itself");

    private final boolean retryable;
    private final String zh;
    private final String en;

    RegionReason(String zh, String en) {
        this(false, zh, en);
    }

    RegionReason(boolean retryable, String zh, String en) {
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
