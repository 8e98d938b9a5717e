package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.page.Readback;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 曾建档: who applies anew is known by the register, whatever household it is this time. */
class EarlierFilesTest {
    private final Township township = Township.ready(20);

    @Test
    void one_that_was_removed_and_applies_anew_has_its_earlier_file_beside_it() {
        var number = TestPersons.newNumber();
        var removed = registeredWith(number);
        township.done(EndRevocationTest.remove(township, removed, "2014-11-01"));
        var anew = Township.newHousehold();
        var application =
                new TreeMap<>(township.application(TestPersons.person("王小明", "HEAD", number)));
        application.put("appliedOn", "2015-04-01");
        township.done(township.step(anew, "application", application));

        var found = files(anew);
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("earlierHouseholdId").asString()).isEqualTo(removed);
        assertThat(found.path(0).path("registeredOn").asString()).isEqualTo("2014-05-09");
        assertThat(found.path(0).path("outcome").asString()).isEqualTo("REMOVED");
        assertThat(found.path(0).path("since").asString()).isEqualTo("2014-11-01");
        assertThat(found.path(0).path("personIds")).hasSize(1);
        assertThat(files(removed)).isEmpty();
        var form = "/households/" + anew + "/documents/form?format=xlsx&asOf=2015-12-31";
        assertThat(Readback.ofXlsx(township.door.download(form)))
                .contains("曾建档情况", removed, "2014-11-01 清退");
    }

    @Test
    void who_never_was_on_the_register_has_none() {
        var number = TestPersons.newNumber();
        var ordinary = Township.newHousehold();
        var person = TestPersons.person("王小明", "HEAD", number);
        township.done(township.step(ordinary, "record", township.recording(person)));
        township.done(township.dissolve(ordinary, "2015-01-01"));
        var anew = Township.newHousehold();
        var recording = new TreeMap<>(township.recording(person));
        recording.put("recordedOn", "2015-02-01");
        township.done(township.step(anew, "record", recording));
        assertThat(files(anew)).isEmpty();
    }

    @Test
    void whoever_left_a_household_on_the_register_brings_its_file_along_and_the_other_does_not() {
        var number = TestPersons.newNumber();
        var registered = registeredWith(TestPersons.newNumber());
        township.done(
                township.join(
                        registered,
                        TestPersons.person("王小花", "CHILD", number),
                        "MOVED_IN",
                        "2014-06-01"));
        township.done(township.leave(registered, number, "MARRIAGE", "2015-06-01"));
        var other = registeredWith(TestPersons.newNumber());
        township.done(
                township.join(
                        other,
                        TestPersons.person("王小花", "SPOUSE", number),
                        "MARRIAGE",
                        "2015-06-01"));
        var found = files(other);
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("outcome").asString()).isEqualTo("ON_FILE");
        assertThat(found.path(0).has("since")).isFalse();
        assertThat(files(registered)).isEmpty();
    }

    private String registeredWith(String number) {
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "application",
                        township.application(TestPersons.person("王小明", "HEAD", number))));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        township.done(township.review(household, first, "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        township.done(township.register(household, second, "2014-05-09"));
        return household;
    }

    private JsonNode files(String household) {
        return township.done(township.door.get("/households/" + household + "/earlier-files"))
                .json()
                .path("earlierFiles");
    }
}
