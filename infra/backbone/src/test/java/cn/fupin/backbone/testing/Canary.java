package cn.fupin.backbone.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What was planted, in every way it could lie somewhere: as text of four charsets, in hex, and
 * within what is base64, whatever stands before it.
 */
public final class Canary {
    private static final int CHUNK = 1 << 20;

    private record Form(String name, byte[] bytes) {}

    /** By its first two bytes: many may be looked for at once. */
    private final Map<Integer, List<Form>> forms = new HashMap<>();

    private final boolean[] begins = new boolean[1 << 16];
    private int longest;

    public Canary(Collection<String> planted) {
        for (var text : planted) {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE,
                            Charset.forName("GB18030"))) {
                var bytes = text.getBytes(charset);
                add(text + " in " + charset, bytes);
                var hex = HexFormat.of().formatHex(bytes);
                add(text + " in hex of " + charset, ascii(hex));
                for (var shift = 0; shift < 3; shift++) {
                    add(
                            text + " in base64 of " + charset + " at " + shift,
                            ascii(base64(bytes, shift)));
                }
            }
        }
    }

    private void add(String name, byte[] form) {
        if (form.length < 6) return;
        var begin = prefix(form, 0);
        forms.computeIfAbsent(begin, _ -> new ArrayList<>()).add(new Form(name, form));
        begins[begin] = true;
        longest = Math.max(longest, form.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The part of the base64 that does not depend on what stands around it. */
    private static String base64(byte[] bytes, int shift) {
        var whole = (bytes.length - shift) / 3 * 3;
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, shift, shift + whole));
    }

    /** Which forms are in the text. */
    public List<String> in(byte[] bytes) {
        return in(bytes, bytes.length);
    }

    public List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where which forms are, in all files of a folder that changed since. */
    public List<String> under(Path folder, FileTime since) throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                try {
                    if (Files.getLastModifiedTime(file).compareTo(since) < 0) continue;
                    for (var form : in(file)) found.add(file + ": " + form);
                } catch (NoSuchFileException gone) {
                    // the servers remove files of their own while they are looked at
                }
            }
        }
        return found;
    }

    private List<String> in(Path file) throws IOException {
        var found = new ArrayList<String>();
        var buffer = new byte[CHUNK + longest];
        var kept = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read; (read = in.readNBytes(buffer, kept, CHUNK)) > 0; ) {
                var length = kept + read;
                found.addAll(in(buffer, length));
                kept = Math.min(longest, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return found;
    }

    private List<String> in(byte[] bytes, int length) {
        var found = new ArrayList<String>();
        for (var at = 0; at < length - 1; at++) {
            if (!begins[prefix(bytes, at)]) continue;
            for (var form : forms.getOrDefault(prefix(bytes, at), List.of())) {
                var end = at + form.bytes().length;
                if (end <= length
                        && Arrays.equals(bytes, at, end, form.bytes(), 0, form.bytes().length)) {
                    found.add(form.name());
                }
            }
        }
        return found;
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
