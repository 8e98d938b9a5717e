package cn.fupin.documents.sheet;

/**
 * How much of a file is read before it is refused: what a sender packs small may unpack to fill the
 * memory, and whoever reads a file may hold all its rows.
 *
 * @param unpackedBytes of all parts of the file together, each as often as it is read
 * @param heldBytes what the file, all its rows, texts and merged cells come to in memory
 */
public record Limits(int fileBytes, long unpackedBytes, long heldBytes, int rows, int columns) {
    /** As much as anybody can type into a cell. */
    static final int TEXT_CHARACTERS = 32_767;

    static final int SHEETS = 100;
    static final int LAST_ROW = 1 << 20;

    /** Sheets, pictures, comments: what the archive lists, in memory before any of it is read. */
    static final int PARTS = 5_000;

    public static final Limits USUAL = new Limits(20 << 20, 512L << 20, 64L << 20, 300_000, 200);
}
