package cn.fupin.household.region;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;

/** What kind of place a code names; its trailing zeros say so. */
public enum Level {
    COUNTY,
    TOWNSHIP,
    VILLAGE;

    /** Refuses what is no code, and the code of a place of another level. */
    public void check(String field, String code) {
        Check.region(field, code);
        if (fits(code)) return;
        throw switch (this) {
            case COUNTY ->
                    new Malformed(field, "county-code", "应为县级区划代码", "must be a county's code");
            case TOWNSHIP ->
                    new Malformed(field, "township-code", "应为乡镇级区划代码", "must be a township's code");
            case VILLAGE ->
                    new Malformed(field, "village-code", "应为村级区划代码", "must be a village's code");
        };
    }

    /** The level a code has by its digits; a prefecture or province counts as no level here. */
    boolean fits(String code) {
        return switch (this) {
            case COUNTY -> code.endsWith("000000") && !code.startsWith("00", 4);
            case TOWNSHIP -> code.endsWith("000") && !code.endsWith("000000");
            case VILLAGE -> !code.endsWith("000");
        };
    }

    /** The code of the place directly above, by the digits. */
    String parentOf(String code) {
        return switch (this) {
            case COUNTY -> code.substring(0, 4) + "00000000";
            case TOWNSHIP -> code.substring(0, 6) + "000000";
            case VILLAGE -> code.substring(0, 9) + "000";
        };
    }
}
