package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Guards and lookups are nothing but what the events say: written again they come out the same. */
class RebuildTest {
    private static final List<String> TABLES =
            List.of(
                    "region",
                    "region_succession",
                    "poverty_line",
                    "rule",
                    "assessment",
                    "assessment_ballot",
                    "notice",
                    "notice_household",
                    "notice_omission",
                    "batch",
                    "batch_application",
                    "reverification_round",
                    "reverification_rule",
                    "reverification",
                    "exclusion_rule",
                    "matching_list",
                    "matching_told",
                    "exclusion_clearance",
                    "household_place",
                    "household_place_since",
                    "register_day",
                    "active_person",
                    "person_free_since",
                    "unnumbered_person",
                    "household_departure",
                    "quota",
                    "quota_amount",
                    "quota_handed_down",
                    "quota_place",
                    "quota_change",
                    "helper_household",
                    "helper_time",
                    "household_number",
                    "helper_person",
                    "helper_known",
                    "staff_duty",
                    "person_home",
                    "person_entered",
                    "person_sealed",
                    "person_hold",
                    "person_erased",
                    "evidence");

    /** A guard's constraint: how it goes and how it comes back. */
    private record Law(String away, String back) {}

    private static final String HOLD = "hold-" + UUID.randomUUID();

    private static final String LAWS =
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid)) as back
            from pg_constraint
            where conname in ('one_active_household_per_person', 'quota_places_within_ceiling',
                              'quota_places_not_negative', 'quota_handed_down_within_ceiling',
                              'household_number_is_its_own')
            """;

    private static final String SEALED_BY_CORRECTIONS =
            """
            delete from person_sealed where sealed in (
                select convert_from(payload, 'UTF8')::json -> 'member' ->> 'sealed' from events
                where payload_type in ('MemberNameCorrected', 'MemberNumberCorrected'))
            """;
    private static final String SEALED_BY_OMISSIONS =
            "delete from person_sealed where person_id in (select person_id from notice_omission)";

    /** None was released whom a household had because it was monitored. */
    private static final String HELPED_SINCE_MONITORED =
            """
            update helper_time t set until = null
            from events e
            where e.payload_type = 'MonitoringHelperReleased' and e.stream_id = t.household_id
              and t.until = substring(convert_from(e.payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date
              and not exists (
                select from helper_time n where n.household_id = t.household_id and n.since >= t.until)
            """;

    /** Whose turns were told out of the order of their days, as no events are that it reads. */
    private static final String HELPED_LATE =
            """
            delete from helper_time where household_id in (
                select stream_id from (
                    select stream_id, on_day, max(on_day) over (
                        partition by stream_id order by global_index
                        rows between unbounded preceding and 1 preceding) as latest
                    from (select stream_id, global_index,
                                 substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date as on_day
                          from events where payload_type in ('HelperAssigned', 'HelperReleased', 'MonitoringHelperReleased',
                                                             'HouseholdRemoved', 'HouseholdDissolved', 'HouseholdMerged')) e) told
                where on_day < latest)
            """;

    /** Whose move was told after what happened there later; so too. */
    private static final String MOVED_LATE =
            """
            delete from register_day where household_id in (
                select m.stream_id from (
                    select stream_id, global_index,
                           substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date as on_day
                    from events where payload_type = 'HouseholdMoved') m
                join (
                    select stream_id, global_index,
                           substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date as on_day
                    from events where payload_type in ('HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdExited')) s
                  on s.stream_id = m.stream_id and s.global_index < m.global_index and s.on_day > m.on_day)
            """;

    private static final String HOMES_BY_CORRECTIONS =
            """
            delete from person_home where person_id in (
                select convert_from(payload, 'UTF8')::json ->> 'identifiedAs' from events
                where payload_type = 'MemberNumberCorrected')
            """;

    private static final String OF_ADJUSTED =
            """
            delete from quota_amount where quota_id in (
                select stream_id from events where payload_type in ('QuotaAdjusted', 'QuotaCorrected'))
            """;

    private record Handler(Object bean, Method method) {}

    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void every_guard_and_lookup_can_be_written_again_from_the_events() {
        something();
        var before = tables();
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        var handlers = handlers();
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> {
                    // Two appends that waited for each other over a guard's row may stand in the
                    // store the other way round: only the end has to keep the law.
                    var laws = db.sql(LAWS).query(Law.class).list();
                    assertThat(laws).hasSize(5);
                    laws.forEach(law -> db.sql(law.away()).update());
                    TABLES.forEach(table -> db.sql("truncate " + table).update());
                    replay(handlers);
                    laws.forEach(law -> db.sql(law.back()).update());
                    assertThat(tables()).isEqualTo(before);
                });
    }

    /** Kept event by event, and filled by V30 from those there were: as their texts say. */
    @Test
    void an_upgrade_reads_from_the_events_where_everybody_was_ever_entered() throws IOException {
        something();
        var entered = script("V30__persons_entered.sql");
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    noDayCorrected();
                    var before = tables();
                    assertThat(before)
                            .hasEntrySatisfying(
                                    "person_entered", rows -> assertThat(rows).isNotEmpty());
                    db.sql("drop table person_entered").update();
                    Running.service().bean(JdbcTemplate.class).execute(entered);
                    noDayCorrected();
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /** As it was when that was run: no day of a coming had been corrected by then. */
    private void noDayCorrected() {
        db.sql(
                        """
                        delete from person_entered where household_id in (
                            select stream_id from events where payload_type = 'MemberDayCorrected')
                        """)
                .update();
    }

    /** Of two assignments that waited for each other either may stand first in the store. */
    @Test
    void who_helps_whom_is_the_same_whichever_household_is_read_first() {
        something();
        var tables = List.of("helper_household", "helper_time");
        var before = tables.stream().map(this::rowsOf).toList();
        assertThat(before).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        var guard =
                handlers().stream()
                        .filter(h -> h.bean().getClass().getSimpleName().equals("HelperLoad"))
                        .toList();
        assertThat(guard).isNotEmpty();
        for (var order : List.of("stream_id", "stream_id desc")) {
            new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                    .executeWithoutResult(_ -> {
                        tables.forEach(table -> db.sql("truncate " + table).update());
                        replay(guard, order + ", sequence");
                        assertThat(tables.stream().map(this::rowsOf).toList()).isEqualTo(before);
                    });
        }
    }

    /**
     * V10 on a store that had none of it yet: the same as if it had been kept from the beginning.
     */
    @Test
    void an_upgrade_reads_holds_homes_and_days_from_the_events() throws IOException {
        something();
        var script =
                new ClassPathResource("db/migration/V10__holds_and_homes.sql")
                        .getContentAsString(StandardCharsets.UTF_8);
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    // no helper had a name when it ran, nobody's name or number was corrected, and
                    // nobody was said to be left out
                    db.sql(
                                    "delete from person_sealed where person_id in (select person_id from helper_person)")
                            .update();
                    db.sql(SEALED_BY_CORRECTIONS).update();
                    db.sql(HOMES_BY_CORRECTIONS).update();
                    db.sql(SEALED_BY_OMISSIONS).update();
                    var before = tables();
                    db.sql("drop table person_hold").update();
                    db.sql("alter table person_sealed drop column of_day").update();
                    db.sql("update person_home set household_id = 'household-of-a-description'")
                            .update();
                    Running.service().bean(JdbcTemplate.class).execute(script);
                    db.sql(HOMES_BY_CORRECTIONS).update();
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /** So V11 of who is registered since when, who exited, and whose exit was taken back. */
    @Test
    void an_upgrade_reads_the_days_on_the_register_from_the_events() throws IOException {
        something();
        var township = Township.ready(10);
        var exited = township.registered(2);
        township.done(township.line(township.town, 2015, 2855_00));
        township.exit(exited);
        township.done(
                township.door
                        .as("officer-9")
                        .post(
                                "/households/" + exited + "/exit-revocation",
                                RelapseTest.revocation("officer-8")));
        var script =
                new ClassPathResource("db/migration/V11__days_on_the_register.sql")
                        .getContentAsString(StandardCharsets.UTF_8);
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    // no relapse was taken back when it ran, and no move was told late
                    revoked("register_day");
                    db.sql(MOVED_LATE).update();
                    var before = tables();
                    db.sql("drop table register_day").update();
                    Running.service().bean(JdbcTemplate.class).execute(script);
                    revoked("register_day");
                    db.sql(MOVED_LATE).update();
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /** So V15 of who works for a village, and V16 of who died. */
    @Test
    void an_upgrade_reads_staff_and_deaths_from_the_events() throws IOException {
        something();
        died(Township.ready(10));
        var staff = script("V15__staff.sql");
        var deaths = script("V16__deaths.sql");
        var before = tables();
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    db.sql("drop table staff_duty").update();
                    Running.service().bean(JdbcTemplate.class).execute(staff);
                    // those of the register were kept, the others not
                    var lost =
                            db.sql(
                                            """
                                            delete from household_departure d
                                            where reason = 'DEATH' and exists (
                                                select from household_place p
                                                where p.household_id = d.household_id
                                                  and p.standing not in ('CANDIDATE', 'REGISTERED', 'SUSPENDED'))
                                            """)
                                    .update();
                    assertThat(lost).isPositive();
                    Running.service().bean(JdbcTemplate.class).execute(deaths);
                    assertThat(tables()).isEqualTo(before);
                    db.sql("delete from household_departure where reason = 'DEATH'").update();
                    Running.service().bean(JdbcTemplate.class).execute(deaths);
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /** So V18 of where a household lay since when, and since when a helper is known. */
    @Test
    void an_upgrade_reads_since_when_from_the_events() throws IOException {
        something();
        var since = script("V18__since_when.sql");
        var before = tables();
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    db.sql("drop table household_place_since, helper_known").update();
                    Running.service().bean(JdbcTemplate.class).execute(since);
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /** So V20 of who was helped by whom from when to when. */
    @Test
    void an_upgrade_reads_the_times_of_helpers_from_the_events() throws IOException {
        something();
        var times = script("V20__helper_times.sql");
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    db.sql(HELPED_SINCE_MONITORED).update();
                    db.sql(HELPED_LATE).update();
                    var before = tables();
                    db.sql("drop table helper_time").update();
                    Running.service().bean(JdbcTemplate.class).execute(times);
                    db.sql(HELPED_LATE).update();
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /**
     * So V21 of what excuses that somebody left another household, and since when a place is
     * listed.
     */
    @Test
    void an_upgrade_reads_excuses_and_listings_from_the_events() throws IOException {
        something();
        var excuses = script("V21__excused_and_listed.sql");
        var before = tables();
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    assertThat(excused()).isPositive();
                    db.sql("alter table active_person drop column excused").update();
                    db.sql("alter table region drop column listed_on").update();
                    Running.service().bean(JdbcTemplate.class).execute(excuses);
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    /**
     * So V25 of since when a division has how many places, and V28 of how many are used since when.
     */
    @Test
    void an_upgrade_reads_the_days_of_quotas_from_the_events() throws IOException {
        something();
        var adjusted = script("V25__adjusted_quotas.sql");
        var days = script("V28__quota_days.sql");
        new TransactionTemplate(Running.service().bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    // none was adjusted or corrected when it ran, and no relapse taken back
                    db.sql(OF_ADJUSTED).update();
                    revoked("quota_change");
                    var before = tables();
                    assertThat(before)
                            .hasEntrySatisfying(
                                    "quota_amount", rows -> assertThat(rows).isNotEmpty());
                    assertThat(before)
                            .hasEntrySatisfying(
                                    "quota_change",
                                    rows ->
                                            assertThat(rows)
                                                    .anyMatch(row -> row.contains("2014-06-01"))
                                                    .anyMatch(row -> row.contains("2014-11-01"))
                                                    .anyMatch(row -> row.contains("2014-12-01")));
                    db.sql("drop table quota_amount").update();
                    db.sql("alter table quota drop column over_persons cascade").update();
                    db.sql(
                                    """
                                    alter table quota add constraint quota_places_within_ceiling
                                    check (used_persons <= ceiling_persons) not valid
                                    """)
                            .update();
                    db.sql("drop table quota_change").update();
                    Running.service().bean(JdbcTemplate.class).execute(adjusted);
                    Running.service().bean(JdbcTemplate.class).execute(days);
                    db.sql(OF_ADJUSTED).update();
                    revoked("quota_change");
                    assertThat(tables()).isEqualTo(before);
                    status.setRollbackOnly();
                });
    }

    private void revoked(String table) {
        db.sql(
                        """
                        delete from %s where household_id in (
                            select stream_id from events where payload_type = 'RelapseRevoked')
                        """
                                .formatted(table))
                .update();
    }

    private int excused() {
        return db.sql("select count(*) from active_person where excused is not null")
                .query(Integer.class)
                .single();
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("db/migration/" + name)
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** On file, where one died and the other turned out to live. */
    private static void died(Township township) {
        var dead = TestPersons.newNumber();
        var alive = TestPersons.newNumber();
        var child = TestPersons.person("王小双", "CHILD", alive);
        var onFile = Township.newHousehold();
        township.done(
                township.step(
                        onFile,
                        "record",
                        township.recording(
                                TestPersons.person("王小明", "HEAD", TestPersons.newNumber()),
                                TestPersons.person("王小红", "CHILD", dead),
                                child)));
        township.done(township.leave(onFile, dead, "DEATH", "2014-08-01"));
        township.done(township.leave(onFile, alive, "DEATH", "2014-08-01"));
        township.done(township.join(onFile, child, "RETURNED", "2014-08-02"));
    }

    /** A place that was listed, and one that ended, only by mistake. */
    private static void mistaken(Township heir) {
        var town = Township.listed();
        town.done(town.supersede(town.village, "2015-09-01", heir.village));
        town.done(WrongPlacesTest.takenBack(town, town.village, "RegionSuperseded"));
        var village = town.town.substring(0, 9) + "251";
        town.done(town.list(village, "误__村", "VILLAGE", town.town, true));
        town.done(WrongPlacesTest.takenBack(town, village, "RegionListed"));
        town.done(town.list(village, "正__村", "VILLAGE", town.town, true));
    }

    private static void something() {
        var township = Township.ready(20);
        identified(township);
        mistaken(township);
        var kept = township.registered(3);
        var removed = township.registered(2);
        var reinstated = township.registered(2);
        township.done(EndRevocationTest.remove(township, reinstated, "2014-11-01"));
        township.done(EndRevocationTest.revoke(township, reinstated, "2014-12-01"));
        var helper =
                Map.of(
                        "helperId",
                        "helper-" + UUID.randomUUID(), // each has five households at most
                        "helperUnit",
                        "县林业局",
                        "assignedOn",
                        "2014-06-01");
        township.done(township.step(kept, "helper", helper));
        numbered(township, kept, removed);
        handedOver();
        var named = new LinkedHashMap<String, Object>(Township.naming(township.town, "张三"));
        var naming = "/helpers/helper-" + UUID.randomUUID();
        township.done(naming + "/naming", named);
        named.put("changedOn", "2015-06-01");
        named.keySet().removeAll(List.of("region", "namedOn"));
        township.done(naming + "/change", named);
        township.done(
                "/regions/region-" + township.village + "/first-secretary",
                Map.of(
                        "staffId",
                        "staff-1",
                        "unit",
                        "县林业局",
                        "decidedBy",
                        Township.body("县委组织部"),
                        "appointedOn",
                        "2015-08-01"));
        var moved = TestPersons.newNumber();
        township.done(
                township.join(
                        kept, TestPersons.person("王小明", "CHILD", moved), "MOVED_IN", "2014-06-01"));
        township.done(township.leave(kept, moved, "MOVED_OUT", "2014-07-01"));
        changed(township);
        var onFile = Township.newHousehold();
        township.done(
                township.step(
                        onFile,
                        "record",
                        township.recording(TestPersons.person("王小明", "HEAD", moved))));
        township.done(township.dissolve(onFile, "2015-01-01"));
        township.done(
                township.door.upload(
                        "/evidence?kind=FORM&region=" + township.village,
                        "application/pdf",
                        "%PDF-1.7 form".getBytes(StandardCharsets.US_ASCII),
                        "rebuild-" + UUID.randomUUID()));
        leftOut(township);
        relapsedByMistake(township);
        heldAndErased(township, kept);
        township.done(township.supersede(township.village, "2019-12-01"));
        var there = Township.listed().village;
        township.done(
                "/regions/region-" + there + "/renaming",
                Map.of("name", "新村", "renamedOn", "2019-12-01"));
        township.done(
                township.step(
                        kept,
                        "move",
                        Map.of("region", there, "reason", "OTHER", "movedOn", "2019-12-01")));
        township.done(township.step(removed, "helper", helper));
        township.done(
                township.step(
                        removed,
                        "removal",
                        Map.of(
                                "removedOn",
                                "2014-11-01",
                                "cause",
                                "MISIDENTIFIED",
                                "authority",
                                Township.body("县扶贫移民局"))));
    }

    /** Places go to another township and on to who is split off there, and are given back. */
    private static void handedOver() {
        var here = Township.ready(10);
        var there = Township.ready(10);
        var merged = here.registered(2);
        var into = there.registered(2);
        var persons = HouseholdModelTest.persons(merged);
        here.done(HouseholdModelTest.merge(here, merged, into, persons, "2014-06-01"));
        there.done(
                HouseholdModelTest.split(
                        there, into, Township.newHousehold(), persons, "2014-07-01"));
        there.done(EndRevocationTest.remove(there, into, "2014-11-01"));
    }

    /** Its places are given back, and it has exited as before. */
    private static void relapsedByMistake(Township township) {
        var household = township.registered(1);
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(township.line(township.town, 2016, 2952_00));
        township.exit(household);
        var quota = new LinkedHashMap<String, Object>(township.quota(township.town, 5));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + township.town + "-2017/allocation", quota);
        township.done(township.step(household, "relapse", RegionsAndRulesTest.relapse()));
        township.done(
                township.door
                        .as("officer-9")
                        .post(
                                "/households/" + household + "/relapse-revocation",
                                RelapseTest.revocation("officer-8")));
    }

    /** One number goes from the one to the other, who had a wrong one. */
    private static void numbered(Township township, String one, String other) {
        var wrong = HouseholdNumberTest.newNumber();
        var right = HouseholdNumberTest.newNumber();
        township.done(HouseholdNumberTest.number(township, one, right));
        township.done(HouseholdNumberTest.number(township, other, wrong));
        township.done(HouseholdNumberTest.correct(township, one, null));
        township.done(HouseholdNumberTest.correct(township, other, right));
        township.done(HouseholdNumberTest.number(township, one, wrong));
    }

    /** 漏评: somebody without a file, whose name is sealed. */
    private static void leftOut(Township township) {
        var listed = Township.newHousehold();
        township.done(township.step(listed, "application", township.applicationOf(1)));
        township.done(township.survey(listed, 100_00));
        township.done(township.assess(listed, 30, 2));
        var notice = Township.newNotice();
        township.done(township.post(notice, "FIRST", "2014-04-21", listed));
        township.done(
                "/notices/" + notice + "/omissions",
                Map.of(
                        "omissionId",
                        "omission-" + UUID.randomUUID(),
                        "name",
                        "吉克阿牛",
                        "grounds",
                        "住危房",
                        "raisedOn",
                        "2014-04-23"));
    }

    /** Two of its members: one under a hold, and one who is gone. */
    private static void heldAndErased(Township township, String household) {
        var persons = HouseholdModelTest.persons(household);
        var officer = "data-protection-officer";
        var one = township.door.as("officer-1", officer, Township.COUNTY);
        var two = township.door.as("officer-2", officer, Township.COUNTY);
        var authority = Township.body("县审计局");
        for (var person : persons.subList(0, 2)) {
            township.done(
                    one.post(
                            "/persons/" + person + "/holds",
                            Map.of(
                                    "holdId",
                                    HOLD,
                                    "kind",
                                    "AUDIT",
                                    "authority",
                                    authority,
                                    "placedOn",
                                    "2016-01-01")));
        }
        var gone = "/persons/" + persons.get(1);
        township.done(
                one.post(
                        gone + "/holds/" + HOLD + "/lifting",
                        Map.of(
                                "authority",
                                authority,
                                "reason",
                                "审计结束",
                                "liftedOn",
                                "2016-06-01")));
        township.done(one.post(gone + "/erasure-request", Map.of("reason", "本人申请")));
        township.done(two.post(gone + "/erasure", Map.of("decidedBy", authority)));
    }

    /** A batch, a round, a rule with its list and a clearance, and who went by them. */
    private static void identified(Township township) {
        var batch = "batch-" + UUID.randomUUID();
        township.done(
                "/batches/" + batch + "/opening",
                Map.of(
                        "region",
                        township.village,
                        "year",
                        2014,
                        "title",
                        "第一批",
                        "appliesFrom",
                        "2014-04-01",
                        "appliesUntil",
                        "2014-04-20",
                        "openedOn",
                        "2014-03-25"));
        var application = new LinkedHashMap<>(township.applicationOf(1));
        application.put("batchId", batch);
        var household = Township.newHousehold();
        township.done(township.step(household, "application", application));
        township.done("/batches/" + batch + "/closing", Map.of("closedOn", "2014-04-15"));
        var decidedBy = Township.body("镇人民政府");
        var exclusion = "/exclusions/exclusion-" + UUID.randomUUID();
        township.done(
                exclusion + "/enactment",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "HOUSE",
                        "effect",
                        "ASK",
                        "text",
                        "有商品房的不进",
                        "source",
                        "县实施细则",
                        "effectiveFrom",
                        "2014-01-01"));
        township.done(
                exclusion + "/ending", Map.of("decidedBy", decidedBy, "endsOn", "2018-01-01"));
        var owner = TestPersons.newNumber();
        var list = "matching-" + UUID.randomUUID();
        township.done(
                "/matching-lists/" + list + "/receipt",
                Map.of(
                        "region",
                        township.town,
                        "item",
                        "HOUSE",
                        "source",
                        "县房管局",
                        "asOf",
                        "2014-03-31",
                        "numbers",
                        List.of(owner),
                        "receivedOn",
                        "2014-04-02"));
        var neighbours = Township.ready(10);
        township.done(
                neighbours.join(
                        neighbours.registered(1),
                        TestPersons.person("王小花", "CHILD", owner),
                        "MOVED_IN",
                        "2015-01-01"));
        assertThat(RelapseTest.told(list, 1)).hasSize(1);
        township.done(
                township.step(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                Township.headOf(household),
                                "item",
                                "HOUSE",
                                "grounds",
                                "已拆除",
                                "decidedBy",
                                decidedBy,
                                "clearedOn",
                                "2014-04-10")));
        var wrong =
                township.done(
                        township.step(
                                household,
                                "exclusion-clearance",
                                Map.of(
                                        "personId",
                                        Township.headOf(household),
                                        "item",
                                        "CAR",
                                        "grounds",
                                        "已出售",
                                        "decidedBy",
                                        decidedBy,
                                        "clearedOn",
                                        "2014-04-10")));
        township.done(
                township.step(
                        household,
                        "exclusion-clearance-correction",
                        Map.of(
                                "correctsEventId",
                                wrong.json().path("events").get(0).path("id").asString(),
                                "reason",
                                "登错户",
                                "approvedBy",
                                "chief-1",
                                "correctedOn",
                                "2014-04-12")));
        var round = "round-" + UUID.randomUUID();
        township.done(
                "/rounds/" + round + "/opening",
                Map.of(
                        "region",
                        township.town,
                        "name",
                        "回头看",
                        "rules",
                        List.of(Map.of("code", "HAS_CAR", "direction", "LEAVE", "text", "有车的退")),
                        "openedOn",
                        "2015-08-01"));
        township.done(
                township.step(
                        township.registered(1),
                        "reverification",
                        Map.of(
                                "round",
                                "回头看",
                                "roundId",
                                round,
                                "decidedBy",
                                decidedBy,
                                "reverifiedOn",
                                "2015-09-01")));
        township.done("/rounds/" + round + "/closing", Map.of("closedOn", "2016-06-30"));
    }

    /** Suspended, merged, split, and somebody who got a number. */
    private static void changed(Township township) {
        var household = township.registered(3);
        var into = township.registered(1);
        var people = HouseholdModelTest.persons(household);
        township.done(
                township.join(household, HouseholdModelTest.newborn("王小双"), "BIRTH", "2015-06-01"));
        var baby = HouseholdModelTest.joined(household).getFirst();
        township.done(
                HouseholdModelTest.identify(
                        township,
                        household,
                        baby,
                        TestPersons.newNumber("2015", false),
                        "2015-06-01"));
        var other = Township.newHousehold();
        township.done(HouseholdModelTest.split(township, household, other, people.subList(1, 3)));
        township.done(HouseholdModelTest.merge(township, other, into, people.subList(1, 3)));
        township.done(HouseholdModelTest.suspend(township, into, "2015-07-01"));
    }

    private Map<String, List<String>> tables() {
        var rows = new TreeMap<String, List<String>>();
        for (var table : TABLES) {
            rows.put(table, rowsOf(table));
        }
        return rows;
    }

    private List<String> rowsOf(String table) {
        return db.sql("select t::text from %s t order by 1".formatted(table))
                .query(String.class)
                .list();
    }

    private void replay(List<Handler> handlers) {
        replay(handlers, "global_index");
    }

    private void replay(List<Handler> handlers, String order) {
        var types = Running.service().bean(EventTypes.class);
        db.sql("select payload_type, payload from events order by " + order)
                .query((row, _) -> {
                    var shape = Objects.requireNonNull(types.ofName(row.getString(1)));
                    return EventJson.MAPPER.readValue(row.getBytes(2), shape.record());
                })
                .list()
                .forEach(event -> handlers.forEach(h -> call(h, event)));
    }

    private static void call(Handler handler, Object event) {
        // what asks where a step was taken refuses it while it is appended, and writes nothing
        if (handler.method().getParameterCount() != 1) return;
        if (!handler.method().getParameterTypes()[0].isInstance(event)) return;
        try {
            handler.method().invoke(handler.bean(), event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Handler> handlers() {
        var handlers = new ArrayList<Handler>();
        var context = Running.service().bean(Beans.class).context();
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name);
            if (type == null || !type.getName().startsWith("cn.fupin.household")) continue;
            for (var method : type.getDeclaredMethods()) {
                if (!method.isAnnotationPresent(EventHandler.class)) continue;
                method.setAccessible(true);
                handlers.add(new Handler(Objects.requireNonNull(context.getBean(name)), method));
            }
        }
        assertThat(handlers).isNotEmpty().noneMatch(h -> AopUtils.isAopProxy(h.bean()));
        return handlers;
    }
}
