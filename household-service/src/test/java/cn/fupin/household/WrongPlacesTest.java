package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A place that was listed, renamed, ended or identified as poor by mistake is put right by two
 * persons, as long as nothing stands on it.
 */
class WrongPlacesTest {
    private static final String ENDED_ON = "2015-09-01";

    private final Township was = Township.ready(10);
    private final Township heir = Township.ready(10);

    @Test
    void a_succession_that_was_none_leaves_the_place_as_it_was() {
        var household = was.registered(2);
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        refused(applied(was, "2015-10-01"), "VILLAGE_SUPERSEDED");
        was.done(takenBack(was, was.village, "RegionSuperseded"));
        was.done(applied(was, "2015-10-01"));
        refused(correct(was, was.village, "RegionSuperseded", "chief-1"), "TAKEN_BACK_ALREADY");
        assertThat(register(was.village, "2015-12-31")).doesNotContain("撤并");
        assertThat(register(heir.village, "2015-12-31")).doesNotContain(was.village);
        assertThat(placesOf(household)).isEqualTo(was.village);
        // and the right one may be entered
        var third = Township.listed();
        refused(was.supersede(was.village, ENDED_ON, third.village), "HOUSEHOLDS_CAME_SINCE");
        was.done(was.supersede(was.village, "2016-01-01", third.village));
    }

    @Test
    void four_eyes_and_an_event_of_the_place_itself() {
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        refused(
                correct(was, was.village, "RegionSuperseded", "clerk-1"),
                "APPROVED_BY_WHOEVER_ENTERED");
        var wrong = body(event(was.village, "RegionSuperseded"), "chief-1");
        refused(
                was.door.post("/regions/region-" + heir.village + "/place-correction", wrong),
                "CORRECTED_EVENT_UNKNOWN");
        refused(
                was.door.post("/regions/region-" + was.village + "/entry-correction", wrong),
                "CORRECTS_ANOTHER_KIND");
    }

    @Test
    void not_once_a_household_was_moved_over() {
        var household = was.registered(1);
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        was.done(
                was.step(
                        household,
                        "move",
                        Map.of(
                                "region",
                                heir.village,
                                "reason",
                                "REDIVISION",
                                "movedOn",
                                "2015-10-01")));
        var refusal = correct(was, was.village, "RegionSuperseded", "chief-1");
        refused(refusal, "HOUSEHOLDS_RECORDED_SINCE");
        assertThat(refusal.json().path("householdId").asString()).isEqualTo(household);
    }

    @Test
    void not_once_a_household_was_recorded_under_the_new_code_but_what_a_village_has_of_its_own() {
        var founded = heir.town.substring(0, 9) + "231";
        was.done(listed(founded, "新__村", heir.town, ENDED_ON));
        was.done(was.supersede(was.village, ENDED_ON, founded, heir.village));
        was.done(heir.step(Township.newHousehold(), "application", heir.applicationOf(1)));
        var household = Township.newHousehold();
        var application = new LinkedHashMap<>(was.applicationOf(1));
        application.put("region", founded);
        application.put("appliedOn", "2015-10-01");
        was.done(was.step(household, "application", application));
        var refusal = correct(was, was.village, "RegionSuperseded", "chief-1");
        refused(refusal, "HOUSEHOLDS_RECORDED_SINCE");
        assertThat(refusal.json().path("householdId").asString()).isEqualTo(household);
    }

    @Test
    void not_once_a_place_was_listed_in_what_came_after_or_ended_into_it() {
        was.done(was.supersede(was.town, ENDED_ON, heir.town));
        var later = heir.town.substring(0, 9) + "232";
        was.done(listed(later, "后__村", heir.town, "2015-09-02"));
        var refusal = correct(was, was.town, "RegionSuperseded", "chief-1");
        refused(refusal, "PLACES_RECORDED_SINCE");
        assertThat(refusal.json().path("place").asString()).isEqualTo(later);
        was.done(takenBack(was, later, "RegionListed"));
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        refusal = correct(was, was.town, "RegionSuperseded", "chief-1");
        assertThat(refusal.json().path("place").asString()).isEqualTo(was.village);
        was.done(takenBack(was, was.village, "RegionSuperseded"));
        was.done(takenBack(was, was.town, "RegionSuperseded"));
    }

    @Test
    void not_once_a_household_has_its_places_of_the_successors_quota() {
        var without = Township.listed();
        without.done(without.supersede(without.village, ENDED_ON, heir.village));
        var household = without.registered(1);
        assertThat(placesOf(household)).isEqualTo(heir.village);
        var refusal = correct(without, without.village, "RegionSuperseded", "chief-1");
        refused(refusal, "PLACES_TAKEN_OF_SUCCESSORS");
        assertThat(refusal.json().path("householdId").asString()).isEqualTo(household);
    }

    @Test
    void a_listing_is_taken_back_while_nothing_is_recorded_there_and_made_anew() {
        var village = was.town.substring(0, 9) + "241";
        was.done(listed(village, "误__村", was.town, "2014-02-01"));
        was.done(takenBack(was, village, "RegionListed"));
        refused(
                was.door.post(
                        "/regions/region-" + village + "/survey-rounds",
                        Map.of("heldOn", "2015-01-01")),
                "NOT_LISTED");
        // of the same day: V21, which RebuildTest runs, came before anything was taken back
        was.done(listed(village, "正__村", was.town, "2014-02-01"));
        var household = Township.newHousehold();
        var application = new LinkedHashMap<>(was.applicationOf(1));
        application.put("region", village);
        was.done(was.step(household, "application", application));
        var refusal = correct(was, village, "RegionListed", "chief-1");
        refused(refusal, "SOMETHING_IS_RECORDED_THERE");
        assertThat(refusal.json().path("stands").asString()).isEqualTo(household);
        refusal = correct(was, was.town, "RegionListed", "chief-1");
        refused(refusal, "SOMETHING_IS_RECORDED_THERE");
        assertThat(refusal.json().path("stands").asString()).isEqualTo(was.village);
    }

