package cn.fupin.household.evidence;

/** 会议记录, 签字公示, 表格, 照片, 授权书, 其他. */
public enum EvidenceKind {
    MINUTES,
    SIGNED_NOTICE,
    FORM,
    PHOTO,
    AUTHORISATION,
    OTHER
}
