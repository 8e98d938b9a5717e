package cn.fupin.household.region;

import java.util.Map;

/**
 * What stands on an entry and keeps it from being taken back.
 *
 * @param what names it
 */
record Stands(RegionReason reason, Map<String, Object> what) {}
