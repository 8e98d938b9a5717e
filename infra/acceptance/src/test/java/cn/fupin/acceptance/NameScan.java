package cn.fupin.acceptance;

import cn.fupin.townships.PersonalNumbers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks for known full names in texts. Those of two characters are left out: any two that stand
 * beside each other may be one.
 */
record NameScan(Set<String> names, Set<Integer> lengths) {
    static NameScan of(PersonalNumbers people) {
        var names =
                people.names().stream()
                        .filter(name -> name.length() > 2)
                        .collect(Collectors.toSet());
        if (names.size() < 20) throw new IllegalStateException("too few names to look for");
        return new NameScan(names, names.stream().map(String::length).collect(Collectors.toSet()));
    }

    /** How many there are, never which. */
    int in(String text) {
        var found = 0;
        for (var length : lengths) {
            for (var at = 0; at + length <= text.length(); at++) {
                if (names.contains(text.substring(at, at + length))) found++;
            }
        }
        return found;
    }

    String anyOne() {
        return new TreeSet<>(names).getFirst();
    }

    @Override
    public String toString() {
        return names.size() + " names";
    }
}
