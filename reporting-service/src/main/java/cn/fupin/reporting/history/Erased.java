package cn.fupin.reporting.history;

import java.util.Map;
import java.util.Set;

/**
 * Whose names are shown no more. Two who had each other's numbers go by one id in turn, so it is
 * asked of whom an event entered; of an id alone where the event enters nobody by it.
 *
 * @param entered of each member whom an event entered: whether that one was erased
 * @param ids by which anybody who was erased ever went, of members and of helpers
 */
record Erased(Map<Entry, Boolean> entered, Set<String> ids) {
    static final Erased NOBODY = new Erased(Map.of(), Set.of());

    record Entry(String eventId, String personId) {}

    boolean is(LifeEvent said, String personId) {
        return entered.getOrDefault(new Entry(said.id(), personId), ids.contains(personId));
    }
}
