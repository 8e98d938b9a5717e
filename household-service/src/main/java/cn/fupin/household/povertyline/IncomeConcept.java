package cn.fupin.household.povertyline;

/** 农民人均纯收入 (to 2013) or 农村常住居民人均可支配收入 (from 2014). */
public enum IncomeConcept {
    NET_INCOME,
    DISPOSABLE_INCOME
}
