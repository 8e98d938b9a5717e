package cn.fupin.acceptance.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A household as whoever looks it up today sees it. Facts come in any order; they are told in that
 * of their days, and those of one day in that of their stream. A correction is told in the place of
 * what it corrects.
 */
final class HouseholdSeen {
    /** Where a fact stands: its day, and its place in the stream. */
    record Place(String day, long sequence) {}

    private record Fact(Place place, long sequence, Consumer<HouseholdSeen> tells) {
        String day() {
            return place.day();
        }

        long among() {
            return place.sequence();
        }
    }

    private final List<Fact> facts = new ArrayList<>();

    @Nullable String state;
    @Nullable String village;
    @Nullable String head;
    @Nullable String cause;
    @Nullable String helper;
    @Nullable String lastVisit;
    boolean watched;

    private @Nullable String stateBefore;
    private boolean watchedBefore;

    /** By what came and what went, and by who came and who went. */
    long count;

    /** Who is there, and how called. */
    private final Map<String, Called> persons = new TreeMap<>();

    /**
     * @param sequence of the fact that says so
     */
    private record Called(String name, long sequence) {
        @Override
        public String toString() {
            return name;
        }
    }

    void comes(String person, String name, long sequence) {
        persons.put(person, new Called(name, sequence));
    }

    void goes(String person) {
        persons.remove(person);
    }

    /** Of a member, unless something later says otherwise. */
    void isCalled(String person, String name, long sequence) {
        persons.computeIfPresent(
                person,
                (id, said) -> said.sequence() < sequence ? new Called(name, sequence) : said);
    }

    /**
     * @param place its own, or that of the fact it corrects
     */
    void fact(Place place, long sequence, Consumer<HouseholdSeen> tells) {
        facts.add(new Fact(place, sequence, tells));
    }

    HouseholdSeen today() {
        facts.sort(
                Comparator.comparing(Fact::day)
                        .thenComparing(Fact::among)
                        .thenComparing(Fact::sequence));
        facts.forEach(fact -> fact.tells().accept(this));
        facts.clear();
        return this;
    }

    /** Its end may be taken back. */
    void remember() {
        stateBefore = state;
        watchedBefore = watched;
    }

    /** As before its end, but for its helper, who was relieved then. */
    void standsAgain() {
        state = stateBefore;
        watched = watchedBefore;
        helper = null;
    }

    void moves(String there) {
        village = there;
    }

    /** What is not the same, in words; empty when all is. */
    List<String> differences(HouseholdSeen by) {
        List<String> words = new ArrayList<>();
        compare("state", state, by.state, words);
        compare("village", village, by.village, words);
        compare("persons", Long.toString(count), Long.toString(by.count), words);
        compare("members", persons.toString(), by.persons.toString(), words);
        compare("head", head, by.head, words);
        compare("main cause", cause, by.cause, words);
        compare("helper", helper, by.helper, words);
        compare("last visit", lastVisit, by.lastVisit, words);
        compare("watched", Boolean.toString(watched), Boolean.toString(by.watched), words);
        return words;
    }

    private static void compare(
            String what, @Nullable String is, @Nullable String should, List<String> words) {
        if (!Objects.equals(is, should)) {
            words.add("%s: %s by the tables, %s by the events".formatted(what, is, should));
        }
    }
}
