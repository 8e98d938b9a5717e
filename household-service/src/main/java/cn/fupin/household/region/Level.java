package cn.fupin.household.region;

/** What kind of place a code names; its trailing zeros say so. */
public enum Level {
    COUNTY,
    TOWNSHIP,
    VILLAGE;

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
