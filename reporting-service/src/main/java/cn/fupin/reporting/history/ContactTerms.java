package cn.fupin.reporting.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** With which households a unit is in contact, by its latest word on a village. */
final class ContactTerms {
    private static final Comparator<LifeEvent> ORDER =
            Comparator.comparing(LifeEvent::occurredOn).thenComparing(LifeEvent::sequence);

    private ContactTerms() {}

    /**
     * By which a contact with the household ended: the unit's next word names it no more.
     *
     * @param said what villages say of units in contact, whomever it names
     */
    static List<LifeEvent> ends(String householdId, List<LifeEvent> said) {
        var ends = new ArrayList<LifeEvent>();
        var in = new HashSet<String>();
        for (var e : said.stream().sorted(ORDER).toList()) {
            var contact = contact(e);
            if (names(e, householdId)) in.add(contact);
            else if (in.remove(contact)) ends.add(e);
        }
        return ends;
    }

    /** Of which village which unit. */
    static String contact(LifeEvent e) {
        return e.streamId() + " " + e.text("unit");
    }

    static boolean names(LifeEvent e, String householdId) {
        for (var id : e.payload().path("householdIds")) {
            if (id.asString("").equals(householdId)) return true;
        }
        return false;
    }
}
