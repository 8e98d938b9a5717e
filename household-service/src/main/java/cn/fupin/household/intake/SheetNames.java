package cn.fupin.household.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * What sheets are called where findings are kept: people name them after a household's head or with
 * a number, so any name that is none of ours is the sheet's place in the file.
 */
final class SheetNames {
    private static final Set<String> OURS =
            Set.of("户", "成员", "过程", "填写说明", "走访", "户主变更", "成员变动", "收入", "季度核查", "CSV");

    private final Set<String> seen = new HashSet<>();
    private int place;

    String next(String name) {
        place++;
        return OURS.contains(name) && seen.add(name) ? name : "表" + place;
    }
}
