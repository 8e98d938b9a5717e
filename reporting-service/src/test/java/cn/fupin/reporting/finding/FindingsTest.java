package cn.fupin.reporting.finding;

import static cn.fupin.reporting.finding.QualityRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each check finds what it is for, says since when, and is silent once it is mended. */
class FindingsTest {
    private static final Rows ROWS = Rows.ofAll();

    private final Feed feed = new Feed();

    @BeforeEach
    void aVillage() {
        ROWS.clear();
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.helped(feed, 1, "2014-06-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void inASoundHouseholdNothingIsFound() {
        assertThat(found("2015-01-01")).isEmpty();
    }

    @Test
    void theHeadIsOneOfTheMembersAndTheOnlyOne() {
        Township.left(feed, 1, 0, "DEATH", "2014-09-01");
        assertThat(found("2015-01-01")).contains(tuple(NO_HEAD, "2014-09-01", ""));
        assertThat(found("2014-08-31")).isEmpty();
        joinedAs("HEAD", "2014-10-01");
        joinedAs("HEAD", "2014-11-01");
        assertThat(found("2015-01-01")).contains(tuple(TWO_HEADS, "2014-11-01", "2"));
    }

    @Test
    void whoeverWasTheHeadAndStaysIsNoSecondOne() {
        said(
                "HeadChanged",
                "'head':'person-1-1','formerHead':'person-1-0','relationOfFormerHead':'PARENT','reason':'年老'",
                "2014-10-01");
        said(
                "MemberNumberCorrected",
                """
                'personId':'person-1-1','identifiedAs':'person-1-right','member':{'personId':'person-1-right',
                 'maskedName':'李*','relation':'HEAD','sex':'MALE','birthYear':1971,'sealed':'AAAA'},
                'memberSince':'2014-04-01','headSince':'2014-10-01','enteredSince':'2014-04-01','reason':'号码抄错',
                'approvedBy':'chief-1'
                """
                        .strip(),
                "2014-11-01");
        assertThat(rules("2015-01-01")).doesNotContain(NO_HEAD, TWO_HEADS);
        Township.left(feed, 1, 0, "DEATH", "2014-12-01");
        assertThat(rules("2015-01-01")).doesNotContain(NO_HEAD, TWO_HEADS);
    }

    @Test
    void aFormerHeadWhoseNumberWasWrongWasTheHeadThen() {
        headed("person-1-1", "person-1-0", "2014-10-01");
        numberCorrected("person-1-0", "person-1-right", null, "2015-01-05");
        thereIsOneHeadOnEveryDay();
    }

    @Test
    void whoBecameTheHeadByADeathAndHadAWrongNumberIsTheHead() {
        said(
                "MemberLeft",
                "'personId':'person-1-0','reason':'DEATH','newHead':'person-1-1','persons':2",
                "2014-10-01");
        numberCorrected("person-1-1", "person-1-right", "2014-10-01", "2015-01-05");
        thereIsOneHeadOnEveryDay();
    }

    @Test
    void whoIsTheHeadForTheSecondTimeAndHadAWrongNumberIsTheHeadOfBothTimes() {
        headed("person-1-1", "person-1-0", "2014-08-01");
        headed("person-1-0", "person-1-1", "2014-10-01");
        numberCorrected("person-1-0", "person-1-right", "2014-10-01", "2015-01-05");
        thereIsOneHeadOnEveryDay();
    }

    @Test
    void twoHeadsWhoHadEachOthersNumberStayTwo() {
        headed("person-1-1", "person-1-0", "2014-10-01");
        feed.atOnce(() -> {
            numberCorrected("person-1-0", "person-1-1", null, "2015-01-05");
            numberCorrected("person-1-1", "person-1-0", "2014-10-01", "2015-01-05");
        });
        thereIsOneHeadOnEveryDay();
        // the former head, by the number of now
        said("MemberLeft", "'personId':'person-1-1','reason':'DEATH','persons':2", "2015-02-01");
        assertThat(rules("2015-03-01")).isEmpty();
    }

    private void headed(String head, String formerHead, String on) {
        said(
                "HeadChanged",
                "'head':'%s','formerHead':'%s','relationOfFormerHead':'PARENT','reason':'年老'"
                        .formatted(head, formerHead),
                on);
    }

    private void numberCorrected(String person, String as, @Nullable String headSince, String on) {
        said(
                "MemberNumberCorrected",
                """
                'personId':'%1$s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'李*','relation':'%3$s',
                 'sex':'MALE','birthYear':1970,'sealed':'AAAA'},'memberSince':'2014-04-01','headSince':%4$s,
                'enteredSince':'2014-04-01','reason':'号码抄错','approvedBy':'chief-1'
                """
                        .formatted(
                                person,
                                as,
                                headSince == null ? "OTHER" : "HEAD",
                                headSince == null ? null : "'" + headSince + "'")
                        .strip(),
                on);
    }

    /** As it came in, again, and from the first event on. */
    private void thereIsOneHeadOnEveryDay() {
        for (var rebuilt : List.of(false, true)) {
            if (rebuilt) ROWS.clear();
            for (var day = LocalDate.of(2014, 4, 1);
                    day.isBefore(LocalDate.of(2015, 2, 1));
                    day = day.plusDays(5)) {
                assertThat(rules(day.toString())).as(day.toString()).isEmpty();
            }
        }
    }

    private void said(String type, String json, String on) {
        Township.said(feed, type, 1, json, on);
    }

    private void joinedAs(String relation, String on) {
        Township.said(
                feed,
                "MemberJoined",
                1,
                """
                'member':{'personId':'person-1-h%s','maskedName':'曲*','relation':'%s','sex':'MALE','birthYear':1960},
                'reason':'OTHER'
                """
                        .formatted(on, relation)
                        .strip(),
                on);
    }

    @Test
    void theNumberStatedIsTheNumberOfMembers() {
        Township.moved(feed, "HouseholdExited", 1, 4, "2015-12-20");
        assertThat(found("2016-01-01")).contains(tuple(SIZE_DIFFERS, "2015-12-20", "4≠3"));
        assertThat(found("2015-12-19")).isEmpty();
    }

    @Test
    void aBirthThatIsEnteredLateMakesNoEarlierWordWrong() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(
                feed,
                "MemberJoined",
                1,
                """
                'member':{'personId':'person-1-9','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':2015},
                'reason':'BIRTH','persons':4
                """
                        .strip(),
                "2015-06-01");
        assertThat(rules("2016-01-01")).doesNotContain(SIZE_DIFFERS);
        Township.said(feed, "HouseholdRelapsed", 1, "'persons':3,'cause':'ILLNESS'", "2016-02-01");
        assertThat(found("2016-02-01")).contains(tuple(SIZE_DIFFERS, "2016-02-01", "3≠4"));
    }

    @Test
    void nobodyIsBornAfterHavingComeNorOlderThanPeopleGet() {
        joined("person-1-7", 2016, "2014-09-01");
        joined("person-1-8", 1890, "2014-09-02");
        joined("person-1-9", 1894, "2014-09-03");
        joined("person-1-10", 2014, "2014-09-04");
        assertThat(found("2015-01-01"))
                .filteredOn(found -> found.toList().contains(BIRTH_YEAR_IMPLAUSIBLE))
                .containsExactlyInAnyOrder(
                        tuple(BIRTH_YEAR_IMPLAUSIBLE, "2014-09-01", "2016"),
                        tuple(BIRTH_YEAR_IMPLAUSIBLE, "2014-09-02", "1890"));
        assertThat(rules("2014-08-31")).doesNotContain(BIRTH_YEAR_IMPLAUSIBLE);
    }

    private void joined(String person, int born, String on) {
        Township.said(
                feed,
                "MemberJoined",
                1,
                """
                'member':{'personId':'%s','maskedName':'曲*','relation':'OTHER','sex':'MALE','birthYear':%d},
                'reason':'OTHER'
                """
                        .formatted(person, born)
                        .strip(),
                on);
    }

    @Test
    void whoIsOnTheRegisterIsThereForACause() {
        Township.applied(feed, 2, 2, "2014-04-01");
        Township.said(feed, "HouseholdRegistered", 2, "'persons':2", "2014-06-02");
        Township.helped(feed, 2, "2014-06-02");
        assertThat(found("2014-06-02")).containsExactly(tuple(CAUSE_MISSING, "2014-06-02", ""));
        classified(2, "'SKILLS','LAND'", "2014-07-01");
        assertThat(rules("2014-06-30")).containsExactly(CAUSE_MISSING);
        assertThat(rules("2014-07-01")).isEmpty();
    }

