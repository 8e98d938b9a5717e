package cn.fupin.household.intake;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.documents.sheet.Cell;
import cn.fupin.documents.sheet.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells as the types they should be; what is not is found, and then null. */
final class Cells {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,10})?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");
    private static final BigDecimal LEAST_TYPED = new BigDecimal("0.0001");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);

    private final Findings findings;
    private final LocalDate today;

    Cells(Findings findings, LocalDate today) {
        this.findings = findings;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    void found(Line line, Column column, ImportRule rule) {
        findings.add(line, column, rule);
    }

    /** As it stands there, or null for an empty cell and one whose formula failed. */
    @Nullable String raw(Line line, Column column) {
        var cell = line.cell(column);
        if (cell == null) return null;
        if (cell.kind() == Cell.Kind.ERROR) {
            found(line, column, ImportRule.FORMULA_ERROR);
            return null;
        }
        return cell.text();
    }

    @Nullable String required(Line line, Column column) {
        var text = raw(line, column);
        if (text == null && line.cell(column) == null) found(line, column, ImportRule.REQUIRED);
        return text;
    }

    /** Goes into events as it is, so no number of anybody's may stand in it. */
    @Nullable String words(Line line, Column column, int most) {
        var text = raw(line, column);
        if (text == null) return null;
        if (text.length() > most) {
            found(line, column, ImportRule.TOO_LONG);
            return null;
        }
        if (isBroken(text)) {
            found(line, column, ImportRule.BROKEN_CHARACTER);
            return null;
        }
        if (PersonalNumbers.in(text)) {
            found(line, column, ImportRule.PERSONAL_NUMBER);
            return null;
        }
        try {
            return PlainText.of(column.name(), text);
        } catch (Malformed _) {
            found(line, column, ImportRule.BROKEN_CHARACTER);
            return null;
        }
    }

    /** Half of a character: a spreadsheet may hold one, and no event. */
    static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /**
     * What a cell lists, each once.
     *
     * @param longest of one of them
     */
    List<String> list(Line line, Column column, int most, int longest) {
        var text = words(line, column, 1000);
        if (text == null) return List.of();
        var listed =
                Arrays.stream(text.split("[、,，;；/ ]+"))
                        .filter(s -> !s.isBlank())
                        .distinct()
                        .toList();
        if (listed.size() > most) found(line, column, ImportRule.TOO_MANY_ENTRIES);
        if (listed.stream().anyMatch(s -> s.length() > longest)) {
            found(line, column, ImportRule.TOO_LONG);
        }
        return listed;
    }

    @Nullable String choice(Line line, Column column) {
        var text = raw(line, column);
        if (text == null) return null;
        var code = Choices.code(column.choices(), Texts.halfWidth(text).replaceAll("\\s", ""));
        if (code.isEmpty()) {
            found(line, column, ImportRule.NOT_A_CHOICE);
            return null;
        }
        return code;
    }

    @Nullable Boolean yesNo(Line line, Column column) {
        var code = choice(line, column);
        return code == null ? null : Boolean.valueOf(code);
    }

    @Nullable BigDecimal number(Line line, Column column) {
        var text = raw(line, column);
        if (text == null) return null;
        var plain =
                THOUSANDS
                        .matcher(Texts.halfWidth(text).replaceAll("[\\s¥￥]", ""))
                        .replaceAll("")
                        .replaceAll("(元|亩|平方米|㎡|米|人|票)$", "");
        if (!NUMBER.matcher(plain).matches()) {
            found(line, column, ImportRule.NOT_A_NUMBER);
            return null;
        }
        return new BigDecimal(plain);
    }

    /** An amount left empty is none. */
    long fen(Line line, Column column) {
        var yuan = number(line, column);
        if (yuan == null) return 0;
        var fen = yuan.movePointRight(2);
        var rounded = fen.setScale(0, RoundingMode.HALF_EVEN);
        // a sum that a spreadsheet computed is off by less than anybody typed
        if (fen.subtract(rounded).abs().compareTo(LEAST_TYPED) >= 0) {
            found(line, column, ImportRule.ROUNDED_TO_FEN);
        }
        return rounded.longValue();
    }

    @Nullable Integer whole(Line line, Column column, int least, int most) {
        var number = number(line, column);
        if (number == null) return null;
        if (number.stripTrailingZeros().scale() > 0) {
            found(line, column, ImportRule.NOT_WHOLE);
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            found(line, column, ImportRule.OUT_OF_RANGE);
            return null;
        }
        return number.intValueExact();
    }

    /** A day in any of the ways people write one, or a spreadsheet's count of days. */
    @Nullable LocalDate date(Line line, Column column) {
        var text = raw(line, column);
        if (text == null) return null;
        var date = dateOf(Texts.halfWidth(text).strip());
        if (date == null) {
            found(line, column, ImportRule.NOT_A_DATE);
            return null;
        }
        if (date.isAfter(today)) {
            found(line, column, ImportRule.DATE_IN_THE_FUTURE);
            return null;
        }
        return date;
    }

    private static @Nullable LocalDate dateOf(String text) {
        try {
            for (var shape : new Pattern[] {DATE, EIGHT_DIGITS}) {
                var written = shape.matcher(text);
                if (!written.matches()) continue;
                var date =
                        LocalDate.of(
                                Integer.parseInt(written.group(1)),
                                Integer.parseInt(written.group(2)),
                                Integer.parseInt(written.group(3)));
                return date.isBefore(FIRST_DAY) ? null : date;
            }
            // 41730: the date was there, only the cell's format was not
            if (text.matches("\\d{5}")) return DAY_ZERO.plusDays(Integer.parseInt(text));
        } catch (DateTimeException _) {
            // the calendar has no such day
        }
        return null;
    }
}
