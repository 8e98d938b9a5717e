package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.household.intake.ImportFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A township is abolished: its village gets a code in another one, and its households keep theirs
 * until they are told the new one. What concerns them goes by the divisions of its own day.
 */
class LineageTest {
    private static final String ENDED_ON = "2015-09-01";

    private final Township was = Township.ready(10);
    private final Township heir = Township.ready(10);
    private final String household = was.registered(3);
    private final String other = was.registered(1);
    private final String elsewhere = heir.town.substring(0, 9) + "202";

    private void abolished() {
        was.done(heir.list(elsewhere, "别村", "VILLAGE", heir.town, true));
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        was.done(was.supersede(was.town, ENDED_ON, heir.town));
    }

    private String round(String region, String on) {
        var round = "round-" + UUID.randomUUID();
        was.done(
                "/rounds/" + round + "/opening",
                Map.of(
                        "region",
                        region,
                        "name",
                        "回头看",
                        "rules",
                        List.of(Map.of("code", "HAS_CAR", "direction", "LEAVE", "text", "有车的退")),
                        "openedOn",
                        on));
        return round;
    }

    private Reply keep(String of, String round, String on) {
        return was.step(
                of,
                "reverification",
                Map.of(
                        "round",
                        "回头看",
                        "roundId",
                        round,
                        "decidedBy",
                        Township.body("镇"),
                        "reverifiedOn",
                        on));
    }

    private void moved(String of) {
        was.done(
                was.step(
                        of,
                        "move",
                        Map.of(
                                "region",
                                heir.village,
                                "reason",
                                "REDIVISION",
                                "movedOn",
                                "2015-10-01")));
    }

    @Test
    void a_round_is_of_the_division_of_the_day_it_decides_on() {
        var old = round(was.town, "2015-08-01");
        var late = round(heir.town, "2015-08-01");
        var beside = round(elsewhere(), "2015-08-01");
        abolished();
        // the household lies where it always lay, and that is the heir's from the day on
        refused(keep(household, late, "2015-08-31"), "ROUND_ELSEWHERE");
        was.done(keep(household, late, ENDED_ON));
        was.done(keep(household, old, "2015-08-31"));
        refused(keep(household, beside, "2015-10-02"), "ROUND_ELSEWHERE");
        // and back: told the new code, it still was of the old round
        moved(other);
        was.done(keep(other, old, "2015-10-02"));
    }

    /** 合村并居 before the exit: nobody is bound to what is no more, and the heir comes out of it. */
    @Test
    void a_poor_village_that_ended_comes_out_of_poverty_in_its_heir() {
        var exitRule = "village-exit-incidence-max-basis-points";
        was.done(heir.rule(heir.town, exitRule, 300, "basis-point", "2014-01-01"));
        was.done(
                "/regions/region-" + was.village + "/poor-village",
                Map.of("identifiedOn", "2014-06-01", "decidedBy", Township.body("县")));
        was.done(
                "/regions/region-" + was.village + "/helper-unit",
                Map.of("unit", "县林业局", "assignedOn", "2014-06-10"));
        abolished();
        var release = "/regions/region-" + was.village + "/helper-unit-release";
        refused(was.door.post(release, released("2015-08-31")), "NOT_BEFORE_VILLAGE_EXIT");
        was.done(release, released(ENDED_ON));
        var exit = "/regions/region-" + heir.village + "/poor-village-exit";
        refused(was.door.post(exit, exited("2015-08-31")), "NOT_A_POOR_VILLAGE");
        was.done(exit, exited("2017-10-01"));
        refused(was.door.post(exit, exited("2018-10-01")), "NOT_A_POOR_VILLAGE");
    }

    private static Map<String, Object> released(String on) {
        return Map.of(
                "unit", "县林业局", "reason", "合村", "decidedBy", Township.body("县"), "releasedOn", on);
    }

    private static Map<String, Object> exited(String on) {
        return Map.of(
                "poorPersons",
                20,
                "denominatorPersons",
                1000,
                "denominator",
                "RURAL",
                "decidedBy",
                Township.body("县"),
                "exitedOn",
                on);
    }

    private String elsewhere() {
        var town = Township.listed();
        return town.town;
    }

    @Test
    void a_meeting_of_the_heir_speaks_of_the_villages_it_got_from_that_day_on() {
        was.done(was.line(was.town, 2014, 2800_00));
        var candidate = surveyed();
        abolished();
        var early = heir.meeting(candidate, "2015-08-31", 30, 2);
        refused(assess(candidate, early), "ASSESSMENT_ELSEWHERE");
        var other = meetingIn(elsewhere, candidate, "2015-09-02");
        refused(assess(candidate, other), "ASSESSMENT_ELSEWHERE");
        was.done(assess(candidate, heir.meeting(candidate, "2015-09-02", 30, 2)));
        // a notice of the heir's counts for it as well
        var first = heir.noticeOver("FIRST", "2015-09-03", "2015-09-11", candidate);
        was.done(was.review(candidate, first, "2015-09-11"));
    }

    private String surveyed() {
        var candidate = Township.newHousehold();
        was.done(was.step(candidate, "application", was.applicationOf(2)));
        was.done(was.survey(candidate, 100_00));
        return candidate;
    }

