package cn.fupin.household.exclusion;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of exclusion N不进 that are known everywhere from the beginning: 购建商品房, 有车船大型机械, 办企业或雇工,
 * 财政供养, 村四职干部, 举家外出, 其他. Whatever else a division holds against is enacted there, {@link
 * ItemEvent.ExclusionItemEnacted}.
 */
public final class ExclusionItem {
    public static final String HOUSE = "HOUSE";
    public static final String CAR = "CAR";
    public static final String COMPANY = "COMPANY";
    public static final String PUBLIC_PAYROLL = "PUBLIC_PAYROLL";
    public static final String VILLAGE_POST = "VILLAGE_POST";
    public static final String AWAY = "AWAY";
    public static final String OTHER = "OTHER";

    private static final Map<String, String> NAMES =
            Map.of(
                    HOUSE, "购建商品房",
                    CAR, "车船大型机械",
                    COMPANY, "办企业或雇工",
                    PUBLIC_PAYROLL, "财政供养",
                    VILLAGE_POST, "村四职干部",
                    AWAY, "举家外出",
                    OTHER, "其他");

    static final Set<String> FROM_THE_BEGINNING = NAMES.keySet();

    /** Null of what a division enacted. */
    static @Nullable String nameOf(String code) {
        return NAMES.get(code);
    }

    private ExclusionItem() {}
}
