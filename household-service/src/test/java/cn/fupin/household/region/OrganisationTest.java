package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.region.OrganisationCommand.*;
import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.RegionEvent.StaffAppointed;
import cn.fupin.household.region.RegionEvent.StaffKind;
import cn.fupin.household.region.RegionEvent.TeamKind;
import cn.fupin.household.region.RegionEvent.UnitContactAssigned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 领导小组, 驻村工作队, 第一书记, 帮扶单位, 村规划. */
class OrganisationTest {
    private static FormLeadingGroup leading(String on) {
        return new FormLeadingGroup(
                PLACE,
                "领导小组",
                "镇长",
                List.of("副镇长"),
                List.of("财政所"),
                null,
                null,
                day(on),
                false,
                RECEIVED);
    }

    private static LeadingGroupFormed led(String on) {
        return new LeadingGroupFormed(
                VILLAGE, day(on), "领导小组", "镇长", List.of("副镇长"), List.of("财政所"), null, null, false);
    }

    private static StaffWorkTeam staff(String team, String on, TeamMember... members) {
        return new StaffWorkTeam(PLACE, team, List.of(members), day(on), false, RECEIVED);
    }

    private static WithdrawWorkTeam withdraw(String on) {
        return new WithdrawWorkTeam(PLACE, "工作队", "期满", by("县"), day(on), false, RECEIVED);
    }

    private static AppointFirstSecretary appoint(String staffId, String on) {
        return new AppointFirstSecretary(
                PLACE, staffId, "县林业局", by("县委"), day(on), false, RECEIVED);
    }

    private static FirstSecretaryAppointed appointed() {
        return new FirstSecretaryAppointed(
                VILLAGE, day("2015-05-01"), "wang", "县林业局", by("县委"), false);
    }

    private static RecallFirstSecretary recall(
            String staffId, String on, @Nullable Successor successor) {
        return new RecallFirstSecretary(
                PLACE, staffId, "期满", successor, by("县委"), day(on), false, RECEIVED);
    }

    private static AssignHelperUnit assign(String unit, String on) {
        return new AssignHelperUnit(PLACE, unit, null, day(on), false, RECEIVED);
    }

    private static HelperUnitAssigned assigned(String unit) {
        return new HelperUnitAssigned(VILLAGE, day("2014-06-01"), unit, null, false);
    }

    private static ReleaseHelperUnit release(String unit, String on, @Nullable String successor) {
        return new ReleaseHelperUnit(
                PLACE, unit, successor, "调整", by("县"), day(on), false, RECEIVED);
    }

    private static StaffAppointed came(int persons, String on) {
        return new StaffAppointed(VILLAGE, day(on), StaffKind.HELPER, persons, false);
    }

    private static ReleaseStaff go(int persons, String on) {
        return new ReleaseStaff(PLACE, StaffKind.HELPER, persons, "期满", day(on), false, RECEIVED);
    }

    private static StaffReleased gone(int persons, String on) {
        return new StaffReleased(VILLAGE, day(on), StaffKind.HELPER, persons, "期满", false);
    }

