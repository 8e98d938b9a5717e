package cn.fupin.funding.appropriation;

/** Whose money it is: 中央、省级、市级、县级. */
public enum SourceLevel {
    CENTRAL,
    PROVINCE,
    CITY,
    COUNTY
}
