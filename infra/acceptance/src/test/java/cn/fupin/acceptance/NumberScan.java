package cn.fupin.acceptance;

import cn.fupin.townships.PersonalNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for known numbers in bytes: as plain text and as UTF-16, whatever stands around them. */
final class NumberScan {
    private static final int CHUNK = 8 << 20;

    /** Most files are small, and it may be growing. */
    private static final int SMALLEST_CHUNK = 8 << 10;

    private static final int LONGEST = 19 * 2;
    private static final int[] LENGTHS = {11, 18, 19};

    private final Set<String> wanted = new HashSet<>();

    NumberScan(List<PersonalNumbers> numbers) {
        for (PersonalNumbers n : numbers) {
            wanted.addAll(n.identity());
            wanted.addAll(n.phone());
            wanted.addAll(n.card());
        }
    }

    /** Where in the file numbers were found, by offset within what was read; never the numbers. */
    List<String> in(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        int chunk = (int) Math.clamp(Files.size(file), SMALLEST_CHUNK, CHUNK);
        byte[] buffer = new byte[chunk + LONGEST];
        int kept = 0;
        long offset = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read; (read = in.readNBytes(buffer, kept, chunk)) > 0; ) {
                int length = kept + read;
                for (int at : in(buffer, length)) {
                    found.add(file + "@" + (offset - kept + at));
                }
                offset += read;
                kept = Math.min(LONGEST, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return found;
    }

    List<Integer> in(byte[] bytes, int length) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (isDigit(bytes[i])) {
                run(bytes, length, i, 1, found);
                run(bytes, length, i, 2, found);
            }
        }
        return found;
    }

    /**
     * The run of digits that begins here, if one does.
     *
     * @param step 1 for plain text; 2 for UTF-16, where every other byte is zero
     */
    private void run(byte[] bytes, int length, int begin, int step, List<Integer> found) {
        if (begin >= step && isDigit(bytes[begin - step]) && isGap(bytes, begin - step, step)) {
            return; // it began before
        }
        int end = begin + step;
        while (end < length && isDigit(bytes[end]) && isGap(bytes, end - step, step)) {
            end += step;
        }
        if ((end - begin) / step >= 10) {
            inRun(bytes, length, begin, end, step, found);
        }
    }

    /** Whether nothing stands between this byte and the next of the same text. */
    private static boolean isGap(byte[] bytes, int at, int step) {
        return step == 1 || bytes[at + 1] == 0;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** A run of digits, and the X that may be the last character of an identity number. */
    private void inRun(
            byte[] bytes, int length, int begin, int end, int step, List<Integer> found) {
        var run = new StringBuilder();
        for (int i = begin; i < end; i += step) {
            run.append((char) bytes[i]);
        }
        if (end < length && (bytes[end] == 'X' || bytes[end] == 'x')) {
            run.append('X');
        }
        for (int from = 0; from < run.length(); from++) {
            for (int size : LENGTHS) {
                if (from + size <= run.length()
                        && wanted.contains(run.substring(from, from + size))) {
                    found.add(begin + from * step);
                }
            }
        }
    }
}