    private String meetingIn(String region, String of, String on) {
        var assessment = "assessment-" + UUID.randomUUID();
        was.done(
                "/assessments/" + assessment + "/holding",
                Map.of(
                        "region",
                        region,
                        "heldOn",
                        on,
                        "attendance",
                        40,
                        "ballots",
                        List.of(Map.of("householdId", of, "votesFor", 30, "votesAgainst", 2))));
        return assessment;
    }

    private Reply assess(String of, String assessment) {
        return was.step(of, "assessment", Map.of("assessmentId", assessment));
    }

    @Test
    void quotas_of_what_ended_stand_under_the_heir_and_a_later_year_of_it_is_the_heirs() {
        abolished();
        assertThat(divisions(heir.town, 2014)).containsExactly(was.town, heir.town);
        assertThat(divisions(was.town, 2014)).containsExactly(was.town);
        var later = new TreeMap<>(heir.quota(heir.town, 7));
        later.put("year", 2016);
        later.put("allocatedOn", "2016-01-10");
        heir.done("/quotas/quota-" + heir.town + "-2016/allocation", later);
        assertThat(divisions(was.town, 2016)).containsExactly(heir.town);
        var shown = was.door.get("/quotas?region=" + heir.town + "&year=2014").json();
        assertThat(shown.path("quotas").path(0).path("used").asInt()).isEqualTo(4);
        assertThat(shown.path("quotas").path(0).path("persons").asInt()).isEqualTo(4);
    }

    private List<String> divisions(String region, int year) {
        return was.door
                .get("/quotas?region=" + region + "&year=" + year)
                .json()
                .path("quotas")
                .findValuesAsString("division");
    }

    @Test
    void evidence_of_what_ended_is_listed_and_checked_with_the_heirs() {
        var stored =
                was.done(
                        was.door.upload(
                                "/evidence?kind=FORM&region=" + was.village,
                                "application/pdf",
                                "%PDF-1.7 form".getBytes(StandardCharsets.US_ASCII),
                                "lineage-" + UUID.randomUUID()));
        var id = stored.json().path("evidence").path("evidenceId").asString();
        var list = "/evidence?region=" + heir.town;
        assertThat(was.door.get(list).text()).doesNotContain(id);
        abolished();
        assertThat(was.door.get(list).text()).contains(id);
        assertThat(was.door.get("/evidence?region=" + heir.village).text()).contains(id);
        assertThat(was.door.get("/evidence?region=" + elsewhere).text()).doesNotContain(id);
        var checked = was.door.post("/evidence/check?region=" + heir.village, Map.of());
        assertThat(checked.json().path("checked").asInt()).isEqualTo(1);
    }

    @Test
    void a_file_of_what_ended_is_on_the_list_of_the_heir() {
        var file =
                new ImportFile(was.village)
                        .household("L1", 1)
                        .member("L1", "李某", ImportFile.number(990_001), "户主")
                        .xlsx();
        var key = "lineage-" + UUID.randomUUID();
        var id =
                was.done(
                                was.door.upload(
                                        "/imports?region=" + was.town,
                                        "application/xlsx",
                                        file,
                                        key))
                        .json()
                        .path("importId")
                        .asString();
        var clerk = was.door.as("c-heir", "county-officer", heir.town);
        assertThat(clerk.get("/imports").text()).doesNotContain(id);
        abolished();
        assertThat(clerk.get("/imports").text()).contains(id);
        assertThat(clerk.get("/imports/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_complaint_is_of_the_place_where_the_household_lay_that_day() {
        abolished();
        refused(complain(heir.village, "2015-08-31"), "HOUSEHOLD_NOT_ON_FILE_THERE");
        was.done(complain(was.village, "2015-08-31"));
        was.done(complain(heir.village, ENDED_ON));
        moved(household);
        was.done(complain(was.village, "2015-08-31"));
    }

    @Test
    void whoever_has_a_village_now_acts_for_it_also_when_it_was_handed_on_again() {
        var last = Township.listed();
        var wrong = Township.listed();
        assertThat(visit(heir.town, "2015-08-01").status()).isEqualTo(403);
        abolished();
        was.done(visit(heir.town, "2015-10-01"));
        was.done(visit(was.town, "2015-10-02"));
        assertThat(visit(last.town, "2015-11-01").status()).isEqualTo(403);
        was.done(was.supersede(heir.town, "2015-10-15", last.town));
        was.done(visit(last.town, "2015-11-01"));
        assertThat(visit(wrong.town, "2015-11-02").status()).isEqualTo(403);
    }

    @Test
    void a_village_with_a_successor_of_its_own_is_not_of_everything_its_township_became() {
        var wrong = Township.listed();
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        was.done(was.supersede(was.town, ENDED_ON, heir.town, wrong.town));
        was.done(visit(heir.town, "2015-10-01"));
        assertThat(visit(wrong.town, "2015-10-02").status()).isEqualTo(403);
    }

    private Reply visit(String actorsRegion, String on) {
        return was.door
                .as("c-" + actorsRegion, "county-officer", actorsRegion)
                .post(
                        "/households/" + household + "/visit",
                        Map.of("visitedBy", "helper-1", "visitedOn", on));
    }

    private Reply complain(String region, String on) {
        return was.door.post(
                "/complaints/complaint-" + UUID.randomUUID() + "/receipt",
                Map.of(
                        "region",
                        region,
                        "channel",
                        "HOTLINE",
                        "householdId",
                        household,
                        "subject",
                        "反映该户有商品房",
                        "receivedOn",
                        on));
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.reason()).as(reply.text()).isEqualTo(reason);
    }
}
