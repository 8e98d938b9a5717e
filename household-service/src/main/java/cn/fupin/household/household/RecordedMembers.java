package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.StandingEvent.HouseholdSplit;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each person was last entered in a household, read from its events; for the door. */
@Component
public class RecordedMembers {
    private final StoredEvents events;

    RecordedMembers(StoredEvents events) {
        this.events = events;
    }

    /** By personId, former members too; empty for a household there is not. */
    Map<String, Member> of(String householdId) {
        return of(
                events.<HouseholdEvent>of(
                        householdId,
                        HouseholdApplied.class,
                        HouseholdRecorded.class,
                        HouseholdSplitOff.class,
                        HouseholdSplit.class,
                        MemberJoined.class,
                        MemberLeft.class,
                        HeadChanged.class,
                        MemberDescribed.class,
                        MemberIdentified.class,
                        MemberDayCorrected.class,
                        MemberNameCorrected.class,
                        MemberNumberCorrected.class));
    }

    /**
     * How somebody was entered in a household.
     *
     * @param on the latest day of which the name or the number was recorded here
     * @param sealed what was sealed with it last, the name among it
     */
    record Entered(LocalDate on, String sealed) {}

    /** By personId. */
    Map<String, Entered> entered(String householdId) {
        var entered = new HashMap<String, Entered>();
        events.<HouseholdEvent>of(
                        householdId,
                        HouseholdApplied.class,
                        HouseholdRecorded.class,
                        HouseholdSplitOff.class,
                        MemberJoined.class,
                        MemberIdentified.class,
                        MemberNameCorrected.class,
                        MemberNumberCorrected.class)
                .forEach(stored -> {
                    var on = stored.event().occurredOn();
                    for (var member : named(stored.event())) {
                        entered.merge(
                                member.personId(),
                                new Entered(on, member.sealed()),
                                (a, b) ->
                                        new Entered(
                                                a.on().isAfter(b.on()) ? a.on() : b.on(),
                                                b.sealed()));
                    }
                });
        return entered;
    }

    private static List<Member> named(HouseholdEvent event) {
        return switch (event) {
            case HouseholdApplied e -> e.members();
            case HouseholdRecorded e -> e.members();
            case HouseholdSplitOff e -> e.members();
            case MemberJoined e -> List.of(e.member());
            case MemberIdentified e -> List.of(e.member());
            case MemberNameCorrected e -> List.of(e.member());
            case MemberNumberCorrected e -> List.of(e.member());
            default -> List.of();
        };
    }

    /**
     * As the members of a household read after these events of it. Who somebody is goes by what was
     * told last; what he is to the head by the day, whenever that was entered.
     *
     * @param stream in its order; what says nothing of members is passed over
     */
    public static Map<String, Member> of(List<StoredEvent<HouseholdEvent>> stream) {
        var persons = PersonsNow.of(stream);
        var members = new HashMap<String, Member>();
        var now = new HashMap<String, String>();
        for (var stored : stream) {
            for (var member : named(stored.event())) {
                var id = member.personId();
                if (stored.event() instanceof MemberNameCorrected) {
                    members.computeIfPresent(id, (_, m) -> named(m, member.maskedName()));
                } else {
                    members.put(id, member);
                    now.put(id, persons.now(stored, id));
                }
            }
        }
        var relations = new HashMap<String, Relation>();
        for (var stored : Chronological.of(stream, days(stream))) {
            related(
                    stored.event(),
                    (person, relation) -> {
                        if (person == null || relation == null) return;
                        relations.put(persons.now(stored, person), relation);
                    });
        }
        members.replaceAll((id, m) -> {
            var relation = relations.get(now.get(id));
            return relation == null ? m : related(m, relation);
        });
        return members;
    }

    /**
     * What is told of a member is told after the coming, also when that was later than was said.
     */
    private static Function<StoredEvent<HouseholdEvent>, LocalDate> days(
            List<StoredEvent<HouseholdEvent>> stream) {
        var right = new HashMap<String, LocalDate>();
        for (var stored : stream) {
            if (stored.event() instanceof MemberDayCorrected e) {
                right.put(e.correctsEventId(), e.rightDay());
            }
        }
        return stored -> {
            var said = stored.event().occurredOn();
            var day = right.getOrDefault(stored.eventId(), said);
            return day.isBefore(said) ? day : said;
        };
    }

    private interface Said {
        void is(@Nullable String person, @Nullable Relation relation);
    }

    /** A number that is told or corrected says again what is known, and of no day of its own. */
    private static void related(HouseholdEvent event, Said said) {
        switch (event) {
            case HouseholdApplied e ->
                    e.members().forEach(m -> said.is(m.personId(), m.relation()));
            case HouseholdRecorded e ->
                    e.members().forEach(m -> said.is(m.personId(), m.relation()));
            case HouseholdSplitOff e ->
                    e.members().forEach(m -> said.is(m.personId(), m.relation()));
            case MemberJoined e -> said.is(e.member().personId(), e.member().relation());
            case MemberLeft e -> said.is(e.newHead(), Relation.HEAD);
            case HouseholdSplit e -> said.is(e.newHead(), Relation.HEAD);
            case HeadChanged e -> {
                said.is(e.head(), Relation.HEAD);
                said.is(e.formerHead(), e.relationOfFormerHead());
                if (e.relations() == null) return;
                e.relations().forEach(r -> said.is(r.personId(), r.relation()));
            }
            case MemberDescribed e -> said.is(e.personId(), e.details().relation());
            default -> {}
        }
    }

    static Member related(Member m, Relation relation) {
        return new Member(
                m.personId(),
                m.maskedName(),
                relation,
                m.sex(),
                m.birthYear(),
                m.sealed(),
                m.withoutNumber());
    }

    private static Member named(Member m, String maskedName) {
        return new Member(
                m.personId(),
                maskedName,
                m.relation(),
                m.sex(),
                m.birthYear(),
                m.sealed(),
                m.withoutNumber());
    }
}
