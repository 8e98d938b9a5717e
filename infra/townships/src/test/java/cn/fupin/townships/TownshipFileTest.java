package cn.fupin.townships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A good file is read; a bad one is refused with line, column and reason in both languages. */
class TownshipFileTest {
    private static final String GOOD = TownshipFile.resourceText("yanyuan-town.json");

    @Test
    void the_shipped_township_is_a_good_file() {
        Township township = TownshipFile.resource("yanyuan-town");

        assertThat(township.claims()).hasSize(40);
        assertThat(township.notReached()).hasSize(6);
        assertThat(township.divisions()).hasSize(14);
        assertThat(township.projects()).hasSize(7);
    }

    @Test
    void a_file_of_the_disk_is_read_and_named_in_its_refusal(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("mine.json"), GOOD);
        assertThat(TownshipFile.read(file).id()).isEqualTo("yanyuan-town");

        Files.writeString(file, "{}");
        assertThat(catchThrowableOfType(TownshipFileRefused.class, () -> TownshipFile.read(file)))
                .hasMessageContaining("mine.json:1:1: ")
                .hasMessageContaining("乡镇文件不合格")
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void broken_json_is_refused_where_it_breaks() {
        var problem = problems("{\n  \"format\": \"fupin-township/1\",\n  \"id\": ]\n}").getFirst();

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(9);
    }

    @Test
    void a_name_given_twice_is_refused() {
        assertThat(problems("{\n\"id\": \"a\",\n\"id\": \"b\"\n}").getFirst().line()).isEqualTo(3);
    }

    @Test
    void a_wrong_type_is_refused_at_its_value() {
        assertProblem(
                "\"households\": 788,",
                "\"households\": \"788\",",
                "/identification/0/households",
                "integer");
    }

    @Test
    void an_unknown_property_is_refused_at_its_own_place() {
        assertProblem("\"seed\": 20140704,", "\"sead\": 20140704,", "/synthesis/sead", "sead");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        assertProblem(
                "\"assessedOn\": \"2014-06-23\"",
                "\"assessedOn\": \"2014-06-31\"",
                "/identification/0/stages/assessedOn",
                "date");
    }

    @Test
    void differs_needs_its_difference() {
        assertProblem(
                "{\"verdict\": \"differs\", \"difference\": 15}",
                "{\"verdict\": \"differs\"}",
                "/claims/19/expected",
                "difference");
    }

    @Test
    void a_household_cannot_be_without_persons() {
        assertProblem(
                "\"persons\": 3274,\n      \"incomeYear\"",
                "\"persons\": 700,\n      \"incomeYear\"",
                "/identification/0/persons",
                "cannot be 700 persons");
    }

    @Test
    void a_removal_must_leave_a_possible_register() {
        assertProblem(
                "\"households\": 23,\n      \"persons\": 107,",
                "\"households\": 787,\n      \"persons\": 3000,",
                "/removals/0/persons",
                "households 1, persons 274");
        assertProblem(
                "\"households\": 23,",
                "\"households\": 789,",
                "/removals/0/persons",
                "cannot be 107 persons");
    }

    @Test
    void what_was_had_before_a_removal_was_had_after_the_registration_and_before_the_removal() {
        assertProblem(
                "\"since\": \"2014-10-31\"",
                "\"since\": \"2014-07-20\"",
                "/removals/0/had/since",
                "is before announcedOn");
        assertProblem(
                "\"since\": \"2014-10-31\"",
                "\"since\": \"2014-11-21\"",
                "/removals/0/had/since",
                "is after removedOn");
    }

    @Test
    void stages_come_in_their_order() {
        assertProblem(
                "\"reviewedOn\": \"2014-07-04\"",
                "\"reviewedOn\": \"2014-07-01\"",
                "/identification/0/stages/reviewedOn",
                "is before firstNoticeClosedOn");
    }

    @Test
    void a_notice_lasts_as_long_as_the_law_says_without_its_first_day() {
        assertProblem(
                "\"firstNoticeClosedOn\": \"2014-07-02\"",
                "\"firstNoticeClosedOn\": \"2014-07-01\"",
                "/identification/0/stages/firstNoticeClosedOn",
                "less than 7 days");
    }

