package cn.fupin.reporting.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who helped a household, and from when until when. */
final class HelperTerms {
    /**
     * @param until the first day on which it is over
     */
    private record Term(String helperId, LocalDate from, LocalDate until) {
        boolean has(LifeEvent e) {
            if (!e.text("helperId").equals(helperId) || e.occurredOn().isBefore(from)) return false;
            var year = e.payload().path("year");
            return year.isNumber()
                    ? from.getYear() <= year.asInt() && year.asInt() <= until.getYear()
                    : e.occurredOn().isBefore(until);
        }
    }

    private static final Comparator<LifeEvent> ORDER =
            Comparator.comparing(LifeEvent::occurredOn).thenComparing(LifeEvent::sequence);

    private final List<Term> terms;

    private HelperTerms(List<Term> terms) {
        this.terms = terms;
    }

    static HelperTerms of(String householdId, List<LifeEvent> events) {
        var terms = new ArrayList<Term>();
        var helper = "";
        var since = LocalDate.MIN;
        var over = false;
        for (var e : events.stream().filter(e -> isTurn(householdId, e)).sorted(ORDER).toList()) {
            if (over) continue; // it may have been entered before it was known that it ended
            over = isEnd(e) && !isTakenBack(e, events);
            if (!helper.isEmpty()) terms.add(new Term(helper, since, e.occurredOn()));
            helper = e.type().equals("HelperAssigned") ? e.text("helperId") : "";
            since = e.occurredOn();
        }
        if (!helper.isEmpty()) terms.add(new Term(helper, since, LocalDate.MAX));
        return new HelperTerms(terms);
    }

    private static boolean isEnd(LifeEvent e) {
        return switch (e.type()) {
            case "HouseholdRemoved", "HouseholdDissolved", "HouseholdMerged" -> true;
            default -> false;
        };
    }

    private static boolean isTakenBack(LifeEvent end, List<LifeEvent> events) {
        return events.stream()
                .anyMatch(e ->
                        e.type().equals("EndRevoked")
                                && e.streamId().equals(end.streamId())
                                && e.sequence() > end.sequence());
    }

    /** Whether somebody else helps from then on, or nobody. */
    private static boolean isTurn(String householdId, LifeEvent e) {
        if (!e.isOf(householdId)) return false;
        return switch (e.type()) {
            case "HelperAssigned",
                    "HelperReleased",
                    "MonitoringHelperReleased",
                    "HouseholdRemoved",
                    "HouseholdDissolved",
                    "HouseholdMerged" ->
                    true;
            default -> false;
        };
    }

    Set<String> helpers() {
        return terms.stream().map(Term::helperId).collect(Collectors.toSet());
    }

    /** Whether it is of one who helped then: on its day or, where it speaks of a year, in that. */
    boolean meanwhile(LifeEvent e) {
        return terms.stream().anyMatch(term -> term.has(e));
    }
}
