package cn.fupin.documents.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Text with separators in UTF-8, with or without its mark, in GBK (as GB 18030) or in UTF-16. */
final class CsvFile {
    /** The name under which its only sheet is spoken of. */
    static final String SHEET = "CSV";

    private CsvFile() {}

    static void read(byte[] file, Limits limits, SheetVisitor visitor) throws Unreadable {
        var text = decoded(file);
        var format =
                CSVFormat.Builder.create()
                        .setDelimiter(delimiter(text))
                        .setQuote('"')
                        .setIgnoreEmptyLines(false)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get();
        visitor.sheet(SHEET);
        try (var records = format.parse(new StringReader(text))) {
            for (var line : records) {
                if (line.getRecordNumber() > limits.rows()) {
                    throw new Unreadable(Unreadable.Why.TOO_MANY_ROWS);
                }
                if (line.size() > limits.columns()) {
                    throw new Unreadable(Unreadable.Why.TOO_MANY_COLUMNS);
                }
                var cells = cells(line);
                if (cells.stream().anyMatch(Objects::nonNull)) {
                    visitor.row(new SheetRow((int) line.getRecordNumber(), cells));
                }
            }
        } catch (IOException | java.io.UncheckedIOException damaged) {
            throw new Unreadable(Unreadable.Why.DAMAGED);
        }
    }

    private static List<@Nullable Cell> cells(CSVRecord line) {
        var cells = new ArrayList<@Nullable Cell>(line.size());
        for (var value : line) {
            var text = Texts.trimmed(asTyped(value.strip()));
            cells.add(text.isEmpty() ? null : Cell.text(text));
        }
        return cells;
    }

    /** {@code ="510…"} and {@code '510…}: how people keep a program from taking it for a number. */
    private static String asTyped(String value) {
        if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
            return value.substring(2, value.length() - 1);
        }
        return value.startsWith("'") ? value.substring(1) : value;
    }

    private static char delimiter(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var best = ',';
        for (var candidate : new char[] {',', '\t', ';', '，'}) {
            if (count(first, candidate) > count(first, best)) best = candidate;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String decoded(byte[] file) throws Unreadable {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return strictly(file, 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return strictly(file, 2, StandardCharsets.UTF_16BE);
        }
        var marked =
                file.length >= 3
                        && (file[0] & 0xFF) == 0xEF
                        && (file[1] & 0xFF) == 0xBB
                        && (file[2] & 0xFF) == 0xBF;
        try {
            return strictly(file, marked ? 3 : 0, StandardCharsets.UTF_8);
        } catch (Unreadable notUtf8) {
            if (marked) throw notUtf8;
            return strictly(file, 0, Charset.forName("GB18030"));
        }
    }

    private static String strictly(byte[] file, int from, Charset charset) throws Unreadable {
        try {
            CharBuffer text =
                    charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from));
            return text.toString();
        } catch (CharacterCodingException another) {
            throw new Unreadable(Unreadable.Why.ENCODING_UNKNOWN);
        }
    }
}
