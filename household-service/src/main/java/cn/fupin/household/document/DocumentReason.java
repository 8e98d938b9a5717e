package cn.fupin.household.document;

import cn.fupin.backbone.command.Reason;

/** Why a document is not given out. */
enum DocumentReason implements Reason {
    NO_LIFE_ON_THAT_DAY("该户当日尚无档案", "this household had no file yet on that day"),
    NOT_KNOWN_BY_THEN("当时系统中尚未录入", "nothing of it was recorded by then"),
    NOT_POSTED_ON_THAT_DAY("该公示当日尚未张贴", "this notice was not posted yet on that day"),
    NOT_PUBLISHED_ON_THAT_DAY("该公告当日尚未发布", "this announcement was not published yet on that day"),
    NOTICE_SHOWS_A_NUMBER(
            "公示、公告名单中出现个人号码，不予出具", "the list shows a personal number and is not given out"),
    NOTICE_SHOWS_HEALTH(
            "公示、公告名单中出现健康信息，不予出具", "the list tells of somebody's health and is not given out"),
    TOO_MANY_HOUSEHOLDS(
            "户数过多，请按村出具（/villages/{region}/documents/archive）",
            "too many households for one archive: ask for /villages/{region}/documents/archive village by village"),
    NAMES_WERE_TOLD_ALREADY(
            "同一 Idempotency-Key 已出具过；再次出具须用新键",
            "this key has been answered before: use another to be told again");

    private final String zh;
    private final String en;

    DocumentReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public boolean retryable() {
        return false;
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
