package cn.fupin.documents.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipOutputStream;

/**
 * Many files in one zip, with a list of all of them and their SHA-256 as its last entry, so that
 * whoever keeps it can see that none is missing or was changed. One file at a time is in memory.
 */
public final class Bundle implements Closeable {
    /** In the form of {@code sha256sum}, which can check it. */
    public static final String INDEX = "SHA256SUMS";

    private final ZipOutputStream zip;
    private final StringBuilder index = new StringBuilder();

    public Bundle(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    public void add(String path, byte[] file) throws IOException {
        index.append(sha256(file)).append("  ").append(path).append('\n');
        put(path, file);
    }

    /** Ends the bundle; without it the zip is not whole. */
    @Override
    public void close() throws IOException {
        put(INDEX, index.toString().getBytes(StandardCharsets.UTF_8));
        zip.close();
    }

    private void put(String path, byte[] file) throws IOException {
        zip.putNextEntry(SettledZip.entry(path));
        zip.write(file);
        zip.closeEntry();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
