package cn.fupin.documents.page;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.DefaultSplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a line may end: no line begins with what closes, and none ends with what opens. */
final class LineEnds implements SplitCharacter {
    private static final String CLOSING = "，。、；：？！）》〉」』】〕”’…%";
    private static final String OPENING = "（《〈「『【〔“‘";

    private final SplitCharacter usual = DefaultSplitCharacter.DEFAULT;

    @Override
    public boolean isSplitCharacter(
            int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
        if (OPENING.indexOf(text[current]) >= 0) return false;
        if (current + 1 < end && CLOSING.indexOf(text[current + 1]) >= 0) return false;
        return usual.isSplitCharacter(start, current, end, text, chunks);
    }
}
