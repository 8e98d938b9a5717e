package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How each person was last entered in a household, read from its events; for the door. */
@Component
class RecordedMembers {
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
                        MemberJoined.class,
                        MemberIdentified.class)
                .forEach(entered ->
                        in(entered.event())
                                .forEach(member -> members.put(member.personId(), member)));
        return members;
    }

    private static List<Member> in(HouseholdEvent entered) {
        return switch (entered) {
            case HouseholdApplied e -> e.members();
            case HouseholdRecorded e -> e.members();
            case HouseholdSplitOff e -> e.members();
            case MemberJoined e -> List.of(e.member());
            case MemberIdentified e -> List.of(e.member());
            default -> List.of();
        };
    }
}