    /** A correction says what was so all along, and so its finding is of that day. */
    @Test
    void noHouseholdHasMoreThanTwoOtherCauses() {
        classified(1, "'SKILLS','LAND','WATER'", "2014-09-01");
        assertThat(found("2014-09-01")).containsExactly(tuple(CAUSES_TOO_MANY, "2014-09-01", "3"));
        assertThat(rules("2014-08-31")).isEmpty();
        classified(1, "'SKILLS'", "2014-10-01");
        assertThat(rules("2014-10-01")).isEmpty();
        var registered =
                feed.messages().stream()
                        .filter(m -> m.type().equals("HouseholdRegistered"))
                        .findFirst()
                        .orElseThrow();
        Township.said(
                feed,
                "CausesCorrected",
                1,
                "'correctsEventId':'%s','mainCause':'WATER','otherCauses':['SKILLS','LAND','LABOUR']"
                        .formatted(registered.id()),
                "2016-01-01");
        assertThat(found("2014-06-01")).containsExactly(tuple(CAUSES_TOO_MANY, "2014-06-01", "3"));
        assertThat(rules("2016-01-01")).isEmpty();
    }

    private void classified(int household, String otherCauses, String on) {
        Township.said(
                feed,
                "HouseholdReclassified",
                household,
                "'standard':'NATIONAL','householdType':'GENERAL','mainCause':'ILLNESS','otherCauses':[%s]"
                        .formatted(otherCauses),
                on);
    }

    @Test
    void whereAVisitIsDueSomebodyComesInTheMonth() {
        feed.household(
                "rule-513423000000-visits-per-month-min",
                "RuleEnacted",
                """
                {'ruleId':'r','region':'513423000000','code':'visits-per-month-min','value':1,'unit':'visit',
                 'effectiveFrom':'2014-07-01','assumed':true,'occurredOn':'2014-06-01'}
                """);
        assertThat(found("2014-07-31"))
                .containsExactly(
                        tuple(
                                NOT_VISITED,
                                "2014-07-01",
                                "helper-00000000-0000-0000-0000-000000000001"));
        assertThat(rules("2014-07-30")).isEmpty();
        var visit = Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", "2014-07-20");
        assertThat(rules("2014-07-31")).isEmpty();
        takenBack("VisitTakenBack", visit.id());
        assertThat(rules("2014-07-31")).containsExactly(NOT_VISITED);
    }

    @Test
    void aHouseholdWithoutMembersIsNone() {
        for (var person = 0; person < 3; person++) {
            Township.left(feed, 1, person, "MOVED_OUT", "2014-09-0" + (person + 1));
        }
        assertThat(found("2015-01-01")).contains(tuple(NO_MEMBER, "2014-09-03", ""));
    }

    @Test
    void nobodyIsInTwoHouseholdsOrOnTheWayForEver() {
        Township.applied(feed, 2, 2, "2014-04-01");
        feed.household(
                Township.household(2),
                "MemberJoined",
                """
                {'householdId':'%s','member':{'personId':'person-1-2','maskedName':'阿**','relation':'CHILD','sex':'MALE',
                 'birthYear':1999},'reason':'MOVED_IN','persons':3,'assumed':false,'occurredOn':'2014-10-01'}
                """
                        .formatted(Township.household(2)));
        assertThat(found("2014-12-31"))
                .containsExactlyInAnyOrder(
                        tuple(PERSON_TWICE, "2014-10-01", Township.household(2)),
                        tuple(PERSON_TWICE, "2014-10-01", Township.household(1)));
        Township.left(feed, 1, 2, "MOVED_OUT", "2015-01-01");
        Township.said(
                feed,
                "MemberLeft",
                1,
                "'personId':'person-1-1','reason':'MARRIAGE','toHouseholdId':'%s'"
                        .formatted(Township.household(2)),
                "2015-02-01");
        assertThat(rules("2015-03-01")).doesNotContain(PERSON_TWICE);
        assertThat(found("2015-03-01"))
                .contains(tuple(MEMBER_LOST, "2015-02-01", Township.household(2)));
        Township.applied(feed, 3, 1, "2014-04-01");
        feed.household(
                Township.household(3),
                "MemberJoined",
                """
                {'householdId':'%s','member':{'personId':'person-1-1','maskedName':'阿**','relation':'SPOUSE','sex':'FEMALE',
                 'birthYear':1995},'reason':'MARRIAGE','persons':2,'assumed':false,'occurredOn':'2015-03-02'}
                """
                        .formatted(Township.household(3)));
        assertThat(rules("2015-03-02")).doesNotContain(MEMBER_LOST);
        // on the way, and known to have arrived: as of no day is that person lost
        assertThat(rules("2015-03-01")).doesNotContain(MEMBER_LOST);
    }

    /** Who it was that left is another thing than where to. */
    @Test
    void whoLeftUnderAWrongNumberIsNotLostWhereTheRightOneCame() {
        said(
                "MemberLeft",
                "'personId':'person-1-1','reason':'MARRIAGE','toHouseholdId':'%s','persons':2"
                        .formatted(Township.household(3)),
                "2015-02-01");
        Township.applied(feed, 3, 1, "2014-04-01");
        Township.said(
                feed,
                "MemberJoined",
                3,
                "'member':{'personId':'person-1-right','maskedName':'阿**','relation':'SPOUSE','sex':'MALE','birthYear':1970},'reason':'MARRIAGE','persons':2",
                "2015-02-01");
        var lost = tuple(MEMBER_LOST, "2015-02-01", Township.household(3));
        assertThat(found("2015-03-01")).contains(lost);
        var times =
                "'memberSince':'2014-04-01','stays':[{'from':'2014-04-01','until':'2015-02-01'}]";
        said(
                "MemberNameCorrected",
                """
                'member':{'personId':'person-1-1','maskedName':'瞿*','relation':'CHILD','sex':'MALE','birthYear':1970,
                 'sealed':'AAAA'},'formerMaskedName':'阿**',%s,'reason':'错字','approvedBy':'chief-1'
                """
                        .formatted(times)
                        .strip(),
                "2015-02-10");
        assertThat(found("2015-03-01")).contains(lost);
        said(
                "MemberNumberCorrected",
                """
                'personId':'person-1-1','identifiedAs':'person-1-right','member':{'personId':'person-1-right',
                 'maskedName':'瞿*','relation':'CHILD','sex':'MALE','birthYear':1970,'sealed':'AAAA'},%s,
                'enteredSince':'2014-04-01','reason':'号码抄错','approvedBy':'chief-1'
                """
                        .formatted(times)
                        .strip(),
                "2015-02-10");
        assertThat(rules("2015-03-01")).doesNotContain(MEMBER_LOST, PERSON_TWICE);
    }

    @Test
    void anIncomeCanBelieved() {
        Township.said(
                feed,
                "IncomeRecorded",
                1,
                "'incomeYear':2014,'incomeFenPerHead':-500",
                "2015-02-01");
        assertThat(found("2015-03-01")).contains(tuple(INCOME_NEGATIVE, "2015-02-01", "2014:-500"));
        Township.said(
                feed,
                "IncomeRecorded",
                1,
                "'incomeYear':2014,'incomeFenPerHead':99999999",
                "2015-03-01");
        assertThat(rules("2015-03-01"))
                .contains(INCOME_IMPLAUSIBLE)
                .doesNotContain(INCOME_NEGATIVE);
    }

    /**
     * Of two corrections of one income the later one holds, also when the first is of a later year.
     */
    @Test
    void aCorrectedIncomeIsNoFindingAnyMore() {
        Township.said(
                feed,
                "IncomeRecorded",
                1,
                "'incomeYear':2014,'incomeFenPerHead':-500",
                "2015-02-01");
        var entered = feed.messages().getLast().id();
        incomeCorrected(entered, 2015, 99999999);
        assertThat(rules("2015-03-01"))
                .contains(INCOME_IMPLAUSIBLE)
                .doesNotContain(INCOME_NEGATIVE);
        incomeCorrected(entered, 2014, 90000);
        assertThat(rules("2015-03-01")).doesNotContain(INCOME_IMPLAUSIBLE, INCOME_NEGATIVE);
    }

    private void incomeCorrected(String eventId, int year, long fen) {
        Township.said(
                feed,
                "SurveyCorrected",
                1,
                "'correctsEventId':'%s','incomeYear':%d,'incomeFenPerHead':%d"
                        .formatted(eventId, year, fen),
                "2015-02-20");
    }

