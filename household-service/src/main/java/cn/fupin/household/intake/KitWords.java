package cn.fupin.household.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the door says of a command, told to whoever only knows the sheet: fields by their columns,
 * codes by the words the sheet lets one choose.
 */
final class KitWords {
    private static final Pattern IN_CHINESE = Pattern.compile("（?([A-Za-z][A-Za-z_.]+)）?");
    // a word that is English too, such as "reason", stays one
    private static final Pattern IN_ENGLISH =
            Pattern.compile("\\b([a-z]+[A-Z][A-Za-z]*|[A-Z][A-Z_]{2,})\\b");
    private static final String MALFORMED = "请求有误:";

    private final Map<String, Column> fields = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    void put(String field, Column column) {
        fields.put(field, column);
    }

    /** The words of a column, by the codes they stand for. */
    void choices(Column column, String prefix) {
        column.choices()
                .forEach((word, code) -> {
                    if (code.startsWith(prefix)) codes.put(code.substring(prefix.length()), word);
                });
    }

    /** Of the field or of the whole it is of; null for what the sheet has no column of. */
    @Nullable Column columnOf(String field) {
        var column = fields.get(field.replaceAll("\\[\\d+]", ""));
        return column != null || !field.contains(".")
                ? column
                : columnOf(field.substring(0, field.lastIndexOf('.')));
    }

    String zh(String title) {
        return IN_CHINESE
                .matcher(title.startsWith(MALFORMED) ? title.substring(MALFORMED.length()) : title)
                .replaceAll(found -> {
                    var whole = found.group();
                    var said = said(found.group(1));
                    if (said == null) return Matcher.quoteReplacement(whole);
                    // 出生（BIRTH）: the word stands before its code already
                    return whole.startsWith("（") && codes.containsKey(found.group(1)) ? "" : said;
                });
    }

    /**
     * @param field with which the detail begins; empty when it is about none
     */
    String en(String field, String detail) {
        var column = columnOf(field);
        if (column != null && detail.startsWith(field + " ")) {
            return "“%s”%s".formatted(column.title(), detail.substring(field.length()));
        }
        return IN_ENGLISH
                .matcher(detail)
                .replaceAll(found -> {
                    var said = said(found.group(1));
                    return Matcher.quoteReplacement(said == null ? found.group() : said);
                });
    }

    private @Nullable String said(String word) {
        var column = columnOf(word);
        return column == null ? codes.get(word) : "“" + column.title() + "”";
    }
}
