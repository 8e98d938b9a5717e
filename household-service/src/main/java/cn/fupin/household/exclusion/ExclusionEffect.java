package cn.fupin.household.exclusion;

/** 不予识别; 须核问: it is shown, and nothing is refused for it. */
public enum ExclusionEffect {
    REFUSE,
    ASK
}
