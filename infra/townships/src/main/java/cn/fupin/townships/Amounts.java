package cn.fupin.townships;

import java.math.BigDecimal;
import java.util.Map;

/** Numbers with their unit as a Chinese reader expects them; money in 元 or 万元, from fen. */
final class Amounts {
    private static final BigDecimal FEN_IN_YUAN = BigDecimal.valueOf(100);
    private static final BigDecimal FEN_IN_TEN_THOUSAND_YUAN = BigDecimal.valueOf(1_000_000);

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("household", "户"),
                    Map.entry("person", "人"),
                    Map.entry("person-time", "人次"),
                    Map.entry("village", "个村"),
                    Map.entry("group", "个组"),
                    Map.entry("km2", "平方公里"),
                    Map.entry("mu", "亩"),
                    Map.entry("dan", "担"),
                    Map.entry("class", "期"),
                    Map.entry("round", "次"),
                    Map.entry("bridge", "座"),
                    Map.entry("percent", "%"),
                    Map.entry("km", "公里"),
                    Map.entry("visit", "次"),
                    Map.entry("day", "天"),
                    Map.entry("unit", "个单位"),
                    Map.entry("team", "支"),
                    Map.entry("meeting", "次"),
                    Map.entry("document", "份"),
                    Map.entry("yuan", "元"),
                    Map.entry("wan-yuan", "万元"));

    private Amounts() {}

    static String of(BigDecimal value, String unit) {
        if (unit.equals("fen")) {
            boolean large = value.abs().compareTo(FEN_IN_TEN_THOUSAND_YUAN) >= 0;
            return plain(value.divide(large ? FEN_IN_TEN_THOUSAND_YUAN : FEN_IN_YUAN))
                    + (large ? " 万元" : " 元");
        }
        return plain(value) + " " + UNITS.getOrDefault(unit, unit);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
