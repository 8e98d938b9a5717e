package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.reporting.answer.Brief;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseholdHistoryTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String ONE = Township.household(1);

    @BeforeEach
    void tellTheStory() {
        ROWS.clear().put(Township.story().messages());
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void gathersWhatEveryServiceSaysOfTheHousehold() {
        assertThat(types(ONE, "2016-12-31"))
                .containsExactly(
                        "HouseholdApplied",
                        "HouseholdSurveyed",
                        "SurveyCorrected",
                        "NoticePosted",
                        "NoticeClosed",
                        "HouseholdRegistered",
                        "HelperAssigned",
                        "ProjectProposed",
                        "BeneficiariesNamed",
                        "ProjectAccepted");
    }

    /** And nothing else of what the village's stream tells. */
    @Test
    void whichUnitIsInContactWithItAndUntilWhenIsToldToEachThatIsNamed() {
        var feed = Township.story();
        contact(feed, "'households':29,'householdIds':['%s']".formatted(ONE), "2015-01-01");
        feed.household(
                "region-" + Township.VILLAGE,
                "TrainingHeld",
                "{'region':'%s','classes':1,'personTimes':30,'assumed':false,'occurredOn':'2015-02-01'}"
                        .formatted(Township.VILLAGE));
        contact(
                feed,
                "'households':29,'householdIds':['%s']".formatted(Township.household(2)),
                "2015-03-01");
        contact(feed, "'households':29", "2015-04-01");
        ROWS.clear().put(feed.messages());
        assertThat(contacts(ONE, "2016-12-31"))
                .containsExactly("县安监局 联系本户(在本村联系 29 户)", "县安监局 不再联系本户(在本村联系 29 户)");
        assertThat(contacts(Township.household(2), "2016-12-31")).hasSize(2);
        assertThat(contacts(Township.household(3), "2016-12-31")).isEmpty();
        assertThat(types(ONE, "2016-12-31")).doesNotContain("TrainingHeld", "RegionListed");
        assertThat(state(ONE, "2015-01-01", null).contacts())
                .containsExactly(new HouseholdAt.Contact("县安监局", LocalDate.parse("2015-01-01")));
        assertThat(state(ONE, "2014-12-31", null).contacts()).isEmpty();
        assertThat(state(ONE, "2015-03-01", null).contacts()).isEmpty();
        assertThat(state(Township.household(2), "2015-03-31", null).contacts()).hasSize(1);
        assertThat(state(Township.household(2), "2015-04-01", null).contacts()).isEmpty();
    }

    private static void contact(Feed feed, String said, String on) {
        feed.household(
                "region-" + Township.VILLAGE,
                "UnitContactAssigned",
                "{'region':'%s','unit':'县安监局',%s,'assumed':false,'occurredOn':'%s'}"
                        .formatted(Township.VILLAGE, said, on));
    }

    private static List<String> contacts(String household, String effective) {
        return events(household, effective, null).stream()
                .filter(e -> e.type().startsWith("UnitContact"))
                .map(HouseholdHistory.Event::zh)
                .toList();
    }

    @Test
    void anotherFamilysObjectionStaysWithThatFamily() {
        assertThat(types(ONE, "2014-06-01")).doesNotContain("ObjectionRaised");
        assertThat(types(Township.household(2), "2014-06-01"))
                .contains("ObjectionRaised", "NoticeClosed");
    }

    /** 漏评: in the history of whoever was left out, and of nobody who is on the list. */
    @Test
    void thatSomebodyWasLeftOutIsInTheHistoryOfThatHouseholdAlone() {
        var feed = Township.story();
        Township.applied(feed, 8, 2, "2014-04-01");
        Township.applied(feed, 9, 2, "2014-06-02");
        left(
                feed,
                "OmissionRaised",
                "'omissionId':'omission-8','householdId':'%s','grounds':'住危房'"
                        .formatted(Township.household(8)));
        left(
                feed,
                "OmissionRaised",
                "'omissionId':'omission-9','personId':'person-out','maskedName':'吉**','sealed':'AAAA','grounds':'无劳力'");
        left(
                feed,
                "OmissionSettled",
                "'omissionId':'omission-9','upheld':true,'handling':'属实','decidedBy':{'body':'镇'}");
        left(
                feed,
                "OmissionFollowedUp",
                "'omissionId':'omission-9','householdId':'%s'".formatted(Township.household(9)));
        ROWS.clear().put(feed.messages());
        assertThat(types(ONE, "2016-12-31")).noneMatch(type -> type.startsWith("Omission"));
        assertThat(types(Township.household(8), "2016-12-31"))
                .filteredOn(type -> type.startsWith("Omission"))
                .containsExactly("OmissionRaised");
        assertThat(events(Township.household(9), "2016-12-31", null))
                .filteredOn(e -> e.type().startsWith("Omission"))
                .extracting(HouseholdHistory.Event::type)
                .containsExactly("OmissionRaised", "OmissionSettled", "OmissionFollowedUp");
        assertThat(events(Township.household(9), "2016-12-31", null))
                .filteredOn(e -> e.type().equals("OmissionRaised"))
                .singleElement()
                .satisfies(e -> assertThat(e.zh()).contains("吉**", "漏评", "无劳力"));
        Township.erased(feed, "person-out", "2016-01-01");
        ROWS.clear().put(feed.messages());
        assertThat(events(Township.household(9), "2016-12-31", null))
                .noneMatch(e -> e.zh().contains("吉"));
    }

    private static void left(Feed feed, String type, String fields) {
        feed.household(
                Township.NOTICE,
                type,
                "{'noticeId':'%s',%s,'occurredOn':'2014-05-24'}"
                        .formatted(Township.NOTICE, fields));
    }

    @Test
    void aStreamBelongsToItOnceItNamesTheHousehold() {
        assertThat(types(ONE, "2014-09-15")).doesNotContain("ProjectProposed");
        assertThat(types(ONE, "2014-10-01")).contains("ProjectProposed", "BeneficiariesNamed");
    }

    @Test
    void theHelperIsCalledByTheMaskedNameUntilErased() {
        var more = new Feed();
        Township.helperNamed(more, "HelperNamed", "张*", "2014-06-01");
        ROWS.put(more.messages());
        assertThat(state(ONE, "2016-12-31", null).helper())
                .isEqualTo(
                        new HouseholdAt.Helper(
                                Township.HELPER, "县水务局", null, "张*", "person-helper"));
        Township.helperNamed(more, "HelperDetailsChanged", "张*", "2016-01-01");
        ROWS.put(more.messages());
        assertThat(state(ONE, "2016-12-31", null).helper())
                .extracting(HouseholdAt.Helper::helperUnit)
                .isEqualTo("县林业局");
        var changed = "变更帮扶人员信息:%s 县林业局 " + Township.HELPER + ";职务:副局长";
        assertThat(sentence("HelperDetailsChanged").zh()).isEqualTo(changed.formatted("张*"));
        Township.erased(more, "person-helper", "2020-01-01");
        ROWS.put(more.messages());
        assertThat(sentence("HelperDetailsChanged").zh()).isEqualTo(changed.formatted("**"));
        assertThat(state(ONE, "2016-12-31", null).helper())
                .extracting(HouseholdAt.Helper::maskedName)
                .isEqualTo("**");
    }

    @Test
    void whatIsSaidOfItsHelperOfThatTimeIsInItsHistory() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.applied(feed, 2, 4, "2014-04-01");
        appraised(feed, 1, 2013, "2014-01-15");
        Township.helped(feed, 1, "2014-06-01");
        appraised(feed, 2, 2014, "2015-01-15");
        Township.helperNamed(feed, "HelperNamed", "张*", "2014-05-01");
        Township.helperNamed(feed, "HelperDetailsChanged", "张*", "2015-03-01");
        feed.household(
                ONE,
                "HelperAssigned",
                "{'householdId':'%s','occurredOn':'2015-07-01','helperId':'helper-2','helperUnit':'县林业局'}"
                        .formatted(ONE));
        appraised(feed, 3, 2015, "2016-01-15");
        appraised(feed, 4, 2016, "2017-01-15");
        Township.helperNamed(feed, "HelperDetailsChanged", "张*", "2016-03-01");
        ROWS.clear().put(feed.messages());
        assertThat(types(ONE, "2020-01-01"))
                .containsExactly(
                        "HouseholdApplied",
                        "HelperAssigned",
                        "HelperAppraised",
                        "HelperDetailsChanged",
                        "HelperAssigned",
                        "HelperAppraised");
        assertThat(events(ONE, "2020-01-01", null))
                .filteredOn(e -> e.type().equals("HelperAppraised"))
                .extracting(HouseholdHistory.Event::streamId)
                .containsExactly("appraisal-2", "appraisal-3");
        assertThat(types(ONE, "2015-01-14")).doesNotContain("HelperAppraised");
        assertThat(types(Township.household(2), "2020-01-01")).containsExactly("HouseholdApplied");
        feed.household(
                ONE,
                "HouseholdRemoved",
                "{'householdId':'%s','occurredOn':'2015-12-01','persons':4,'cause':'MISIDENTIFIED'}"
                        .formatted(ONE));
        feed.household(
                "appraisal-5",
                "HelperAppraised",
                "{'appraisalId':'appraisal-5','occurredOn':'2017-01-20','helperId':'helper-2','region':'513423199000','year':2016,'grade':'COMPETENT','assumed':false}");
        ROWS.clear().put(feed.messages());
        assertThat(state(ONE, "2015-11-30", null).helper()).isNotNull();
        assertThat(state(ONE, "2015-12-01", null).helper()).isNull();
        assertThat(events(ONE, "2020-01-01", null))
                .extracting(HouseholdHistory.Event::streamId)
                .doesNotContain("appraisal-5");
    }

    @Test
    void whoeverCameOnAnotherDayIsThereFromThatDayOnByWhatIsKnownNow() {
        var feed = new Feed();
        Township.applied(feed, 1, 2, "2014-04-01");
        var told =
                Township.said(
                        feed,
                        "MemberJoined",
                        1,
                        "'member':{'personId':'person-1-9','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':2015},"
                                + "'reason':'BIRTH','persons':3",
                        "2015-06-01");
        Township.dayCorrected(
                feed,
                1,
                told.id(),
                "person-1-9",
                true,
                LocalDate.parse("2015-06-01"),
                LocalDate.parse("2015-03-01"),
                "2016-01-10");
        ROWS.clear().put(feed.messages());
        assertThat(state(ONE, "2015-02-28", null).persons()).isEqualTo(2);
        assertThat(state(ONE, "2015-03-01", null).persons()).isEqualTo(3);
        assertThat(events(ONE, "2016-12-31", null))
                .filteredOn(e -> e.type().equals("MemberDayCorrected"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.zh()).contains("加入日期", "应为 2015-03-01", "原登记 2015-06-01");
                    assertThat(e.corrects()).isEqualTo(told.id());
                    assertThat(e.effectiveOn()).isEqualTo(LocalDate.parse("2015-03-01"));
                });
    }

    /** 曾建档: by the person, whatever household it was. */
    @Test
    void whoeverWasOnTheRegisterBeforeBringsTheEarlierFileAlong() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.registered(feed, 1, 4, "2014-07-21");
        Township.moved(feed, "HouseholdRemoved", 1, 4, "2015-12-01");
        Township.applied(feed, 2, 2, "2016-03-01");
        ROWS.clear().put(feed.messages());
        assertThat(types(Township.household(2), "2020-01-01")).containsExactly("HouseholdApplied");
        Township.said(
                feed,
                "MemberJoined",
                2,
                "'member':{'personId':'person-1-1','maskedName':'阿**','relation':'OTHER','sex':'MALE','birthYear':1970},"
                        + "'reason':'MOVED_IN','persons':3",
                "2016-05-01");
        ROWS.clear().put(feed.messages());
        assertThat(types(Township.household(2), "2020-01-01"))
                .containsExactlyInAnyOrder(
                        "HouseholdApplied",
                        "HouseholdRegistered",
                        "HouseholdRemoved",
                        "MemberJoined");
        assertThat(events(Township.household(2), "2020-01-01", null))
                .filteredOn(e -> e.type().equals("HouseholdRegistered"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.zh()).startsWith("曾建档").contains(ONE, "2014-07-21");
                    assertThat(e.otherHouseholdId()).isEqualTo(ONE);
                    assertThat(e.effectiveOn()).isEqualTo(LocalDate.parse("2016-05-01"));
                });
        assertThat(state(Township.household(2), "2020-01-01", null).standing())
                .isEqualTo(Standing.APPLIED);
        assertThat(types(Township.household(2), "2016-04-30")).containsExactly("HouseholdApplied");
        assertThat(types(ONE, "2020-01-01"))
                .containsExactly("HouseholdApplied", "HouseholdRegistered", "HouseholdRemoved");
    }

    @Test
    void anEndThatWasTakenBackIsNoneFromThatDayOn() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.registered(feed, 1, 4, "2014-07-21");
        Township.helped(feed, 1, "2014-08-15");
        Township.moved(feed, "HouseholdRemoved", 1, 4, "2015-12-01");
        Township.reinstated(feed, 1, "REMOVAL", 4, "2016-03-01");
        ROWS.clear().put(feed.messages());
        assertThat(state(ONE, "2016-02-29", null).standing()).isEqualTo(Standing.REMOVED);
        assertThat(state(ONE, "2016-03-01", null))
                .satisfies(then -> {
                    assertThat(then.standing()).isEqualTo(Standing.REGISTERED);
                    assertThat(then.persons()).isEqualTo(4);
                    assertThat(then.helper()).isNull();
                });
        assertThat(types(ONE, "2016-03-01")).endsWith("HouseholdRemoved", "EndRevoked");
    }

    @Test
    void aRelapseThatWasTakenBackIsNoneFromThatDayOnAndWhatItSaidOfTheHouseholdIsNotSo() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.registered(feed, 1, 4, "2014-07-21");
        Township.moved(feed, "HouseholdExited", 1, 4, "2015-12-01");
        var relapse =
                Township.said(
                        feed,
                        "HouseholdRelapsed",
                        1,
                        "'persons':4,'cause':'DISASTER','incomeYear':2016,'incomeFenPerHead':100000,'quotaYear':2017",
                        "2017-03-01");
        Township.said(
                feed,
                "RelapseRevoked",
                1,
                "'revokesEventId':'%s','relapsedOn':'2017-03-01','persons':4,'reason':'误登'"
                        .formatted(relapse.id()),
                "2017-05-01");
        ROWS.clear().put(feed.messages());
        assertThat(state(ONE, "2017-04-30", null))
                .satisfies(then -> {
                    assertThat(then.standing()).isEqualTo(Standing.RELAPSED);
                    assertThat(then.mainCause()).isEqualTo("DISASTER");
                });
        assertThat(state(ONE, "2017-05-01", null))
                .satisfies(then -> {
                    assertThat(then.standing()).isEqualTo(Standing.EXITED);
                    assertThat(then.mainCause()).isNotEqualTo("DISASTER");
                    assertThat(then.incomes()).noneMatch(income -> income.year() == 2016);
                });
        assertThat(types(ONE, "2017-05-01")).endsWith("HouseholdRelapsed", "RelapseRevoked");
    }

    @Test
    void whoeverAListNamesIsToldOfTheHousehold() {
        var feed = new Feed();
        Township.applied(feed, 1, 2, "2014-04-01");
        Township.applied(feed, 2, 2, "2014-04-01");
        feed.household(
                "matching-a",
                "MatchingListReceived",
                "{'matchingId':'matching-a','region':'513423000000','item':'CAR','source':'车管所','asOf':'2015-02-01','entries':9,'sha256':'0','assumed':false,'occurredOn':'2015-02-05'}");
        listed(feed, "person-1-1", "2015-03-01");
        listed(feed, "person-3-1", "2015-03-02");
        ROWS.clear().put(feed.messages());
        assertThat(types(ONE, "2015-02-28")).containsExactly("HouseholdApplied");
        assertThat(types(ONE, "2015-03-02"))
                .containsExactly("HouseholdApplied", "MatchingListReceived", "ListedPersonsFound");
        assertThat(events(ONE, "2015-03-02", null).getLast().zh()).matches(".*本户成员:.\\*+");
        assertThat(types(Township.household(2), "2015-03-02")).containsExactly("HouseholdApplied");
    }

    private static void listed(Feed feed, String person, String on) {
        feed.household(
                "matching-a",
                "ListedPersonsFound",
                "{'matchingId':'matching-a','personIds':['%s'],'occurredOn':'%s'}"
                        .formatted(person, on));
    }

    private static void appraised(Feed feed, int number, int year, String on) {
        feed.household(
                "appraisal-" + number,
                "HelperAppraised",
                "{'appraisalId':'appraisal-%d','occurredOn':'%s','helperId':'%s','region':'513423199000','year':%d,'grade':'EXCELLENT','assumed':false}"
                        .formatted(number, on, Township.HELPER, year));
    }

    @Test
    void whoeverIsNamedAnywhereInAnEventHasItInTheHistory() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        feed.household(
                "sampling-1",
                "ArchivesSampled",
                "{'samplingId':'sampling-1','occurredOn':'2014-12-10','region':'513423199000','householdIds':['%1$s'],'found':[{'householdId':'%1$s','finding':'缺签字'}],'by':'县扶贫局','assumed':false}"
                        .formatted(ONE));
        feed.household(
                "inspection-1",
                "SomethingNew",
                "{'inspectionId':'inspection-1','occurredOn':'2014-12-11','looked':{'at':[{'householdId':'%s'}]}}"
                        .formatted(ONE));
        ROWS.clear().put(feed.messages());
        assertThat(types(ONE, "2014-12-31"))
                .containsExactly("HouseholdApplied", "ArchivesSampled", "SomethingNew");
        assertThat(sentence("ArchivesSampled").zh()).contains("发现问题:缺签字");
    }

    @Test
    void whoOnlyAsksForItHasNotDecidedIt() {
        var proposed =
                events(ONE, "2016-12-31", null).stream()
                        .filter(e -> e.type().equals("ProjectProposed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(proposed.decidedBy()).isNull();
        assertThat(proposed.zh()).endsWith(";申报单位:镇政府");
    }

    @Test
    void theSecondPersonIsTold() {
        assertThat(
                        events(ONE, "2014-05-01", null).stream()
                                .filter(e -> e.type().equals("SurveyCorrected"))
                                .map(HouseholdHistory.Event::approvedBy))
                .containsExactly("王站长");
    }

    @Test
    void aNoticeThatEndedIsToldApartFromAnother() {
        assertThat(sentence("NoticeClosed").zh())
                .isEqualTo("第一次公示期满(%s,张贴于村务公开栏)".formatted(Brief.id(Township.NOTICE)));
    }

    @Test
    void theStateIsThatOfTheDay() {
        assertThat(state(ONE, "2014-03-31", null).standing()).isEqualTo(Standing.NONE);
        assertThat(state(ONE, "2014-04-01", null).standing()).isEqualTo(Standing.APPLIED);
        assertThat(state(ONE, "2014-07-21", null).standing()).isEqualTo(Standing.REGISTERED);
        assertThat(state(Township.household(3), "2014-11-19", null).standing())
                .isEqualTo(Standing.REGISTERED);
        assertThat(state(Township.household(3), "2014-11-20", null).standing())
                .isEqualTo(Standing.REMOVED);
        var state = state(ONE, "2016-12-31", null);
        assertThat(state.persons()).isEqualTo(3);
        assertThat(state.mainCause()).isEqualTo("WATER");
        assertThat(state.lineFenPerYear()).isEqualTo(273_600);
        assertThat(state.projects())
                .containsExactly(
                        new HouseholdAt.Project(Township.PROJECT, "安全饮水工程", "WATER", 5_000));
    }

    @Test
    void aCorrectionCountsFromTheDayOfTheFactItCorrectsButOnlyOnceKnown() {
        var before = "household:" + (Township.story().position("household") - 1);
        assertThat(income("2014-05-01", null)).isEqualTo(190_000);
        assertThat(income("2014-05-01", before)).isEqualTo(200_000);
        var corrected =
                events(ONE, "2014-05-01", null).stream()
                        .filter(e -> e.type().equals("HouseholdSurveyed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(corrected.correctedBy()).isNotNull();
        assertThat(events(ONE, "2014-05-01", before))
                .allSatisfy(e -> assertThat(e.correctedBy()).isNull());
    }

    @Test
    void aCorrectionOfACorrectionIsTheLastWord() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.surveyed(feed, 1, 100, "2014-04-10");
        Township.surveyCorrected(feed, 1, "household-HouseholdSurveyed-2", 200, "2015-01-01");
        Township.surveyCorrected(feed, 1, "household-SurveyCorrected-3", 300, "2015-02-01");
        ROWS.clear().put(feed.messages());
        assertThat(income("2014-04-10", null)).isEqualTo(300);
        assertThat(income("2014-04-10", "household:3")).isEqualTo(200);
        assertThat(income("2014-04-10", "household:2")).isEqualTo(100);
    }

    /** The day of the correction is not the day from which it counts; a number given anew is. */
    @Test
    void itsNumberIsTheOneThatWasSaidLastFromTheDayItWasGiven() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        var given =
                Township.said(feed, "HouseholdNumbered", 1, "'householdNumber':'N7'", "2014-10-01");
        var back =
                "'formerNumber':'%s','numberedOn':'2014-10-01','correctsEventId':'%s',%s'reason':'抄录有误','approvedBy':'王站长'";
        var corrected =
                Township.said(
                        feed,
                        "HouseholdNumberCorrected",
                        1,
                        back.formatted("N7", given.id(), "'householdNumber':'N8',"),
                        "2015-02-01");
        Township.said(
                feed,
                "HouseholdNumberCorrected",
                1,
                back.formatted("N8", corrected.id(), ""),
                "2015-03-01");
        Township.said(feed, "HouseholdNumbered", 1, "'householdNumber':'N9'", "2014-05-01");
        ROWS.clear().put(feed.messages());
        assertThat(number("2014-10-01", "household:2")).isEqualTo("N7");
        assertThat(number("2014-10-01", "household:3")).isEqualTo("N8");
        assertThat(number("2014-09-30", "household:3")).isNull();
        assertThat(number("2014-10-01", "household:4")).isNull();
        assertThat(number("2014-10-01", null)).isEqualTo("N9");
        assertThat(number("2014-05-01", null)).isEqualTo("N9");
        assertThat(number("2014-04-30", null)).isNull();
    }

    private static @Nullable String number(String effective, @Nullable String known) {
        return state(ONE, effective, known).householdNumber();
    }

    /** Its causes are corrected by another correction, which leaves the income alone. */
    @Test
    void aRelapseShowsTheIncomeAndTheLineAsCorrected() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.registered(feed, 1, 4, "2014-06-01");
        Township.moved(feed, "HouseholdExited", 1, 4, "2015-12-20");
        var relapsed =
                Township.said(
                        feed,
                        "HouseholdRelapsed",
                        1,
                        "'persons':4,'cause':'ILLNESS','incomeYear':2017,'incomeFenPerHead':100000,'lineFenPerYear':299500",
                        "2018-03-01");
        Township.said(
                feed,
                "RelapseIncomeCorrected",
                1,
                """
                'correctsEventId':'%s','reason':'误录','approvedBy':'王站长','relapsedOn':'2018-03-01',
                'incomeYear':2016,'incomeFenPerHead':120000,'povertyLineId':'povertyline-2016','lineFenPerYear':295200
                """
                        .formatted(relapsed.id())
                        .strip(),
                "2018-06-01");
        Township.said(
                feed,
                "CausesCorrected",
                1,
                "'correctsEventId':'%s','reason':'误录','approvedBy':'王站长','relapsedOn':'2018-03-01','mainCause':'LAND','otherCauses':[]"
                        .formatted(relapsed.id()),
                "2018-07-01");
        ROWS.clear().put(feed.messages());
        assertThat(income("2018-03-01", null)).isEqualTo(120_000);
        assertThat(income("2018-03-01", "household:" + relapsed.position())).isEqualTo(100_000);
        var state = state(ONE, "2018-03-01", null);
        assertThat(state.lineFenPerYear()).isEqualTo(295_200);
        assertThat(state.mainCause()).isEqualTo("LAND");
        assertThat(state.incomes()).extracting(HouseholdAt.Income::year).contains(2016L);
        assertThat(state.incomes()).extracting(HouseholdAt.Income::year).doesNotContain(2017L);
    }

    @Test
    void aCorrectionOfWhatNobodyKnowsIsNoTrouble() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        Township.surveyCorrected(feed, 1, "nothing", 200, "2015-01-01");
        ROWS.clear().put(feed.messages());
        assertThat(types(ONE, "2016-01-01")).containsExactly("HouseholdApplied", "SurveyCorrected");
    }

    @Test
    void everyEventHasAChineseAndAnEnglishSentence() {
        assertThat(events(ONE, "2016-12-31", null))
                .allSatisfy(e -> {
                    assertThat(e.zh())
                            .matches(".*\\p{IsHan}.*")
                            .doesNotContain("%s", "%d", "$", "null");
                    assertThat(e.en()).matches("[^\\p{IsHan}]*\\p{Alpha}.*").doesNotContain("null");
                    assertThat(e.enteredBy())
                            .isEqualTo(
                                    new HouseholdHistory.Entered(
                                            "clerk-li", "township-clerk", "513423199000"));
                });
        assertThat(sentence("HouseholdRegistered").zh())
                .startsWith("县级审批,识别为贫困户:3 人,主要致贫原因缺水;")
                .contains(";所用扶贫标准:2736.00 元");
        assertThat(sentence("HouseholdSurveyed").zh()).startsWith("入户调查:2013 年人均纯收入 2000.00 元");
        assertThat(sentence("HouseholdRegistered").decidedBy())
                .isEqualTo(new HouseholdHistory.Decided("县扶贫移民局", "扶〔2014〕3号"));
    }

    @Test
    void aTypeNobodyThoughtOfIsInTheHistoryAllTheSame() {
        var feed = new Feed();
        Township.applied(feed, 1, 4, "2014-04-01");
        feed.household(
                ONE,
                "HouseholdMovedHouse",
                "{'householdId':'%s','occurredOn':'2015-01-01'}".formatted(ONE));
        ROWS.clear().put(feed.messages());
        assertThat(sentence("HouseholdMovedHouse").en()).isEqualTo("household moved house");
        assertThat(state(ONE, "2016-01-01", null).standing()).isEqualTo(Standing.APPLIED);
    }

    @Test
    void tellsWhoBelongedToItOnADay() {
        ROWS.clear().put(OtherTownship.story(new Feed()).messages());
        var family = OtherTownship.family();
        assertThat(state(family, "2015-01-19", null).persons()).isEqualTo(5);
        assertThat(state(family, "2015-01-20", null).persons()).isEqualTo(6);
        assertThat(state(family, "2015-02-14", null).persons()).isEqualTo(5);
        assertThat(state(Township.household(OtherTownship.IN_LAWS), "2015-02-14", null).members())
                .extracting(HouseholdAt.Member::relation)
                .containsExactly("HEAD", "CHILD", "CHILD", "SPOUSE");
        var widowed = state(family, "2016-06-01", null);
        assertThat(widowed.members())
                .extracting(HouseholdAt.Member::relation)
                .containsExactly("HEAD", "CHILD", "CHILD", "CHILD");
    }

    @Test
    void aMarriageStandsInBothHistoriesAndEachNamesTheOther() {
        ROWS.clear().put(OtherTownship.story(new Feed()).messages());
        var inLaws = Township.household(OtherTownship.IN_LAWS);
        for (var household : List.of(OtherTownship.family(), inLaws)) {
            var other = household.equals(inLaws) ? OtherTownship.family() : inLaws;
            assertThat(events(household, "2015-02-14", null))
                    .filteredOn(e -> e.zh().contains("婚姻"))
                    .hasSize(2)
                    .allSatisfy(e -> assertThat(e.otherHouseholdId()).isEqualTo(other));
        }
        assertThat(state(inLaws, "2017-09-01", null).standing()).isEqualTo(Standing.DISSOLVED);
    }

    @Test
    void gathersIncomesPlansMeasuresVisitsAndMonitoring() {
        ROWS.clear().put(OtherTownship.story(new Feed()).messages());
        var state = state(OtherTownship.family(), "2016-04-01", null);
        assertThat(state.incomes())
                .extracting(HouseholdAt.Income::year, HouseholdAt.Income::incomeFenPerHead)
                .containsExactly(
                        tuple(2013L, 180_000L), tuple(2014L, 270_000L), tuple(2015L, 290_000L));
        assertThat(state.standing()).isEqualTo(Standing.EXITED);
        assertThat(state.monitoring())
                .isEqualTo(
                        new HouseholdAt.Monitoring("UNSTABLE_EXITED", LocalDate.of(2016, 3, 12)));
        assertThat(state.measures())
                .extracting(HouseholdAt.Measure::measure)
                .containsExactly("INDUSTRY");
        assertThat(state.plans())
                .singleElement()
                .satisfies(p -> assertThat(p.toYear()).isEqualTo(2016));
        assertThat(state.visits()).isEqualTo(new HouseholdAt.Visits(1, LocalDate.of(2014, 9, 2)));
        assertThat(state(OtherTownship.family(), "2015-07-01", null).exitPlannedFor())
                .isEqualTo(2015);
        assertThat(state.exitPlannedFor()).isNull();
        var watched = Township.household(OtherTownship.WATCHED);
        assertThat(state(watched, "2017-01-31", null).monitoring()).isNotNull();
        assertThat(state(watched, "2017-02-01", null).monitoring()).isNull();
        assertThat(state(watched, "2017-02-01", null).standing()).isEqualTo(Standing.RECORDED);
    }

    @Test
    void everyEventOfTheWholeLifeHasASentence() {
        ROWS.clear().put(OtherTownship.story(new Feed()).messages());
        for (var household :
                List.of(
                        OtherTownship.family(),
                        Township.household(OtherTownship.IN_LAWS),
                        Township.household(OtherTownship.WATCHED))) {
            assertThat(events(household, "2020-01-01", null))
                    .allSatisfy(e -> {
                        // a sample's place is called 原__乡
                        assertThat(e.zh().replace("__", ""))
                                .matches(".*\\p{IsHan}.*")
                                .doesNotContain("%", "null", "_");
                        assertThat(e.en().replace("__", ""))
                                .matches("[^\\p{IsHan}]*\\p{Alpha}.*")
                                .doesNotContain("null", "_");
                    });
        }
    }

    @Test
    void isTotalWhateverTheDates() {
        for (var effective : List.of("1949-10-01", "2014-05-01", "2100-12-31")) {
            for (var known :
                    List.of("household:0", "household:5,project:0", "1970-01-01T00:00:00Z")) {
                assertThat(state(ONE, effective, known)).isNotNull();
            }
        }
    }

    private static Life life(String household, String effective, @Nullable String known) {
        AsOf asOf = ROWS.resolve(Asked.of(effective, known, LocalDate.of(2026, 1, 1)));
        return Lives.known(household, asOf, ROWS.db()).on(asOf.effective());
    }

    private static HouseholdAt state(String household, String effective, @Nullable String known) {
        return HouseholdAt.of(household, life(household, effective, known));
    }

    private static List<HouseholdHistory.Event> events(
            String household, String effective, @Nullable String known) {
        return HouseholdHistory.events(household, life(household, effective, known));
    }

    private static List<String> types(String household, String effective) {
        return events(household, effective, null).stream()
                .map(HouseholdHistory.Event::type)
                .toList();
    }

    private static HouseholdHistory.Event sentence(String type) {
        return events(ONE, "2016-12-31", null).stream()
                .filter(e -> e.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static long income(String effective, @Nullable String known) {
        var income = state(ONE, effective, known).income();
        return income == null ? -1 : income.incomeFenPerHead();
    }
}
