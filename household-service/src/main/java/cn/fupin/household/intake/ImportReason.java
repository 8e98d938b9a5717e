package cn.fupin.household.intake;

import cn.fupin.backbone.command.Reason;

/** Why something is refused of an import. */
enum ImportReason implements Reason {
    UPLOAD_UNKNOWN("没有这份上传的文件", "there is no such upload"),
    ALREADY_RECEIVED("该文件已经登记", "this file is received already"),
    NOT_RECEIVED("该文件尚未登记", "this file is not received yet"),
    RUN_NOT_OVER("导入尚未结束", "the run is not over"),
    RUN_ALREADY_TOLD("这次导入的结果已经登记", "this run's result is recorded already");

    private final String zh;
    private final String en;

    ImportReason(String zh, String en) {
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
