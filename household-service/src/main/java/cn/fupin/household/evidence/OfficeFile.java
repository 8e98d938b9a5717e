package cn.fupin.household.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a Word or Excel file is made of: the types its parts are said to have, what they refer to,
 * and the first bytes of each, since a name can be chosen. Nothing else of it is unpacked.
 */
final class OfficeFile {
    private static final int MOST_PARTS = 5_000;
    private static final int MOST_BYTES_OF_A_LIST = 1 << 20;
    private static final int MOST_BYTES_OF_LISTS = 16 << 20;

    private static final List<String> ACTIVE_TYPES =
            List.of("macroenabled", "vbaproject", "vbadata", "macrosheet", "oleobject", "activex");
    private static final List<String> ACTIVE_NAMES =
            List.of("vbaproject", "vbadata", "macrosheets/", "activex/", "embeddings/");

    /** By the last word of their type; a relation to anything outside is one of them too. */
    private static final Set<String> ACTIVE_RELATIONS =
            Set.of(
                    "vbaproject",
                    "wordvbadata",
                    "xlmacrosheet",
                    "xlintlmacrosheet",
                    "oleobject",
                    "package",
                    "control",
                    "activexcontrolbinary",
                    "attachedtemplate",
                    "attachedtoolbars",
                    "afchunk",
                    "externallink");

    /** A file of the old Office (macros and embedded objects are such), another archive. */
    private static final List<byte[]> FILES_WITHIN =
            List.of(
                    new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                    new byte[] {'P', 'K', 3, 4});

    private final Set<String> parts = new HashSet<>();
    private final Map<String, String> types = new HashMap<>();
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private boolean active;
    private int listBytes;

    private OfficeFile() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Null when it is none, or says of itself what is not so. */
    static @Nullable OfficeFile of(byte[] content) {
        if (listed(content) > MOST_PARTS) return null;
        var file = new OfficeFile();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) file.read(zip, entry);
            return file;
        } catch (IOException | XMLStreamException | IllegalArgumentException _) {
            return null;
        }
    }

    /** Counted before the archive's list is taken in: each of its lines is much larger there. */
    private static int listed(byte[] content) {
        var lines = 0;
        for (var i = 0; i < content.length - 3; i++) {
            if (content[i] == 'P'
                    && content[i + 1] == 'K'
                    && content[i + 2] == 1
                    && content[i + 3] == 2) {
                lines++;
            }
        }
        return lines;
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        if (entry.isDirectory()) return;
        if (!zip.canReadEntryData(entry)) throw new IOException("not to be read");
        var name = nameOf(entry.getName());
        parts.add(name);
        active |= ACTIVE_NAMES.stream().anyMatch(name::contains);
        try (var in = zip.getInputStream(entry)) {
            if (name.equals("[content_types].xml"))
                readTypes(list(in.readNBytes(MOST_BYTES_OF_A_LIST)));
            else if (name.endsWith(".rels"))
                readRelations(list(in.readNBytes(MOST_BYTES_OF_A_LIST)));
            else active |= isFileWithin(in.readNBytes(4));
        }
    }

    private static String nameOf(String name) {
        var plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private static boolean isFileWithin(byte[] begin) {
        return FILES_WITHIN.stream().anyMatch(file -> Arrays.equals(file, begin));
    }

    private XMLStreamReader list(byte[] part) throws IOException, XMLStreamException {
        listBytes += part.length;
        if (part.length == MOST_BYTES_OF_A_LIST || listBytes > MOST_BYTES_OF_LISTS) {
            throw new IOException("too long a list");
        }
        return xml.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private void readTypes(XMLStreamReader list) throws XMLStreamException {
        while (list.hasNext()) {
            if (list.next() != XMLStreamReader.START_ELEMENT) continue;
            var type = attribute(list, "ContentType");
            active |= ACTIVE_TYPES.stream().anyMatch(type::contains);
            switch (list.getLocalName()) {
                case "Override" -> types.put(nameOf(attribute(list, "PartName")), type);
                case "Default" -> types.put("*." + attribute(list, "Extension"), type);
                default -> {}
            }
        }
    }

    private void readRelations(XMLStreamReader list) throws XMLStreamException {
        while (list.hasNext()) {
            if (list.next() != XMLStreamReader.START_ELEMENT) continue;
            if (!list.getLocalName().equals("Relationship")) continue;
            var type = attribute(list, "Type");
            var last = type.substring(type.lastIndexOf('/') + 1);
            active |= ACTIVE_RELATIONS.contains(last);
            active |= attribute(list, "TargetMode").equals("external") && !last.equals("hyperlink");
        }
    }

    private static String attribute(XMLStreamReader element, String name) {
        for (var i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    /** Whether it runs something, holds a file of another kind, or fetches what lies elsewhere. */
    boolean isActive() {
        return active;
    }

    /**
     * @param main the part that everything hangs on, and {@code type} what it must be said to be
     */
    boolean hasMain(String main, String type) {
        var ending = main.substring(main.lastIndexOf('.') + 1);
        var said = types.getOrDefault(main, types.getOrDefault("*." + ending, ""));
        return parts.contains(main) && said.equals(type);
    }
}
