package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A household's life as an auditor replays it: by the day it was true and by what was known. */
@OnTheWholeSystem
class HistoryTest {

    @Test
    void a_removed_household_has_its_whole_life_told_with_its_meeting_and_notices(
            WholeSystem system) {
        JsonNode history = history(system, "");

        assertThat(types(history))
                .containsExactly(
                        "HouseholdApplied",
                        "HouseholdSurveyed",
                        "AssessmentHeld",
                        "HouseholdAssessed",
                        "NoticePosted",
                        "NoticeClosed",
                        "TownshipReviewed",
                        "NoticePosted",
                        "NoticeClosed",
                        "HouseholdRegistered",
                        "PolicyGranted",
                        "HouseholdRemoved");
        assertThat(history.at("/state/standing").asString("")).isEqualTo("REMOVED");
        JsonNode removal = history.path("events").get(11);
        assertThat(removal.path("occurredOn").asString("")).isEqualTo("2014-11-20");
        assertThat(removal.at("/decidedBy/body").asString("")).isEqualTo("县扶贫移民局");
        assertThat(removal.path("assumed").asBoolean(false)).isTrue();
    }

    @Test
    void the_day_before_its_removal_it_was_registered(WholeSystem system) {
        JsonNode history = history(system, "?effective=2014-11-19");

        assertThat(history.at("/state/standing").asString("")).isEqualTo("REGISTERED");
        assertThat(types(history)).doesNotContain("HouseholdRemoved").hasSize(11);
    }

    @Test
    void what_was_not_recorded_yet_is_not_told(WholeSystem system) {
        JsonNode all = history(system, "");
        long survey = all.path("events").get(1).path("position").asLong(0);

        JsonNode then = history(system, "?known=household:" + survey);

        assertThat(types(then)).containsExactly("HouseholdApplied", "HouseholdSurveyed");
        assertThat(then.at("/state/standing").asString("")).isEqualTo("SURVEYED");
    }

    @Test
    void its_members_are_shown_by_surname_and_stars_only(WholeSystem system) {
        assertThat(history(system, "").at("/state/members").size()).isPositive();
        assertThat(history(system, "").at("/state/members"))
                .allSatisfy(m -> assertThat(m.path("maskedName").asString("")).contains("*"));
    }

    private static JsonNode history(WholeSystem system, String query) {
        String removed =
                system.report(
                                "/figures/households-removed/events?effective=2015-12-31&region="
                                        + system.sample.township())
                        .at("/lines/0/subject")
                        .asString("");
        return system.report("/households/" + removed + "/history" + query);
    }

    private static List<String> types(JsonNode history) {
        return StreamSupport.stream(history.path("events").spliterator(), false)
                .map(e -> e.path("type").asString(""))
                .toList();
    }
}