    @Test
    void a_place_with_households_in_it_gets_its_right_name_and_keeps_the_ones_since() {
        was.registered(1);
        var correction = new LinkedHashMap<>(body(event(was.village, "RegionListed"), "chief-1"));
        correction.put("name", "正__村");
        correction.put("villageType", "RESIDENTS_COMMITTEE");
        was.done("/regions/region-" + was.village + "/listing-correction", correction);
        assertThat(register(was.village, "2014-12-31")).contains("正__村");
        was.done(
                "/regions/region-" + was.village + "/renaming",
                Map.of("name", "新__村", "renamedOn", "2015-05-01"));
        correction.put("name", "真__村");
        was.done("/regions/region-" + was.village + "/listing-correction", correction);
        assertThat(register(was.village, "2014-12-31")).contains("真__村");
        assertThat(register(was.village, "2015-12-31")).contains("新__村").doesNotContain("真__村");
    }

    @Test
    void a_name_that_was_never_given_stands_on_no_paper() {
        var renaming = Map.<String, Object>of("name", "新__村", "renamedOn", "2015-05-01");
        was.done("/regions/region-" + was.village + "/renaming", renaming);
        assertThat(register(was.village, "2015-12-31")).contains("新__村");
        was.done(takenBack(was, was.village, "RegionRenamed"));
        assertThat(register(was.village, "2015-12-31")).doesNotContain("新__村");
        was.done("/regions/region-" + was.village + "/renaming", renaming);
    }

    @Test
    void a_village_that_was_not_identified_may_be_on_another_day() {
        var path = "/regions/region-" + was.village;
        var identification = new LinkedHashMap<String, Object>();
        identification.put("identifiedOn", "2014-06-01");
        identification.put("decidedBy", Township.body("县"));
        was.done(path + "/poor-village", identification);
        was.done(
                path + "/village-exit-recheck",
                Map.of("recheckedOn", "2017-03-20", "decidedBy", Township.body("县")));
        refused(
                correct(was, was.village, "PoorVillageIdentified", "chief-1"),
                "EXIT_WAS_RECHECKED");
        was.done(
                path + "/entry-correction",
                body(event(was.village, "VillageExitRechecked"), "chief-1"));
        was.done(takenBack(was, was.village, "PoorVillageIdentified"));
        identification.put("identifiedOn", "2014-05-01");
        was.done(path + "/poor-village", identification);
    }

    @Test
    void not_once_the_village_that_came_after_it_came_out_of_its_poverty() {
        was.done(
                "/regions/region-" + was.village + "/poor-village",
                Map.of("identifiedOn", "2014-06-01", "decidedBy", Township.body("县")));
        was.done(was.supersede(was.village, ENDED_ON, heir.village));
        was.done(
                heir.rule(
                        heir.town,
                        "village-exit-incidence-max-basis-points",
                        300,
                        "basis-point",
                        "2014-01-01"));
        was.done(
                "/regions/region-" + heir.village + "/poor-village-exit",
                Map.of(
                        "poorPersons",
                        1,
                        "denominatorPersons",
                        900,
                        "denominator",
                        "RURAL",
                        "decidedBy",
                        Township.body("县"),
                        "exitedOn",
                        "2017-10-01"));
        for (var step : List.of("PoorVillageIdentified", "RegionSuperseded")) {
            var refusal = correct(was, was.village, step, "chief-1");
            refused(refusal, "A_LATER_STEP_STANDS_ON_IT");
            assertThat(refusal.json().path("place").asString()).isEqualTo(heir.village);
        }
        was.done(takenBack(heir, heir.village, "PoorVillageExited"));
        was.done(takenBack(was, was.village, "RegionSuperseded"));
        was.done(takenBack(was, was.village, "PoorVillageIdentified"));
    }

    private static Reply applied(Township township, String on) {
        var application = new LinkedHashMap<>(township.applicationOf(1));
        application.put("appliedOn", on);
        return township.step(Township.newHousehold(), "application", application);
    }

    private Reply listed(String code, String name, String parent, String on) {
        return was.door.post(
                "/regions/region-" + code + "/listing",
                Map.of(
                        "region",
                        code,
                        "name",
                        name,
                        "level",
                        "VILLAGE",
                        "parent",
                        parent,
                        "sample",
                        true,
                        "listedOn",
                        on));
    }

    static Reply takenBack(Township township, String code, String type) {
        return correct(township, code, type, "chief-1");
    }

    private static Reply correct(Township township, String code, String type, String approvedBy) {
        return township.door.post(
                "/regions/region-" + code + "/place-correction",
                body(event(code, type), approvedBy));
    }

    private static Map<String, Object> body(String event, String approvedBy) {
        return Map.of(
                "correctsEventId",
                event,
                "reason",
                "登错区划",
                "approvedBy",
                approvedBy,
                "correctedOn",
                "2019-01-02");
    }

    private String register(String village, String asOf) {
        return Readback.ofPdf(
                was.door.download("/villages/" + village + "/documents/register?asOf=" + asOf));
    }

    private static String placesOf(String household) {
        return db().sql("select region from quota_place where household_id = ?")
                .param(household)
                .query(String.class)
                .single();
    }

    private static String event(String code, String type) {
        return db().sql(
                        """
                        select event_id from events where stream_id = ? and payload_type = ?
                        order by sequence desc limit 1
                        """)
                .params(List.of("region-" + code, type))
                .query(String.class)
                .single();
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }
}