    @Test
    void a_payment_draws_only_on_what_was_committed() {
        assertProblem(
                "\"amountFen\": 32920000}",
                "\"amountFen\": 82300001}",
                "/projects/0/commitments/0/payments/0/lines/0/amountFen",
                "are left");
        assertProblem(
                "{\"allocation\": \"bridge-1\", \"amountFen\": 44400000}",
                "{\"allocation\": \"road-1\", \"amountFen\": 44400000}",
                "/projects/2/commitments/0/payments/0/lines/0/allocation",
                "no such line");
    }

    @Test
    void a_village_has_no_more_groups_than_it_has() {
        assertProblem(
                "{\"region\": \"513423199202\", \"groups\": 3}",
                "{\"region\": \"513423199202\", \"groups\": 9}",
                "/projects/0/acceptance/served/1/groups",
                "only 8 groups");
    }

    @Test
    void every_phrase_stands_in_the_text() {
        assertProblem(
                "\"phraseZh\": \"22235人\"",
                "\"phraseZh\": \"22236人\"",
                "/claims/4/phraseZh",
                "word for word");
    }

    @Test
    void no_date_lies_ahead() {
        assertProblem(
                "\"removedOn\": \"2014-11-20\"",
                "\"removedOn\": \"2914-11-20\"",
                "/removals/0/removedOn",
                "after today");
    }

    @Test
    void what_a_service_would_refuse_is_refused_before() {
        assertProblem(
                "\"ceilingPersons\": 3600",
                "\"ceilingPersons\": 3273",
                "/quotas/0/ceilingPersons",
                "more are identified than the ceiling: persons 3274");
        assertProblem(
                "\"householdsPerHelper\": 5",
                "\"householdsPerHelper\": 6",
                "/helpers/0/householdsPerHelper",
                "more than the rule's 5");
        assertProblem(
                "\"contractFen\": 82300000",
                "\"contractFen\": 82300001",
                "/projects/0/contract/contractFen",
                "above the budget");
        assertProblem(
                "\"committedOn\": \"2014-10-16\"",
                "\"committedOn\": \"2014-10-07\"",
                "/projects/0/commitments/0/committedOn",
                "is before allocatedOn");
    }

    @Test
    void a_file_may_say_very_little() {
        Township township =
                TownshipFile.parse(
                        "little",
                        """
                        {"format": "fupin-township/1", "id": "little", "title": "某乡", "titleEn": "a township",
                         "source": {"reference": "无"},
                         "synthesis": {"seed": 1, "yiNamesPercent": 0, "membersMax": 8},
                         "township": "431123104000",
                         "divisions": [
                          {"code": "431123000000", "name": "双牌县", "level": "COUNTY", "sample": false, "listedOn": "2014-01-01"},
                          {"code": "431123104000", "name": "某乡", "level": "TOWNSHIP", "parent": "431123000000", "sample": true,
                           "listedOn": "2014-01-01"}]}
                        """);

        assertThat(LoadPlan.of(township)).hasSize(1);
        assertThat(township.activities().trainings()).isEmpty();
    }

