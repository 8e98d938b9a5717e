package cn.fupin.documents.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes are unpacked of a file, and so many held of what was read, and no more. */
final class Budget {
    static final class Spent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A start tag with all its attributes, a comment: whoever parses holds it whole. */
    static final int MOST_OF_A_PIECE = 1 << 20;

    private long unpacked;
    private long held;

    Budget(Limits limits, byte[] file) {
        this.unpacked = limits.unpackedBytes();
        this.held = limits.heldBytes() - file.length;
    }

    /** A part of the file, taken in piece by piece. */
    final class Part extends FilterInputStream {
        private int ofPiece;

        private Part(InputStream part) {
            super(part);
        }

        void nextPiece() {
            ofPiece = 0;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) spend(1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            if (read > 0) spend(read);
            return read;
        }

        private void spend(int bytes) throws Spent {
            unpacked -= bytes;
            ofPiece += bytes;
            if (unpacked < 0 || ofPiece > MOST_OF_A_PIECE) throw new Spent();
        }
    }

    /** Whoever parses wraps what goes wrong while reading. */
    static boolean isSpent(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Spent) return true;
        }
        return false;
    }

    Part of(InputStream part) {
        return new Part(part);
    }

    void hold(long bytes) throws Unreadable {
        held -= bytes;
        if (held < 0) throw new Unreadable(Unreadable.Why.TOO_LARGE);
    }
}
