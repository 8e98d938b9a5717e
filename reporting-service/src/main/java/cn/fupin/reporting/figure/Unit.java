package cn.fupin.reporting.figure;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a figure counts. Money is kept in fen; a text may claim it in yuan or in 万元. */
public enum Unit {
    HOUSEHOLD("household", "户"),
    PERSON("person", "人"),
    PERSON_TIME("person-time", "人次"),
    VILLAGE("village", "个村"),
    GROUP("group", "个组"),
    SQUARE_KILOMETRE("km2", "平方公里"),
    MU("mu", "亩"),
    DAN("dan", "担"),
    CLASS("class", "期"),
    ROUND("round", "次"),
    BRIDGE("bridge", "座"),
    PERCENT("percent", "%"),
    KILOMETRE("km", "公里"),
    VISIT("visit", "次"),
    DAY("day", "天"),
    UNIT("unit", "个单位"),
    TEAM("team", "支"),
    MEETING("meeting", "次"),
    CASE("case", "件"),
    DOCUMENT("document", "份"),
    SITE("site", "个点"),
    FEN("fen", "元");

    private static final Map<String, BigDecimal> MONEY =
            Map.of(
                    "fen", BigDecimal.ONE,
                    "yuan", BigDecimal.valueOf(100),
                    "wan-yuan", BigDecimal.valueOf(1_000_000));

    private final String code;
    private final String zh;

    Unit(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public boolean isMoney() {
        return this == FEN;
    }

    /** How many of this unit one {@code other} is, or null where they measure different things. */
    public @Nullable BigDecimal per(String other) {
        if (isMoney()) return MONEY.get(other);
        return code.equals(other) ? BigDecimal.ONE : null;
    }
}
