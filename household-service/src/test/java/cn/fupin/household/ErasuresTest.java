package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stops an erasure, what it leaves, and who may see whom when persons change over. */
class ErasuresTest {
    private static final String OFFICER = "data-protection-officer";
    private static final String OLD_PHONE = "13900001111";
    private static final String NEW_PHONE = "13900002222";

    private static final List<String> COUNTED =
            List.of(
                    "active_person",
                    "person_free_since",
                    "unnumbered_person",
                    "household_place",
                    "household_departure",
                    "quota",
                    "quota_place",
                    "quota_change",
                    "quota_handed_down",
                    "helper_household",
                    "helper_time",
                    "assessment_ballot",
                    "notice_household",
                    "person_home",
                    "person_entered");

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(100);
    private final DoorClient one = township.door.as("officer-1", OFFICER, Township.COUNTY);
    private final DoorClient two = township.door.as("officer-2", OFFICER, Township.COUNTY);

    private Reply requested(String person) {
        return one.post("/persons/" + person + "/erasure-request", Map.of("reason", "本人申请"));
    }

    private Reply erase(String person) {
        return two.post(
                "/persons/" + person + "/erasure", Map.of("decidedBy", Township.body("县扶贫移民局")));
    }

    private void erased(String person) {
        township.done(requested(person));
        township.done(erase(person));
    }

    /** Its id. */
    private String held(String person) {
        var hold = "hold-" + UUID.randomUUID();
        township.done(
                one.post(
                        "/persons/" + person + "/holds",
                        Map.of(
                                "holdId",
                                hold,
                                "kind",
                                "AUDIT",
                                "authority",
                                Township.body("县审计局"),
                                "placedOn",
                                "2016-01-01")));
        return hold;
    }

    private void lifted(String person, String hold) {
        township.done(
                one.post(
                        "/persons/" + person + "/holds/" + hold + "/lifting",
                        Map.of(
                                "authority",
                                Township.body("县审计局"),
                                "reason",
                                "审计结束",
                                "liftedOn",
                                "2016-06-01")));
    }

    private boolean hasKey(String person) {
        return count("select count(*) from vault_person where person_id = ?", person) == 1;
    }

    private long count(String sql, Object... params) {
        return db.sql(sql).params(params).query(Long.class).single();
    }

    private String child(String household) {
        township.done(
                township.join(household, HouseholdModelTest.newborn("王小双"), "BIRTH", "2015-06-01"));
        return HouseholdModelTest.joined(household).getFirst();
    }

    /** Under which id the child goes from now on. */
    private String identified(String household, String child) {
        township.done(
                HouseholdModelTest.identify(
                        township,
                        household,
                        child,
                        TestPersons.newNumber("2015", false),
                        "2016-01-01"));
        return db.sql("select identified_as from unnumbered_person where person_id = ?")
                .param(child)
                .query(String.class)
                .single();
    }

    private Reply reveal(DoorClient door, String person, String field) {
        return door.post(
                "/persons/" + person + "/reveal",
                Map.of("fields", List.of(field), "purpose", "CONTACT", "reason", "约定入户时间"));
    }

    @Test
    void a_hold_from_before_the_number_was_known_stops_it_until_it_is_lifted_there() {
        var number = TestPersons.newNumber("2013", false);
        var before = township.registered(1);
        township.done(
                township.join(
                        before,
                        TestPersons.person("王小双", "CHILD", number),
                        "MOVED_IN",
                        "2014-06-01"));
        var known = HouseholdModelTest.joined(before).getFirst();
        township.done(township.leave(before, number, "MOVED_OUT", "2014-12-01"));
        township.done(requested(known));

        var household = township.registered(1);
        var child = HouseholdModelTest.newborn("王小双", "2013-05-20");
        township.done(township.join(household, child, "MOVED_IN", "2015-06-01"));
        var unnumbered = HouseholdModelTest.joined(household).getFirst();
        var hold = held(unnumbered);
        township.done(
                HouseholdModelTest.identify(township, household, unnumbered, number, "2016-01-01"));

        var refused = erase(known);
        assertThat(refused.reason()).isEqualTo("UNDER_HOLD");
        assertThat(refused.json().path("personId").asString("")).isEqualTo(unnumbered);
        assertThat(hasKey(unnumbered) && hasKey(known)).isTrue();
        lifted(unnumbered, hold);
        township.done(erase(known));
        assertThat(hasKey(unnumbered) || hasKey(known)).isFalse();
    }

