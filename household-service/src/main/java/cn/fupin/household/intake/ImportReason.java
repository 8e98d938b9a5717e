package cn.fupin.household.intake;

import cn.fupin.backbone.command.Reason;

/** Why something is refused of an import. */
enum ImportReason implements Reason {
    UPLOAD_UNKNOWN("没有这份上传的文件", "there is no such upload"),
    ALREADY_RECEIVED("该文件已经登记", "this file is received already"),
    NOT_RECEIVED("该文件尚未登记", "this file is not received yet"),
    RUN_NOT_OVER("导入尚未结束", "the run is not over"),
    APPROVED_BY_WHOEVER_ENTERED("更正须由另一人批准", "a correction is approved by somebody else"),
    HAS_BAD_HOUSEHOLDS(
            "有未通过核查的户（households）或不属于任何户的行（strayLines）：请先改正，或注明 leaveOutBad 只导入其余各户",
            "some households are bad, or lines belong to none: mend them, or say leaveOutBad to import the others"),
    NOT_WAITING(
            "该文件不在等待导入：已导入或已撤回，可重新上传",
            "the file does not wait: it was imported or withdrawn, and may be sent again"),
    VILLAGE_ENDED(
            "该村已经撤并，其农户列入承接村的走访包",
            "the village has ended: its households are in the kit of the one that has them now"),
    RUN_ALREADY_TOLD("这次导入的结果已经登记", "this run's result is recorded already"),
    DESK_BUSY(true, "正在核查别的文件，请稍后重试", "other files are being read just now; send it again later");

    private final boolean retryable;
    private final String zh;
    private final String en;

    ImportReason(String zh, String en) {
        this(false, zh, en);
    }

    ImportReason(boolean retryable, String zh, String en) {
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
