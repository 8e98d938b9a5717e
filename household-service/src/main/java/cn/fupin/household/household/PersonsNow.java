package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.PolicyEvent.*;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the persons of a stream are by what was told of their numbers and names since: that counts
 * for all days, so it goes by the order of recording and not by its own day.
 */
public final class PersonsNow {
    private record Told(
            long sequence, String was, Member as, boolean corrects, @Nullable String command) {}

    private final List<Told> told = new ArrayList<>();

    private PersonsNow() {}

    /** Of a stream in its order. */
    public static PersonsNow of(Collection<? extends StoredEvent<? extends Event>> stream) {
        var persons = new PersonsNow();
        for (var recorded : stream) {
            switch (recorded.event()) {
                case MemberIdentified e -> persons.tell(recorded, e.personId(), e.member(), false);
                case MemberNumberCorrected e ->
                        persons.tell(recorded, e.personId(), e.member(), true);
                case MemberNameCorrected e ->
                        persons.tell(recorded, e.member().personId(), e.member(), true);
                default -> {}
            }
        }
        return persons;
    }

    private void tell(
            StoredEvent<? extends Event> recorded, String was, Member as, boolean corrects) {
        var command =
                EventJson.MAPPER.readTree(recorded.metadata()).path("commandId").stringValue(null);
        told.add(new Told(recorded.sequence(), was, as, corrects, command));
    }

    /**
     * The id by which somebody goes on all days.
     *
     * @param said the event that names the person
     */
    public String now(StoredEvent<? extends Event> said, String personId) {
        var id = personId;
        for (var each : since(said, personId)) id = each.as().personId();
        return id;
    }

    public List<String> now(StoredEvent<? extends Event> said, List<String> personIds) {
        if (told.isEmpty()) return personIds;
        return personIds.stream().map(person -> now(said, person)).toList();
    }

    /** Whom an event entered, as corrected since. */
    public Member asCorrected(StoredEvent<? extends Event> said, Member member) {
        var stands = member;
        for (var each : since(said, member.personId())) if (each.corrects()) stands = each.as();
        return stands;
    }

    /**
     * The id by which somebody goes by what was told after that event of the stream, of a stream
     * that is known in full where the id is of what was known before.
     */
    public String after(long sequence, String personId) {
        var id = personId;
        for (var each : since(sequence, personId)) id = each.as().personId();
        return id;
    }

    /** What was told of the person after that event, one following from the other. */
    private List<Told> since(StoredEvent<? extends Event> said, String personId) {
        return since(said.sequence(), personId);
    }

    private List<Told> since(long sequence, String personId) {
        var chain = new ArrayList<Told>();
        var id = personId;
        var before = sequence;
        String command = null;
        for (var each : told) {
            if (each.sequence() == sequence) command = each.command();
            // what the same command says is said at once: two who change their numbers stay two
            var follows =
                    each.sequence() > before
                            && (command == null || !command.equals(each.command()));
            if (!follows || !each.was().equals(id)) continue;
            chain.add(each);
            id = each.as().personId();
            before = each.sequence();
            command = each.command();
        }
        return chain;
    }

    /** The same under the ids by which its persons go. */
    public PolicyEvent now(StoredEvent<? extends Event> said, PolicyEvent event) {
        if (told.isEmpty()) return event;
        return switch (event) {
            case PolicyAppliedFor e ->
                    new PolicyAppliedFor(
                            e.householdId(),
                            e.occurredOn(),
                            e.policy(),
                            e.details(),
                            e.wholeHousehold(),
                            now(said, e.recipients()),
                            e.assumed(),
                            e.evidence());
            case PolicyApplicationDeclined e ->
                    new PolicyApplicationDeclined(
                            e.householdId(),
                            e.occurredOn(),
                            e.policy(),
                            e.details(),
                            now(said, e.recipients()),
                            e.reason(),
                            e.decidedBy(),
                            e.assumed(),
                            e.evidence());
            case PolicyApplicationWithdrawn e ->
                    new PolicyApplicationWithdrawn(
                            e.householdId(),
                            e.occurredOn(),
                            e.policy(),
                            e.details(),
                            now(said, e.recipients()),
                            e.note(),
                            e.assumed(),
                            e.evidence());
            case PolicyGranted e ->
                    new PolicyGranted(
                            e.householdId(),
                            e.occurredOn(),
                            e.policy(),
                            e.details(),
                            e.wholeHousehold(),
                            now(said, e.recipients()),
                            e.decidedBy(),
                            e.assumed(),
                            e.evidence());
            case PolicyEnded e ->
                    new PolicyEnded(
                            e.householdId(),
                            e.occurredOn(),
                            e.policy(),
                            e.details(),
                            now(said, e.recipients()),
                            e.reason(),
                            e.note(),
                            e.decidedBy(),
                            e.assumed(),
                            e.evidence());
            case PolicyTakenBack e -> e; // stands in the grant it is about
        };
    }
}
