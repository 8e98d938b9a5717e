package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberEvent.HeadChanged;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Papers come in any order: what somebody is to the head is the last word by the days. */
class RecordedMembersTest {
    private static HeadChanged headed(String on, String head, String former, Relation relation) {
        return new HeadChanged(HOUSEHOLD, day(on), head, former, relation, null, "年老", false, null);
    }

    private static MemberDescribed described(String on, String person, Relation relation) {
        return new MemberDescribed(
                HOUSEHOLD,
                day(on),
                person,
                new MemberDetails(relation, null, null, null, null, null, null, null, null, null),
                null,
                false,
                null,
                null);
    }

    private static Map<String, Relation> relations(HouseholdEvent... entered) {
        return RecordedMembers.of(stream(entered)).values().stream()
                .collect(
                        Collectors.toMap(
                                HouseholdEvent.Member::personId, HouseholdEvent.Member::relation));
    }

    private static List<StoredEvent<HouseholdEvent>> stream(HouseholdEvent... entered) {
        var stream = new ArrayList<StoredEvent<HouseholdEvent>>();
        for (var event : entered) {
            var id = "event-" + stream.size();
            stream.add(
                    new StoredEvent<>(
                            HOUSEHOLD,
                            stream.size(),
                            id,
                            event,
                            new byte[0],
                            "{\"commandId\":\"%s\"}"
                                    .formatted(id)
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return stream;
    }

    @Test
    void a_head_of_an_earlier_day_who_is_entered_late_is_not_the_head_of_today() {
        var joined = joined(THIRD, "2014-08-01", 3);
        var first = headed("2015-03-01", CHILD, HEAD, Relation.PARENT);
        var second = headed("2016-03-01", THIRD, CHILD, Relation.OTHER);
        for (var entered :
                List.of(
                        new HouseholdEvent[] {applied(), joined, first, second},
                        new HouseholdEvent[] {applied(), joined, second, first})) {
            assertThat(relations(entered))
                    .containsEntry(HEAD, Relation.PARENT)
                    .containsEntry(CHILD, Relation.OTHER)
                    .containsEntry(THIRD, Relation.HEAD);
        }
    }

    @Test
    void a_form_of_an_earlier_day_that_is_entered_late_says_nothing_of_today() {
        var later = described("2016-03-01", CHILD, Relation.GRANDCHILD);
        var earlier = described("2015-03-01", CHILD, Relation.OTHER);
        assertThat(relations(applied(), later, earlier))
                .isEqualTo(relations(applied(), earlier, later))
                .containsEntry(CHILD, Relation.GRANDCHILD);
    }

    @Test
    void what_was_said_under_the_id_from_before_the_number_is_said_of_the_same_person() {
        var identified =
                new MemberIdentified(
                        HOUSEHOLD,
                        day("2015-01-01"),
                        THIRD,
                        FOURTH,
                        member(FOURTH, Relation.CHILD),
                        null,
                        false,
                        null);
        var late = described("2016-03-01", THIRD, Relation.GRANDCHILD);
        var joined = joined(THIRD, "2014-08-01", 3);
        // told of a later day, before the number of an earlier one was known
        assertThat(relations(applied(), joined, late, identified))
                .containsEntry(FOURTH, Relation.GRANDCHILD);
        assertThat(
                        relations(
                                applied(),
                                joined,
                                identified,
                                described("2014-09-01", FOURTH, Relation.OTHER)))
                .containsEntry(FOURTH, Relation.OTHER);
    }
}