    @Test
    void counts_that_no_households_can_meet_are_refused_where_they_stand() {
        assertThat(changed("muchuan-township", "/exits/0/of", "persons", 28))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/exits/0/of/persons");
                    assertThat(p.en()).contains("households 27, persons 28");
                    assertThat(p.zh()).contains("27 户 28 人");
                });
        assertThat(changed("muchuan-township", "/exitPlans/0/of", "households", 134))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/exitPlans/0/of/households");
                    assertThat(p.en()).contains("to choose from");
                });
        assertThat(changed("shan-town", "/leavings/1", "persons", 1500))
                .anySatisfy(p -> assertThat(p.pointer()).isEqualTo("/leavings/1/persons"));
    }

    @Test
    void parts_add_up_to_their_batch_and_villages_quotas_stay_within_the_townships() {
        assertThat(changed("muchuan-township", "/identification/0/parts/0", "persons", 285))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/identification/0/parts");
                    assertThat(p.en()).contains("households 269, persons 971");
                });
        assertThat(changed("muchuan-township", "/quotas/1", "persons", 301))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/quotas/0/ceilingPersons");
                    assertThat(p.en()).contains("add up to 1020");
                });
        assertThat(changed("muchuan-township", "/quotas/0", "ceilingPersons", 1020))
                .anySatisfy(p -> assertThat(p.en()).contains("above the 1019 that the rule"));
    }

    @Test
    void an_exit_has_its_notice_its_line_and_its_order() {
        assertThat(changed("muchuan-township", "/exits/0/stages", "noticeClosedOn", "2015-11-04"))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/exits/0/stages/noticeClosedOn");
                    assertThat(p.en()).contains("less than 7 days");
                });
        assertThat(changed("muchuan-township", "/exits/0", "incomeYear", 2012))
                .anySatisfy(p -> assertThat(p.en()).contains("no poverty line of 2012"));
        assertThat(changed("muchuan-township", "/exits/0", "incomeYear", 2013))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/exits/0/incomeYear");
                    assertThat(p.en()).contains("is not after 2013");
                });
        assertThat(changed("muchuan-township", "/exits/0/stages", "proposedOn", "2015-03-19"))
                .anySatisfy(p -> assertThat(p.en()).contains("is before assignedOn"));
    }

    @Test
    void a_leader_is_a_person_and_has_no_more_than_a_persons_households() {
        assertThat(changed("muchuan-township", "/leaders/0/of", "households", 6))
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo("/leaders/0/of/households");
                    assertThat(p.en()).contains("more than the rule's 5");
                });
        // while a unit's contact may be with any number
        assertThat(
                        TownshipFile.resource("muchuan-township")
                                .activities()
                                .unitContacts()
                                .getLast()
                                .households())
                .isEqualTo(30);
    }

    @Test
    void nothing_succeeds_itself_or_what_is_not_listed() {
        assertThat(
                        problems(
                                TownshipFile.resourceText("muchuan-township.json")
                                        .replace(
                                                "\"successors\": [\"511129105212\"]",
                                                "\"successors\": [\"511129299201\", \"511129105299\"]")))
                .extracting(TownshipFileRefused.Problem::en)
                .containsExactly(
                        "cannot succeed itself", "the division is not listed: 511129105299");
    }

    @Test
    void a_quote_may_leave_words_out_but_not_change_their_order() {
        assertThat(
                        problems(
                                TownshipFile.resourceText("muchuan-township.json")
                                        .replace(
                                                "沐委发〔20__〕6号……沐委办〔20__〕11号……",
                                                "沐委办〔20__〕11号……沐委发〔20__〕6号……")))
                .extracting(TownshipFileRefused.Problem::en)
                .containsExactly("does not stand in the text word for word");
    }

    private static List<TownshipFileRefused.Problem> changed(
            String name, String object, String field, Object value) {
        var tree = TownshipFile.JSON.readTree(TownshipFile.resourceText(name + ".json"));
        ((ObjectNode) tree.at(object)).putPOJO(field, value);
        return problems(tree.toString());
    }

    private static void assertProblem(String was, String becomes, String pointer, String en) {
        int at = GOOD.indexOf(was);
        assertThat(at).as("the file has %s", was).isNotNegative();
        var problems = problems(GOOD.replaceFirst(java.util.regex.Pattern.quote(was), becomes));

        assertThat(problems)
                .anySatisfy(p -> {
                    assertThat(p.pointer()).isEqualTo(pointer);
                    assertThat(p.en()).contains(en);
                    assertThat(p.zh()).containsPattern("\\p{IsHan}");
                    assertThat(p.line()).isBetween(lineOf(at), lineOf(at) + 25);
                });
    }

    private static int lineOf(int offset) {
        return (int) GOOD.substring(0, offset).lines().count();
    }

    private static List<TownshipFileRefused.Problem> problems(String text) {
        return catchThrowableOfType(
                        TownshipFileRefused.class, () -> TownshipFile.parse("t.json", text))
                .problems();
    }
}
