package cn.fupin.reporting.regions;

import cn.fupin.backbone.command.Malformed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By which divisions a place is told: those of the day asked about, or those of today. */
public enum Divisions {
    THEN("当时区划", "divisions of then"),
    TODAY("现行区划", "divisions of today");

    private final String zh;
    private final String en;

    Divisions(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** {@code then}, {@code today}: as callers and events write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return null when nobody says
     * @throws Malformed naming the parameter
     */
    public static @Nullable Divisions parse(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        for (var divisions : values()) {
            if (divisions.code().equals(text)) return divisions;
        }
        throw new Malformed(
                "divisions", "then-or-today", "应为 then 或 today", "must be then or today");
    }

    /** What is meant by a caller who may say nothing. */
    public static Divisions orThen(@Nullable String text) {
        var said = parse(text);
        return said == null ? THEN : said;
    }
}
