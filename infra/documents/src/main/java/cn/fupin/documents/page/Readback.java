package cn.fupin.documents.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** All words of a finished file, for whoever has to see what really stands in it. */
public final class Readback {
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-fA-F]{1,6});");

    private Readback() {}

    public static String ofPdf(byte[] pdf) {
        try (var reader = new PdfReader(pdf)) {
            var extractor = new PdfTextExtractor(reader);
            var text = new StringBuilder();
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of all its parts, properties and hidden sheets included; each cell is a line. */
    public static String ofXlsx(byte[] xlsx) {
        var text = new StringBuilder();
        SettledZip.files(xlsx).values().forEach(file -> text.append(words(file)).append('\n'));
        return text.toString();
    }

    private static String words(byte[] xml) {
        var text = new String(xml, StandardCharsets.UTF_8);
        // a cell's runs of text are one text for its reader
        var cells = text.replaceAll("</?(r|t|is|rPr)(\\s[^>]*)?>", "").replaceAll("<[^>]+>", "\n");
        return REFERENCE
                .matcher(cells)
                .replaceAll(r ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(r.group(1), 16))))
                .replace("&apos;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