    @Test
    void no_more_give_up_a_duty_than_have_it_on_that_day_and_on_every_later_one() {
        var there = came(4, "2015-03-01");
        given(RegionDecider.INSTANCE, village(), there)
                .when(go(3, "2015-03-01"))
                .then(gone(3, "2015-03-01"));
        var spec = given(RegionDecider.INSTANCE, village(), there, gone(3, "2016-03-01"));
        spec.when(go(1, "2015-06-01")).accepted();
        spec.when(go(2, "2015-06-01")).refused(MORE_STAFF_THAN_THERE);
        spec.when(go(2, "2016-06-01")).refused(MORE_STAFF_THAN_THERE);
        spec.when(go(1, "2015-02-28")).refused(MORE_STAFF_THAN_THERE);
        spec.when(go(1, "2020-01-02")).refused(IN_THE_FUTURE);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        there,
                        gone(3, "2016-03-01"),
                        came(2, "2016-06-01"))
                .when(go(3, "2016-06-01"))
                .accepted();
    }

    @Test
    void a_unit_is_in_contact_until_that_ends_and_may_be_again() {
        var contact = new UnitContactAssigned(VILLAGE, day("2015-03-01"), "县安监局", 29, false, null);
        var ended = new UnitContactEnded(VILLAGE, day("2018-01-01"), "县安监局", "机构改革", false);
        var spec = given(RegionDecider.INSTANCE, village(), contact);
        spec.when(end("县安监局", "2018-01-01")).then(ended);
        spec.when(end("县安监局", "2015-02-28")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(end("县残联", "2018-01-01")).refused(NOT_IN_CONTACT);
        given(RegionDecider.INSTANCE, village(), contact, ended)
                .when(end("县安监局", "2019-01-01"))
                .refused(NOT_IN_CONTACT);
    }

    private static EndUnitContact end(String unit, String on) {
        return new EndUnitContact(PLACE, unit, "机构改革", day(on), false, RECEIVED);
    }

    @Test
    void a_leading_group_is_formed_and_composed_anew_on_a_later_day() {
        given(RegionDecider.INSTANCE, village())
                .when(leading("2014-03-05"))
                .then(led("2014-03-05"));
        var spec = given(RegionDecider.INSTANCE, village(), led("2014-03-05"));
        spec.when(leading("2014-03-05")).refused(LEADING_GROUP_ALREADY_FORMED);
        spec.when(leading("2015-03-05")).then(led("2015-03-05"));
        spec.when(leading("2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void a_team_has_members_of_whom_one_leads() {
        var leader = new TeamMember("zhang", "县商务局", true);
        var member = new TeamMember("li", "县粮食局", false);
        var spec = given(RegionDecider.INSTANCE, village(), team(TeamKind.RESIDENT));
        spec.when(staff("工作队", "2014-05-01", leader, member))
                .then(
                        new WorkTeamStaffed(
                                VILLAGE, day("2014-05-01"), "工作队", List.of(leader, member), false));
        spec.when(staff("工作队", "2014-04-30", leader)).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(staff("别的队", "2014-05-01", leader)).refused(NO_SUCH_TEAM);
        assertThatThrownBy(() -> staff("工作队", "2014-05-01", member)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> staff("工作队", "2014-05-01", leader, leader))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_resident_team_stays_until_the_poor_village_is_out_of_poverty() {
        given(RegionDecider.INSTANCE, village(), team(TeamKind.RESIDENT), poorVillage())
                .when(withdraw("2017-12-31"))
                .refused(NOT_BEFORE_VILLAGE_EXIT);
        var spec =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        team(TeamKind.RESIDENT),
                        poorVillage(),
                        exited());
        spec.when(withdraw("2017-09-30")).refused(NOT_BEFORE_VILLAGE_EXIT);
        spec.when(withdraw("2017-10-01"))
                .then(
                        new WorkTeamWithdrawn(
                                VILLAGE, day("2017-10-01"), "工作队", "期满", by("县"), false));
        given(RegionDecider.INSTANCE, village(), team(TeamKind.SURVEY_GROUP), poorVillage())
                .when(withdraw("2014-06-02"))
                .accepted();
        given(RegionDecider.INSTANCE, village(), team(TeamKind.RESIDENT))
                .when(withdraw("2016-06-02"))
                .accepted();
    }

    @Test
    void a_team_is_withdrawn_once_and_staffed_no_more() {
        var spec =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        team(TeamKind.RESIDENT),
                        new WorkTeamWithdrawn(
                                VILLAGE, day("2016-06-02"), "工作队", "期满", by("县"), false));
        spec.when(withdraw("2016-07-01")).refused(TEAM_ALREADY_WITHDRAWN);
        spec.when(staff("工作队", "2016-07-01", new TeamMember("zhang", "局", true)))
                .refused(TEAM_ALREADY_WITHDRAWN);
    }

    @Test
    void one_first_secretary_at_a_time_who_hands_over_to_the_next() {
        given(RegionDecider.INSTANCE, village())
                .when(appoint("wang", "2015-05-01"))
                .then(appointed());
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage(), appointed());
        spec.when(appoint("li", "2015-06-01")).refused(ALREADY_A_FIRST_SECRETARY);
        spec.when(recall("li", "2016-05-01", null)).refused(NOT_FIRST_SECRETARY);
        spec.when(recall("wang", "2016-05-01", null)).refused(NOT_BEFORE_VILLAGE_EXIT);
        spec.when(recall("wang", "2016-05-01", new Successor("wang", "局")))
                .refused(SUCCEEDED_BY_ITSELF);
        spec.when(recall("wang", "2015-04-30", new Successor("li", "局")))
                .refused(BEFORE_THE_LATEST_CHANGE);
        var handedOver =
                new FirstSecretaryRecalled(
                        VILLAGE,
                        day("2016-05-01"),
                        "wang",
                        "期满",
                        new Successor("li", "局"),
                        by("县委"),
                        false);
        spec.when(recall("wang", "2016-05-01", new Successor("li", "局"))).then(handedOver);
        given(RegionDecider.INSTANCE, village(), poorVillage(), appointed(), handedOver)
                .when(recall("wang", "2016-06-01", new Successor("zhao", "局")))
                .refused(NOT_FIRST_SECRETARY);
    }

    @Test
    void after_the_villages_exit_the_first_secretary_may_leave_without_a_successor() {
        given(RegionDecider.INSTANCE, village(), poorVillage(), appointed(), exited())
                .when(recall("wang", "2017-10-01", null))
                .accepted();
    }

    @Test
    void units_stand_behind_a_village_until_its_exit_or_another_takes_over() {
        given(RegionDecider.INSTANCE, village())
                .when(assign("县林业局", "2014-06-01"))
                .then(assigned("县林业局"));
        var spec =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        poorVillage(),
                        assigned("县林业局"),
                        assigned("县水务局"));
        spec.when(assign("县林业局", "2014-07-01")).refused(ALREADY_A_HELPER_UNIT);
        spec.when(release("县医院", "2016-01-01", null)).refused(NOT_A_HELPER_UNIT);
        spec.when(release("县林业局", "2016-01-01", null)).refused(NOT_BEFORE_VILLAGE_EXIT);
        spec.when(release("县林业局", "2016-01-01", "县林业局")).refused(SUCCEEDED_BY_ITSELF);
        spec.when(release("县林业局", "2016-01-01", "县水务局")).refused(ALREADY_A_HELPER_UNIT);
        spec.when(release("县林业局", "2014-05-31", "县医院")).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(release("县林业局", "2016-01-01", "县医院"))
                .then(
                        new HelperUnitReleased(
                                VILLAGE, day("2016-01-01"), "县林业局", "县医院", "调整", by("县"), false));
    }

    @Test
    void secretaries_and_units_are_of_villages() {
        var spec = given(RegionDecider.INSTANCE, township());
        spec.when(appoint("wang", "2015-05-01")).refused(NOT_A_VILLAGE);
        spec.when(assign("县林业局", "2014-06-01")).refused(NOT_A_VILLAGE);
    }

    @Test
    void nobody_takes_up_a_duty_in_a_division_that_has_ended() {
        var spec = given(RegionDecider.INSTANCE, village(), superseded());
        spec.when(appoint("wang", "2019-12-01")).refused(ALREADY_SUPERSEDED);
        spec.when(appoint("wang", "2019-11-30")).accepted();
    }

    @Test
    void whoever_saw_to_a_poor_village_goes_when_it_ends_as_a_division() {
        var spec =
                given(
                        RegionDecider.INSTANCE,
                        village(),
                        poorVillage(),
                        assigned("县林业局"),
                        superseded());
        spec.when(release("县林业局", "2019-11-30", null)).refused(NOT_BEFORE_VILLAGE_EXIT);
        spec.when(release("县林业局", "2019-12-01", "县医院")).refused(ALREADY_SUPERSEDED);
        spec.when(release("县林业局", "2019-12-01", null)).accepted();
    }

    @Test
    void a_place_adopts_a_plan_of_three_years_or_of_one() {
        var spec = given(RegionDecider.INSTANCE, village());
        spec.when(plan(PlanSpan.THREE_YEAR, 2015, 2017, 34, 123)).accepted();
        spec.when(plan(PlanSpan.YEARLY, 2014, 2014, null, null)).refused(PLAN_OF_THE_PAST);
        assertThatThrownBy(() -> plan(PlanSpan.YEARLY, 2015, 2016, null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> plan(PlanSpan.YEARLY, 2015, 2015, 3, 2))
                .isInstanceOf(Malformed.class);
    }

    private static AdoptRegionPlan plan(
            PlanSpan span,
            int from,
            int to,
            @Nullable Integer households,
            @Nullable Integer persons) {
        return new AdoptRegionPlan(
                PLACE,
                span,
                from,
                to,
                "脱贫规划",
                households,
                persons,
                by("村民代表会议"),
                day("2015-01-20"),
                false,
                null,
                RECEIVED);
    }
}
