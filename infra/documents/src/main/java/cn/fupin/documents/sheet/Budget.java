package cn.fupin.documents.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes are unpacked of a file and no more. */
final class Budget {
    static final class Spent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private long left;

    Budget(long bytes) {
        this.left = bytes;
    }

    InputStream of(InputStream part) {
        return new FilterInputStream(part) {
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
        };
    }

    private void spend(int bytes) throws Spent {
        left -= bytes;
        if (left < 0) throw new Spent();
    }
}
