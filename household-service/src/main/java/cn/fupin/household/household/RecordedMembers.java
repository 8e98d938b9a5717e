package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvents;
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
        var members = new HashMap<String, Member>();
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
                        MemberNameCorrected.class,
                        MemberNumberCorrected.class)
                .forEach(stored -> take(stored.event(), members));
        return members;
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

    /** As the members of a household read after this event of it as well. */
    public static void take(HouseholdEvent event, Map<String, Member> members) {
        switch (event) {
            case HouseholdApplied e -> enter(e.members(), members);
            case HouseholdRecorded e -> enter(e.members(), members);
            case HouseholdSplitOff e -> enter(e.members(), members);
            case MemberJoined e -> enter(List.of(e.member()), members);
            case MemberIdentified e -> enter(List.of(e.member()), members);
            case MemberNumberCorrected e -> enter(List.of(e.member()), members);
            case MemberNameCorrected e ->
                    members.computeIfPresent(
                            e.member().personId(), (_, m) -> named(m, e.member().maskedName()));
            case MemberLeft e -> relate(e.newHead(), Relation.HEAD, members);
            case HouseholdSplit e -> relate(e.newHead(), Relation.HEAD, members);
            case HeadChanged e -> {
                relate(e.head(), Relation.HEAD, members);
                relate(e.formerHead(), e.relationOfFormerHead(), members);
                if (e.relations() == null) return;
                e.relations().forEach(r -> relate(r.personId(), r.relation(), members));
            }
            case MemberDescribed e -> relate(e.personId(), e.details().relation(), members);
            default -> throw new IllegalArgumentException("not asked for: " + event);
        }
    }

    private static void enter(List<Member> entered, Map<String, Member> members) {
        entered.forEach(member -> members.put(member.personId(), member));
    }

    private static void relate(
            @Nullable String personId, @Nullable Relation relation, Map<String, Member> members) {
        if (personId == null || relation == null) return;
        members.computeIfPresent(
                personId,
                (id, m) ->
                        new Member(
                                id,
                                m.maskedName(),
                                relation,
                                m.sex(),
                                m.birthYear(),
                                m.sealed(),
                                m.withoutNumber()));
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
