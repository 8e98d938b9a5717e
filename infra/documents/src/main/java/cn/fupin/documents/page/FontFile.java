package cn.fupin.documents.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType font as its tables. The font at hand draws characters as Taiwan does unless told
 * otherwise; the mainland's forms are in it too, under the feature {@code locl} of {@code ZHS}. A
 * PDF's text names glyphs, so the choice is made once, in the table from characters to glyphs.
 */
final class FontFile {
    private static final int TABLE_RECORD_BYTES = 16;
    private static final int EXTENSION = 7;

    private record Table(int record, int offset) {}

    private final ByteBuffer font;
    private final Map<String, Table> tables = new HashMap<>();

    FontFile(byte[] bytes) {
        this.font = ByteBuffer.wrap(bytes);
        for (var i = 0; i < u16(4); i++) {
            var record = 12 + i * TABLE_RECORD_BYTES;
            tables.put(tag(record), new Table(record, font.getInt(record + 8)));
        }
    }

    /** Which glyph draws a character, by the font's own choice. */
    TreeMap<Integer, Integer> glyphs() {
        var cmap = table("cmap");
        var glyphs = new TreeMap<Integer, Integer>();
        var subtable = -1;
        for (var i = 0; i < u16(cmap + 2); i++) {
            var record = cmap + 4 + 8 * i;
            if (u16(record) == 3 && u16(record + 2) == 10)
                subtable = cmap + font.getInt(record + 4);
        }
        if (subtable < 0 || u16(subtable) != 12) throw new IllegalStateException("no cmap 12");
        for (var group = 0; group < font.getInt(subtable + 12); group++) {
            var at = subtable + 16 + 12 * group;
            var first = font.getInt(at);
            for (var c = first; c <= font.getInt(at + 4); c++) {
                glyphs.put(c, font.getInt(at + 8) + c - first);
            }
        }
        return glyphs;
    }

    /** The mainland's form of a glyph, where it has one of its own. */
    Map<Integer, Integer> mainlandForms() {
        var gsub = table("GSUB");
        var features = gsub + u16(gsub + 6);
        var lookups = gsub + u16(gsub + 8);
        var forms = new HashMap<Integer, Integer>();
        var language = language(gsub + u16(gsub + 4), "hani", "ZHS ");
        for (var i = 0; i < u16(language + 4); i++) {
            var record = features + 2 + 6 * u16(language + 6 + 2 * i);
            if (!tag(record).equals("locl")) continue;
            var feature = features + u16(record + 4);
            for (var k = 0; k < u16(feature + 2); k++) {
                lookup(lookups + u16(lookups + 2 + 2 * u16(feature + 4 + 2 * k)), forms);
            }
        }
        return forms;
    }

    private int language(int scripts, String script, String language) {
        var found = find(scripts, scripts, script);
        return find(found + 2, found, language);
    }

    /** The offset that a list of (tag, offset) has for a tag. */
    private int find(int list, int base, String tag) {
        for (var i = 0; i < u16(list); i++) {
            var record = list + 2 + 6 * i;
            if (tag(record).equals(tag)) return base + u16(record + 4);
        }
        throw new IllegalStateException("the font has no " + tag);
    }

    private void lookup(int lookup, Map<Integer, Integer> forms) {
        for (var i = 0; i < u16(lookup + 4); i++) {
            var subtable = lookup + u16(lookup + 6 + 2 * i);
            if (u16(lookup) == EXTENSION) subtable += font.getInt(subtable + 4);
            var covered = coverage(subtable + u16(subtable + 2));
            for (var k = 0; k < covered.size(); k++) {
                var glyph = covered.get(k);
                var form =
                        u16(subtable) == 1
                                ? (glyph + u16(subtable + 4)) & 0xffff
                                : u16(subtable + 6 + 2 * k);
                forms.putIfAbsent(glyph, form);
            }
        }
    }

    private List<Integer> coverage(int table) {
        var glyphs = new ArrayList<Integer>();
        for (var i = 0; i < u16(table + 2); i++) {
            if (u16(table) == 1) {
                glyphs.add(u16(table + 4 + 2 * i));
            } else {
                var range = table + 4 + 6 * i;
                for (var glyph = u16(range); glyph <= u16(range + 2); glyph++) glyphs.add(glyph);
            }
        }
        return glyphs;
    }

    /** The same font with another table from characters to glyphs, put at its end. */
    byte[] with(TreeMap<Integer, Integer> glyphs) {
        var cmap = cmap(glyphs);
        var start = (font.capacity() + 3) / 4 * 4;
        var changed = ByteBuffer.allocate(start + cmap.length);
        changed.put(0, font.array());
        changed.put(start, cmap);
        var record = tables.get("cmap");
        if (record == null) throw new IllegalStateException("no cmap");
        changed.putInt(record.record() + 8, start).putInt(record.record() + 12, cmap.length);
        return changed.array();
    }

    private static byte[] cmap(TreeMap<Integer, Integer> glyphs) {
        var groups = new ArrayList<int[]>();
        glyphs.forEach((c, glyph) -> {
            var last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && last[1] + 1 == c && last[2] + c - last[0] == glyph) last[1] = c;
            else groups.add(new int[] {c, c, glyph});
        });
        var table = ByteBuffer.allocate(12 + 16 + 12 * groups.size());
        table.putShort((short) 0).putShort((short) 1); // version, one subtable
        table.putShort((short) 3).putShort((short) 10).putInt(12); // Unicode, all planes
        table.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups.size());
        table.putInt(0).putInt(groups.size());
        for (var group : groups) table.putInt(group[0]).putInt(group[1]).putInt(group[2]);
        return table.array();
    }

    private int table(String tag) {
        var table = tables.get(tag);
        if (table == null) throw new IllegalStateException("the font has no table " + tag);
        return table.offset();
    }

    private String tag(int at) {
        return new String(font.array(), at, 4, StandardCharsets.US_ASCII);
    }

    private int u16(int at) {
        return font.getShort(at) & 0xffff;
    }
}
