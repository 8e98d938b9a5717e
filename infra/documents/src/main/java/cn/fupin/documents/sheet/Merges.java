package cn.fupin.documents.sheet;

import java.util.Arrays;

/**
 * Cells of one column that show the topmost's value. A township's sheet may have a million of them:
 * each is a number of first row, last row and column.
 */
final class Merges {
    interface Each {
        void merge(int column, int lastRow);
    }

    private static final int COLUMN_BITS = 16;
    private static final int ROW_BITS = 21;

    private long[] packed = new long[16];
    private int size;

    void add(int column, int firstRow, int lastRow) {
        if (size == packed.length) packed = Arrays.copyOf(packed, 2 * size);
        packed[size++] = key(firstRow) | (long) lastRow << COLUMN_BITS | column;
    }

    void sort() {
        Arrays.sort(packed, 0, size);
    }

    boolean isEmpty() {
        return size == 0;
    }

    private static long key(int firstRow) {
        return (long) firstRow << COLUMN_BITS + ROW_BITS;
    }

    void beginningAt(int row, Each each) {
        var found = Arrays.binarySearch(packed, 0, size, key(row));
        for (var at = found < 0 ? -found - 1 : found; at < size; at++) {
            if (packed[at] >= key(row + 1)) return;
            each.merge(
                    (int) (packed[at] & (1 << COLUMN_BITS) - 1),
                    (int) (packed[at] >> COLUMN_BITS & (1 << ROW_BITS) - 1));
        }
    }
}
