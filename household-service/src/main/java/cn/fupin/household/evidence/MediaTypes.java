package cn.fupin.household.evidence;

import cn.fupin.backbone.command.Malformed;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What may be stored, told by the content's own first bytes and not by what the sender calls it:
 * somebody will open it.
 */
final class MediaTypes {
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Map<String, String> ENDINGS =
            Map.of(PDF, "pdf", JPEG, "jpg", PNG, "png", DOCX, "docx", XLSX, "xlsx");
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int MOST_ENTRIES = 10_000;

    private MediaTypes() {}

    static String endingOf(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, "bin");
    }

    static void check(String mediaType, byte[] content) {
        if (!ENDINGS.containsKey(mediaType)) {
            throw new Malformed(
                    "Content-Type",
                    "media-type",
                    "只接受 PDF、JPEG、PNG、DOCX、XLSX",
                    "must be one of PDF, JPEG, PNG, DOCX, XLSX");
        }
        if (!isWhatItSays(mediaType, content)) {
            throw new Malformed(
                    "",
                    "content-is-its-media-type",
                    "文件内容与所称类型不符，或含宏",
                    "the content is not of the type it says, or holds macros");
        }
    }

    private static boolean isWhatItSays(String mediaType, byte[] content) {
        return switch (mediaType) {
            case PDF -> begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
            case JPEG -> begins(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
            case PNG -> begins(content, PNG_BEGINS);
            case DOCX -> isOffice(content, "word/document.xml");
            case XLSX -> isOffice(content, "xl/workbook.xml");
            default -> false;
        };
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length > with.length
                && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    private static boolean isOffice(byte[] content, String main) {
        if (!begins(content, new byte[] {'P', 'K', 3, 4})) return false;
        var names = namesIn(content);
        return names.contains("[Content_Types].xml")
                && names.contains(main)
                && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
    }

    /** By the zip's directory alone: nothing is unpacked, so nothing can be large. */
    private static Set<String> namesIn(byte[] zip) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var names = new HashSet<String>();
        try {
            var end = endOfDirectory(buffer);
            if (end < 0) return Set.of();
            var entries = Short.toUnsignedInt(buffer.getShort(end + 10));
            buffer.position(buffer.getInt(end + 16));
            for (var i = 0; i < Math.min(entries, MOST_ENTRIES); i++) {
                if (buffer.getInt(buffer.position()) != DIRECTORY_ENTRY) return Set.of();
                var at = buffer.position();
                var name = new byte[Short.toUnsignedInt(buffer.getShort(at + 28))];
                var behind =
                        Short.toUnsignedInt(buffer.getShort(at + 30))
                                + Short.toUnsignedInt(buffer.getShort(at + 32));
                buffer.get(at + 46, name);
                names.add(new String(name, StandardCharsets.UTF_8));
                buffer.position(at + 46 + name.length + behind);
            }
            return names;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            return Set.of(); // says more than there is: no zip
        }
    }

    private static int endOfDirectory(ByteBuffer buffer) {
        var last = buffer.limit() - END_BYTES;
        for (var at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (buffer.getInt(at) == END_OF_DIRECTORY) return at;
        }
        return -1;
    }
}