    @Test
    void a_hold_on_somebody_named_in_the_same_file_stops_it() {
        var household = township.registered(2);
        var persons = HouseholdModelTest.persons(household);
        var file = fileOf(persons);
        township.done(requested(persons.get(0)));
        var hold = held(persons.get(1));
        assertThat(erase(persons.get(0)).reason()).isEqualTo("UNDER_HOLD");
        assertThat(count("select count(*) from evidence where evidence_id = ? and erased", file))
                .isZero();
        lifted(persons.get(1), hold);
        township.done(erase(persons.get(0)));
        assertThat(count("select count(*) from evidence where evidence_id = ? and erased", file))
                .isEqualTo(1);
    }

    /** Its id: papers that show them both. */
    private String fileOf(List<String> persons) {
        var papers =
                township.door
                        .as("clerk-5", "county-officer", township.town)
                        .upload(
                                "/evidence?kind=FORM&region=%s&personId=%s&personId=%s"
                                        .formatted(
                                                township.village, persons.get(0), persons.get(1)),
                                "application/pdf",
                                "%PDF-1.7 both".getBytes(StandardCharsets.US_ASCII),
                                "upload-" + UUID.randomUUID());
        return township.done(papers).json().at("/evidence/evidenceId").asString("");
    }

    /** At the door the erasure knew nothing of it yet. */
    @Test
    void a_hold_that_is_placed_on_the_other_at_that_moment_stops_it_too() throws Exception {
        var persons = HouseholdModelTest.persons(township.registered(2));
        var file = fileOf(persons);
        township.done(requested(persons.get(0)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var erasure =
                    whileHeld(
                            persons.get(1),
                            () -> {
                                var hold = threads.submit(() -> held(persons.get(1)));
                                await().until(() -> hold.isDone() || waiting() == 1);
                                var erasing = threads.submit(() -> erase(persons.get(0)));
                                await().until(() -> erasing.isDone() || waiting() == 2);
                                return erasing;
                            });
            assertThat(erasure.get().reason()).isEqualTo("UNDER_HOLD");
        }
        assertThat(hasKey(persons.get(0))).isTrue();
        assertThat(count("select count(*) from evidence where evidence_id = ? and erased", file))
                .isZero();
    }

    /** Keeps whoever needs the person's key waiting until the deeds are under way. */
    private <T> T whileHeld(String person, Supplier<T> deeds) {
        var transactions = Running.service().bean(PlatformTransactionManager.class);
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(_ -> {
                            db.sql("select 1 from vault_person where person_id = ? for update")
                                    .param(person)
                                    .query(Integer.class)
                                    .single();
                            return deeds.get();
                        }));
    }

