package cn.fupin.backbone.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format: a signature, then per row its fields, then an end. */
final class CopyBuffer {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] END = {(byte) 0xFF, (byte) 0xFF};
    private static final int FIRST_BYTES = 64 * 1024;
    private static final short POSITIVE = 0;
    private static final short NEGATIVE = 0x4000;
    private static final int DIGITS_IN_A_GROUP = 4;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    private int rows;

    /** A point to go back to. */
    record Mark(int size, int rows) {}

    Mark mark() {
        return new Mark(size, rows);
    }

    void backTo(Mark mark) {
        size = mark.size();
        rows = mark.rows();
    }

    int size() {
        return size;
    }

    int rows() {
        return rows;
    }

    /** What comes before the first row of a copy. */
    static void begin(CopyIn copy) throws SQLException {
        copy.writeToCopy(SIGNATURE, 0, SIGNATURE.length);
    }

    /** The rows of this one; those of others may follow. */
    void writeTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
    }

    /** What comes after the last row of a copy. */
    static void end(CopyIn copy) throws SQLException {
        copy.writeToCopy(END, 0, END.length);
    }

    void row(int fields) {
        rows++;
        int16(fields);
    }

    void nothing() {
        int32(-1);
    }

    void bool(boolean value) {
        int32(1);
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void number(long value, int width) {
        int32(width);
        switch (width) {
            case Short.BYTES -> int16((int) value);
            case Integer.BYTES -> int32((int) value);
            default -> int64(value);
        }
    }

    void text(String value) {
        // PostgreSQL has no zero in a text and would refuse the whole chunk
        if (value.indexOf('\0') >= 0) throw new IllegalArgumentException("a text with a zero");
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void texts(String[] values, int elementType) {
        var start = size;
        int32(0); // the length, when it is known
        int32(values.length == 0 ? 0 : 1); // dimensions
        int32(0); // no nulls
        int32(elementType);
        if (values.length > 0) {
            int32(values.length);
            int32(1); // arrays begin at 1
            for (var value : values) text(value);
        }
        lengthSince(start);
    }

    /** Groups of four decimal digits, the first of which weighs 10000 to the power of weight. */
    void numeric(BigDecimal value) {
        var scaled = value.scale() < 0 ? value.setScale(0) : value;
        var digits = scaled.unscaledValue().abs().toString();
        var scale = scaled.scale();
        var whole = digits.length() > scale ? digits.substring(0, digits.length() - scale) : "";
        var fraction =
                "0".repeat(Math.max(0, scale - digits.length()))
                        + digits.substring(Math.max(0, digits.length() - scale));
        var left = Math.floorMod(-whole.length(), DIGITS_IN_A_GROUP);
        var right = Math.floorMod(-fraction.length(), DIGITS_IN_A_GROUP);
        var all = "0".repeat(left) + whole + fraction + "0".repeat(right);
        var weight = (left + whole.length()) / DIGITS_IN_A_GROUP - 1;
        var from = 0;
        var to = all.length();
        while (from < to && all.startsWith("0000", from)) {
            from += DIGITS_IN_A_GROUP;
            weight--;
        }
        while (to > from && all.startsWith("0000", to - DIGITS_IN_A_GROUP)) to -= DIGITS_IN_A_GROUP;
        var groups = (to - from) / DIGITS_IN_A_GROUP;
        int32(2 * (4 + groups));
        int16(groups);
        int16(groups == 0 ? 0 : weight);
        int16(scaled.unscaledValue().compareTo(BigInteger.ZERO) < 0 ? NEGATIVE : POSITIVE);
        int16(scale);
        for (var at = from; at < to; at += DIGITS_IN_A_GROUP) {
            int16(Integer.parseInt(all, at, at + DIGITS_IN_A_GROUP, 10));
        }
    }

    private void lengthSince(int start) {
        var end = size;
        size = start;
        int32(end - start - Integer.BYTES);
        size = end;
    }

    private void int16(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void int32(int value) {
        room(Integer.BYTES);
        bytes[size++] = (byte) (value >> 24);
        bytes[size++] = (byte) (value >> 16);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
