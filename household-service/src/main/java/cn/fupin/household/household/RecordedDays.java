package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.CorrectionCommand.CameOrWent;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberEvent.HeadChanged;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.MemberEvent.MemberLeft;
import cn.fupin.household.household.MemberEvent.RelationToHead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Since when somebody was said to be a member, or to be none any more; for the door. */
@Component
class RecordedDays {
    /**
     * @param relation what whoever came is to the head; null of whoever left
     */
    private record Told(
            String personId,
            LocalDate on,
            @Nullable Relation relation,
            @Nullable LeavingReason left,
            @Nullable String toHouseholdId,
            boolean ofAnother) {}

    private record Named(String personId, File.Fact fact) {}

    private final StoredEvents events;
    private final RecordedMembers members;

    RecordedDays(StoredEvents events, RecordedMembers members) {
        this.events = events;
        this.members = members;
    }

    /** Null when that event of the household told of nobody who came or went. */
    @Nullable CameOrWent of(String eventId, String householdId) {
        Told told = null;
        var person = "";
        LocalDate on = null;
        var named = new ArrayList<Named>();
        for (var stored : events.of(householdId)) {
            var event = (HouseholdEvent) stored.event();
            if (stored.eventId().equals(eventId)) {
                told = told(event);
                if (told == null) return null;
                person = told.personId();
                on = told.on();
            }
            if (event instanceof MemberDayCorrected e && e.correctsEventId().equals(eventId)) {
                on = e.rightDay();
            }
            for (var each : toldAsOfAMember(event)) {
                named.add(new Named(each, new File.Fact(stored.type(), event.occurredOn())));
            }
            person = isNow(person, event);
            named.replaceAll(each -> new Named(isNow(each.personId(), event), each.fact()));
        }
        var member = members.of(householdId).get(person);
        if (told == null || on == null || member == null) return null;
        var who = person;
        return new CameOrWent(
                as(told.relation(), member),
                told.relation() != null,
                on,
                told.left(),
                told.toHouseholdId(),
                told.ofAnother(),
                named.stream()
                        .filter(each -> each.personId().equals(who))
                        .map(Named::fact)
                        .toList());
    }

    private static List<String> toldAsOfAMember(HouseholdEvent event) {
        return switch (event) {
            case MemberIdentified e -> List.of(e.personId());
            case HeadChanged e when e.relations() != null ->
                    e.relations().stream().map(RelationToHead::personId).toList();
            default -> List.of();
        };
    }

    /** Whoever became the head since was none when coming. */
    private static Member as(@Nullable Relation relation, Member member) {
        return relation == null ? member : RecordedMembers.related(member, relation);
    }

    private static @Nullable Told told(HouseholdEvent event) {
        return switch (event) {
            case MemberJoined e ->
                    new Told(
                            e.member().personId(),
                            e.occurredOn(),
                            e.member().relation(),
                            null,
                            null,
                            e.reason() == JoiningReason.MERGER);
            case MemberLeft e ->
                    new Told(
                            e.personId(),
                            e.occurredOn(),
                            null,
                            e.reason(),
                            e.toHouseholdId(),
                            e.newHead() != null);
            default -> null;
        };
    }

    private static String isNow(String person, HouseholdEvent event) {
        return switch (event) {
            case MemberIdentified e when e.personId().equals(person) -> e.identifiedAs();
            case MemberNumberCorrected e when e.personId().equals(person) -> e.identifiedAs();
            default -> person;
        };
    }
}
