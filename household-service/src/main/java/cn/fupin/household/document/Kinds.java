package cn.fupin.household.document;

import cn.fupin.household.measure.MeasureItem;

/** What the kinds of measures are called where a household lies. */
interface Kinds {
    /** None but the national list. */
    Kinds NATIONAL = (code, _) -> MeasureItem.known(code);

    MeasureItem of(String code, String region);
}
