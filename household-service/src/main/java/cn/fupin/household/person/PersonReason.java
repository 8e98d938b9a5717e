package cn.fupin.household.person;

import cn.fupin.backbone.command.Reason;

/** Why something about a person's data is refused. */
enum PersonReason implements Reason {
    IN_THE_FUTURE("日期在将来", "the date is in the future"),
    KNOWN_UNDER_ANOTHER_ID(
            "此人的身份号码已经补录或更正，此编号不再使用：请以 identifiedAs 所示的现用编号重新办理",
            "the person's number became known or was corrected, and this id is not used any more: send this again with the one that is current, identifiedAs"),
    ALREADY_ERASED("此人的个人信息已经销毁", "this person's data were erased"),
    HOLD_ALREADY_PLACED("该留存要求已经设置", "this hold is already placed"),
    NO_SUCH_HOLD("没有这项留存要求，或已经解除", "there is no such hold, or it is lifted"),
    ENDS_BEFORE_IT_BEGINS("截止日期早于开始日期", "it ends before it begins"),
    UNDER_HOLD(
            "此人（含补录身份证号之前的编号）或同一材料所涉他人尚在留存要求之下，不得销毁",
            "a hold stands, on the person under some id or on somebody whose papers would go too"),
    ERASURE_ALREADY_REQUESTED("已有待决定的销毁申请", "an erasure is already requested"),
    NO_ERASURE_REQUESTED("没有待决定的销毁申请", "no erasure is requested"),
    REQUESTER_IS_APPROVER("申请人不得自己批准", "whoever asked for it may not approve it");

    private final String zh;
    private final String en;

    PersonReason(String zh, String en) {
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
