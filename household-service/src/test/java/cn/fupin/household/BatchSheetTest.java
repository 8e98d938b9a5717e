package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a batch is: each household's stage, and the meetings and notices about them. */
class BatchSheetTest {
    private final Township township = Township.ready(20);
    private final String batch = "batch-" + UUID.randomUUID();

    @Test
    void a_batch_tells_how_far_each_household_came_and_by_which_meetings_and_notices() {
        open();
        var registered = applied();
        var surveyed = applied();
        var rejected = applied();
        var applied = applied();
        for (var household : List.of(registered, surveyed, rejected)) {
            township.done(township.survey(household, 100_00));
        }
        var meeting = township.meeting(registered, "2014-04-10", 30, 2);
        township.done(township.step(registered, "assessment", Map.of("assessmentId", meeting)));
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", registered);
        township.done(township.review(registered, first, "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", registered);
        assertThat(stages()).containsEntry(registered, "REVIEWED 2014-04-29");
        township.done(township.register(registered, second, "2014-05-09"));
        township.done(
                township.step(
                        rejected,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-04-12",
                                "decidedBy",
                                Township.body("村民委员会"),
                                "grounds",
                                "收入高于标准")));
        var other = township.meeting(surveyed, "2014-05-20", 30, 2);
        var open = township.noticeOver("FIRST", "2014-06-01", "2014-06-09", surveyed);
        township.meeting(registered, "2016-04-10", 30, 2);
        township.done(township.dissolve(registered, "2016-01-01"));

        assertThat(stages())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                registered,
                                "REGISTERED 2014-05-09",
                                surveyed,
                                "SURVEYED 2014-04-05",
                                rejected,
                                "REJECTED 2014-04-12",
                                applied,
                                "APPLIED 2014-04-01"));
        var sheet = sheet();
        assertThat(ids(sheet.path("meetings"), "assessmentId")).containsExactly(meeting, other);
        assertThat(sheet.path("meetings").path(0).path("households").asLong()).isEqualTo(1);
        assertThat(ids(sheet.path("notices"), "noticeId")).containsExactly(first, second, open);
        var last = sheet.path("notices").path(2);
        assertThat(last.path("kind").asString()).isEqualTo("FIRST");
        assertThat(last.path("closedOn").asString()).isEqualTo("2014-06-09");
        assertThat(last.path("households").asLong()).isEqualTo(1);
    }

    @Test
    void an_objection_that_waits_is_counted_with_its_notice() {
        open();
        var household = applied();
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        var notice = Township.newNotice();
        township.done(township.post(notice, "FIRST", "2014-04-21", household));
        township.done(
                "/notices/" + notice + "/objections",
                Map.of("householdId", household, "grounds", "另有住房", "raisedOn", "2014-04-22"));
        var shown = sheet().path("notices").path(0);
        assertThat(shown.path("openObjections").asLong()).isEqualTo(1);
        assertThat(shown.path("closesFrom").asString()).isEqualTo("2014-04-29");
        assertThat(shown.has("closedOn")).isFalse();
    }

    private void open() {
        township.done(
                "/batches/" + batch + "/opening",
                Map.of(
                        "region",
                        township.village,
                        "year",
                        2014,
                        "title",
                        "2014年度第一批",
                        "appliesFrom",
                        "2014-04-01",
                        "appliesUntil",
                        "2014-04-20",
                        "openedOn",
                        "2014-03-25"));
    }

    private String applied() {
        var household = Township.newHousehold();
        var application = new LinkedHashMap<String, Object>(township.applicationOf(1));
        application.put("batchId", batch);
        township.done(township.step(household, "application", application));
        return household;
    }

    private JsonNode sheet() {
        return JsonMapper.shared().readTree(township.door.get("/batches/" + batch).text());
    }

    private Map<String, String> stages() {
        var stages = new LinkedHashMap<String, String>();
        for (var applied : sheet().path("applications")) {
            stages.put(
                    applied.path("householdId").asString(),
                    applied.path("stage").asString() + " " + applied.path("since").asString());
        }
        return stages;
    }

    private static List<String> ids(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString()).toList();
    }
}