    @Test
    void anIncomeThatARelapseStatedWronglyIsFoundUntilItIsCorrected() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        var relapsed =
                Township.said(
                        feed,
                        "HouseholdRelapsed",
                        1,
                        "'persons':3,'cause':'ILLNESS','incomeYear':2016,'incomeFenPerHead':-500",
                        "2017-03-01");
        assertThat(found("2017-03-01")).contains(tuple(INCOME_NEGATIVE, "2017-03-01", "2016:-500"));
        Township.said(
                feed,
                "RelapseIncomeCorrected",
                1,
                "'correctsEventId':'%s','relapsedOn':'2017-03-01','incomeYear':2016,'incomeFenPerHead':500"
                        .formatted(relapsed.id()),
                "2017-04-01");
        assertThat(rules("2017-03-01")).doesNotContain(INCOME_NEGATIVE);
    }

    @Test
    void whoCameOntoTheRegisterIsAnnouncedWhereARuleAsksForIt() {
        Township.applied(feed, 2, 2, "2014-04-01");
        Township.said(
                feed,
                "HouseholdRegistered",
                2,
                "'persons':2,'mainCause':'WATER','otherCauses':[]",
                "2014-06-02");
        Township.helped(feed, 2, "2014-06-02");
        assertThat(rules("2015-01-01")).isEmpty();
        announcedWithin(30, "2014-06-02");
        assertThat(rules("2014-07-02")).isEmpty();
        assertThat(found("2014-07-03"))
                .containsExactly(tuple(NOT_ANNOUNCED, "2014-07-03", "2014-06-02"));
        var first = published(1, "2014-07-10", 1, 2);
        assertThat(rules("2014-07-09")).containsExactly(NOT_ANNOUNCED);
        assertThat(rules("2014-07-10")).isEmpty();
        takenDown(first, "2014-08-01");
        assertThat(rules("2014-07-31")).isEmpty();
        assertThat(found("2014-08-01"))
                .containsExactly(tuple(NOT_ANNOUNCED, "2014-08-01", "2014-06-02"));
        published(2, "2014-08-05", 2);
        assertThat(rules("2014-08-05")).isEmpty();
    }

    /** Its registration says so itself; until the list that has it turns out to be wrong. */
    @Test
    void whoRelapsedIsAnnouncedAnew() {
        announcedWithin(30, "2014-01-01");
        assertThat(rules("2014-07-31")).isEmpty();
        takenDown(published(3, "2014-06-01", 1), "2014-08-01");
        assertThat(rules("2014-07-31")).isEmpty();
        assertThat(found("2014-08-01"))
                .containsExactly(tuple(NOT_ANNOUNCED, "2014-08-01", "2014-06-01"));
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.said(feed, "HouseholdRelapsed", 1, "'persons':3,'cause':'ILLNESS'", "2016-02-01");
        assertThat(rules("2016-03-02")).doesNotContain(NOT_ANNOUNCED);
        assertThat(found("2016-03-03")).contains(tuple(NOT_ANNOUNCED, "2016-03-03", "2016-02-01"));
        published(1, "2016-03-04", 1);
        assertThat(rules("2016-03-04")).doesNotContain(NOT_ANNOUNCED);
    }

    @Test
    void whoExitedIsAnnouncedToo() {
        announcedWithin(30, "2014-01-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        assertThat(rules("2016-01-19")).doesNotContain(EXIT_NOT_ANNOUNCED);
        assertThat(found("2016-01-20"))
                .contains(tuple(EXIT_NOT_ANNOUNCED, "2016-01-20", "2015-12-20"));
        published(1, "2016-01-25", 1);
        assertThat(rules("2016-01-25")).contains(EXIT_NOT_ANNOUNCED);
        var list = published(2, "EXIT", "2016-01-26", 1);
        assertThat(rules("2016-01-26")).doesNotContain(EXIT_NOT_ANNOUNCED);
        takenDown(list, "2016-02-01");
        assertThat(found("2016-02-01"))
                .contains(tuple(EXIT_NOT_ANNOUNCED, "2016-02-01", "2015-12-20"));
        Township.moved(feed, "HouseholdRelapsed", 1, 3, "2016-02-02");
        assertThat(rules("2016-02-02")).doesNotContain(EXIT_NOT_ANNOUNCED);
    }

    @Test
    void theDayThatAnExitStatesIsItsAnnouncement() {
        announcedWithin(30, "2014-01-01");
        Township.said(
                feed,
                "HouseholdExited",
                1,
                "'decidedBy':{'body':'县'},'persons':3,'announcedOn':'2015-12-25'",
                "2015-12-20");
        assertThat(rules("2016-06-30")).doesNotContain(EXIT_NOT_ANNOUNCED);
    }

    /** Only there did a village end, and only there is there a rule. */
    @Test
    void theDaysOfACountyWhereAVillageEndedAreNotThoseOfAnother() {
        rule("513424000000", "announcement-within-days", 30, "2014-01-01");
        Township.superseded(feed, "513424100201", "2014-02-01", "513424100202");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        assertThat(rules("2016-06-30")).doesNotContain(EXIT_NOT_ANNOUNCED);
    }

    /** 2000 yuan a head is below 2736 and above 1999: the one comes out the same, the other not. */
    @Test
    void whatWasJudgedByALineThatWasCorrectedSinceIsFound() {
        line("PovertyLineSet", 273_600, "2014-01-02");
        assertThat(rules("2015-06-30")).doesNotContain(JUDGED_BY_A_LINE_CORRECTED_SINCE);
        line("PovertyLineCorrected", 199_900, "2015-07-01");
        assertThat(rules("2015-06-30")).doesNotContain(JUDGED_BY_A_LINE_CORRECTED_SINCE);
        assertThat(found("2015-07-01"))
                .contains(
                        tuple(
                                JUDGED_BY_A_LINE_CORRECTED_SINCE,
                                "2015-07-01",
                                "HouseholdRegistered:2014-06-01:200000:273600:199900"));
        line("PovertyLineCorrected", 273_600, "2015-08-01");
        assertThat(rules("2015-08-01")).doesNotContain(JUDGED_BY_A_LINE_CORRECTED_SINCE);
    }

    @Test
    void ofWhatWasCorrectedMoreThanOnceTheLastWordIsJudged() {
        line("PovertyLineSet", 273_600, "2014-01-02");
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        var relapsed = judged("HouseholdRelapsed", "'persons':3", 200_000, 273_600, "2017-03-01");
        correctedTo(210_000, 273_600, relapsed, "2017-04-01");
        line("PovertyLineCorrected", 279_900, "2017-05-01");
        assertThat(judged("2017-05-01"))
                .containsExactly(
                        "HouseholdRegistered:2014-06-01:200000:273600:279900",
                        "RelapseIncomeCorrected:2017-04-01:210000:273600:279900");
        var second = correctedTo(210_000, 279_900, relapsed, "2017-06-01");
        assertThat(judged("2017-06-01"))
                .containsExactly("HouseholdRegistered:2014-06-01:200000:273600:279900");
        line("PovertyLineCorrected", 285_500, "2017-07-01");
        assertThat(judged("2017-07-01"))
                .containsExactly(
                        "HouseholdRegistered:2014-06-01:200000:273600:285500",
                        "RelapseIncomeCorrected:2017-06-01:210000:279900:285500");
        correctedTo(210_000, 285_500, second, "2017-08-01");
        assertThat(judged("2017-08-01"))
                .containsExactly("HouseholdRegistered:2014-06-01:200000:273600:285500");
    }

    private Message correctedTo(long income, long line, Message what, String on) {
        return judged(
                "RelapseIncomeCorrected",
                "'correctsEventId':'%s','reason':'误录','approvedBy':'officer-2'"
                        .formatted(what.id()),
                income,
                line,
                on);
    }

    private Message judged(String type, String fields, long income, long line, String on) {
        return Township.said(
                feed,
                type,
                1,
                """
                %s,'cause':'ILLNESS','incomeYear':2016,'incomeFenPerHead':%d,'lineFenPerYear':%d,
                'povertyLineId':'povertyline-513423000000-2013'
                """
                        .formatted(fields, income, line)
                        .strip(),
                on);
    }

    private List<String> judged(String on) {
        return findings(on).stream()
                .filter(f -> f.rule() == JUDGED_BY_A_LINE_CORRECTED_SINCE)
                .map(Findings.Finding::detail)
                .toList();
    }

    /** It hung for seven days, as the rule said then; it should have said ten. */
    @Test
    void aNoticeByARuleThatWasCorrectedSinceIsFound() {
        days("RuleEnacted", 7, "2014-01-01");
        Township.notice(feed, 1);
        Township.noticeClosed(feed);
        assertThat(rules("2014-12-31")).doesNotContain(NOTICE_BY_A_RULE_CORRECTED_SINCE);
        days("RuleCorrected", 10, "2015-01-01");
        assertThat(found("2014-12-31"))
                .contains(
                        tuple(
                                NOTICE_BY_A_RULE_CORRECTED_SINCE,
                                "2014-05-29",
                                "FIRST:2014-05-21:7:10:7"));
        days("RuleCorrected", 7, "2015-02-01");
        assertThat(rules("2015-02-01")).doesNotContain(NOTICE_BY_A_RULE_CORRECTED_SINCE);
    }

    /**
     * The village's paper of the 23rd came in when the notice had closed and the step was taken.
     */
    @Test
    void aStepOnANoticeToWhichSomebodyObjectedInTimeIsFoundUntilItIsSettled() {
        Township.notice(feed, 1);
        Township.noticeClosed(feed);
        said("TownshipReviewed", "'noticeId':'%s'".formatted(Township.NOTICE), "2014-05-30");
        assertThat(rules("2014-12-31")).doesNotContain(OBJECTION_AFTER_STEP);
        Township.objection(feed, 1);
        assertThat(found("2014-12-31"))
                .contains(
                        tuple(
                                OBJECTION_AFTER_STEP,
                                "2014-05-30",
                                "TownshipReviewed:2014-05-30:OBJECTION"));
        settled(true, "2014-06-10");
        assertThat(found("2014-12-31"))
                .contains(
                        tuple(
                                OBJECTION_AFTER_STEP,
                                "2014-06-10",
                                "TownshipReviewed:2014-05-30:UPHELD"));
        settled(false, "2014-06-11");
        assertThat(rules("2014-12-31")).doesNotContain(OBJECTION_AFTER_STEP);
        assertThat(rules("2014-06-09")).contains(OBJECTION_AFTER_STEP);
    }

    /** The vote was written down wrongly: what was decided by it stands, for all to see. */
    @Test
    void aStepByAVoteThatWasCorrectedAndDidNotPassIsFound() {
        said(
                "HouseholdAssessed",
                "'assessmentId':'assessment-1','attendance':9,'votesFor':9,'votesAgainst':0",
                "2014-04-10");
        assertThat(rules("2014-12-31")).doesNotContain(VOTE_CORRECTED_SINCE);
        voted(Township.household(1), 1, 2);
        assertThat(found("2014-12-31"))
                .contains(
                        tuple(
                                VOTE_CORRECTED_SINCE,
                                "2014-04-10",
                                "HouseholdAssessed:2014-04-10:1:2"));
        voted(Township.household(1), 5, 2);
        assertThat(rules("2014-12-31")).doesNotContain(VOTE_CORRECTED_SINCE);
        // it voted on another household
        voted(Township.household(2), 5, 2);
        assertThat(rules("2014-12-31")).contains(VOTE_CORRECTED_SINCE);
    }

    private void voted(String household, int votesFor, int votesAgainst) {
        feed.household(
                "assessment-1",
                "AssessmentCorrected",
                """
                {'assessmentId':'assessment-1','heldOn':'2014-04-10','attendance':9,
                 'ballots':[{'householdId':'%s','votesFor':%d,'votesAgainst':%d}],'reason':'误录',
                 'approvedBy':'chief','assumed':false,'occurredOn':'2014-06-01'}
                """
                        .formatted(household, votesFor, votesAgainst));
    }

    private void settled(boolean upheld, String on) {
        feed.household(
                Township.NOTICE,
                "ObjectionSettled",
                "{'noticeId':'%s','householdId':'%s','upheld':%s,'handling':'已核实','occurredOn':'%s'}"
                        .formatted(Township.NOTICE, Township.household(1), upheld, on));
    }

    @Test
    void aVillagesStepOnANoticeToWhichSomebodyObjectedInTimeIsFound() {
        var of = "'step':'IDENTIFICATION',";
        village("VillageNoticePosted", of + "'place':'村务公开栏','lastDays':7", "2014-05-21");
        village("VillageNoticeClosed", of + "'assumed':false", "2014-05-29");
        village("PoorVillageIdentified", "'assumed':false", "2014-06-10");
        assertThat(rules("2014-12-31")).doesNotContain(VILLAGE_OBJECTION_AFTER_STEP);
        village("VillageObjectionRaised", of + "'grounds':'发生率偏高'", "2014-05-23");
        assertThat(found("2014-12-31"))
                .contains(
                        tuple(
                                VILLAGE_OBJECTION_AFTER_STEP,
                                "2014-06-10",
                                "IDENTIFICATION:OBJECTION"));
        assertThat(rules("2014-06-09")).doesNotContain(VILLAGE_OBJECTION_AFTER_STEP);
        var identified =
                feed.messages().stream()
                        .filter(m -> m.type().equals("PoorVillageIdentified"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        village(
                "PoorVillageIdentificationTakenBack",
                "'correctsEventId':'%s','reason':'登错村','approvedBy':'chief-1'"
                        .formatted(identified),
                "2014-06-15");
        assertThat(rules("2014-12-31")).doesNotContain(VILLAGE_OBJECTION_AFTER_STEP);
        village("PoorVillageIdentified", "'assumed':false", "2014-06-16");
        assertThat(rules("2014-12-31")).contains(VILLAGE_OBJECTION_AFTER_STEP);
        village(
                "VillageObjectionSettled",
                of + "'upheld':false,'handling':'已核实','decidedBy':{'body':'镇'}",
                "2014-06-20");
        assertThat(rules("2014-12-31")).doesNotContain(VILLAGE_OBJECTION_AFTER_STEP);
    }

    private void days(String type, int value, String on) {
        feed.household(
                "rule-513423000000-first-notice-days",
                type,
                """
                {'ruleId':'rule-513423000000-first-notice-days','region':'513423000000','code':'first-notice-days',
                 'value':%d,'unit':'day','effectiveFrom':'2014-01-01','source':'细则','correctsEventId':'e',
                 'reason':'误录','approvedBy':'officer-2','occurredOn':'%s'}
                """
                        .formatted(value, on));
    }

    private void line(String type, long fen, String on) {
        feed.household(
                "povertyline-513423000000-2013",
                type,
                """
                {'povertyLineId':'povertyline-513423000000-2013','region':'513423000000','year':2013,
                 'lineFenPerYear':%d,'incomeConcept':'NET_INCOME','correctsEventId':'e','reason':'误录',
                 'approvedBy':'officer-2','occurredOn':'%s'}
                """
                        .formatted(fen, on));
    }

    @Test
    void whoCameInByAnIncomeThatIsNotBelowTheLineAsCorrectedIsFound() {
        Township.surveyed(feed, 1, 200_000, "2014-05-20");
        Township.surveyCorrected(feed, 1, last(), 273_599, "2015-02-01");
        assertThat(rules("2015-03-01")).doesNotContain(ENTERED_ABOVE_THE_LINE);
        Township.surveyCorrected(feed, 1, last(), 273_600, "2015-02-02");
        assertThat(found("2015-03-01"))
                .contains(tuple(ENTERED_ABOVE_THE_LINE, "2014-06-01", "2013:273600≥273600"));
        Township.surveyCorrected(feed, 1, last(), 200_000, "2015-02-03");
        assertThat(rules("2015-03-01")).doesNotContain(ENTERED_ABOVE_THE_LINE);
    }

    private String last() {
        return feed.messages().getLast().id();
    }

    /** Of one heir there is nothing to ask; of two, or of none, nobody can tell. */
    @Test
    void whoLiesInAVillageThatEndedWithoutOneHeirIsFound() {
        Township.superseded(feed, Township.VILLAGE, "2019-12-01", "513423100201");
        assertThat(rules("2019-12-01")).doesNotContain(VILLAGE_ENDED);
        Township.superseded(feed, "513423100201", "2020-03-01", "513423100202", "513423100203");
        assertThat(rules("2020-02-29")).doesNotContain(VILLAGE_ENDED);
        assertThat(found("2020-03-01"))
                .contains(tuple(VILLAGE_ENDED, "2019-12-01", "513423100202,513423100203"));
    }

    @Test
    void anExitByAnotherIncomeThanTheRecordedOneIsFound() {
        verified(2015, 330_000, "2016-10-01");
        Township.moved(feed, "HouseholdExited", 1, 3, "2016-10-20");
        recorded(2014, 200_000, "2016-10-21");
        assertThat(rules("2016-10-31")).doesNotContain(EXIT_INCOME_DIFFERS);
        recorded(2015, 310_000, "2016-11-01");
        assertThat(rules("2016-10-31")).doesNotContain(EXIT_INCOME_DIFFERS);
        assertThat(found("2016-11-01"))
                .contains(tuple(EXIT_INCOME_DIFFERS, "2016-11-01", "2015:330000≠310000"));
        recorded(2015, 330_050, "2016-11-05");
        assertThat(rules("2016-11-05")).doesNotContain(EXIT_INCOME_DIFFERS);
        recorded(2015, 280_000, "2016-11-10");
        assertThat(rules("2016-11-10")).contains(EXIT_INCOME_DIFFERS);
        Township.moved(feed, "HouseholdRelapsed", 1, 3, "2016-11-20");
        assertThat(rules("2016-11-20")).doesNotContain(EXIT_INCOME_DIFFERS);
    }

    private void verified(int year, long fen, String on) {
        said("ExitVerified", "'incomeYear':%d,'incomeFenPerHead':%d".formatted(year, fen), on);
    }

    private void recorded(int year, long fen, String on) {
        said("IncomeRecorded", "'incomeYear':%d,'incomeFenPerHead':%d".formatted(year, fen), on);
    }

    @Test
    void whoExitedLivesSafelyByWhatTheFormSaysLast() {
        said("HouseholdDescribed", "'details':{'dwelling':{'dangerGrade':'D'}}", "2015-01-05");
        said("HouseholdDescribed", "'details':{'water':{'safe':false}}", "2015-01-06");
        assertThat(rules("2015-12-19")).doesNotContain(EXIT_WHILE_UNSAFE);
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        assertThat(found("2015-12-20"))
                .contains(
                        tuple(EXIT_WHILE_UNSAFE, "2015-12-20", "DWELLING"),
                        tuple(EXIT_WHILE_UNSAFE, "2015-12-20", "WATER"));
        said(
                "HouseholdDescribed",
                "'details':{'dwelling':{'dangerGrade':'B'},'water':{'safe':true}}",
                "2016-01-05");
        assertThat(rules("2016-01-05")).doesNotContain(EXIT_WHILE_UNSAFE);
        said("HouseholdDescribed", "'details':{'dwelling':{'dangerGrade':'C'}}", "2016-07-01");
        assertThat(found("2016-07-01"))
                .contains(tuple(EXIT_WHILE_UNSAFE, "2016-07-01", "DWELLING"))
                .doesNotContain(tuple(EXIT_WHILE_UNSAFE, "2015-12-20", "WATER"));
    }

    @Test
    void whoeverSignsIsOldEnoughWhereARuleSaysHowOld() {
        joined("person-child", 2003, "2014-07-01");
        signed(2015, "person-child", "2015-12-10");
        signed(2014, "person-1-0", "2015-12-10");
        assertThat(rules("2015-12-31")).doesNotContain(SIGNED_BY_A_CHILD);
        feed.household(
                "rule-513423000000-signing-age-min",
                "RuleEnacted",
                """
                {'ruleId':'s','region':'513423000000','code':'signing-age-min','value':16,'unit':'year',
                 'effectiveFrom':'2015-01-01','assumed':true,'occurredOn':'2014-01-01'}
                """);
        assertThat(found("2015-12-10"))
                .contains(tuple(SIGNED_BY_A_CHILD, "2015-12-10", "RESULT:2015"))
                .doesNotContain(tuple(SIGNED_BY_A_CHILD, "2015-12-10", "RESULT:2014"));
        var later = signed(2015, "person-1-0", "2015-12-20");
        assertThat(rules("2015-12-20")).doesNotContain(SIGNED_BY_A_CHILD);
        takenBack("ResultTakenBack", later);
        assertThat(rules("2015-12-20")).contains(SIGNED_BY_A_CHILD);
        signed(2015, "person-1-0", "2015-12-21");
        assertThat(rules("2015-12-21")).doesNotContain(SIGNED_BY_A_CHILD);
        said("ExitAgreed", "'signedBy':'person-child'", "2018-10-20");
        assertThat(found("2018-10-20")).contains(tuple(SIGNED_BY_A_CHILD, "2018-10-20", "EXIT:"));
        Township.moved(feed, "HouseholdExited", 1, 3, "2018-12-20");
        assertThat(found("2018-12-31")).contains(tuple(SIGNED_BY_A_CHILD, "2018-10-20", "EXIT:"));
        said("ExitRevoked", "'exitedOn':'2018-12-20','persons':3", "2019-03-01");
        assertThat(rules("2019-03-01")).doesNotContain(SIGNED_BY_A_CHILD);
        said("ExitAgreed", "'signedBy':'person-child'", "2019-10-20");
        assertThat(rules("2019-10-20")).doesNotContain(SIGNED_BY_A_CHILD);
    }

    @Test
    void aChildWhoSignedUnderAWrongNumberIsFoundByTheRightOne() {
        feed.household(
                "rule-513423000000-signing-age-min",
                "RuleEnacted",
                """
                {'ruleId':'s','region':'513423000000','code':'signing-age-min','value':16,'unit':'year',
                 'effectiveFrom':'2015-01-01','assumed':true,'occurredOn':'2014-01-01'}
                """);
        signed(2015, "person-1-1", "2015-12-10");
        assertThat(rules("2015-12-31")).doesNotContain(SIGNED_BY_A_CHILD);
        said(
                "MemberNumberCorrected",
                """
                'personId':'person-1-1','identifiedAs':'person-1-right','member':{'personId':'person-1-right',
                 'maskedName':'李*','relation':'OTHER','sex':'MALE','birthYear':2003,'sealed':'AAAA'},
                'memberSince':'2014-04-01','enteredSince':'2014-04-01','reason':'号码抄错','approvedBy':'chief-1'
                """
                        .strip(),
                "2016-01-05");
        assertThat(found("2015-12-31"))
                .contains(tuple(SIGNED_BY_A_CHILD, "2015-12-10", "RESULT:2015"));
    }

    private String signed(int year, String person, String on) {
        return Township.said(
                        feed,
                        "ResultSigned",
                        1,
                        "'year':%d,'projectTypes':[],'signedBy':'%s'".formatted(year, person),
                        on)
                .id();
    }

    private void takenBack(String type, String event) {
        said(
                type,
                "'correctsEventId':'%s','reason':'登错户','approvedBy':'chief-1'".formatted(event),
                "2020-01-05");
    }

    private void announcedWithin(int days, String effectiveFrom) {
        feed.household(
                "rule-513423000000-announcement-within-days",
                "RuleEnacted",
                """
                {'ruleId':'r','region':'513423000000','code':'announcement-within-days','value':%d,'unit':'day',
                 'effectiveFrom':'%s','assumed':true,'occurredOn':'2014-01-01'}
                """
                        .formatted(days, effectiveFrom));
    }

    private void takenDown(String announcement, String on) {
        feed.household(
                announcement,
                "AnnouncementWithdrawn",
                """
                {'announcementId':'%s','reason':'误列','decidedBy':{'body':'县'},'assumed':false,'occurredOn':'%s'}
                """
                        .formatted(announcement, on));
    }

    private String published(int number, String on, int... households) {
        return published(number, "REGISTRATION", on, households);
    }

    private String published(int number, String kind, String on, int... households) {
        var id = "announcement-00000000-0000-7000-8000-00000000000" + number;
        feed.household(
                id,
                "AnnouncementPublished",
                """
                {'announcementId':'%s','kind':'%s','region':'%s','place':'村务公开栏','householdIds':[%s],
                 'decidedBy':{'body':'县'},'assumed':false,'occurredOn':'%s'}
                """
                        .formatted(
                                id,
                                kind,
                                Township.VILLAGE,
                                IntStream.of(households)
                                        .mapToObj(h -> "'" + Township.household(h) + "'")
                                        .collect(Collectors.joining(",")),
                                on));
        return id;
    }

    @Test
    void anExitHadItsNoticeForItsDays() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        assertThat(rules("2015-12-20")).contains(EXIT_WITHOUT_NOTICE);
        Township.said(feed, "ExitRevoked", 1, "'exitedOn':'2015-12-20','persons':3", "2015-12-20");
        assertThat(rules("2015-12-20")).doesNotContain(EXIT_WITHOUT_NOTICE);
        feed.household(
                Township.NOTICE,
                "NoticePosted",
                """
                {'noticeId':'%s','kind':'EXIT','region':'%s','place':'村务公开栏','lastDays':7,'householdIds':['%s'],
                 'assumed':true,'occurredOn':'2015-12-01'}
                """
                        .formatted(Township.NOTICE, Township.VILLAGE, Township.household(1)));
        Township.said(
                feed,
                "HouseholdExited",
                1,
                "'noticeId':'%s','decidedBy':{'body':'县'},'persons':3".formatted(Township.NOTICE),
                "2015-12-21");
        assertThat(rules("2015-12-21")).doesNotContain(EXIT_WITHOUT_NOTICE);
    }

    @Test
    void anExitWithoutItsNoticeStaysOneAfterTheRelapse() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.moved(feed, "HouseholdRelapsed", 1, 3, "2016-12-20");
        assertThat(found("2016-12-31")).contains(tuple(EXIT_WITHOUT_NOTICE, "2015-12-20", ""));
        Township.moved(feed, "HouseholdExited", 1, 3, "2017-12-20");
        assertThat(found("2017-12-31"))
                .contains(
                        tuple(EXIT_WITHOUT_NOTICE, "2015-12-20", ""),
                        tuple(EXIT_WITHOUT_NOTICE, "2017-12-20", ""));
    }

    @Test
    void whatIsSplitOffAnExitedHouseholdHasNoExitOfItsOwn() {
        feed.household(
                Township.household(2),
                "HouseholdSplitOff",
                """
                {'householdId':'%s','fromHouseholdId':'%s','region':'%s','head':'person-2-0','members':[
                 {'personId':'person-2-0','maskedName':'木**','relation':'HEAD','sex':'MALE','birthYear':1970}],
                 'persons':1,'standing':'EXITED','registeredOn':'2014-06-30','exitedOn':'2015-12-20','standard':'NATIONAL',
                 'householdType':'GENERAL','mainCause':'ILLNESS','otherCauses':[],'authority':{'body':'县'},
                 'reason':'更正','approvedBy':'b','assumed':true,'occurredOn':'2016-08-01'}
                """
                        .formatted(Township.household(2), Township.household(1), Township.VILLAGE));
        assertThat(rules("2016-08-01")).doesNotContain(EXIT_WITHOUT_NOTICE);
    }

    @Test
    void whoHelpsHasNoMoreHouseholdsThanTheRuleAllows() {
        feed.household(
                "rule-513423000000-helper-households-max",
                "RuleEnacted",
                """
                {'ruleId':'r','region':'513423000000','code':'helper-households-max','value':1,'unit':'household',
                 'effectiveFrom':'2014-07-01','assumed':true,'occurredOn':'2014-06-01'}
                """);
        Township.applied(feed, 2, 2, "2014-04-01");
        Township.registered(feed, 2, 2, "2014-06-01");
        assertThat(found("2014-06-15")).contains(tuple(NO_HELPER, "2014-06-01", ""));
        Township.helped(feed, 2, "2014-06-20");
        assertThat(rules("2014-06-30")).isEmpty();
        assertThat(found("2014-07-01"))
                .hasSize(2)
                .contains(
                        tuple(
                                HELPER_OVERLOADED,
                                "2014-06-20",
                                "helper-00000000-0000-0000-0000-000000000001:2"));
    }

    @Test
    void whoIsMonitoredHasAHelperWhoCountsAsOneOfTheHouseholds() {
        feed.household(
                "rule-513423000000-helper-households-max",
                "RuleEnacted",
                """
                {'ruleId':'r','region':'513423000000','code':'helper-households-max','value':1,'unit':'household',
                 'effectiveFrom':'2014-07-01','assumed':true,'occurredOn':'2014-06-01'}
                """);
        Township.applied(feed, 2, 2, "2014-04-01");
        Township.said(feed, "HouseholdBackOnFile", 2, "'reason':'REJECTED'", "2014-05-02");
        Township.said(feed, "MonitoringConfirmed", 2, "'kind':'MARGINAL'", "2014-06-10");
        assertThat(rules("2014-06-09")).isEmpty();
        assertThat(found("2014-06-15"))
                .containsExactly(tuple(MONITORED_WITHOUT_HELPER, "2014-06-10", ""));
        Township.helped(feed, 2, "2014-06-20");
        assertThat(rules("2014-06-30")).isEmpty();
        assertThat(rules("2014-07-01")).containsOnly(HELPER_OVERLOADED).hasSize(2);
        Township.said(feed, "RiskEliminated", 2, "'incomeYear':2014", "2014-08-15");
        assertThat(rules("2014-08-15")).doesNotContain(HELPER_OVERLOADED);
        assertThat(rules("2014-08-15")).doesNotContain(MONITORED_WITHOUT_HELPER);
    }

    /** As household-service has it: a place's own rules hold on, and failing them its heirs'. */
    @Test
    void ofATownshipThatWasMergedTheRulesHoldOnAndWhereItHadNoneThoseOfItsHeir() {
        rule(Township.CODE, "helper-households-max", 1, "2014-01-01");
        Township.applied(feed, 2, 2, "2014-04-01");
        Township.registered(feed, 2, 2, "2014-06-01");
        Township.helped(feed, 2, "2014-06-01");
        Township.superseded(feed, Township.CODE, "2014-08-01", "513423197000");
        Township.superseded(feed, "513423197000", "2014-09-01", Township.OTHER_CODE);
        rule(Township.OTHER_CODE, "helper-households-max", 5, "2014-09-01");
        assertThat(rules("2014-10-30")).containsExactly(HELPER_OVERLOADED, HELPER_OVERLOADED);
        rule(Township.OTHER_CODE, "visits-per-month-min", 1, "2014-10-01");
        assertThat(rules("2014-10-30")).doesNotContain(NOT_VISITED);
        assertThat(rules("2014-10-31"))
                .containsExactlyInAnyOrder(
                        HELPER_OVERLOADED, HELPER_OVERLOADED, NOT_VISITED, NOT_VISITED);
    }

    @Test
    void ofATownshipThatWasMergedTheHeirsExclusionsHoldWhereItHasNone() {
        listed("a", "2014-10-01", "person-1-1");
        Township.superseded(feed, Township.CODE, "2014-08-01", Township.OTHER_CODE);
        excludes("b", Township.OTHER_CODE, "REFUSE", "2015-01-01");
        assertThat(rules("2014-12-31")).isEmpty();
        assertThat(found("2015-01-01"))
                .containsExactly(
                        tuple(MEMBER_EXCLUDED, "2015-01-01", "CAR:REFUSE:person-1-1:exclusion-b"));
        excludes("a", Township.CODE, "ASK", "2015-02-01");
        assertThat(found("2015-02-01"))
                .containsExactly(
                        tuple(MEMBER_EXCLUDED, "2015-02-01", "CAR:ASK:person-1-1:exclusion-a"));
    }

    private void rule(String region, String code, int value, String from) {
        feed.household(
                "rule-%s-%s".formatted(region, code),
                "RuleEnacted",
                """
                {'ruleId':'r','region':'%s','code':'%s','value':%d,'unit':'x','effectiveFrom':'%s','assumed':true,
                 'occurredOn':'2014-01-01'}
                """
                        .formatted(region, code, value, from));
    }

    @Test
    void aPaymentToAHouseholdThatWasNotOnFileIsFound() {
        Township.moved(feed, "HouseholdRemoved", 1, 3, "2014-10-01");
        Township.requested(feed, 1);
        Township.paid(feed);
        assertThat(found("2014-12-01"))
                .contains(tuple(PAYEE_NOT_ON_FILE, "2014-11-10", Township.PAYMENT));
    }

    @Test
    void whoIsPaidIsAMemberOnTheDay() {
        Township.requested(feed, 1, "person-1-1");
        Township.paid(feed);
        assertThat(found("2014-12-01")).isEmpty();
        went("person-1-1", "2014-11-11");
        assertThat(found("2014-12-01")).isEmpty();
    }

    @Test
    void whoHadLeftByThenIsFound() {
        Township.requested(feed, 1, "person-1-2");
        Township.paid(feed);
        went("person-1-2", "2014-11-09");
        assertThat(found("2014-11-09")).isEmpty();
        assertThat(found("2014-12-01"))
                .containsExactly(tuple(PAYEE_NOT_A_MEMBER, "2014-11-10", Township.PAYMENT));
        Township.returned(feed, 249);
        assertThat(rules("2014-12-01")).containsExactly(PAYEE_NOT_A_MEMBER);
        Township.returned(feed, 1);
        assertThat(rules("2014-11-30")).containsExactly(PAYEE_NOT_A_MEMBER);
        assertThat(rules("2014-12-01")).isEmpty();
    }

    @Test
    void whoHadDiedByThenIsFoundAndIsNoMemberBesides() {
        Township.requested(feed, 1, "person-1-2");
        Township.paid(feed);
        Township.said(
                feed, "MemberLeft", 1, "'personId':'person-1-2','reason':'DEATH'", "2014-11-09");
        assertThat(found("2014-12-01"))
                .containsExactly(tuple(PAYEE_DEAD, "2014-11-10", Township.PAYMENT));
        // entered as dead by mistake
        Township.said(
                feed,
                "MemberJoined",
                1,
                "'member':{'personId':'person-1-2','maskedName':'阿**','relation':'CHILD','sex':'MALE','birthYear':1970},'reason':'OTHER','persons':3",
                "2014-11-09");
        assertThat(found("2014-12-01")).isEmpty();
    }

    /** The account is of the id from before the number was known, which then was corrected. */
    @Test
    void whoIsPaidUnderTheFirstOfThreeIdsIsTheSameMember() {
        Township.said(
                feed,
                "MemberJoined",
                1,
                "'member':{'personId':'person-1-new','maskedName':'曲*','relation':'CHILD','sex':'MALE','birthYear':1970,'withoutNumber':'OTHER'},'reason':'OTHER','persons':4",
                "2014-10-01");
        Township.requested(feed, 1, "person-1-new");
        Township.paid(feed);
        var as =
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'曲*','relation':'CHILD',
                 'sex':'MALE','birthYear':1970,'sealed':'AAAA'},'memberSince':'2014-10-01','enteredSince':'2014-10-01',
                'reason':'号码抄错','approvedBy':'chief-1'
                """
                        .strip();
        said("MemberIdentified", as.formatted("person-1-new", "person-1-wrong"), "2014-11-02");
        said(
                "MemberNumberCorrected",
                as.formatted("person-1-wrong", "person-1-right"),
                "2014-11-20");
        assertThat(found("2014-12-01")).isEmpty();
        said("MemberLeft", "'personId':'person-1-right','reason':'DEATH'", "2014-11-09");
        assertThat(found("2014-12-01"))
                .containsExactly(tuple(PAYEE_DEAD, "2014-11-10", Township.PAYMENT));
    }

    private void excludes(String id, String effect, String from) {
        excludes(id, "513423000000", effect, from);
    }

    private void excludes(String id, String region, String effect, String from) {
        feed.household(
                "exclusion-" + id,
                "ExclusionRuleEnacted",
                """
                {'exclusionId':'exclusion-%s','region':'%s','effectiveFrom':'%s','item':'CAR','effect':'%s',
                 'text':'有车的','source':'细则','assumed':false,'occurredOn':'%3$s'}
                """
                        .formatted(id, region, from, effect));
    }

    private void listed(String id, String asOf, String... persons) {
        feed.household(
                "matching-" + id,
                "MatchingListReceived",
                """
                {'matchingId':'matching-%s','region':'513423000000','item':'CAR','source':'车管所','asOf':'%s',
                 'entries':9,'sha256':'0','assumed':false,'occurredOn':'2015-03-01'}
                """
                        .formatted(id, asOf));
        if (persons.length == 0) return;
        feed.household(
                "matching-" + id,
                "ListedPersonsFound",
                "{'matchingId':'matching-%s','personIds':['%s'],'occurredOn':'2015-03-01'}"
                        .formatted(id, String.join("','", persons)));
    }

    @Test
    void aMemberOnAListIsFoundWhileARuleHoldsUntilCleared() {
        listed("a", "2015-02-01", "person-1-1", "person-9-9");
        assertThat(found("2015-03-01")).isEmpty();
        excludes("a", "ASK", "2015-01-01");
        assertThat(found("2015-01-31")).isEmpty();
        assertThat(found("2015-02-01"))
                .containsExactly(
                        tuple(MEMBER_EXCLUDED, "2015-02-01", "CAR:ASK:person-1-1:exclusion-a"));
        excludes("b", "REFUSE", "2015-02-15");
        assertThat(found("2015-03-01"))
                .containsExactly(
                        tuple(MEMBER_EXCLUDED, "2015-02-15", "CAR:REFUSE:person-1-1:exclusion-b"));
        // of that register a newer list counts, and the car is sold
        listed("b", "2015-03-10");
        assertThat(rules("2015-03-09")).containsExactly(MEMBER_EXCLUDED);
        assertThat(rules("2015-03-10")).isEmpty();
        listed("c", "2015-04-01", "person-1-1");
        assertThat(rules("2015-04-01")).containsExactly(MEMBER_EXCLUDED);
        var cleared =
                Township.said(
                        feed,
                        "ExclusionCleared",
                        1,
                        "'personId':'person-1-1','item':'CAR'",
                        "2015-04-05");
        assertThat(rules("2015-04-04")).containsExactly(MEMBER_EXCLUDED);
        assertThat(rules("2015-04-05")).isEmpty();
        takenBack("ClearanceTakenBack", cleared.id());
        assertThat(rules("2015-04-05")).containsExactly(MEMBER_EXCLUDED);
        // nothing is told of somebody who was erased
        Township.erased(feed, "person-1-1", "2020-01-01");
        assertThat(rules("2015-04-04")).isEmpty();
    }

    @Test
    void anItemThatADivisionEnactedIsToldByItsName() {
        shop("513423000000", "有商铺", "2014-01-01");
        shopsRefused("513423000000");
        shopOfAMember();
        shop("513424000000", "有门面", "2014-01-01");
        shop(Township.CODE, "镇上有商铺", "2016-01-01");
        assertThat(findings("2015-03-01"))
                .extracting(Findings.Finding::rule, Findings.Finding::detailZh)
                .containsExactly(tuple(MEMBER_EXCLUDED, "有商铺,不得纳入"));
        assertThat(findings("2016-01-01"))
                .extracting(Findings.Finding::detailZh)
                .contains("镇上有商铺,不得纳入")
                .doesNotContain("有商铺,不得纳入");
    }

    @Test
    void ofATownshipThatWasMergedTheItemIsCalledAsItsHeirCallsIt() {
        shop("513424000000", "有门面", "2014-01-01");
        shop(Township.OTHER_CODE, "有商铺", "2014-01-01");
        shopsRefused(Township.OTHER_CODE);
        shopOfAMember();
        Township.superseded(feed, Township.CODE, "2014-08-01", Township.OTHER_CODE);
        assertThat(findings("2015-03-01"))
                .extracting(Findings.Finding::rule, Findings.Finding::detailZh)
                .containsExactly(tuple(MEMBER_EXCLUDED, "有商铺,不得纳入"));
    }

    private void shop(String region, String name, String from) {
        feed.household(
                "exclusionitem-%s-SHOP".formatted(region),
                "ExclusionItemEnacted",
                """
                {'itemId':'exclusionitem-%1$s-SHOP','region':'%1$s','code':'SHOP','name':'%2$s',
                 'list':'不动产登记','effectiveFrom':'%3$s','source':'细则','assumed':false,'occurredOn':'%3$s'}
                """
                        .formatted(region, name, from));
    }

    private void shopsRefused(String region) {
        feed.household(
                "exclusion-s",
                "ExclusionRuleEnacted",
                """
                {'exclusionId':'exclusion-s','region':'%s','effectiveFrom':'2015-01-01','item':'SHOP',
                 'effect':'REFUSE','text':'有商铺的不进','source':'细则','assumed':false,'occurredOn':'2015-01-01'}
                """
                        .formatted(region));
    }

    private void shopOfAMember() {
        feed.household(
                "matching-s",
                "MatchingListReceived",
                """
                {'matchingId':'matching-s','region':'513423000000','item':'SHOP','source':'不动产登记中心',
                 'asOf':'2015-02-01','entries':9,'sha256':'0','assumed':false,'occurredOn':'2015-02-02'}
                """);
        feed.household(
                "matching-s",
                "ListedPersonsFound",
                "{'matchingId':'matching-s','personIds':['person-1-1'],'occurredOn':'2015-02-02'}");
    }

    @Test
    void aRuleThatEndedHoldsNobodyOff() {
        excludes("a", "REFUSE", "2015-01-01");
        listed("a", "2015-02-01", "person-1-1");
        feed.household(
                "exclusion-a",
                "ExclusionRuleEnded",
                "{'exclusionId':'exclusion-a','decidedBy':{'body':'县'},'assumed':false,'occurredOn':'2015-05-01'}");
        assertThat(rules("2015-04-30")).containsExactly(MEMBER_EXCLUDED);
        assertThat(rules("2015-05-01")).isEmpty();
    }

    @Test
    void whoIsPaidIsOnNoList() {
        excludes("a", "REFUSE", "2014-01-01");
        listed("a", "2014-10-01", "person-1-1");
        Township.requested(feed, 1, "person-1-2");
        Township.paid(feed);
        assertThat(rules("2014-12-01")).containsExactly(MEMBER_EXCLUDED);
        listed("b", "2014-11-01", "person-1-2");
        went("person-1-2", "2014-11-20");
        assertThat(found("2014-12-01"))
                .containsExactly(tuple(PAYEE_EXCLUDED, "2014-11-10", Township.PAYMENT + ":CAR"));
    }

    private void went(String personId, String on) {
        Township.said(
                feed,
                "MemberLeft",
                1,
                "'personId':'%s','reason':'MOVED_OUT'".formatted(personId),
                on);
    }

    private Message village(String type, String fields, String on) {
        return feed.household(
                "region-" + Township.VILLAGE,
                type,
                "{'region':'%s',%s,'assumed':false,'occurredOn':'%s'}"
                        .formatted(Township.VILLAGE, fields, on));
    }

    private void corrected(Message step, int poorPersons) {
        village(
                "PoorVillageFiguresCorrected",
                """
                'correctsEventId':'%s','poorPersons':%d,'denominatorPersons':900,'denominator':'RURAL'
                """
                        .formatted(step.id(), poorPersons)
                        .strip(),
                "2018-01-01");
    }

    @Test
    void aVillageHasAsManyPoorPersonsAsAreStatedOfIt() {
        village("PoorVillageIdentified", "'criteria':{'poorPersons':7}", "2014-05-01");
        assertThat(found("2014-05-31")).isEmpty();
        village("PoorVillageIdentified", "'criteria':{'poorPersons':7}", "2014-07-01");
        village("PoorVillageIdentified", "'criteria':{'poorPersons':3}", "2014-07-02");
        var differs = tuple(VILLAGE_PERSONS_DIFFER, "2014-07-01", "IDENTIFIED:7≠3");
        assertThat(found("2014-07-31")).containsExactly(differs);
        assertThat(findings("2014-07-31").getFirst().householdId()).isNull();
        assertThat(findings("2014-07-31").getFirst().region()).isEqualTo(Township.VILLAGE);

        var exit = "'poorPersons':%d,'denominatorPersons':900,'denominator':'RURAL'";
        var exited = village("PoorVillageExited", exit.formatted(3), "2015-06-01");
        assertThat(found("2015-06-30")).containsExactly(differs);
        went("person-1-2", "2015-05-31");
        assertThat(found("2015-06-30"))
                .containsExactlyInAnyOrder(
                        differs, tuple(VILLAGE_PERSONS_DIFFER, "2015-06-01", "EXITED:3≠2"));
        // what was stated is corrected from its own day on, and the last correction holds
        corrected(exited, 5);
        corrected(exited, 2);
        assertThat(found("2015-06-30")).containsExactly(differs);
        corrected(exited, 3);
        Township.moved(feed, "HouseholdRemoved", 1, 2, "2015-07-01");
        village("PoorVillageExited", exit.formatted(0), "2015-07-01");
        assertThat(found("2015-07-01")).hasSize(2);
    }

    @Test
    void aUnitThatNamesFewerHouseholdsThanItStatesIsFoundUntilItNamesAsMany() {
        var contact = "'unit':'县安监局','households':%d%s";
        var named = ",'householdIds':['%s']".formatted(Township.household(1));
        village("UnitContactAssigned", contact.formatted(29, ""), "2014-12-01");
        assertThat(rules("2014-12-31")).as("nobody says which").isEmpty();
        village("UnitContactAssigned", contact.formatted(29, named), "2015-01-01");
        assertThat(found("2015-01-01"))
                .containsExactly(tuple(UNIT_CONTACT_DIFFERS, "2015-01-01", "29≠1:县安监局"));
        assertThat(rules("2014-12-31")).isEmpty();
        village("UnitContactAssigned", contact.formatted(1, named), "2015-02-01");
        assertThat(rules("2015-02-01")).isEmpty();
        village("UnitContactAssigned", contact.formatted(2, named), "2015-03-01");
        village("UnitContactEnded", "'unit':'县安监局','reason':'机构改革'", "2015-04-01");
        assertThat(rules("2015-03-31")).containsExactly(UNIT_CONTACT_DIFFERS);
        assertThat(rules("2015-04-01")).isEmpty();
    }

    /** Its households are still under the code from before. */
    @Test
    void aContactOfAVillageWithAnotherCodeIsFoundThere() {
        var after = Township.CODE.substring(0, 9) + "209";
        Township.listed(feed, after, "新村", "VILLAGE", Township.CODE, null, true);
        Township.superseded(feed, Township.VILLAGE, "2014-12-01", after);
        feed.household(
                "region-" + after,
                "UnitContactAssigned",
                """
                {'region':'%s','unit':'县安监局','households':29,'householdIds':['%s'],'assumed':false,
                 'occurredOn':'2015-01-01'}
                """
                        .formatted(after, Township.household(1)));
        assertThat(findings("2015-01-01"))
                .extracting(Findings.Finding::rule, Findings.Finding::region)
                .containsExactly(tuple(UNIT_CONTACT_DIFFERS, after));
    }

    @Test
    void aVillageWhoseExitDidNotHoldIsFoundUntilItDoes() {
        var recheck = "'decidedBy':{'body':'县'}%s";
        village("VillageExitRechecked", recheck.formatted(""), "2016-12-01");
        assertThat(rules("2016-12-31")).isEmpty();
        village("VillageExitRechecked", recheck.formatted(",'confirmed':false"), "2017-03-01");
        village("VillageExitRechecked", recheck.formatted(",'confirmed':false"), "2017-04-01");
        village("VillageExitRechecked", recheck.formatted(""), "2017-05-01");
        assertThat(rules("2017-02-28")).isEmpty();
        assertThat(found("2017-05-31"))
                .containsExactly(tuple(VILLAGE_RECHECK_FAILED, "2017-03-01", ""));
        village("VillageExitRechecked", recheck.formatted(",'confirmed':true"), "2017-06-01");
        assertThat(rules("2017-06-01")).isEmpty();
        // what is identified anew has an exit of its own
        village("VillageExitRechecked", recheck.formatted(",'confirmed':false"), "2018-03-01");
        village("PoorVillageIdentified", "'criteria':{'poorPersons':0}", "2018-05-01");
        assertThat(rules("2018-04-30")).containsExactly(VILLAGE_RECHECK_FAILED);
        assertThat(rules("2018-05-01")).doesNotContain(VILLAGE_RECHECK_FAILED);
    }

    /** Its households were let in under the code from before and none was moved one by one. */
    @Test
    void aVillageThatWasGivenAnotherCodeHasThePersonsOfTheOneBefore() {
        var after = Township.CODE.substring(0, 9) + "209";
        Township.listed(feed, after, "新村", "VILLAGE", Township.CODE, null, true);
        feed.household(
                "region-" + after,
                "PoorVillageExited",
                """
                {'region':'%s','poorPersons':3,'denominatorPersons':900,'denominator':'RURAL','assumed':false,
                 'occurredOn':'2016-06-01'}
                """
                        .formatted(after));
        assertThat(found("2016-12-31"))
                .containsExactly(tuple(VILLAGE_PERSONS_DIFFER, "2016-06-01", "EXITED:3≠0"));
        Township.superseded(feed, Township.VILLAGE, "2016-01-01", after);
        assertThat(found("2016-12-31")).isEmpty();
        Township.moved(feed, "HouseholdRemoved", 1, 3, "2016-05-01");
        assertThat(found("2016-12-31"))
                .containsExactly(tuple(VILLAGE_PERSONS_DIFFER, "2016-06-01", "EXITED:3≠0"));
    }

    @Test
    void theFindingsOfAWholeStoryAreCountedAndPagedAlike() {
        ROWS.clear().put(OtherTownship.story(Township.story()).messages());
        var asOf = Rows.on(LocalDate.parse("2016-12-31"));
        var findings = new Findings(ROWS.db());
        var counts = findings.counts(scope(asOf), asOf);
        var paged = new ArrayList<Findings.Finding>();
        @Nullable String after = null;
        do {
            var page = findings.page(scope(asOf), null, asOf, after, 2);
            paged.addAll(page.findings());
            after = page.next();
        } while (after != null);
        assertThat(paged).isNotEmpty().doesNotHaveDuplicates();
        assertThat(counts.values().stream().mapToLong(Findings.Count::findings).sum())
                .isEqualTo(paged.size());
        counts.forEach((rule, count) -> {
            var page = findings.page(scope(asOf), rule, asOf, null, 500);
            assertThat(page.findings()).hasSize((int) count.findings());
            assertThat(paged.stream().filter(f -> f.rule() == rule).toList())
                    .isEqualTo(page.findings());
        });
    }

    private List<org.assertj.core.groups.Tuple> found(String on) {
        return findings(on).stream()
                .map(f -> tuple(f.rule(), f.since().toString(), f.detail()))
                .toList();
    }

    private List<QualityRule> rules(String on) {
        return findings(on).stream().map(Findings.Finding::rule).toList();
    }

    private List<Findings.Finding> findings(String on) {
        ROWS.put(feed.messages());
        var asOf = Rows.on(LocalDate.parse(on));
        return new Findings(ROWS.db()).page(scope(asOf), null, asOf, null, 500).findings();
    }

    private static Scope scope(AsOf asOf) {
        return new Scope(
                new Region("513423000000"), new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
    }
}
