package cn.fupin.household.exclusion;

/** 购建商品房, 有车船大型机械, 办企业或雇工, 财政供养, 村四职干部, 举家外出, 其他. */
public enum ExclusionItem {
    HOUSE,
    CAR,
    COMPANY,
    PUBLIC_PAYROLL,
    VILLAGE_POST,
    AWAY,
    OTHER
}
