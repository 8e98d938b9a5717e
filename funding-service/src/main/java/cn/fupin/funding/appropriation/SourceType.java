package cn.fupin.funding.appropriation;

/** 财政专项扶贫资金、行业部门资金、社会帮扶资金. */
public enum SourceType {
    SPECIAL_FUND,
    SECTOR,
    SOCIAL
}
