package cn.fupin.documents.sheet;

/**
 * How much of a file is read before it is refused: what a sender packs small may unpack to fill the
 * memory.
 *
 * @param unpackedBytes of all parts of the file together
 */
public record Limits(int fileBytes, long unpackedBytes, int rows, int columns) {
    public static final Limits USUAL = new Limits(32 << 20, 768L << 20, 300_000, 200);
}
