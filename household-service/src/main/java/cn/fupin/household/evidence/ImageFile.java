package cn.fupin.household.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whether a picture is there to its end, by the lengths it says itself: an upload that broke off is
 * no proof of anything. What phones put behind the end is let be.
 */
final class ImageFile {
    static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** Length, type and check of a PNG's chunk, beside what is in it. */
    private static final int AROUND_A_CHUNK = 12;

    private static final byte[] HEADER = "IHDR".getBytes(US_ASCII);
    private static final byte[] DATA = "IDAT".getBytes(US_ASCII);
    private static final byte[] END = "IEND".getBytes(US_ASCII);

    private ImageFile() {}

    static boolean isWholePng(byte[] content) {
        var seen = false;
        var at = PNG_BEGINS.length;
        if (!isChunk(content, at, HEADER)) return false;
        while (content.length - at >= AROUND_A_CHUNK) {
            var length = ByteBuffer.wrap(content).getInt(at);
            if (length < 0 || length > content.length - at - AROUND_A_CHUNK) return false;
            if (isChunk(content, at, END)) return seen;
            seen |= isChunk(content, at, DATA);
            at += AROUND_A_CHUNK + length;
        }
        return false;
    }

    private static boolean isChunk(byte[] content, int at, byte[] type) {
        return content.length >= at + 8 && Arrays.equals(content, at + 4, at + 8, type, 0, 4);
    }

    static boolean isWholeJpeg(byte[] content) {
        var seen = false;
        var at = 2;
        while (at + 1 < content.length && byteAt(content, at) == 0xff) {
            var marker = byteAt(content, at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0xd9) {
                return seen;
            } else if (stands(marker)) {
                at += 2;
            } else {
                if (at + 3 >= content.length) return false;
                var length = byteAt(content, at + 2) << 8 | byteAt(content, at + 3);
                if (length < 2) return false;
                at += 2 + length;
                if (marker == 0xda) {
                    seen = true;
                    at = afterScan(content, at);
                }
            }
        }
        return false;
    }

    /** A marker without a length. */
    private static boolean stands(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    /** Where the next marker is that is neither a byte of the scan nor a restart within it. */
    private static int afterScan(byte[] content, int from) {
        var at = from;
        while (at + 1 < content.length) {
            var next = byteAt(content, at + 1);
            if (byteAt(content, at) == 0xff && next != 0 && !(next >= 0xd0 && next <= 0xd7)) {
                return at;
            }
            at++;
        }
        return content.length;
    }

    private static int byteAt(byte[] content, int at) {
        return Byte.toUnsignedInt(content[at]);
    }
}
