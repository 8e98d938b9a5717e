package cn.fupin.reporting.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.Standing;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Wanted ANY = new Wanted(null, null, null, null);

    @BeforeEach
    void aTownship() {
        ROWS.clear().put(OtherTownship.story(Township.story()).messages());
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void householdsAreFoundByStateCauseHelperAndName() {
        assertThat(found(new Wanted(null, null, "REGISTERED", null), "2014-12-31"))
                .containsExactlyInAnyOrder(1, 2, 11, 12);
        assertThat(found(new Wanted(null, null, "REMOVED", null), "2014-12-31")).containsExactly(3);
        assertThat(found(new Wanted(null, null, null, "WATER"), "2014-12-31"))
                .contains(1, 2, 3)
                .doesNotContain(13);
        assertThat(found(new Wanted(null, "helper-9", null, null), "2014-12-31"))
                .containsExactly(11);
        assertThat(found(new Wanted(null, "县水", null, null), "2014-12-31")).containsExactly(1);
        assertThat(found(new Wanted("曲*", null, null, null), "2015-12-31")).containsExactly(11);
        assertThat(found(new Wanted("曲", null, "EXITED", null), "2015-12-31")).containsExactly(11);
        assertThat(found(new Wanted("曲", null, null, null), "2014-12-31")).isEmpty();
        assertThat(found(new Wanted("%", null, null, null), "2015-12-31")).isEmpty();
        assertThat(found(new Wanted("阿", "县水务局", "REGISTERED", "WATER"), "2014-12-31"))
                .containsExactly(1);
    }

    @Test
    void aHouseholdIsFoundByAnyOfItsCausesOrByTheMainOneAlone() {
        assertThat(found(new Wanted(null, null, null, "SKILLS"), "2014-12-31")).contains(1, 2, 3);
        assertThat(found(byMainCause("SKILLS"), "2014-12-31")).doesNotContain(1, 2, 3);
        assertThat(found(byMainCause("WATER"), "2014-12-31")).contains(1, 2, 3);
        assertThat(all(Township.CODE, byMainCause("WATER"), on("2014-12-31"), 50))
                .allSatisfy(found -> assertThat(found.otherCauses()).containsExactly("SKILLS"));
        var more = new Feed();
        Township.said(
                more,
                "CausesCorrected",
                1,
                "'correctsEventId':'none','mainCause':'LAND','otherCauses':['LABOUR'],'reason':'误填','approvedBy':'chief'",
                "2015-01-05");
        ROWS.put(more.messages());
        assertThat(found(new Wanted(null, null, null, "SKILLS"), "2015-01-05")).doesNotContain(1);
        assertThat(found(new Wanted(null, null, null, "LABOUR"), "2015-01-05")).contains(1);
        assertThatThrownBy(() -> byMainCause("NONE")).isInstanceOf(Malformed.class);
    }

    private static Wanted byMainCause(String cause) {
        return new Wanted(null, null, null, null, null, null, null, cause, null);
    }

    /** 更正成员增减日期: on no day that was said wrongly did anybody come or go. */
    @Test
    void whoeverCameOnAnotherDayAndLeftBeforeTheWrongOneIsNoMemberFromThenOn() {
        var feed = new Feed();
        Township.listed(feed);
        Township.applied(feed, 1, 2, "2014-04-01");
        var joined =
                Township.said(
                        feed,
                        "MemberJoined",
                        1,
                        "'member':{'personId':'p','maskedName':'沙*','relation':'CHILD'},'reason':'MOVED_IN','persons':3",
                        "2015-09-01");
        correctedDay(feed, joined.id(), true, "2015-09-01", "2015-12-01");
        correctedDay(feed, joined.id(), true, "2015-12-01", "2015-03-01");
        ROWS.clear().put(feed.messages());
        assertThat(found(byName("沙*"), "2015-02-28")).isEmpty();
        assertThat(found(byName("沙*"), "2015-03-01")).containsExactly(1);
        var left =
                Township.said(
                        feed,
                        "MemberLeft",
                        1,
                        "'personId':'p','reason':'MOVED_OUT','persons':2",
                        "2015-06-01");
        ROWS.clear().put(feed.messages());
        assertThat(found(byName("沙*"), "2015-05-31")).containsExactly(1);
        assertThat(found(byName("沙*"), "2015-06-01")).isEmpty();
        assertThat(found(byName("沙*"), "2016-01-01")).isEmpty();
        correctedDay(feed, left.id(), false, "2015-06-01", "2015-10-01");
        ROWS.clear().put(feed.messages());
        assertThat(found(byName("沙*"), "2015-09-30")).containsExactly(1);
        assertThat(found(byName("沙*"), "2015-10-01")).isEmpty();
    }

    private static Wanted byName(String name) {
        return new Wanted(name, null, null, null);
    }

    private static void correctedDay(
            Feed feed, String told, boolean came, String wrong, String right) {
        Township.dayCorrected(
                feed,
                1,
                told,
                "p",
                came,
                LocalDate.parse(wrong),
                LocalDate.parse(right),
                "2016-01-01",
                "沙*");
    }

    @Test
    void aHouseholdIsFoundByItsWholeNumberAsItStands() {
        var more = new Feed();
        var wrong = numbered(more, 1, "'householdNumber':'N7'", "2014-10-01");
        numbered(more, 2, "'householdNumber':'N77'", "2014-10-01");
        ROWS.put(more.messages());
        assertThat(found(byNumber("N7"), "2014-10-01")).containsExactly(1);
        assertThat(found(byNumber(" n7"), "2014-10-01")).containsExactly(1);
        assertThat(found(byNumber("N7"), "2014-09-30")).isEmpty();
        assertThat(found(byNumber("N"), "2014-10-01")).isEmpty();
        corrected(more, wrong, "'householdNumber':'N8',", "2015-02-01");
        ROWS.clear().put(OtherTownship.story(Township.story()).messages()).put(more.messages());
        assertThat(found(byNumber("N7"), "2015-02-01")).isEmpty();
        assertThat(found(byNumber("N8"), "2014-10-01")).as("all along").containsExactly(1);
        assertThat(all(Township.CODE, byNumber("N8"), on("2014-10-01"), 50))
                .extracting(Search.Found::householdNumber)
                .containsExactly("N8");
        corrected(more, wrong, "", "2015-03-01");
        numbered(more, 3, "'householdNumber':'N8'", "2014-10-01");
        ROWS.clear().put(OtherTownship.story(Township.story()).messages()).put(more.messages());
        assertThat(found(byNumber("N8"), "2014-10-01")).as("it was the other's").containsExactly(3);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> byNumber("N-7"))
                .matches(e -> e.field().equals("number"));
    }

    @Test
    void householdsAreFoundByTheUnitThatNamesThemLast() {
        var more = new Feed();
        contact(more, "UnitContactAssigned", "省科协", "2015-01-01", 1, 2);
        contact(more, "UnitContactAssigned", "省残联", "2015-01-01", 2);
        contact(more, "UnitContactAssigned", "省科协", "2015-03-01", 2, 3);
        ROWS.put(more.messages());
        assertThat(found(byUnit("省科协"), "2014-12-31")).isEmpty();
        assertThat(found(byUnit("省科"), "2015-01-01")).containsExactlyInAnyOrder(1, 2);
        assertThat(found(byUnit("省"), "2015-01-01")).containsExactlyInAnyOrder(1, 2);
        assertThat(found(byUnit("科协"), "2015-01-01")).isEmpty();
        assertThat(found(byUnit("省科协"), "2015-03-01")).doesNotContain(1).contains(2);
        assertThat(all(Township.CODE, byUnit("省残联"), on("2015-03-01"), 50))
                .extracting(Search.Found::contactUnits)
                .singleElement()
                .satisfies(units -> assertThat(units).containsExactlyInAnyOrder("省科协", "省残联"));
        // said late, of a day between: it changes only the days until the next word
        contact(more, "UnitContactEnded", "省科协", "2015-02-01");
        contact(more, "UnitContactEnded", "省残联", "2015-06-01");
        ROWS.clear().put(OtherTownship.story(Township.story()).messages()).put(more.messages());
        assertThat(found(byUnit("省科协"), "2015-01-31")).containsExactlyInAnyOrder(1, 2);
        assertThat(found(byUnit("省科协"), "2015-02-28")).isEmpty();
        assertThat(found(byUnit("省科协"), "2015-03-01")).contains(2);
        assertThat(found(byUnit("省残联"), "2015-06-01")).isEmpty();
    }

    private static Wanted byUnit(String unit) {
        return new Wanted(null, null, null, null, null, null, null, null, null, null, unit);
    }

    /** Whatever a unit is in contact with in the village from that day on. */
    private static void contact(Feed feed, String type, String unit, String on, int... named) {
        var ids = Arrays.stream(named).mapToObj(n -> "'" + Township.household(n) + "'").toList();
        feed.household(
                "region-" + Township.VILLAGE,
                type,
                "{'region':'%s','unit':'%s',%s'assumed':false,'occurredOn':'%s'}"
                        .formatted(
                                Township.VILLAGE,
                                unit,
                                ids.isEmpty()
                                        ? "'reason':'机构改革',"
                                        : "'households':29,'householdIds':[%s],"
                                                .formatted(String.join(",", ids)),
                                on));
    }

    private static Wanted byNumber(String number) {
        return new Wanted(null, null, null, null, null, null, null, null, null, number, null);
    }

    private static String numbered(Feed feed, int household, String said, String on) {
        return Township.said(feed, "HouseholdNumbered", household, said, on).id();
    }

    private static void corrected(Feed feed, String numbering, String number, String on) {
        Township.said(
                feed,
                "HouseholdNumberCorrected",
                1,
                number
                        + "'formerNumber':'N7','numberedOn':'2014-10-01','correctsEventId':'"
                        + numbering
                        + "','reason':'抄录有误','approvedBy':'chief'",
                on);
    }

    @Test
    void whoIsListedToExitInAYearIsFoundUntilDroppedOrOut() {
        var more = new Feed();
        planned(more, 1, 2015);
        planned(more, 2, 2016);
        Township.said(more, "ExitPlanDropped", 2, "'reason':'患病'", "2015-03-01");
        Township.moved(more, "HouseholdExited", 1, 3, "2015-12-20");
        ROWS.put(more.messages());
        assertThat(found(plannedFor(2015), "2015-01-09")).isEmpty();
        assertThat(found(plannedFor(2015), "2015-01-10")).containsExactly(1);
        assertThat(found(plannedFor(2016), "2015-01-10")).containsExactly(2);
        assertThat(found(plannedFor(2016), "2015-03-01")).isEmpty();
        assertThat(found(plannedFor(2015), "2015-12-20")).isEmpty();
        assertThat(all(Township.CODE, plannedFor(2016), on("2015-02-01"), 50))
                .extracting(Search.Found::exitPlannedFor)
                .containsExactly(2016);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Wanted.year("exitPlannedFor", "soon"))
                .matches(e -> e.field().equals("exitPlannedFor"));
    }

    private static Wanted plannedFor(int year) {
        return new Wanted(null, null, null, null, null, null, null, null, year);
    }

    private static void planned(Feed feed, int household, int year) {
        Township.said(
                feed,
                "ExitPlanned",
                household,
                "'year':%d,'decidedBy':{'body':'镇'},'persons':3".formatted(year),
                "2015-01-10");
    }

    @Test
    void aHouseholdWhoseLifeIsOverIsNoHelpersAnyMore() {
        var feed = OtherTownship.story(Township.story());
        Township.moved(feed, "HouseholdRemoved", 1, 3, "2014-12-30");
        ROWS.clear().put(feed.messages());
        assertThat(found(new Wanted(null, "县水", null, null), "2014-12-29")).containsExactly(1);
        assertThat(found(new Wanted(null, "县水", null, null), "2014-12-30")).isEmpty();
        assertThat(
                        all(
                                Township.CODE,
                                new Wanted(null, null, "REMOVED", null),
                                on("2014-12-30"),
                                50))
                .extracting(Search.Found::helperId)
                .containsOnlyNulls();
    }

    @Test
    void aHelperIsFoundByTheNameOfTheDayAndNoMoreOnceErased() {
        var more = new Feed();
        Township.helperNamed(more, "HelperNamed", "张*", "2014-06-01");
        Township.helperNamed(more, "HelperDetailsChanged", "章**", "2015-01-01");
        ROWS.put(more.messages());
        var by = new Wanted(null, "张", null, null);
        assertThat(found(by, "2014-12-31")).containsExactly(1);
        assertThat(found(by, "2015-01-01")).isEmpty();
        assertThat(found(new Wanted(null, "章**", null, null), "2015-01-01")).containsExactly(1);
        assertThat(all(Township.CODE, new Wanted(null, "章", null, null), on("2015-01-01"), 50))
                .extracting(Search.Found::helperName)
                .containsExactly("章**");
        // of the two words about the unit the later one stands, and finds it
        assertThat(units("2014-12-31")).containsExactly("县水务局");
        assertThat(units("2015-01-01")).containsExactly("县林业局");
        assertThat(found(new Wanted(null, "县林", null, null), "2015-01-01")).containsExactly(1);
        assertThat(
                        all(
                                Township.OTHER_CODE,
                                new Wanted(null, "章", null, null),
                                on("2015-01-01"),
                                50))
                .isEmpty();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Wanted(null, "**", null, null))
                .matches(e -> e.field().equals("helper"));
        Township.erased(more, "person-helper", "2020-01-01");
        ROWS.put(more.messages());
        assertThat(found(new Wanted(null, "章", null, null), "2015-01-01")).isEmpty();
        assertThat(all(Township.CODE, new Wanted(null, "县水", null, null), on("2014-12-31"), 50))
                .extracting(Search.Found::helperName)
                .containsExactly("**");
    }

    private static List<String> units(String day) {
        return all(Township.CODE, new Wanted(null, Township.HELPER, null, null), on(day), 50)
                .stream()
                .map(Search.Found::helperUnit)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Test
    void anExitThatWasTakenBackIsToldWithItsDay() {
        var more = new Feed();
        Township.moved(more, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(more, "ExitRevoked", 1, "'exitedOn':'2015-12-20','persons':3", "2016-05-01");
        Township.moved(more, "HouseholdSuspended", 1, 3, "2016-06-01");
        ROWS.put(more.messages());
        var suspended = new Wanted(null, null, "SUSPENDED", null);
        assertThat(all(Township.CODE, suspended, on("2016-06-01"), 50))
                .extracting(Search.Found::exitRevokedOn)
                .containsExactly(LocalDate.parse("2016-05-01"));
        var onRegister = new Wanted(null, null, Wanted.ON_REGISTER, null);
        assertThat(found(onRegister, "2016-05-01")).contains(1);
        assertThat(found(new Wanted(null, null, "REGISTERED", null), "2016-05-01"))
                .doesNotContain(1);
        assertThat(found(onRegister, "2016-04-30")).doesNotContain(1);
        assertThat(all(Township.CODE, ANY, on("2016-04-30"), 50))
                .extracting(Search.Found::exitRevokedOn)
                .containsOnlyNulls();
    }

    /** Its members are another household's from then on. */
    @Test
    void oneThatWasMergedHasNobodyAnyMore() {
        var more = new Feed();
        Township.moved(more, "HouseholdMerged", 1, 3, "2016-05-01");
        ROWS.put(more.messages());
        var merged = new Wanted(null, null, "MERGED", null);
        assertThat(all(Township.CODE, merged, on("2016-05-01"), 50))
                .extracting(Search.Found::persons)
                .containsExactly(0L);
        assertThat(all(Township.CODE, ANY, on("2016-04-30"), 50))
                .filteredOn(found -> found.householdId().equals(Township.household(1)))
                .extracting(Search.Found::persons)
                .containsExactly(3L);
    }

    @Test
    void oneWhoseEndWasTakenBackIsFoundAsItStoodAndWithoutAHelper() {
        var more = new Feed();
        Township.said(more, "ExitProposed", 1, "", "2015-11-01");
        Township.moved(more, "HouseholdRemoved", 1, 3, "2015-12-20");
        Township.reinstated(more, 1, "REMOVAL", 3, "2016-05-01");
        ROWS.put(more.messages());
        var removed = new Wanted(null, null, "REMOVED", null);
        assertThat(found(removed, "2016-04-30")).contains(1);
        assertThat(found(removed, "2016-05-01")).doesNotContain(1);
        assertThat(all(Township.CODE, ANY, on("2016-05-01"), 50))
                .filteredOn(found -> found.householdId().equals(Township.household(1)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.state()).isEqualTo("REGISTERED");
                    assertThat(found.since()).isEqualTo(LocalDate.parse("2014-07-21"));
                    assertThat(found.underWay()).isEqualTo("EXIT_PROPOSED");
                    assertThat(found.helperId()).isNull();
                });
    }

    @Test
    void aStepUnderWayIsFoundUntilTheNextOne() {
        var feed = new Feed();
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.surveyed(feed, 1, 200_000, "2014-04-05");
        Township.said(feed, "HouseholdAssessed", 1, "'assessmentId':'a'", "2014-04-10");
        Township.said(feed, "TownshipReviewed", 1, "'noticeId':'n'", "2014-04-29");
        Township.registered(feed, 1, 3, "2014-05-09");
        Township.said(feed, "ExitProposed", 1, "", "2015-10-01");
        Township.said(feed, "ExitWithdrawn", 1, "'reason':'患病'", "2015-10-05");
        Township.said(feed, "ExitProposed", 1, "", "2015-11-01");
        Township.said(feed, "ExitAssessed", 1, "'assessmentId':'b'", "2015-11-03");
        Township.said(feed, "ExitVerified", 1, "'incomeYear':2014", "2015-11-05");
        Township.said(feed, "ExitAgreed", 1, "", "2015-11-10");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(feed, "RelapseProposed", 1, "'cause':'ILLNESS'", "2016-02-01");
        Township.said(feed, "RelapseWithdrawn", 1, "'reason':'收入稳定'", "2016-02-05");
        Township.said(feed, "RelapseProposed", 1, "'cause':'ILLNESS'", "2016-03-01");
        Township.said(feed, "RelapseAssessed", 1, "'assessmentId':'c'", "2016-03-05");
        Township.said(feed, "RelapseReviewed", 1, "'noticeId':'n'", "2016-03-20");
        Township.moved(feed, "HouseholdRelapsed", 1, 3, "2016-04-01");
        ROWS.clear().put(feed.messages());
        var steps = new LinkedHashMap<String, String>();
        steps.put("2014-04-05", "SURVEYED");
        steps.put("2014-04-10", "ASSESSED");
        steps.put("2014-04-29", "REVIEWED");
        steps.put("2014-05-09", "none");
        steps.put("2015-10-01", "EXIT_PROPOSED");
        steps.put("2015-10-05", "none");
        steps.put("2015-11-01", "EXIT_PROPOSED");
        steps.put("2015-11-03", "EXIT_ASSESSED");
        steps.put("2015-11-05", "EXIT_VERIFIED");
        steps.put("2015-11-10", "EXIT_AGREED");
        steps.put("2015-12-20", "none");
        steps.put("2016-02-01", "RELAPSE_PROPOSED");
        steps.put("2016-02-05", "none");
        steps.put("2016-03-01", "RELAPSE_PROPOSED");
        steps.put("2016-03-05", "RELAPSE_ASSESSED");
        steps.put("2016-03-20", "RELAPSE_REVIEWED");
        steps.put("2016-04-01", "none");
        steps.forEach((day, step) -> {
            assertThat(Objects.requireNonNullElse(first(day).underWay(), "none"))
                    .as(day)
                    .isEqualTo(step);
            var found =
                    Stream.of(Standing.values())
                            .filter(s -> !s.isLasting() && s != Standing.NONE)
                            .map(Standing::name)
                            .filter(s -> !found(new Wanted(null, null, s, null), day).isEmpty())
                            .toList();
            assertThat(found).as(day).isEqualTo(step.equals("none") ? List.of() : List.of(step));
        });
        // what it counts as is found by as before
        assertThat(found(new Wanted(null, null, "REGISTERED", null), "2015-11-05"))
                .containsExactly(1);
    }

    private static Search.Found first(String day) {
        return all(Township.CODE, ANY, on(day), 50).getFirst();
    }

    @Test
    void whoIsWatchedIsFoundByIt() {
        var feed = new Feed();
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.applied(feed, 2, 3, "2014-04-01");
        Township.said(feed, "MonitoringConfirmed", 1, "'kind':'MARGINAL'", "2016-03-01");
        Township.said(feed, "RiskEliminated", 1, "'incomeYear':2016", "2017-03-01");
        ROWS.clear().put(feed.messages());
        var watched = new Wanted(null, null, null, null, true, null, null, null, null);
        var others = new Wanted(null, null, null, null, false, null, null, null, null);
        assertThat(found(watched, "2016-02-28")).isEmpty();
        assertThat(found(watched, "2016-03-01")).containsExactly(1);
        assertThat(found(others, "2016-03-01")).containsExactly(2);
        assertThat(found(watched, "2017-03-01")).isEmpty();
        assertThat(found(others, "2017-03-01")).containsExactlyInAnyOrder(1, 2);
        assertThatThrownBy(() -> Wanted.orNot("monitored", "yes"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("monitored"));
    }

    @Test
    void theDayAndWhatWasKnownDecide() {
        assertThat(found(new Wanted(null, null, "EXITED", null), "2015-12-19")).isEmpty();
        assertThat(found(new Wanted(null, null, "EXITED", null), "2015-12-20")).containsExactly(11);
        var nothing = new AsOf(LocalDate.parse("2015-12-20"), 5, 0, 0, 0, true);
        assertThat(all(Township.CODE, ANY, nothing, 50)).isEmpty();
        assertThat(found(ANY, "2014-03-31")).isEmpty();
    }

    @Test
    void aPersonWhoWasErasedIsFoundByNoName() {
        var rows = all("513423000000", ANY, on("2014-12-31"), 50);
        assertThat(rows).anySatisfy(row -> assertThat(row.head()).isEqualTo("阿**"));
        var more = new Feed();
        Township.erased(more, "person-1-0", "2020-01-01");
        Township.erased(more, "person-13-1b", "2020-01-01");
        ROWS.put(more.messages());
        assertThat(all("513423000000", ANY, on("2014-12-31"), 50))
                .hasSameSizeAs(rows)
                .filteredOn(row -> row.householdId().equals(Township.household(1)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.head()).isEqualTo("**");
                    assertThat(row.persons()).isEqualTo(3);
                });
        // under the id from before the identification as well
        assertThat(found(new Wanted("吉", null, null, null), "2017-12-31")).isEmpty();
    }

    @Test
    void whoeverHasLeftIsNotFoundThereAnyMore() {
        var more = new Feed();
        Township.said(
                more,
                "MemberJoined",
                2,
                "'member':{'personId':'person-2-x','maskedName':'马*','relation':'OTHER','sex':'MALE','birthYear':1960},'reason':'OTHER'",
                "2014-12-01");
        Township.said(
                more, "MemberLeft", 2, "'personId':'person-2-x','reason':'OTHER'", "2015-01-05");
        ROWS.put(more.messages());
        var by = new Wanted("马", null, null, null);
        assertThat(found(by, "2014-11-30")).isEmpty();
        assertThat(found(by, "2015-01-04")).containsExactly(2);
        assertThat(found(by, "2015-01-05")).isEmpty();
    }

    @Test
    void everyPageBeginsAfterTheLastRowOfTheOneBefore() {
        var feed = Township.randomLives(7, 60);
        Township.listed(feed);
        ROWS.clear().put(feed.messages());
        for (var wanted : List.of(ANY, new Wanted("阿", null, "REGISTERED", null))) {
            var asOf = on("2015-06-01");
            var once = all("513423000000", wanted, asOf, 200);
            for (var limit : new int[] {1, 7, 50}) {
                assertThat(all("513423000000", wanted, asOf, limit)).isEqualTo(once);
            }
            assertThat(once).isNotEmpty();
            assertThat(new HashSet<>(once)).hasSameSizeAs(once);
        }
    }

    /**
     * On a day between the fact and its correction all readers say what was so, as is known now.
     */
    @Test
    void aCorrectionCountsFromTheDayOfWhatItCorrectsForEveryReader() {
        var feed = new Feed();
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.registered(feed, 1, 3, "2014-06-01");
        var registered = feed.messages().getLast();
        var before = registered.position();
        Township.said(
                feed, "CausesCorrected", 1, corrected(registered.id(), "ILLNESS"), "2016-01-01");
        var wrong = feed.messages().getLast();
        Township.said(feed, "CausesCorrected", 1, corrected(wrong.id(), "LAND"), "2016-02-01");
        Township.said(
                feed,
                "HouseholdReclassified",
                1,
                "'standard':'NATIONAL','householdType':'DIBAO','mainCause':'SKILLS','otherCauses':[]",
                "2015-09-01");
        ROWS.clear().put(feed.messages());
        for (var day : List.of("2014-06-01", "2015-08-31")) {
            var asOf = on(day);
            assertThat(causes(asOf)).as(day).containsOnly("LAND");
            assertThat(causes(known(asOf, before))).as(day).containsOnly("WATER");
            assertThat(causes(known(asOf, wrong.position()))).as(day).containsOnly("ILLNESS");
        }
        assertThat(causes(on("2016-03-01"))).containsOnly("SKILLS");
    }

    private static String corrected(String eventId, String main) {
        return "'correctsEventId':'%s','reason':'有误','approvedBy':'b','mainCause':'%s','otherCauses':[]"
                .formatted(eventId, main);
    }

    private static AsOf known(AsOf asOf, long household) {
        return new AsOf(asOf.effective(), household, 0, 0, 0, true);
    }

    /** As the register lists it, as it is found by it, as its history tells it. */
    private static List<String> causes(AsOf asOf) {
        var listed = all(Township.CODE, ANY, asOf, 50).getFirst().mainCause();
        var history =
                new Histories(ROWS.snapshots())
                        .at(
                                Township.household(1),
                                Asked.of(
                                        asOf.effective().toString(),
                                        asOf.household() == Long.MAX_VALUE
                                                ? null
                                                : "household:" + asOf.household(),
                                        LocalDate.parse("2026-01-01")))
                        .state()
                        .mainCause();
        var found =
                Stream.of("WATER", "ILLNESS", "LAND", "SKILLS")
                        .filter(cause ->
                                !all(Township.CODE, byMainCause(cause), asOf, 50).isEmpty())
                        .toList();
        assertThat(found).hasSize(1);
        return List.of(String.valueOf(listed), String.valueOf(history), found.getFirst());
    }

    @Test
    void whatIsNoStateOrCauseIsNamed() {
        assertThatThrownBy(() -> new Wanted(null, null, "RICH", null))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("state"));
        assertThatThrownBy(() -> new Wanted(null, null, null, "LUCK"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("cause"));
        assertThatThrownBy(() -> Place.parse("3"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("after"));
    }

    private static List<Integer> found(Wanted wanted, String on) {
        return all("513423000000", wanted, on(on), 50).stream()
                .map(row -> Integer.parseInt(row.householdId().substring(34)))
                .toList();
    }

    private static List<Search.Found> all(String region, Wanted wanted, AsOf asOf, int limit) {
        var found = new ArrayList<Search.Found>();
        @Nullable String after = null;
        do {
            var page =
                    Households.page(
                            new Region(region),
                            Divisions.THEN,
                            null,
                            wanted,
                            after,
                            limit,
                            asOf,
                            ROWS.db());
            found.addAll(page.households());
            after = page.next();
        } while (after != null);
        return found;
    }

    private static AsOf on(String day) {
        return Rows.on(LocalDate.parse(day));
    }
}
