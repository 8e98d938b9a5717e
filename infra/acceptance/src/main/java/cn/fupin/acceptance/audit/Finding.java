package cn.fupin.acceptance.audit;

/**
 * One thing that does not agree.
 *
 * @param place the table, topic or partition: {@code household.events}, {@code
 *     fupin.household-3@17}
 * @param subject the stream, event, position, account or row it is about
 * @param detail what is there and what should be
 */
public record Finding(Kind kind, String place, String subject, String detail) {

    /** What can be wrong, with the word for it. */
    public enum Kind {
        EVENT_TWICE("事件重复", "an event twice"),
        STREAM_HOLE("事件流缺号", "a hole in a stream"),
        SEQUENCE_TWICE("事件流重号", "a sequence number twice"),
        NOT_JSON("内容不是合格的 JSON", "bytes that are no proper JSON"),
        POSITION_HOLE("位置缺号", "a hole in the positions"),
        POSITION_TWICE("位置重复", "a position twice"),
        POSITION_WITHOUT_EVENT("位置没有事件", "a position without its event"),
        EVENT_WITHOUT_POSITION("事件没有位置", "an event without a position"),
        STREAM_OUT_OF_ORDER("事件流次序颠倒", "a stream positioned out of order"),
        RECORDED_BACKWARDS("记录时间倒退", "recordedAt going backwards"),
        WRONG_DIGEST("摘要不符", "a wrong digest"),
        NOT_PUBLISHED("已存未发布", "stored and not published"),
        PUBLISHED_TWICE("重复发布", "published twice"),
        NOT_STORED("已发布而库中没有", "published and not stored"),
        PUBLISHED_DIFFERENTLY("发布与所存不同", "published otherwise than stored"),
        WRONG_KEY("键或分区不对", "a wrong key or partition"),
        PUBLISHED_OUT_OF_ORDER("发布次序颠倒", "published out of order"),
        COMMAND_LOST("已答复的命令丢失", "an answered command lost"),
        COMMAND_ANSWER_CHANGED("答复与记录不同", "an answer other than the one recorded"),
        COMMAND_WITHOUT_EVENT("命令没有其事件", "a command without its event"),
        EVENT_WITHOUT_COMMAND("事件没有其命令", "an event without its command"),
        CITED_FILE("所引材料不符", "a file named that is not stored so, or of another place"),
        POSTINGS_UNBALANCED("分录不平", "postings that do not balance"),
        MONEY_MISCOUNTED("金额不符", "an amount that does not add up"),
        LINE_BALANCE("指标余额不符", "a line's balance that is wrong"),
        ROW_MISSING("投影缺行", "a projection without a row"),
        ROW_EXTRA("投影多行", "a projection with a row too many"),
        ROW_ALTERED("投影行不符", "a projection's row that differs"),
        REGISTER_COUNT("户数或人数不符", "a count of households or persons that is wrong"),
        HOUSEHOLD_SEEN("户的现状不符", "a household or notice that is seen otherwise than it is"),
        KEY_PARKED("键被搁置", "a key parked"),
        OFFSET_STALE("位点落后", "an offset that is stale"),
        OFFSET_AHEAD("位点超前", "an offset that is ahead"),
        OFFSET_MISSING("位点缺失", "an offset that is missing");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    @Override
    public String toString() {
        return "%s %s · %s · %s · %s".formatted(kind.zh, kind.en, place, subject, detail);
    }
}
