package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.CorrectionCommand.CameOrWent;
import cn.fupin.household.household.CorrectionCommand.CorrectMemberDay;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CorrectMemberDayTest {
    private static CorrectMemberDay correct(
            String type, CameOrWent said, String rightDay, String approvedBy) {
        return new CorrectMemberDay(
                new CorrectMemberDay.Asked(
                        HOUSEHOLD,
                        day("2018-01-10"),
                        "event-1",
                        "与户口簿不符",
                        approvedBy,
                        day(rightDay),
                        "clerk",
                        RECEIVED,
                        null),
                new KnownEvent("event-1", type, day("2015-06-01"), null),
                said);
    }

    private static CameOrWent third(String on, boolean ofAnother, File.Fact... named) {
        return new CameOrWent(
                member(THIRD, Relation.OTHER),
                true,
                day(on),
                null,
                null,
                ofAnother,
                List.of(named));
    }

    private static CorrectMemberDay came(String rightDay, String on) {
        return correct("MemberJoined", third(on, false), rightDay, "chief");
    }

    private static CorrectMemberDay went(String rightDay, String on) {
        var said =
                new CameOrWent(
                        member(CHILD, Relation.CHILD),
                        false,
                        day(on),
                        LeavingReason.MOVED_OUT,
                        null,
                        false,
                        List.of());
        return correct("MemberLeft", said, rightDay, "chief");
    }

    private static List<HouseholdEvent> joined() {
        return and(until(registered()), Facts.joined(THIRD, "2015-06-01", 3));
    }

    private static List<HouseholdEvent> gone() {
        return and(until(registered()), Facts.left(CHILD, "2015-06-01", null, 1));
    }

    private static MemberDayCorrected corrected(CorrectMemberDay c, int persons) {
        var said = Objects.requireNonNull(c.said());
        return new MemberDayCorrected(
                HOUSEHOLD,
                day("2018-01-10"),
                "event-1",
                said.came(),
                CorrectionEvent.Moved.of(said.member()),
                said.on(),
                c.asked().rightDay(),
                said.left(),
                null,
                persons,
                "与户口簿不符",
                "chief",
                null);
    }

    private static Family family(List<HouseholdEvent> past) {
        return Facts.known(past).file().family();
    }

    @Test
    void whoever_came_earlier_is_a_member_from_that_day_on() {
        var c = came("2015-03-01", "2015-06-01");
        given(HouseholdDecider.INSTANCE, joined()).when(c).then(corrected(c, 3));
        var family = family(and(joined(), corrected(c, 3)));
        assertThat(family.personsOn(day("2015-02-28"))).isEqualTo(2);
        assertThat(family.personsOn(day("2015-03-01"))).isEqualTo(3);
    }

    @Test
    void whoever_came_later_was_no_member_before() {
        var c = came("2015-09-01", "2015-06-01");
        given(HouseholdDecider.INSTANCE, joined()).when(c).then(corrected(c, 3));
        var family = family(and(joined(), corrected(c, 3)));
        assertThat(family.personsOn(day("2015-08-31"))).isEqualTo(2);
        assertThat(family.personsOn(day("2015-09-01"))).isEqualTo(3);
    }

    @Test
    void whoever_went_later_or_earlier_was_a_member_until_then() {
        for (var right : List.of("2015-09-01", "2015-03-01")) {
            var c = went(right, "2015-06-01");
            given(HouseholdDecider.INSTANCE, gone()).when(c).then(corrected(c, 1));
            var family = family(and(gone(), corrected(c, 1)));
            assertThat(family.personsOn(day(right).minusDays(1))).isEqualTo(2);
            assertThat(family.personsOn(day(right))).isEqualTo(1);
        }
    }

    @Test
    void the_household_may_end_after_the_right_day_and_not_before() {
        var c = came("2015-09-01", "2015-06-01");
        var facts = Facts.known(and(joined(), corrected(c, 3))).file().entries().facts();
        assertThat(facts).contains(new File.Fact("MemberJoined", day("2015-09-01")));
        assertThat(facts).doesNotContain(new File.Fact("MemberJoined", day("2015-06-01")));
    }

    @Test
    void a_day_is_corrected_again() {
        var first = came("2015-09-01", "2015-06-01");
        var past = and(joined(), corrected(first, 3));
        given(HouseholdDecider.INSTANCE, past).when(came("2015-07-01", "2015-09-01")).accepted();
        // what the door read before the first was recorded
        given(HouseholdDecider.INSTANCE, past)
                .when(came("2015-07-01", "2015-06-01"))
                .refused(CAME_OR_WENT_SINCE);
    }

    @Test
    void by_two_persons_and_of_another_day() {
        var spec = given(HouseholdDecider.INSTANCE, joined());
        spec.when(correct("MemberJoined", third("2015-06-01", false), "2015-03-01", "clerk"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(came("2015-06-01", "2015-06-01")).refused(RECORDED_SO_ALREADY);
        spec.when(came("2014-03-31", "2015-06-01")).refused(BEFORE_THE_OPENING);
        spec.when(came("2018-01-11", "2015-06-01")).refused(CORRECTION_BEFORE_FACT);
    }

    @Test
    void only_of_a_coming_or_a_going_of_its_own() {
        var spec = given(HouseholdDecider.INSTANCE, joined());
        spec.when(
                        new CorrectMemberDay(
                                came("2015-03-01", "2015-06-01").asked(),
                                new KnownEvent("e", "HouseholdApplied", day("2014-04-01"), null),
                                null))
                .refused(CORRECTS_ANOTHER_KIND);
        spec.when(correct("MemberJoined", third("2015-06-01", true), "2015-03-01", "chief"))
                .refused(DAY_OF_ANOTHER_ACT);
    }

    @Test
    void not_of_whoever_came_or_went_again_since() {
        given(HouseholdDecider.INSTANCE, and(joined(), Facts.left(THIRD, "2016-01-01", null, 2)))
                .when(came("2015-03-01", "2015-06-01"))
                .refused(CAME_OR_WENT_SINCE);
        given(HouseholdDecider.INSTANCE, and(gone(), Facts.joined(CHILD, "2016-01-01", 2)))
                .when(went("2015-03-01", "2015-06-01"))
                .refused(CAME_OR_WENT_SINCE);
    }

    @Test
    void whoever_came_back_did_not_come_before_having_left() {
        var back = and(gone(), Facts.joined(CHILD, "2016-01-01", 2));
        var said =
                new CameOrWent(
                        member(CHILD, Relation.CHILD),
                        true,
                        day("2016-01-01"),
                        null,
                        null,
                        false,
                        List.of());
        given(HouseholdDecider.INSTANCE, back)
                .when(correct("MemberJoined", said, "2015-05-31", "chief"))
                .refused(DAY_AGAINST_A_FACT);
        given(HouseholdDecider.INSTANCE, back)
                .when(correct("MemberJoined", said, "2015-06-01", "chief"))
                .accepted();
    }

    @Test
    void not_against_what_the_person_did_or_had_as_a_member() {
        var later = came("2015-09-01", "2015-06-01");
        given(
                        HouseholdDecider.INSTANCE,
                        and(joined(), granted(HOUSEHOLD, Policy.EMPLOYMENT, "2015-07-01", THIRD)))
                .when(later)
                .refused(DAY_AGAINST_A_FACT);
        given(
                        HouseholdDecider.INSTANCE,
                        and(joined(), granted(HOUSEHOLD, Policy.EMPLOYMENT, "2015-09-01", THIRD)))
                .when(later)
                .accepted();
        given(HouseholdDecider.INSTANCE, joined())
                .when(
                        correct(
                                "MemberJoined",
                                third(
                                        "2015-06-01",
                                        false,
                                        new File.Fact("HeadChanged", day("2015-08-31"))),
                                "2015-09-01",
                                "chief"))
                .refused(DAY_AGAINST_A_FACT);
        given(HouseholdDecider.INSTANCE, gone())
                .when(went("2014-03-01", "2015-06-01"))
                .refused(BEFORE_THE_OPENING);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                granted(HOUSEHOLD, Policy.TRAINING, "2015-04-01", CHILD),
                                Facts.left(CHILD, "2015-06-01", null, 1)))
                .when(went("2015-03-01", "2015-06-01"))
                .refused(DAY_AGAINST_A_FACT);
    }

    @Test
    void whoever_went_earlier_has_nothing_that_lasts_from_then_on() {
        var granted = granted(HOUSEHOLD, Policy.EMPLOYMENT, "2014-06-01", CHILD);
        var c = went("2015-03-01", "2015-06-01");
        var past =
                and(
                        until(registered()),
                        granted,
                        Facts.left(CHILD, "2015-06-01", null, 1),
                        Policies.endedBy(
                                        List.of(CHILD),
                                        day("2015-06-01"),
                                        HOUSEHOLD,
                                        PoliciesHeld.NONE.with(granted),
                                        false)
                                .getFirst());
        var state = HouseholdDecider.INSTANCE.initial();
        for (var event : past) state = Evolution.evolve(state, event);
        var events = HouseholdDecider.INSTANCE.decide(c, state);
        assertThat(events).hasSize(2);
        for (var event : events) state = Evolution.evolve(state, event);
        var policies = ((Household.Known) state).file().policies();
        assertThat(policies.lasting(day("2015-02-28"))).hasSize(1);
        assertThat(policies.lasting(day("2015-03-01"))).isEmpty();
    }
}
