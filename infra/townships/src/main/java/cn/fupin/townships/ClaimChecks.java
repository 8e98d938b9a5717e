package cn.fupin.townships;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure is claimed once of a place, and a quote is a quote. */
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
            findings.unique(seen, at + "/figure", region + " " + c.figure());
            quoted(at + "/phraseZh", whole, c.phraseZh());
        }
        for (int i = 0; i < t.notReached().size(); i++) {
            quoted("/notReached/" + i + "/phraseZh", whole, t.notReached().get(i).phraseZh());
        }
    }

    private void quoted(String at, @Nullable String whole, String phrase) {
        if (whole != null && !whole.contains(phrase)) {
            findings.find(at, "原文中没有这句话", "does not stand in the text word for word");
        }
    }
}
