package cn.fupin.reporting.console;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.reporting.answer.Brief;
import cn.fupin.reporting.figure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and moments as a person reads them. */
final class Display {
    private static final BigDecimal WAN_FEN = BigDecimal.valueOf(1_000_000);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Shanghai.ZONE);

    private Display() {}

    /**
     * A number and, where it is money, the same to the fen.
     *
     * @param exact for a tooltip; empty where the text says it all
     */
    record Amount(String text, String unit, String exact) {}

    static Amount of(BigDecimal value, Unit unit) {
        return unit.isMoney() ? money(value) : new Amount(number(value), unit.zh(), "");
    }

    static Amount money(long fen) {
        return money(BigDecimal.valueOf(fen));
    }

    private static Amount money(BigDecimal fen) {
        var yuan = fen.movePointLeft(2);
        var exact =
                "%s 元(%s 分)"
                        .formatted(number(yuan.setScale(2, RoundingMode.UNNECESSARY)), number(fen));
        // below one 万元 the bigger unit only hides the number
        return fen.abs().compareTo(WAN_FEN) < 0
                ? new Amount(number(yuan), "元", exact)
                : new Amount(number(fen.movePointLeft(6)), "万元", exact);
    }

    /** With a sign, as a difference is read. */
    static String signed(BigDecimal value, Unit unit) {
        var amount = of(value.abs(), unit);
        return "%s%s %s".formatted(value.signum() < 0 ? "−" : "+", amount.text(), amount.unit());
    }

    static String number(BigDecimal value) {
        var pattern = "#,##0.######";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** {@code 2026-01-31 16:00:00}, time of Asia/Shanghai. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /**
     * The first and last digits of an id: enough to recognise it, the whole stands in its title.
     */
    static String shortId(String id) {
        return Brief.id(id);
    }
}
