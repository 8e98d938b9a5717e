package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.IdentificationEvent.Separation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may come with an application or a record: nothing of it is asked for.
 *
 * @param details of the household, and {@code members} of whoever has any
 */
record Enclosures(
        @Nullable Separation separation,
        @Nullable List<Evidence> evidence,
        @Nullable HouseholdDetails details,
        List<Described> members) {
    static final Enclosures NONE = new Enclosures(null, null, null, List.of());

    record Described(String personId, MemberDetails details) {}

    Enclosures {
        if (evidence != null) evidence = List.copyOf(evidence);
        members = List.copyOf(members);
    }
}