    private long waiting() {
        return count(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """);
    }

    @Test
    void a_description_of_an_earlier_day_gives_nobody_the_person_back_and_replaces_nothing() {
        var there = Township.ready(10);
        var number = TestPersons.newNumber();
        var member = TestPersons.person("王小明", "CHILD", number);
        member.put("phone", OLD_PHONE);
        var from = township.registered(1);
        township.done(township.join(from, member, "MOVED_IN", "2014-06-01"));
        var person = HouseholdModelTest.joined(from).getFirst();
        township.done(township.leave(from, number, "MOVED_OUT", "2015-03-01"));
        member.put("phone", NEW_PHONE);
        township.done(there.join(there.registered(1), member, "MOVED_IN", "2015-03-01"));
        township.done(
                township.step(
                        from,
                        "member-description",
                        Map.of(
                                "personId",
                                person,
                                "phone",
                                "13900003333",
                                "describedOn",
                                "2014-07-01")));
        var before = township.door.as("clerk-2", "county-officer", township.town);
        var now = there.door.as("clerk-3", "county-officer", there.town);
        assertThat(reveal(before, person, "PHONE").status()).isEqualTo(403);
        assertThat(reveal(now, person, "PHONE").json().at("/told/PHONE").asString(""))
                .isEqualTo(NEW_PHONE);
    }

    @Test
    void a_household_with_an_erased_member_is_split_and_merged_and_counts_as_many() {
        var household = township.registered(3);
        var into = township.registered(1);
        var people = HouseholdModelTest.persons(household);
        township.done(
                township.step(
                        household,
                        "member-description",
                        Map.of(
                                "personId",
                                people.get(2),
                                "phone",
                                NEW_PHONE,
                                "describedOn",
                                "2015-01-01")));
        erased(people.get(1));
        var other = Township.newHousehold();
        township.done(HouseholdModelTest.split(township, household, other, people.subList(1, 3)));
        township.done(HouseholdModelTest.merge(township, other, into, people.subList(1, 3)));
        assertThat(count("select count(*) from active_person where household_id = ?", into))
                .isEqualTo(3);
        assertThat(count("select count(*) from person_sealed where person_id = ?", people.get(1)))
                .isZero();
        var office = township.door.as("clerk-2", "county-officer", township.town);
        assertThat(reveal(office, people.get(2), "PHONE").json().at("/told/PHONE").asString(""))
                .isEqualTo(NEW_PHONE);
        assertThat(one.get("/persons/" + people.get(1)).json().path("householdId").asString(""))
                .isEqualTo(into);
    }

    @Test
    void nobody_is_counted_otherwise_than_before() {
        var household = township.registered(3);
        township.done(
                township.step(
                        household,
                        "helper",
                        Map.of(
                                "helperId",
                                "helper-1",
                                "helperUnit",
                                "县林业局",
                                "assignedOn",
                                "2014-06-01")));
        var now = identified(household, child(household));
        var before = counted();
        erased(now);
        erased(Township.headOf(household));
        assertThat(counted()).isEqualTo(before);
        assertThat(before.toString()).contains("合计 1 户 4 人；其中在册 1 户 4 人");
    }

    /** What guards and look-ups hold, and what is read and printed of it. */
    private Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        for (var table : COUNTED) {
            counted.put(
                    table,
                    db.sql("select t::text from %s t order by 1".formatted(table))
                            .query(String.class)
                            .list());
        }
        counted.put(
                "quotas", township.door.get("/quotas?year=2014&region=" + township.town).text());
        var register =
                Readback.ofXlsx(
                        township.door.download(
                                "/villages/%s/documents/register?format=xlsx&asOf=2016-06-30"
                                        .formatted(township.village)));
        counted.put("register", register.lines().filter(line -> line.contains("合计")).toList());
        return counted;
    }

    @Test
    void no_kit_and_no_form_of_any_day_shows_the_surname_of_who_was_erased() {
        var household = township.registered(1);
        var child = child(household);
        var now = identified(household, child);
        var kit = "/villages/" + township.village + "/visit-kit";
        var form = "/households/" + household + "/documents/form?format=xlsx&asOf=2015-07-01";
        assertThat(Readback.ofXlsx(township.door.download(form))).contains("王**");
        erased(now);
        erased(Township.headOf(household));
        assertThat(Readback.ofXlsx(township.door.download(form)))
                .contains("（已删除）")
                .doesNotContain("王*");
        assertThat(Readback.ofXlsx(township.door.download(kit))).contains(now).doesNotContain("王*");
    }

    @Test
    void a_form_with_names_of_a_day_before_a_number_was_known_tells_the_name_known_now() {
        var household = township.registered(1);
        var child = child(household);
        var wrong = identified(household, child);
        township.done(
                township.step(
                        household,
                        "member-correction",
                        Map.of(
                                "personId",
                                wrong,
                                "newIdentityNumber",
                                TestPersons.newNumber("2015", false),
                                "differsBecause",
                                "抄错号码",
                                "reason",
                                "与户口簿不符",
                                "approvedBy",
                                "chief-1",
                                "correctedOn",
                                "2016-03-01")));
        var now =
                db.sql("select identified_as from unnumbered_person where person_id = ?")
                        .param(wrong)
                        .query(String.class)
                        .single();
        var made =
                township.door.post(
                        "/households/" + household + "/documents/form?format=xlsx&asOf=2015-07-01",
                        Map.of("reason", "入户核对"));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(
                        count(
                                "select count(*) from events where stream_id = ? and payload_type = 'PersonalDataRevealed'",
                                now))
                .isEqualTo(1);
    }
}
