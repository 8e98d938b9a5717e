package cn.fupin.documents.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook's zip without the hour it was made in and without the chance order of its merged
 * cells.
 */
final class SettledZip {
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_BYTES = 22;

    private SettledZip() {}

    static byte[] of(byte[] zip) {
        var out = new ByteArrayOutputStream(zip.length);
        try (var to = new ZipOutputStream(out)) {
            for (var file : files(zip).entrySet()) {
                to.putNextEntry(entry(file.getKey()));
                to.write(settled(file.getKey(), file.getValue()));
                to.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ANY_DAY);
        return entry;
    }

    private static byte[] settled(String name, byte[] file) {
        if (name.equals("docProps/core.xml")) return withoutHour(file);
        return name.startsWith("xl/worksheets/") ? inOrder(file) : file;
    }

    /** The writer keeps merged cells in a set and writes them in whatever order it has. */
    private static byte[] inOrder(byte[] xml) {
        var text = new String(xml, StandardCharsets.UTF_8);
        var merged = MERGED.matcher(text);
        var sorted = MERGED.matcher(text).results().map(MatchResult::group).sorted().iterator();
        return merged.replaceAll(_ -> sorted.next()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutHour(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2000-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The files of a zip of ours, in its order, by its directory: the workbook writer's entries
     * have sizes behind them that the JDK's stream does not take, and nothing personal goes through
     * a temporary file.
     */
    static Map<String, byte[]> files(byte[] bytes) {
        var zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var end = bytes.length - END_BYTES;
        while (zip.getInt(end) != END_OF_DIRECTORY) end--;
        var at = zip.getInt(end + 16);
        var files = new LinkedHashMap<String, byte[]>();
        while (zip.getInt(at) == DIRECTORY_ENTRY) {
            var nameLength = zip.getShort(at + 28);
            var name = new String(bytes, at + 46, nameLength, StandardCharsets.UTF_8);
            files.put(name, file(zip, at));
            at += 46 + nameLength + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return files;
    }

    private static byte[] file(ByteBuffer zip, int directoryEntry) {
        var stored = zip.getShort(directoryEntry + 10) == 0;
        var packed = zip.getInt(directoryEntry + 20);
        var size = zip.getInt(directoryEntry + 24);
        var local = zip.getInt(directoryEntry + 42);
        var start = local + 30 + zip.getShort(local + 26) + zip.getShort(local + 28);
        var file = new byte[size];
        if (stored) {
            zip.get(start, file);
            return file;
        }
        try (var inflater = new Inflater(true)) {
            inflater.setInput(zip.array(), start, packed);
            if (inflater.inflate(file) != size)
                throw new IllegalStateException("a short zip entry");
            return file;
        } catch (DataFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
