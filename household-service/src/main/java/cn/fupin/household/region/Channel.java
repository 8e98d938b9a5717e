package cn.fupin.household.region;

/** How somebody's word came in: 监督电话, 来信, 来访, 网络. */
public enum Channel {
    HOTLINE,
    LETTER,
    VISIT,
    ONLINE
}
