package cn.fupin.household.household;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each person was last entered in a household, read from its events; for the door. */
@Component
class RecordedMembers {
    private final JdbcClient db;

    RecordedMembers(JdbcClient db) {
        this.db = db;
    }

    /** By personId, former members too; empty for a household there is not. */
    Map<String, Member> of(String householdId) {
        var members = new HashMap<String, Member>();
        db.sql(
                        """
                        select payload_type, payload from events
                        where stream_id = ? and payload_type in (
                            'HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff', 'MemberJoined',
                            'MemberIdentified')
                        order by sequence
                        """)
                .param(householdId)
                .query((row, _) -> in(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(entered ->
                        entered.forEach(member -> members.put(member.personId(), member)));
        return members;
    }

    private static List<Member> in(String type, byte[] payload) {
        return switch (type) {
            case "HouseholdApplied" -> read(payload, HouseholdApplied.class).members();
            case "HouseholdRecorded" -> read(payload, HouseholdRecorded.class).members();
            case "HouseholdSplitOff" -> read(payload, HouseholdSplitOff.class).members();
            case "MemberJoined" -> List.of(read(payload, MemberJoined.class).member());
            default -> List.of(read(payload, MemberIdentified.class).member());
        };
    }

    private static <E> E read(byte[] payload, Class<E> type) {
        return EventJson.MAPPER.readValue(payload, type);
    }
}
