package cn.fupin.household.announcement;

import cn.fupin.backbone.command.Reason;

/** Why an order to an announcement is refused. */
enum AnnouncementReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    BEFORE_PREVIOUS_STEP("日期早于上一步", "the date is before the previous step"),
    REGION_NOT_LISTED(true, "该区划尚未列入", "this division is not listed yet"),
    HOUSEHOLD_NOT_ON_FILE_THERE(true, "该地没有此户的档案", "no such household is on file there"),
    NOT_REGISTERED_BY_THEN(true, "所列户至公告之日尚未识别建档", "a household was not registered by that day"),
    NOT_EXITED_BY_THEN(true, "所列户至公告之日尚未脱贫退出", "a household had not exited by that day"),
    ALREADY_PUBLISHED("该公告已经发布", "this announcement is published already"),
    NOT_PUBLISHED("该公告尚未发布", "this announcement is not published"),
    ALREADY_WITHDRAWN("该公告已经撤回", "this announcement was withdrawn");

    private final boolean retryable;
    private final String zh;
    private final String en;

    AnnouncementReason(String zh, String en) {
        this(false, zh, en);
    }

    AnnouncementReason(boolean retryable, String zh, String en) {
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
