package cn.fupin.documents.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The one face of all documents: Noto Sans CJK (SIL Open Font License), in the mainland's forms.
 * Its 44 000 characters reach into the rare ones that names are written with.
 */
final class Typeface {
    private static final String FILE = "/optional/fonts/sans/NotoSansCJKtc-Regular.ttf";

    private final BaseFont face;
    private final Set<Integer> characters;

    private Typeface() {
        var file = new FontFile(read());
        var glyphs = file.glyphs();
        var forms = file.mainlandForms();
        glyphs.replaceAll((_, glyph) -> forms.getOrDefault(glyph, glyph));
        this.characters = Set.copyOf(glyphs.keySet());
        try {
            this.face =
                    BaseFont.createFont(
                            "NotoSansCJK.ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            BaseFont.NOT_CACHED,
                            file.with(glyphs),
                            null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Once {
        static final Typeface FACE = new Typeface();
    }

    static Typeface get() {
        return Once.FACE;
    }

    private static byte[] read() {
        try (var file = Typeface.class.getResourceAsStream(FILE)) {
            return Objects.requireNonNull(file, FILE).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Font size(float points) {
        return new Font(face, points);
    }

    Font bold(float points) {
        return new Font(face, points, Font.BOLD);
    }

    BaseFont face() {
        return face;
    }

    /**
     * The text as it can be drawn: a character the face lacks is not left out, which would make
     * another name of it, but told by its number.
     */
    String drawable(String text) {
        var drawn = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (c == '\t') drawn.append(' ');
                    else if (c != '\n' && isInvisible(c)) return;
                    else if (c == '\n' || characters.contains(c)) drawn.appendCodePoint(c);
                    else drawn.append("〔U+%04X〕".formatted(c));
                });
        return drawn.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
