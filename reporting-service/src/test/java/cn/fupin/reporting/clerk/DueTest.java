package cn.fupin.reporting.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String VOTE =
            "'assessmentId':'assessment-1','attendance':9,'votesFor':9,'votesAgainst':0";

    private final Feed feed = new Feed();

    @BeforeEach
    void aVillage() {
        ROWS.clear();
        Township.listed(feed);
        for (var household = 1; household <= 3; household++) {
            Township.applied(feed, household, 3, "2014-04-01");
        }
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void aNoticeIsDueOnTheDayAfterItsLastAndNoMoreOnceItIsClosed() {
        Township.notice(feed, 1, 2, 3);
        Township.objection(feed, 2);
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-05-25"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.dueOn()).isEqualTo("2014-05-29");
                    assertThat(item.overdue()).isFalse();
                    assertThat(item.many()).isEqualTo(3);
                    assertThat(item.missing()).isEqualTo(1);
                    assertThat(item.who()).isEqualTo("村务公开栏");
                });
        assertThat(due(DueList.NOTICES, "2014-05-30").getFirst().overdue()).isTrue();
        assertThat(due(DueList.NOTICES, "2014-05-20")).isEmpty();
        feed.household(
                Township.NOTICE,
                "ObjectionSettled",
                "{'noticeId':'%s','householdId':'%s','upheld':false,'handling':'已核实','occurredOn':'2014-05-26'}"
                        .formatted(Township.NOTICE, Township.household(2)));
        Township.noticeClosed(feed);
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-05-29")).isEmpty();
        assertThat(due(DueList.NOTICES, "2014-05-28")).hasSize(1);
    }

    private void planned(String kind, int from, String items, String on) {
        planned(1, kind, from, items, on);
    }

    private void planned(int household, String kind, int from, String items, String on) {
        Township.said(
                feed,
                "PlanAdopted",
                household,
                "'kind':'%s','fromYear':%d,'toYear':%d,'measures':['INDUSTRY'],'goals':[{'year':%d,'incomeFenPerHead':300000}],'planned':[%s]"
                        .formatted(
                                kind, from, kind.equals("YEARLY") ? from : from + 2, from, items),
                on);
    }

    private static String item(String code, int year, String more) {
        return "{'code':'%s','year':%d,'measure':'INDUSTRY','content':'养猪'%s}"
                .formatted(code, year, more);
    }

    private Message did(String kind, String code, int quantity, String on) {
        return Township.said(
                feed,
                "PlannedMeasureDone",
                1,
                "'kind':'%s','fromYear':2015,'code':'%s','quantity':%s"
                        .formatted(kind, code, quantity == 0 ? "null" : quantity),
                on);
    }

    /** 计划措施: until there is as much done as was planned for the year. */
    @Test
    void whatIsPlannedForAYearIsDueUntilAllOfItIsDone() {
        Township.registered(feed, 1, 3, "2014-06-01");
        planned(
                "THREE_YEAR",
                2015,
                item("A1", 2015, ",'quantity':10,'unit':'头'")
                        + ","
                        + item("A2", 2015, "")
                        + ","
                        + item("A3", 2016, ""),
                "2014-12-01");
        planned(
                "YEARLY",
                2015,
                item("1", 2015, ",'quantity':10,'unit':'头','ofCode':'A1'"),
                "2015-01-10");
        did("YEARLY", "1", 6, "2015-05-01");
        did("THREE_YEAR", "A2", 0, "2015-06-01");
        did("YEARLY", "1", 4, "2015-07-01");
        ROWS.put(feed.messages());
        assertThat(due(DueList.PLANNED_MEASURES, "2014-12-31")).isEmpty();
        assertThat(due(DueList.PLANNED_MEASURES, "2015-01-05"))
                .extracting(Due.Item::dueOn, Due.Item::many, Due.Item::missing)
                .containsExactly(tuple(LocalDate.parse("2015-12-31"), 2L, 2L));
        assertThat(due(DueList.PLANNED_MEASURES, "2015-06-01"))
                .extracting(Due.Item::subject, Due.Item::many, Due.Item::missing, Due.Item::zh)
                .containsExactly(tuple(Township.household(1), 2L, 1L, "2015 年计划措施 2 项,未落实 1 项"));
        assertThat(due(DueList.PLANNED_MEASURES, "2015-07-01")).isEmpty();
        assertThat(due(DueList.PLANNED_MEASURES, "2017-01-01"))
                .extracting(Due.Item::what, Due.Item::overdue)
                .containsExactly(tuple("2016", true));
    }

    /**
     * A year's plan takes up what its own household planned for those three years, and no other.
     */
    @Test
    void whatNoPlanOfItsHouseholdHasTakenUpIsDueByTheThreeYearsPlan() {
        for (var household : List.of(1, 2)) {
            Township.registered(feed, household, 3, "2014-06-01");
            planned(
                    household,
                    "THREE_YEAR",
                    2015,
                    item("A1", 2015, "") + "," + item("A2", 2015, ""),
                    "2014-12-01");
        }
        planned("YEARLY", 2015, item("1", 2015, ",'ofCode':'A1'"), "2015-01-10");
        did("YEARLY", "1", 0, "2015-05-01");
        ROWS.put(feed.messages());
        assertThat(due(DueList.PLANNED_MEASURES, "2015-06-01"))
                .extracting(Due.Item::subject, Due.Item::many, Due.Item::missing)
                .containsExactlyInAnyOrder(
                        tuple(Township.household(1), 2L, 1L), tuple(Township.household(2), 2L, 2L));
    }

    @Test
    void aPlanStandsBesideWhatIsDoneOfIt() {
        Township.registered(feed, 1, 3, "2014-06-01");
        planned("YEARLY", 2015, item("0", 2015, ""), "2015-01-01");
        planned("YEARLY", 2015, item("1", 2015, ",'quantity':10,'unit':'头'"), "2015-01-10");
        var wrong = did("YEARLY", "1", 6, "2015-05-01");
        Township.said(
                feed,
                "IncomeRecorded",
                1,
                "'incomeYear':2015,'incomeFenPerHead':280000",
                "2016-01-10");
        ROWS.put(feed.messages());
        assertThat(plans("2015-12-31"))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.adoptedOn()).isEqualTo("2015-01-10");
                    assertThat(plan.zh()).isEqualTo("年度计划");
                    assertThat(plan.goals()).containsExactly(new Plans.Goal(2015, 300_000, null));
                    assertThat(plan.measures())
                            .extracting(
                                    Plans.Measure::code,
                                    measure -> String.valueOf(measure.doneQuantity()),
                                    Plans.Measure::lastOn,
                                    Plans.Measure::done)
                            .containsExactly(tuple("1", "6", LocalDate.parse("2015-05-01"), false));
                });
        assertThat(plans("2016-01-10").getFirst().goals())
                .containsExactly(new Plans.Goal(2015, 300_000, 280_000L));
        assertThat(plans("2015-01-05").getFirst().measures())
                .extracting(Plans.Measure::code)
                .containsExactly("0");
        Township.said(
                feed,
                "PlannedMeasureTakenBack",
                1,
                "'correctsEventId':'%s','doneOn':'2015-05-01','kind':'YEARLY','fromYear':2015,'code':'1','quantity':6,'reason':'误登','approvedBy':'chief'"
                        .formatted(wrong.id()),
                "2016-02-01");
        ROWS.put(feed.messages());
        assertThat(plans("2015-12-31").getFirst().measures())
                .extracting(Plans.Measure::doneQuantity, Plans.Measure::lastOn)
                .containsExactly(tuple(null, null));
    }

    private static List<Plans.Plan> plans(String on) {
        return Plans.of(Township.household(1), Rows.on(LocalDate.parse(on)), ROWS.db());
    }

    /** 漏评: until it is settled and, where it is upheld, until something came of it. */
    @Test
    void whoIsSaidToHaveBeenLeftOutIsDueUntilSomethingCameOfIt() {
        Township.notice(feed, 1);
        left(
                "OmissionRaised",
                1,
                "'householdId':'%s','grounds':'住危房'".formatted(Township.household(2)),
                "2014-05-23");
        left(
                "OmissionRaised",
                2,
                "'personId':'person-out','maskedName':'吉**','sealed':'AAAA','grounds':'无劳力'",
                "2014-05-24");
        left(
                "OmissionRaised",
                3,
                "'householdId':'%s','grounds':'有病人'".formatted(Township.household(3)),
                "2014-05-24");
        left("OmissionSettled", 1, settled(Township.household(2), true), "2014-05-26");
        left("OmissionSettled", 2, settled(null, true), "2014-05-27");
        left("OmissionSettled", 3, settled(Township.household(3), false), "2014-05-27");
        Township.surveyed(feed, 2, 100_000, "2014-06-01");
        left("OmissionFollowedUp", 2, "'householdId':'household-new'", "2014-06-05");
        ROWS.put(feed.messages());
        assertThat(due(DueList.OMISSIONS, "2014-05-25"))
                .extracting(Due.Item::subject, Due.Item::householdId, Due.Item::who, Due.Item::what)
                .containsExactly(
                        tuple("omission-1", Township.household(2), null, "RAISED"),
                        tuple("omission-2", null, "吉**", "RAISED"),
                        tuple("omission-3", Township.household(3), null, "RAISED"));
        assertThat(due(DueList.OMISSIONS, "2014-05-25").getFirst().dueOn()).isEqualTo("2014-05-29");
        assertThat(due(DueList.OMISSIONS, "2014-05-31"))
                .extracting(Due.Item::subject, Due.Item::dueOn, Due.Item::overdue)
                .containsExactly(
                        tuple("omission-1", LocalDate.parse("2014-06-10"), false),
                        tuple("omission-2", LocalDate.parse("2014-06-10"), false));
        assertThat(due(DueList.OMISSIONS, "2014-06-01"))
                .extracting(Due.Item::subject)
                .containsExactly("omission-2");
        assertThat(due(DueList.OMISSIONS, "2014-06-05")).isEmpty();
        Township.erased(feed, "person-out", "2014-06-30");
        ROWS.put(feed.messages());
        assertThat(due(DueList.OMISSIONS, "2014-05-25"))
                .extracting(Due.Item::who)
                .containsOnlyNulls();
    }

    private static String settled(@Nullable String household, boolean upheld) {
        return "%s'upheld':%s,'handling':'已核实','decidedBy':{'body':'镇'}%s"
                .formatted(
                        household == null ? "" : "'householdId':'%s',".formatted(household),
                        upheld,
                        upheld ? ",'revisitBy':'2014-06-10'" : "");
    }

    private void left(String type, int omission, String fields, String on) {
        feed.household(
                Township.NOTICE,
                type,
                "{'noticeId':'%s','omissionId':'omission-%d',%s,'occurredOn':'%s'}"
                        .formatted(Township.NOTICE, omission, fields, on));
    }

    @Test
    void aVillagesOwnNoticeIsDueUntilItIsClosedOrTakenDown() {
        ofVillage("VillageNoticePosted", POSTED, "2014-05-21");
        ofVillage("VillageObjectionRaised", "'grounds':'发生率偏高'", "2014-05-23");
        ofVillage(
                "VillageObjectionSettled",
                "'upheld':true,'handling':'重新核算','decidedBy':{'body':'镇'}",
                "2014-05-25");
        ofVillage("VillageNoticeWithdrawn", "'reason':'有误','decidedBy':{'body':'镇'}", "2014-05-30");
        ofVillage("VillageNoticePosted", POSTED, "2014-05-31");
        ofVillage("VillageNoticeClosed", "", "2014-06-09");
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-05-20")).isEmpty();
        assertThat(due(DueList.NOTICES, "2014-05-24"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subject()).isEqualTo("region-" + Township.VILLAGE);
                    assertThat(item.region()).isEqualTo(Township.VILLAGE);
                    assertThat(item.what()).isEqualTo("VILLAGE_IDENTIFICATION");
                    assertThat(item.zh()).isEqualTo("贫困村识别公示,异议未处理 1 件");
                    assertThat(item.en())
                            .isEqualTo("notice of the village's identification, 1 open objection");
                    assertThat(item.dueOn()).isEqualTo("2014-05-29");
                    assertThat(item.who()).isEqualTo("村务公开栏");
                });
        assertThat(due(DueList.NOTICES, "2014-05-29").getFirst().missing()).isZero();
        assertThat(due(DueList.NOTICES, "2014-05-30")).isEmpty();
        // the next notice has objections of its own
        assertThat(due(DueList.NOTICES, "2014-06-08"))
                .extracting(Due.Item::dueOn, Due.Item::missing, Due.Item::overdue)
                .containsExactly(tuple(LocalDate.parse("2014-06-08"), 0L, false));
        assertThat(due(DueList.NOTICES, "2014-06-09")).isEmpty();
        var asOf = Rows.on(LocalDate.parse("2014-06-08"));
        assertThat(new Due(ROWS.db()).counts(scope(asOf), Month.of(null, asOf.effective()), asOf))
                .containsEntry(DueList.NOTICES, 1L);
        // what was raised in time and entered after the closing waits to be settled
        ofVillage("VillageObjectionRaised", "'grounds':'人数不符'", "2014-06-07");
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-06-09"))
                .extracting(Due.Item::dueOn, Due.Item::missing)
                .containsExactly(tuple(LocalDate.parse("2014-06-08"), 1L));
    }

    @Test
    void aClosedNoticeWaitsWhileAnObjectionToItDoes() {
        Township.notice(feed, 1, 2);
        Township.noticeClosed(feed);
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-05-30")).isEmpty();
        Township.objection(feed, 2);
        ROWS.put(feed.messages());
        assertThat(due(DueList.NOTICES, "2014-05-30"))
                .extracting(Due.Item::subject, Due.Item::missing, Due.Item::overdue)
                .containsExactly(tuple(Township.NOTICE, 1L, true));
    }

    private static final String POSTED = "'place':'村务公开栏','lastDays':7";

    private void ofVillage(String type, String fields, String on) {
        OtherTownship.region(
                feed,
                Township.VILLAGE,
                type,
                "'step':'IDENTIFICATION'" + (fields.isEmpty() ? "" : "," + fields),
                on);
    }

    @Test
    void anExitWaitsForItsNextStep() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.said(feed, "ExitProposed", 1, "'decidedBy':{'body':'村委会'}", "2015-10-01");
        Township.said(
                feed, "ExitVerified", 1, "'incomeYear':2014,'incomeFenPerHead':1", "2015-10-09");
        Township.said(feed, "ExitAgreed", 1, "'signedBy':'person-1-0'", "2015-10-20");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        ROWS.put(feed.messages());
        assertThat(due(DueList.EXITS, "2015-09-30")).isEmpty();
        assertThat(due(DueList.EXITS, "2015-10-08"))
                .extracting(Due.Item::what, Due.Item::head)
                .containsExactly(tuple("ExitProposed", "阿**"));
        assertThat(due(DueList.EXITS, "2015-10-09").getFirst().what()).isEqualTo("ExitVerified");
        assertThat(due(DueList.EXITS, "2015-11-01").getFirst().since()).isEqualTo("2015-10-20");
        assertThat(due(DueList.EXITS, "2015-12-20")).isEmpty();
    }

    @Test
    void anExitThatHangsOnTheWallIsDueOnceItsNoticeIsOver() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.said(feed, "ExitProposed", 1, "'decidedBy':{'body':'村委会'}", "2015-10-01");
        Township.said(feed, "ExitAgreed", 1, "'signedBy':'person-1-0'", "2015-11-01");
        exitNotice("notice-1", "2015-11-05");
        feed.household(
                "notice-1",
                "NoticeWithdrawn",
                "{'noticeId':'notice-1','reason':'有误','decidedBy':{'body':'镇'},'occurredOn':'2015-11-08'}");
        exitNotice("notice-2", "2015-11-10");
        ROWS.put(feed.messages());
        assertThat(exits("2015-11-04")).containsExactly(tuple("ExitAgreed", "2015-11-01"));
        assertThat(exits("2015-11-05")).containsExactly(tuple("EXIT", "2015-11-13"));
        assertThat(exits("2015-11-09")).containsExactly(tuple("ExitAgreed", "2015-11-01"));
        assertThat(exits("2015-11-30")).containsExactly(tuple("EXIT", "2015-11-18"));
        assertThat(due(DueList.EXITS, "2015-11-30").getFirst().overdue()).isTrue();
    }

    private void exitNotice(String notice, String on) {
        notice(notice, "EXIT", on);
    }

    private void notice(String notice, String kind, String on) {
        feed.household(
                notice,
                "NoticePosted",
                """
                {'noticeId':'%s','kind':'%s','region':'%s','place':'村务公开栏','lastDays':7,'householdIds':['%s'],
                 'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(notice, kind, Township.VILLAGE, Township.household(1), on));
    }

    private List<org.assertj.core.groups.Tuple> exits(String on) {
        return due(DueList.EXITS, on).stream()
                .map(item -> tuple(item.what(), item.dueOn().toString()))
                .toList();
    }

    @Test
    void whoIsListedToExitThisYearIsDueUntilItIsProposed() {
        for (var household = 1; household <= 3; household++) {
            Township.registered(feed, household, 3, "2014-06-01");
        }
        planned(1, 2015, "2015-01-10");
        planned(2, 2016, "2015-01-10");
        planned(3, 2015, "2015-01-10");
        Township.said(feed, "ExitPlanDropped", 3, "'reason':'患病'", "2015-03-01");
        Township.said(feed, "ExitProposed", 1, "'decidedBy':{'body':'村委会'}", "2015-10-01");
        Township.said(feed, "ExitWithdrawn", 1, "'reason':'患病'", "2015-10-05");
        Township.said(feed, "ExitProposed", 1, "'decidedBy':{'body':'村委会'}", "2016-02-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2016-03-01");
        Township.moved(feed, "HouseholdRelapsed", 1, 3, "2016-06-01");
        ROWS.put(feed.messages());
        assertThat(due(DueList.EXIT_PLANS, "2015-01-09")).isEmpty();
        assertThat(planned("2015-02-01")).containsExactly(tuple(1, "2015"), tuple(3, "2015"));
        assertThat(planned("2015-03-01")).containsExactly(tuple(1, "2015"));
        assertThat(due(DueList.EXIT_PLANS, "2015-03-01").getFirst().dueOn())
                .isEqualTo("2015-12-31");
        assertThat(planned("2015-10-01")).isEmpty();
        assertThat(planned("2015-10-05")).containsExactly(tuple(1, "2015"));
        assertThat(planned("2016-01-01")).containsExactly(tuple(1, "2015"), tuple(2, "2016"));
        assertThat(due(DueList.EXIT_PLANS, "2016-01-01").getFirst().overdue()).isTrue();
        assertThat(planned("2016-02-01")).containsExactly(tuple(2, "2016"));
        assertThat(planned("2016-06-01")).containsExactly(tuple(2, "2016"));
    }

    private void planned(int household, int year, String on) {
        Township.said(
                feed,
                "ExitPlanned",
                household,
                "'year':%d,'decidedBy':{'body':'镇'},'persons':3".formatted(year),
                on);
    }

    private List<org.assertj.core.groups.Tuple> planned(String on) {
        return due(DueList.EXIT_PLANS, on).stream()
                .map(item -> tuple(number(item), item.what()))
                .toList();
    }

    private static int number(Due.Item item) {
        var id = item.subject();
        return Integer.parseInt(id.substring(id.length() - 2));
    }

    @Test
    void anExitWaitsForItsMeetingWhereTheRuleAsksForOne() {
        rule("exit-assessment-required", 1, "flag");
        for (var household : List.of(1, 2)) {
            Township.registered(feed, household, 3, "2014-06-01");
            Township.said(
                    feed, "ExitProposed", household, "'decidedBy':{'body':'村委会'}", "2015-10-01");
        }
        Township.said(feed, "ExitAssessed", 1, VOTE, "2015-10-05");
        ROWS.put(feed.messages());
        assertThat(due(DueList.EXITS, "2015-10-04"))
                .extracting(Due.Item::what, Due.Item::missing)
                .containsExactly(tuple("ExitProposed", 1L), tuple("ExitProposed", 1L));
        assertThat(due(DueList.EXITS, "2015-10-05"))
                .extracting(Due.Item::householdId, Due.Item::what, Due.Item::missing)
                .containsExactlyInAnyOrder(
                        tuple(Township.household(1), "ExitAssessed", 0L),
                        tuple(Township.household(2), "ExitProposed", 1L));
        Township.said(
                feed, "ExitVerified", 1, "'incomeYear':2014,'incomeFenPerHead':1", "2015-10-09");
        ROWS.put(feed.messages());
        assertThat(due(DueList.EXITS, "2015-10-09"))
                .extracting(Due.Item::householdId, Due.Item::what)
                .contains(tuple(Township.household(1), "ExitVerified"));
    }

    @Test
    void aCheckedClueWaitsForItsMeetingWhereTheRuleAsksForOne() {
        Township.said(feed, "MonitoringClueRaised", 1, "'source':'FARMER_REPORT'", "2016-03-01");
        Township.said(feed, "MonitoringChecked", 1, "'risk':'ILLNESS'", "2016-03-04");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MONITORING, "2016-03-04").getFirst().missing()).isZero();
        rule("monitoring-assessment-required", 1, "flag");
        Township.said(feed, "MonitoringAssessed", 1, VOTE, "2016-03-06");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MONITORING, "2016-03-03"))
                .extracting(Due.Item::what, Due.Item::missing)
                .containsExactly(tuple("MonitoringClueRaised", 0L));
        assertThat(due(DueList.MONITORING, "2016-03-05"))
                .extracting(Due.Item::what, Due.Item::missing)
                .containsExactly(tuple("MonitoringChecked", 1L));
        assertThat(due(DueList.MONITORING, "2016-03-06"))
                .extracting(Due.Item::what, Due.Item::missing)
                .containsExactly(tuple("MonitoringAssessed", 0L));
    }

    @Test
    void anApplicationWaitsForItsNextStep() {
        Township.said(feed, "HouseholdWithdrew", 2, "'reason':'外出'", "2014-04-02");
        Township.said(feed, "HouseholdRejected", 3, "'grounds':'收入高'", "2014-04-02");
        Township.surveyed(feed, 1, 200_000, "2014-04-05");
        Township.said(feed, "HouseholdAssessed", 1, "'assessmentId':'a'", "2014-04-10");
        Township.notice(feed, 1);
        Township.said(feed, "TownshipReviewed", 1, "'noticeId':'n'", "2014-05-30");
        Township.registered(feed, 1, 3, "2014-06-15");
        ROWS.put(feed.messages());
        assertThat(due(DueList.IDENTIFICATIONS, "2014-04-01"))
                .extracting(Due.Item::what)
                .containsExactly("HouseholdApplied", "HouseholdApplied", "HouseholdApplied");
        assertThat(identification("2014-04-02"))
                .containsExactly(tuple("HouseholdApplied", "2014-04-01"));
        assertThat(identification("2014-04-05"))
                .containsExactly(tuple("HouseholdSurveyed", "2014-04-05"));
        assertThat(identification("2014-05-01"))
                .containsExactly(tuple("HouseholdAssessed", "2014-04-10"));
        // the notice hangs from the 21st on for seven days
        assertThat(identification("2014-05-21")).containsExactly(tuple("FIRST", "2014-05-29"));
        assertThat(identification("2014-06-01"))
                .containsExactly(tuple("TownshipReviewed", "2014-05-30"));
        assertThat(identification("2014-06-15")).isEmpty();
    }

    private static List<org.assertj.core.groups.Tuple> identification(String on) {
        return due(DueList.IDENTIFICATIONS, on).stream()
                .map(item -> tuple(item.what(), item.dueOn().toString()))
                .toList();
    }

    @Test
    void aQuarterIsCheckedWhereARuleAsksForIt() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.registered(feed, 2, 3, "2014-06-01");
        Township.registered(feed, 3, 3, "2014-07-02");
        Township.said(feed, "QuarterChecked", 1, "'year':2014,'quarter':3", "2014-10-10");
        ROWS.put(feed.messages());
        assertThat(due(DueList.QUARTERS, "2014-10-15")).isEmpty();
        rule("quarter-check-required", 1, "flag");
        ROWS.put(feed.messages());
        // the third came onto the register within the quarter
        assertThat(due(DueList.QUARTERS, "2014-10-15"))
                .extracting(Due.Item::subject, Due.Item::what)
                .containsExactly(tuple(Township.household(2), "2014-3"));
        assertThat(due(DueList.QUARTERS, "2014-10-09")).hasSize(2);
        assertThat(due(DueList.QUARTERS, "2014-09-29")).isEmpty();
        assertThat(items(DueList.QUARTERS, "2014-12-01", "2014-11")).hasSize(3);
        var asOf = Rows.on(LocalDate.parse("2014-10-15"));
        assertThat(new Due(ROWS.db()).counts(scope(asOf), Month.of(null, asOf.effective()), asOf))
                .containsEntry(DueList.QUARTERS, 1L);
    }

    @Test
    void afterTheExitSomebodyComesOnceAQuarter() {
        rule("visits-per-month-min", 2, "visit");
        for (var household : List.of(1, 2)) {
            Township.registered(feed, household, 3, "2014-06-01");
            Township.helped(feed, household, "2014-06-02");
            Township.moved(feed, "HouseholdExited", household, 3, "2015-12-20");
        }
        Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", "2016-02-03");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS_AFTER_EXIT, "2016-04-15")).isEmpty();
        rule("visits-per-quarter-after-exit-min", 1, "visit");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS_AFTER_EXIT, "2016-04-15"))
                .extracting(Due.Item::subject, Due.Item::missing, Due.Item::who)
                .containsExactly(tuple(Township.household(2), 1L, Township.HELPER));
        assertThat(due(DueList.VISITS_AFTER_EXIT, "2016-03-30")).isEmpty();
        assertThat(items(DueList.VISITS_AFTER_EXIT, "2016-02-01", "2016-01")).hasSize(2);
        assertThat(due(DueList.VISITS, "2016-04-15")).isEmpty();
    }

    @Test
    void aRelapseWaitsUntilItIsBackOnTheRegister() {
        for (var household : List.of(1, 2)) {
            Township.registered(feed, household, 3, "2014-06-01");
            Township.moved(feed, "HouseholdExited", household, 3, "2015-12-20");
            Township.said(
                    feed,
                    "RelapseProposed",
                    household,
                    "'cause':'ILLNESS','decidedBy':{'body':'村委会'}",
                    "2016-03-01");
        }
        Township.said(
                feed,
                "RelapseAssessed",
                1,
                "'assessmentId':'assessment-1','attendance':9,'votesFor':9,'votesAgainst':0",
                "2016-03-05");
        Township.said(
                feed,
                "RelapseReviewed",
                1,
                "'noticeId':'notice-1','decidedBy':{'body':'镇'}",
                "2016-03-20");
        var relapse = Township.said(feed, "HouseholdRelapsed", 1, "'persons':3", "2016-04-01");
        Township.said(
                feed,
                "RelapseRevoked",
                1,
                "'revokesEventId':'%s','persons':3".formatted(relapse.id()),
                "2016-06-01");
        Township.said(feed, "ExitRevoked", 2, "'exitedOn':'2015-12-20','persons':3", "2016-05-01");
        ROWS.put(feed.messages());
        assertThat(due(DueList.RELAPSES, "2016-02-28")).isEmpty();
        assertThat(due(DueList.RELAPSES, "2016-03-01"))
                .extracting(Due.Item::what)
                .containsExactly("RelapseProposed", "RelapseProposed");
        assertThat(due(DueList.RELAPSES, "2016-03-10"))
                .extracting(Due.Item::householdId, Due.Item::what)
                .containsExactlyInAnyOrder(
                        tuple(Township.household(1), "RelapseAssessed"),
                        tuple(Township.household(2), "RelapseProposed"));
        assertThat(due(DueList.RELAPSES, "2016-03-20"))
                .extracting(Due.Item::what)
                .contains("RelapseReviewed");
        assertThat(due(DueList.RELAPSES, "2016-04-01"))
                .extracting(Due.Item::householdId)
                .containsExactly(Township.household(2));
        assertThat(due(DueList.RELAPSES, "2016-05-01")).isEmpty();
        assertThat(due(DueList.RELAPSES, "2016-06-01")).isEmpty();
    }

    @Test
    void aRelapseThatHangsOnTheWallIsDueOnceItsNoticeIsOver() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(feed, "RelapseProposed", 1, "'cause':'ILLNESS'", "2016-03-01");
        Township.said(feed, "RelapseAssessed", 1, VOTE, "2016-03-05");
        notice("notice-1", "FIRST", "2016-03-06");
        Township.said(feed, "RelapseReviewed", 1, "'noticeId':'notice-1'", "2016-03-20");
        notice("notice-2", "SECOND", "2016-03-22");
        ROWS.put(feed.messages());
        assertThat(relapses("2016-03-05")).containsExactly(tuple("RelapseAssessed", "2016-03-05"));
        assertThat(relapses("2016-03-06")).containsExactly(tuple("FIRST", "2016-03-14"));
        assertThat(due(DueList.RELAPSES, "2016-03-14").getFirst().overdue()).isFalse();
        assertThat(due(DueList.RELAPSES, "2016-03-15").getFirst().overdue()).isTrue();
        assertThat(relapses("2016-03-20")).containsExactly(tuple("RelapseReviewed", "2016-03-20"));
        assertThat(relapses("2016-03-22")).containsExactly(tuple("SECOND", "2016-03-30"));
    }

    private List<org.assertj.core.groups.Tuple> relapses(String on) {
        return due(DueList.RELAPSES, on).stream()
                .map(item -> tuple(item.what(), item.dueOn().toString()))
                .toList();
    }

    @Test
    void aRelapseThatIsWithdrawnWaitsForNothingUntilItIsProposedAnew() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(feed, "RelapseProposed", 1, "'cause':'ILLNESS'", "2016-03-01");
        Township.said(feed, "RelapseWithdrawn", 1, "'reason':'收入稳定'", "2016-03-10");
        Township.said(feed, "RelapseProposed", 1, "'cause':'ILLNESS'", "2016-06-01");
        ROWS.put(feed.messages());
        assertThat(relapses("2016-03-09")).containsExactly(tuple("RelapseProposed", "2016-03-01"));
        assertThat(relapses("2016-03-10")).isEmpty();
        assertThat(relapses("2016-06-01")).containsExactly(tuple("RelapseProposed", "2016-06-01"));
    }

    @Test
    void whoHasToComeIsCalledByTheMaskedName() {
        rule("visits-per-month-min", 2, "visit");
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-02");
        Township.helperNamed(feed, "HelperNamed", "张*", "2014-06-01");
        ROWS.put(feed.messages());
        for (var list : List.of(DueList.VISITS, DueList.HELPERS)) {
            assertThat(items(list, "2014-09-15", "2014-08"))
                    .extracting(Due.Item::who, Due.Item::whoName)
                    .containsExactly(tuple(Township.HELPER, "张*"));
        }
    }

    @Test
    void aClueRunsAgainstTheDaysOfTheRule() {
        rule("monitoring-days-max", 15, "day");
        Township.said(feed, "MonitoringClueRaised", 1, "'source':'FARMER_REPORT'", "2016-03-01");
        Township.said(feed, "MonitoringChecked", 1, "'risk':'ILLNESS'", "2016-03-04");
        Township.said(feed, "MonitoringConfirmed", 1, "'kind':'MARGINAL'", "2016-03-30");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MONITORING, "2016-03-02"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.dueOn()).isEqualTo("2016-03-16");
                    assertThat(item.what()).isEqualTo("MonitoringClueRaised");
                });
        assertThat(due(DueList.MONITORING, "2016-03-20").getFirst().overdue()).isTrue();
        assertThat(due(DueList.MONITORING, "2016-03-20").getFirst().what())
                .isEqualTo("MonitoringChecked");
        assertThat(due(DueList.MONITORING, "2016-03-30")).isEmpty();
    }

    @Test
    void aClueWaitsForNothingOnceItCameToNothingUntilANewOneComes() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(feed, "MonitoringClueRaised", 1, "'source':'FARMER_REPORT'", "2016-03-01");
        Township.said(feed, "MonitoringChecked", 1, "'risk':'ILLNESS'", "2016-03-04");
        Township.said(feed, "MonitoringDismissed", 1, "'reason':'已报销'", "2016-03-10");
        Township.said(feed, "MonitoringClueRaised", 1, "'source':'CADRE_CHECK'", "2016-05-01");
        Township.said(feed, "ExitRevoked", 1, "'exitedOn':'2015-12-20','persons':3", "2016-06-01");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MONITORING, "2016-03-09")).hasSize(1);
        assertThat(due(DueList.MONITORING, "2016-03-10")).isEmpty();
        assertThat(due(DueList.MONITORING, "2016-05-02").getFirst().what())
                .isEqualTo("MonitoringClueRaised");
        // back on the register there is nothing to watch
        assertThat(due(DueList.MONITORING, "2016-06-01")).isEmpty();
    }

    @Test
    void aClueRestsWhileTheHouseholdIsIdentifiedAndEndsOnTheRegister() {
        Township.said(feed, "MonitoringClueRaised", 1, "'source':'FARMER_REPORT'", "2016-03-01");
        Township.said(feed, "HouseholdOnFileApplied", 1, "'group':'一组'", "2016-03-05");
        Township.said(feed, "HouseholdBackOnFile", 1, "'reason':'REJECTED'", "2016-04-01");
        Township.said(feed, "HouseholdOnFileApplied", 1, "'group':'一组'", "2016-05-05");
        Township.surveyed(feed, 1, 200_000, "2016-05-08");
        Township.registered(feed, 1, 3, "2016-06-15");
        ROWS.put(feed.messages());
        for (var day : List.of("2016-03-04", "2016-04-01", "2016-05-04")) {
            assertThat(due(DueList.MONITORING, day)).as(day).hasSize(1);
        }
        for (var day : List.of("2016-03-05", "2016-03-31", "2016-05-08", "2016-06-15")) {
            assertThat(due(DueList.MONITORING, day)).as(day).isEmpty();
        }
    }

    @Test
    void whoMissesVisitsIsToldByHelperAndMonth() {
        rule("visits-per-month-min", 2, "visit");
        for (var household = 1; household <= 3; household++) {
            Township.registered(feed, household, 3, "2014-06-01");
        }
        Township.helped(feed, 1, "2014-06-02");
        Township.helped(feed, 2, "2014-06-02");
        Township.helped(feed, 3, "2014-08-10");
        for (var on : List.of("2014-08-03", "2014-08-20")) {
            Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", on);
        }
        Township.said(feed, "HouseholdVisited", 2, "'visitedBy':'x'", "2014-08-31");
        ROWS.put(feed.messages());
        Township.said(
                feed, "HouseholdVisited", 2, "'visitedBy':'x','channel':'PHONE'", "2014-08-30");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS, "2014-09-15"))
                .extracting(Due.Item::subject, Due.Item::many, Due.Item::missing)
                .containsExactly(
                        tuple(Township.household(2), 2L, 1L), tuple(Township.household(3), 2L, 2L));
        // the third had no helper through the whole month
        assertThat(due(DueList.HELPERS, "2014-09-15"))
                .extracting(Due.Item::who, Due.Item::what, Due.Item::many, Due.Item::missing)
                .containsExactly(
                        tuple("helper-00000000-0000-0000-0000-000000000001", "县水务局", 1L, 1L));
        // to the third nobody came in July, and nobody was its helper
        assertThat(items(DueList.VISITS, "2014-09-15", "2014-07"))
                .extracting(Due.Item::who, Due.Item::missing)
                .containsExactly(
                        tuple("helper-00000000-0000-0000-0000-000000000001", 2L),
                        tuple("helper-00000000-0000-0000-0000-000000000001", 2L),
                        tuple(null, 2L));
        assertThat(items(DueList.HELPERS, "2014-09-15", "2014-07"))
                .extracting(Due.Item::many)
                .containsExactly(2L);
        // of a month that is not over, what is lacking so far
        assertThat(items(DueList.VISITS, "2014-08-25", "2014-08"))
                .extracting(Due.Item::missing)
                .containsExactly(2L, 2L);
        // through June on the register, though the helper came on its second day
        assertThat(items(DueList.VISITS, "2014-09-15", "2014-06")).hasSize(3);
        assertThat(items(DueList.HELPERS, "2014-09-15", "2014-06")).isEmpty();
        assertThat(items(DueList.VISITS, "2014-09-15", "2014-05")).isEmpty();
    }

    /** Who helped it earlier, and that the present one began earlier, is told later. */
    @Test
    void whoIsEnteredLateMissesTheVisitsOfHisTime() {
        rule("visits-per-month-min", 2, "visit");
        Township.registered(feed, 1, 3, "2014-06-01");
        helped("helper-b", "2014-09-10");
        helped("helper-a", "2014-07-01");
        helped("helper-b", "2014-08-01");
        ROWS.put(feed.messages());
        assertThat(missing("2014-07")).containsExactly("helper-a");
        assertThat(missing("2014-08")).containsExactly("helper-b");
        // all along, though it was said of a day of the month too
        assertThat(missing("2014-09")).containsExactly("helper-b");
    }

    private void helped(String helper, String on) {
        var said = "'helperId':'%s','helperUnit':'县水务局'".formatted(helper);
        Township.said(feed, "HelperAssigned", 1, said, on);
    }

    private List<String> missing(String month) {
        return items(DueList.HELPERS, "2014-10-15", month).stream().map(Due.Item::who).toList();
    }

    /** 监测帮扶: of one that was never registered, while it is monitored. */
    @Test
    void whoIsMonitoredIsVisitedLikeWhoIsRegistered() {
        rule("visits-per-month-min", 2, "visit");
        Township.said(feed, "HouseholdBackOnFile", 1, "'reason':'REJECTED'", "2014-05-02");
        Township.said(feed, "MonitoringConfirmed", 1, "'kind':'MARGINAL'", "2014-06-20");
        Township.helped(feed, 1, "2014-06-25");
        Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", "2014-08-03");
        // while it is identified the watch rests, and not the help
        Township.said(feed, "HouseholdOnFileApplied", 1, "'group':'一组'", "2014-09-10");
        Township.said(feed, "HouseholdBackOnFile", 1, "'reason':'REJECTED'", "2014-09-20");
        Township.said(feed, "RiskEliminated", 1, "'incomeYear':2014", "2014-11-15");
        Township.said(
                feed,
                "MonitoringHelperReleased",
                1,
                "'helperId':'%s','monitoredUntil':'2014-11-15','reason':'风险消除'"
                        .formatted(Township.HELPER),
                "2014-11-20");
        ROWS.put(feed.messages());
        assertThat(items(DueList.VISITS, "2014-12-15", "2014-06")).isEmpty();
        assertThat(items(DueList.VISITS, "2014-12-15", "2014-07"))
                .extracting(Due.Item::subject, Due.Item::missing, Due.Item::who)
                .containsExactly(tuple(Township.household(1), 2L, Township.HELPER));
        assertThat(items(DueList.VISITS, "2014-12-15", "2014-08"))
                .extracting(Due.Item::missing)
                .containsExactly(1L);
        assertThat(items(DueList.VISITS, "2014-09-15", "2014-09")).hasSize(1);
        assertThat(items(DueList.HELPERS, "2014-12-15", "2014-10"))
                .extracting(Due.Item::who, Due.Item::many)
                .containsExactly(tuple(Township.HELPER, 1L));
        assertThat(items(DueList.VISITS, "2014-12-15", "2014-11")).isEmpty();
    }

    @Test
    void aVisitThatWasNoneIsMissedFromThenOnItIsKnown() {
        rule("visits-per-month-min", 1, "visit");
        rule("quarter-check-required", 1, "flag");
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-02");
        var visit = Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", "2014-08-03");
        var check =
                Township.said(feed, "QuarterChecked", 1, "'year':2014,'quarter':3", "2014-09-30");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS, "2014-09-15")).isEmpty();
        assertThat(due(DueList.QUARTERS, "2014-10-15")).isEmpty();
        wrong("VisitTakenBack", visit.id(), "2015-01-05");
        wrong("QuarterCheckTakenBack", check.id(), "2015-01-05");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS, "2014-09-15"))
                .extracting(Due.Item::subject, Due.Item::missing)
                .containsExactly(tuple(Township.household(1), 1L));
        assertThat(due(DueList.QUARTERS, "2014-10-15"))
                .extracting(Due.Item::subject)
                .containsExactly(Township.household(1));
    }

    private void wrong(String type, String event, String on) {
        Township.said(
                feed,
                type,
                1,
                "'correctsEventId':'%s','reason':'登错户','approvedBy':'chief-1'".formatted(event),
                on);
    }

    @Test
    void whatASamplingFoundWaitsUntilItIsRectified() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.registered(feed, 2, 3, "2014-06-01");
        feed.household(
                "sampling-1",
                "ArchivesSampled",
                """
                {'samplingId':'sampling-1','region':'513423000000','householdIds':['%1$s','%2$s'],
                 'found':[{'householdId':'%1$s','finding':'缺签字'},{'householdId':'%1$s','finding':'缺照片'}],
                 'by':'县扶贫局','assumed':false,'occurredOn':'2014-09-10'}
                """
                        .formatted(Township.household(1), Township.household(2)));
        feed.household(
                "sampling-1",
                "FaultsRectified",
                "{'samplingId':'sampling-1','householdId':'%s','by':'镇','handling':'已补','assumed':false,'occurredOn':'2014-10-08'}"
                        .formatted(Township.household(1)));
        ROWS.put(feed.messages());
        assertThat(due(DueList.RECTIFICATIONS, "2014-09-09")).isEmpty();
        assertThat(due(DueList.RECTIFICATIONS, "2014-10-07"))
                .extracting(Due.Item::householdId, Due.Item::many, Due.Item::who)
                .containsExactly(tuple(Township.household(1), 2L, "县扶贫局"));
        assertThat(due(DueList.RECTIFICATIONS, "2014-10-08")).isEmpty();
    }

    @Test
    void whatIsOpenedWaitsUntilItIsEnded() {
        ROWS.clear().put(LaterTownship.story(new Feed()).messages());
        assertThat(mattersOf("2014-03-15")).containsExactly(tuple("BATCH", "2014-04-30"));
        assertThat(mattersOf("2014-05-01")).isEmpty();
        assertThat(mattersOf("2015-03-05")).containsExactly(tuple("COMPLAINT", "2015-03-02"));
        assertThat(mattersOf("2015-06-10")).containsExactly(tuple("ROUND", "2015-05-20"));
        assertThat(mattersOf("2016-02-01")).containsExactly(tuple("EVIDENCE", "2016-02-01"));
    }

    @Test
    void anErasureWaitsForTheSecondPersonUntilItIsDecidedEitherWay() {
        ofPerson("ErasureRequested", "'requestedBy':'officer-1','reason':'本人申请'", "2019-03-01");
        ofPerson("ErasureDeclined", "'declinedBy':'officer-2','reason':'尚在保管期'", "2019-03-05");
        ofPerson("ErasureRequested", "'requestedBy':'officer-1','reason':'保管期满'", "2020-03-01");
        erased("person-1-0", "2020-03-09");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MATTERS, "2019-02-28")).isEmpty();
        assertThat(due(DueList.MATTERS, "2019-03-04"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subject()).isEqualTo("person-1-0");
                    assertThat(item.what()).isEqualTo("ERASURE");
                    assertThat(item.since()).isEqualTo("2019-03-01");
                    assertThat(item.who()).isNull();
                });
        assertThat(due(DueList.MATTERS, "2019-03-05")).isEmpty();
        assertThat(due(DueList.MATTERS, "2020-03-08")).hasSize(1);
        assertThat(due(DueList.MATTERS, "2020-03-09")).isEmpty();
    }

    @Test
    void anErasureIsDecidedUnderTheNumberThatIsRightSince() {
        ofPerson("ErasureRequested", "'requestedBy':'officer-1','reason':'本人申请'", "2019-03-01");
        Township.said(
                feed,
                "MemberNumberCorrected",
                1,
                """
                'personId':'person-1-0','identifiedAs':'person-1-right','member':{'personId':'person-1-right',
                 'maskedName':'阿**','relation':'HEAD','sex':'MALE','birthYear':1970,'sealed':'AAAA'},
                'memberSince':'2014-04-01','enteredSince':'2014-04-01','headSince':'2014-04-01','reason':'号码抄错',
                'approvedBy':'chief-1'
                """,
                "2019-03-03");
        erased("person-2-0", "2019-03-08");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MATTERS, "2019-03-09")).hasSize(1);
        erased("person-1-right", "2019-03-09");
        ROWS.put(feed.messages());
        assertThat(due(DueList.MATTERS, "2019-03-08")).hasSize(1);
        assertThat(due(DueList.MATTERS, "2019-03-09")).isEmpty();
    }

    private void erased(String person, String on) {
        ofPerson(
                person,
                "PersonErased",
                "'alsoKnownAs':[],'evidenceIds':[],'requestedBy':'officer-1','approvedBy':'officer-2','decidedBy':{'body':'县'}",
                on);
    }

    private void ofPerson(String type, String fields, String on) {
        ofPerson("person-1-0", type, fields, on);
    }

    private void ofPerson(String person, String type, String fields, String on) {
        feed.household(
                person,
                type,
                "{'personId':'%s','region':'%s',%s,'occurredOn':'%s'}"
                        .formatted(person, Township.VILLAGE, fields, on));
    }

    private static List<org.assertj.core.groups.Tuple> mattersOf(String on) {
        var asOf = Rows.on(LocalDate.parse(on));
        var later =
                new Scope(
                        new Region(LaterTownship.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Due(ROWS.db())
                        .page(
                                DueList.MATTERS,
                                later,
                                Month.of(null, asOf.effective()),
                                asOf,
                                null,
                                100)
                        .items()
                        .stream()
                        .map(item -> tuple(item.what(), item.dueOn().toString()))
                        .toList();
    }

    @Test
    void withoutARuleNoVisitIsOwed() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-02");
        ROWS.put(feed.messages());
        assertThat(due(DueList.VISITS, "2014-09-15")).isEmpty();
    }

    @Test
    void theListsAreCountedAndPaged() {
        for (var household = 1; household <= 3; household++) {
            Township.registered(feed, household, 3, "2014-06-01");
            Township.said(feed, "ExitProposed", household, "", "2015-10-0" + household);
        }
        ROWS.put(feed.messages());
        var asOf = Rows.on(LocalDate.parse("2015-11-01"));
        var month = Month.of(null, asOf.effective());
        assertThat(new Due(ROWS.db()).counts(scope(asOf), month, asOf))
                .containsAllEntriesOf(Map.of(DueList.EXITS, 3L, DueList.NOTICES, 0L));
        var first = new Due(ROWS.db()).page(DueList.EXITS, scope(asOf), month, asOf, null, 2);
        assertThat(first.items()).hasSize(2);
        var second =
                new Due(ROWS.db()).page(DueList.EXITS, scope(asOf), month, asOf, first.next(), 2);
        assertThat(second.items())
                .extracting(Due.Item::subject)
                .containsExactly(Township.household(3));
        assertThat(second.next()).isNull();
    }

    @Test
    void whatIsNoListOrMonthIsNamed() {
        assertThatThrownBy(() -> DueList.of("dinner"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("list"));
        assertThatThrownBy(() -> Month.of("soon", LocalDate.EPOCH))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("month"));
        assertThat(Month.of(null, LocalDate.parse("2014-08-31")).month()).hasToString("2014-08");
        assertThat(Month.of(null, LocalDate.parse("2014-08-30")).month()).hasToString("2014-07");
        assertThat(Month.of(null, LocalDate.parse("2014-08-30")).quarterCode()).isEqualTo("2014-2");
        assertThat(Month.of(null, LocalDate.parse("2014-09-30")).quarterCode()).isEqualTo("2014-3");
        assertThat(Month.of("2014-10", LocalDate.parse("2014-11-30")).quarterCode())
                .isEqualTo("2014-4");
    }

    private void rule(String code, int value, String unit) {
        rule("513423000000", code, value, unit);
    }

    private void rule(String region, String code, int value, String unit) {
        feed.household(
                "rule-%s-%s".formatted(region, code),
                "RuleEnacted",
                """
                {'ruleId':'rule-%1$s-%2$s','region':'%1$s','code':'%2$s','value':%3$d,'unit':'%4$s',
                 'effectiveFrom':'2014-01-01','source':'办法','assumed':true,'occurredOn':'2014-01-01'}
                """
                        .formatted(region, code, value, unit));
    }

    /** Its households keep their code; the duty is of the township that came after. */
    @Test
    void visitsAreDueInATownshipThatWasMergedByTheRuleOfItsHeir() {
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-01");
        Township.superseded(feed, Township.CODE, "2014-08-01", Township.OTHER_CODE);
        ROWS.put(feed.messages());
        assertThat(visitsOfTheCounty("2014-09-30")).isEmpty();
        rule(Township.OTHER_CODE, "visits-per-month-min", 2, "visit");
        ROWS.put(feed.messages());
        assertThat(visitsOfTheCounty("2014-09-30"))
                .extracting(Due.Item::householdId, Due.Item::missing)
                .containsExactly(tuple(Township.household(1), 2L));
        rule(Township.CODE, "visits-per-month-min", 1, "visit");
        ROWS.put(feed.messages());
        assertThat(visitsOfTheCounty("2014-09-30"))
                .extracting(Due.Item::missing)
                .containsExactly(1L);
    }

    private static List<Due.Item> visitsOfTheCounty(String on) {
        var asOf = Rows.on(LocalDate.parse(on));
        var county =
                new Scope(
                        new Region("513423000000"),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        var month = Month.of(null, asOf.effective());
        return new Due(ROWS.db()).page(DueList.VISITS, county, month, asOf, null, 100).items();
    }

    private static List<Due.Item> due(DueList list, String on) {
        return items(list, on, null);
    }

    private static List<Due.Item> items(DueList list, String on, @Nullable String month) {
        var asOf = Rows.on(LocalDate.parse(on));
        return new Due(ROWS.db())
                .page(list, scope(asOf), Month.of(month, asOf.effective()), asOf, null, 100)
                .items();
    }

    private static Scope scope(AsOf asOf) {
        return new Scope(
                new Region(Township.CODE), new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
    }
}
