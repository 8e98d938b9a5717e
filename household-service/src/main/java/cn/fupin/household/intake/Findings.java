package cn.fupin.household.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found in a file, and which of it forbids anything to be taken from it. */
final class Findings {
    /** More than anybody reads; the households stay bad all the same. */
    private static final int MOST_KEPT = 20_000;

    private final List<Finding> all = new ArrayList<>();
    private final Set<Finding> said = new HashSet<>();
    private boolean wholeFileBad;
    private boolean bad;

    /** Whether something bad was found since it was last asked to forget. */
    boolean isBad() {
        return bad;
    }

    void forget() {
        bad = false;
    }

    boolean isWholeFileBad() {
        return wholeFileBad;
    }

    List<Finding> all() {
        return all;
    }

    void add(String sheet, int row, int column, ImportRule rule) {
        add(new Finding(sheet, row, column, rule, null));
    }

    void add(Line line, Column column, ImportRule rule) {
        add(line, column, rule, null);
    }

    void add(Line line, Column column, ImportRule rule, @Nullable String also) {
        add(
                new Finding(
                        line.header().sheet(),
                        line.row().number(),
                        line.place(column),
                        rule,
                        also));
    }

    void whole(String sheet, int row, int column, ImportRule rule, @Nullable String also) {
        wholeFileBad = true;
        add(new Finding(sheet, row, column, rule, also));
    }

    private void add(Finding finding) {
        bad |= finding.rule().isBad();
        // a line that is a household's and a member's is looked at as both
        if (all.size() > MOST_KEPT || !said.add(finding)) return;
        if (all.size() < MOST_KEPT) all.add(finding);
        else if (all.size() == MOST_KEPT) {
            all.add(new Finding("-", 1, 0, ImportRule.TOO_MANY_FINDINGS, null));
        }
    }
}
