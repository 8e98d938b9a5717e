package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Reason;

/** Why a stored file is refused, or what names one. */
enum EvidenceReason implements Reason {
    EVIDENCE_NOT_STORED(
            "所列佐证材料没有存入，或与存入时不符", "no such file is stored, or it is another than named"),
    EVIDENCE_OF_ANOTHER_PLACE(
            "所列材料存入的地方与该事项所在地互不统属",
            "the file was stored for a place that neither covers the place of the deed nor lies in it"),
    REGION_NOT_LISTED("该区划尚未列入登记", "the region is not listed"),
    ABOUT_ANOTHER_PLACE("材料所涉档案不在所称地方", "what the file is said to be about lies in another place"),
    EVIDENCE_ERASED("该材料随当事人的个人信息一并销毁", "the file is gone with a person whose data it held"),
    EVIDENCE_MISSING("该材料的文件缺失或已被改动", "the file is missing or was altered"),
    ALREADY_STORED("该编号的材料已经存入", "a file is already stored under this id"),
    PERSON_WITHOUT_KEY(
            "所列人员不在登记中，或其个人信息已经销毁", "a person named is not in the register or was erased"),
    SAME_AS_FOUND_BEFORE("与上次核查结果相同", "the check found the same before"),
    FILES_BUSY(true, "文件库繁忙，请稍后用同一键重试", "the files are busy; retry with the same key");

    private final boolean retryable;
    private final String zh;
    private final String en;

    EvidenceReason(String zh, String en) {
        this(false, zh, en);
    }

    EvidenceReason(boolean retryable, String zh, String en) {
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
