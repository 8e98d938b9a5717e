package cn.fupin.townships;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure is claimed once of a place and day, and a quote is a quote. */
final class ClaimChecks {
    private final Township t;
    private final Findings findings;

    ClaimChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        var text = t.source().text();
        String whole = text == null ? null : String.join("\n", text);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < t.claims().size(); i++) {
            var c = t.claims().get(i);
            String at = "/claims/" + i;
            String region = c.region() == null ? t.township() : c.region();
            findings.known(at + "/region", region);
            findings.unique(seen, at + "/figure", region + " " + c.figure() + " " + c.claimedFor());
            quoted(at + "/phraseZh", whole, c.phraseZh());
        }
        for (int i = 0; i < t.notReached().size(); i++) {
            quoted("/notReached/" + i + "/phraseZh", whole, t.notReached().get(i).phraseZh());
        }
    }

    /** A quote may leave words out at …… marks: its pieces then stand in the text in this order. */
    private void quoted(String at, @Nullable String whole, String phrase) {
        if (whole == null) {
            return;
        }
        int from = 0;
        for (String piece : pieces(phrase)) {
            int found = whole.indexOf(piece, from);
            if (found < 0) {
                findings.find(at, "原文中没有这句话", "does not stand in the text word for word");
                return;
            }
            from = found + piece.length();
        }
    }

    static List<String> pieces(String phrase) {
        return Arrays.stream(phrase.split("……")).filter(piece -> !piece.isEmpty()).toList();
    }
}
