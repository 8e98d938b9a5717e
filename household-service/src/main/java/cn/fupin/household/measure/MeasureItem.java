package cn.fupin.household.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kinds of help measures 帮扶措施 that every scheme has from the beginning, the national list: 发展生产,
 * 易地搬迁, 生态补偿, 发展教育, 医疗救助, 社会保障兜底. What a division has beside them is enacted there, and what it has
 * no more is ended there, {@link MeasureEvent}.
 *
 * @param tellsOfHealth whoever reads of it knows that somebody is ill
 */
public record MeasureItem(String code, String name, boolean tellsOfHealth) {
    public static final String INDUSTRY = "INDUSTRY";
    public static final String RELOCATION = "RELOCATION";
    public static final String ECOLOGY = "ECOLOGY";
    public static final String EDUCATION = "EDUCATION";
    public static final String MEDICAL = "MEDICAL";
    public static final String SAFETY_NET = "SAFETY_NET";

    private static final Map<String, MeasureItem> FROM_THE_BEGINNING =
            byCode(
                    new MeasureItem(INDUSTRY, "发展生产", false),
                    new MeasureItem(RELOCATION, "易地搬迁", false),
                    new MeasureItem(ECOLOGY, "生态补偿", false),
                    new MeasureItem(EDUCATION, "发展教育", false),
                    new MeasureItem(MEDICAL, "医疗救助", true),
                    new MeasureItem(SAFETY_NET, "社会保障兜底", false));

    /** In the order of the list. */
    public static List<MeasureItem> fromTheBeginning() {
        return List.copyOf(FROM_THE_BEGINNING.values());
    }

    static boolean isFromTheBeginning(String code) {
        return FROM_THE_BEGINNING.containsKey(code);
    }

    /**
     * One that nobody enacted is called by its code, and nobody knows that it does not tell of
     * health.
     */
    public static MeasureItem known(String code) {
        return FROM_THE_BEGINNING.getOrDefault(code, new MeasureItem(code, code, true));
    }

    private static Map<String, MeasureItem> byCode(MeasureItem... items) {
        var byCode = new LinkedHashMap<String, MeasureItem>();
        for (var item : items) byCode.put(item.code(), item);
        return byCode;
    }
}
