package cn.fupin.household.division;

/** What divisions take in; whoever keeps the successions knows. */
public interface Extents {
    Extent extentOf(String code);
}
