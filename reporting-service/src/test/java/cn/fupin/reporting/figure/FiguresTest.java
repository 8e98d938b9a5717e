package cn.fupin.reporting.figure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.round.Rounds;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final Region TOWN = new Region("513423199000");
    private static final Region OTHER_TOWN = new Region(OtherTownship.CODE);
    private static final Region LATER_VILLAGE = new Region(LaterTownship.VILLAGE);
    private static final Region VILLAGE = new Region("513423199201");

    private final Feed feed = new Feed();

    @BeforeEach
    void empty() {
        ROWS.clear();
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void everyFigureIsZeroWhereNothingIsKnown() {
        for (var figure : Figures.all()) {
            assertThat(value(figure.id(), TOWN, "2016-01-01")).as(figure.id()).isEqualTo("0");
            assertThat(lines(figure.id())).isEmpty();
        }
    }

    @Test
    void registeredIsIdentifiedLessRemovedLessExitedPlusRelapsed() {
        registered("a", 4, "2014-06-01");
        registered("b", 3, "2014-06-01");
        registered("c", 5, "2014-06-01");
        moved("a", "HouseholdRemoved", 4, "2014-09-01");
        moved("b", "HouseholdExited", 3, "2015-12-01");
        left("b", 2, "2016-02-01");
        moved("b", "HouseholdRelapsed", 2, "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-registered", TOWN, "2014-05-31")).isEqualTo("0");
        assertThat(value("persons-registered", TOWN, "2014-06-01")).isEqualTo("12");
        assertThat(value("persons-registered", TOWN, "2014-09-01")).isEqualTo("8");
        assertThat(value("persons-registered", TOWN, "2015-12-31")).isEqualTo("5");
        assertThat(value("persons-registered", TOWN, "2016-05-01")).isEqualTo("7");
        assertThat(value("households-registered", TOWN, "2016-05-01")).isEqualTo("2");
        assertThat(value("households-identified", TOWN, "2016-05-01")).isEqualTo("3");
        assertThat(value("persons-removed", TOWN, "2016-05-01")).isEqualTo("4");
    }

    /** 错退: what it was as of a day before stays so; from the day on there was no exit. */
    @Test
    void anExitThatIsTakenBackCountsUntilThenAndIsNoRelapse() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        left("a", 2, "2016-02-01");
        said("a", "ExitRevoked", "'exitedOn':'2015-12-01','persons':3", "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-exited", TOWN, "2016-04-30")).isEqualTo("1");
        assertThat(value("persons-exited", TOWN, "2016-04-30")).isEqualTo("4");
        assertThat(value("persons-left", TOWN, "2016-04-30")).isEqualTo("0");
        assertThat(value("households-registered", TOWN, "2016-04-30")).isEqualTo("0");
        assertThat(value("households-exited", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("persons-exited", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("persons-left", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("persons-registered", TOWN, "2016-05-01")).isEqualTo("3");
        assertThat(value("households-relapsed", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("households-identified", TOWN, "2016-05-01")).isEqualTo("1");
    }

    /** 误登返贫: as of a day before it stays so; from the day on it has been out all the time. */
    @Test
    void aRelapseThatIsTakenBackCountsUntilThen() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        var relapse = moved("a", "HouseholdRelapsed", 4, "2016-03-01");
        left("a", 2, "2016-04-01");
        revoked("a", "RelapseRevoked", relapse, "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-relapsed", TOWN, "2016-04-30")).isEqualTo("1");
        assertThat(value("households-registered", TOWN, "2016-04-30")).isEqualTo("1");
        assertThat(value("persons-left", TOWN, "2016-04-30")).isEqualTo("1");
        assertThat(value("households-relapsed", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("persons-relapsed", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("households-registered", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("persons-left", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("households-exited", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("persons-exited", TOWN, "2016-05-01")).isEqualTo("4");
        assertThat(value("households-on-file", TOWN, "2016-05-01")).isEqualTo("1");
        // the next one is one of its own
        moved("a", "HouseholdRelapsed", 3, "2016-07-01");
        ROWS.put(feed.messages());
        assertThat(value("households-relapsed", TOWN, "2016-07-01")).isEqualTo("1");
        assertThat(value("persons-registered", TOWN, "2016-07-01")).isEqualTo("3");
    }

    @Test
    void aWatchThatIsTakenBackIsNoneAndOneThatARelapseEndedGoesOn() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        var watch = moved("a", "MonitoringConfirmed", 4, "2016-01-10");
        var relapse = moved("a", "HouseholdRelapsed", 4, "2016-03-01");
        revoked("a", "RelapseRevoked", relapse, "2016-05-01");
        revoked("a", "MonitoringRevoked", watch, "2016-06-01");
        ROWS.put(feed.messages());

        assertThat(value("households-monitored", TOWN, "2016-02-28")).isEqualTo("1");
        assertThat(value("households-monitored", TOWN, "2016-04-30")).isEqualTo("0");
        assertThat(value("households-monitored", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("households-monitored", TOWN, "2016-06-01")).isEqualTo("0");
        assertThat(value("households-risk-eliminated", TOWN, "2016-06-01")).isEqualTo("0");
    }

    private void revoked(String household, String type, Message what, String on) {
        said(household, type, "'revokesEventId':'%s','persons':3".formatted(what.id()), on);
    }

    /** 更正成员增减日期: on the wrong day nobody came, before it was known somebody had. */
    @Test
    void whoeverCameOnAnotherDayCountsFromThatDayOn() {
        registered("a", 4, "2014-06-01");
        said(
                "a",
                "MemberJoined",
                "'member':{'personId':'p','maskedName':'曲*'},'reason':'BIRTH','persons':5",
                "2015-06-01");
        var told = feed.messages().getLast().id();
        said(
                "a",
                "MemberDayCorrected",
                "'correctsEventId':'%s','came':true,'member':{'personId':'p','maskedName':'曲*','relation':'CHILD'},'wrongDay':'2015-06-01','rightDay':'2014-05-01','persons':5"
                        .formatted(told),
                "2016-01-10");
        ROWS.put(feed.messages());
        assertThat(value("persons-registered", TOWN, "2014-06-01")).isEqualTo("5");
        assertThat(value("persons-identified", TOWN, "2014-06-01")).isEqualTo("5");
        assertThat(value("persons-joined", TOWN, "2016-12-31")).isEqualTo("0");
        assertThat(value("persons-registered", TOWN, "2016-12-31")).isEqualTo("5");
    }

    /** 误登: as of a day before it stays so; from the day on there was no removal. */
    @Test
    void aRemovalThatIsTakenBackCountsUntilThen() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdRemoved", 4, "2014-09-01");
        said(
                "a",
                "EndRevoked",
                "'endedOn':'2014-09-01','ended':'REMOVAL','personIds':[],'persons':4,'reason':'误登'",
                "2014-12-01");
        left("a", 2, "2014-10-01");
        ROWS.put(feed.messages());

        assertThat(value("households-removed", TOWN, "2014-11-30")).isEqualTo("1");
        assertThat(value("households-registered", TOWN, "2014-11-30")).isEqualTo("0");
        assertThat(value("persons-left", TOWN, "2014-11-30")).isEqualTo("0");
        assertThat(value("households-removed", TOWN, "2014-12-01")).isEqualTo("0");
        assertThat(value("households-registered", TOWN, "2014-12-01")).isEqualTo("1");
        assertThat(value("persons-registered", TOWN, "2014-12-01")).isEqualTo("3");
        assertThat(value("persons-left", TOWN, "2014-12-01")).isEqualTo("1");
        assertThat(value("households-identified", TOWN, "2014-12-01")).isEqualTo("1");
    }

    /** 自然销户 of one that had exited: an exited one again, and exited once. */
    @Test
    void aDissolutionThatIsTakenBackLeavesItAsItStood() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        said("a", "HouseholdDissolved", "'cause':'MOVED_AWAY','persons':4", "2016-05-01");
        said(
                "a",
                "EndRevoked",
                "'endedOn':'2016-05-01','ended':'DISSOLUTION','personIds':[],'persons':4,'reason':'误登'",
                "2016-07-01");
        ROWS.put(feed.messages());

        assertThat(value("households-on-file", TOWN, "2016-06-30")).isEqualTo("0");
        assertThat(value("households-on-file", TOWN, "2016-07-01")).isEqualTo("1");
        assertThat(value("households-exited", TOWN, "2016-07-01")).isEqualTo("1");
        assertThat(value("households-registered", TOWN, "2016-07-01")).isEqualTo("0");
    }

    /** 错评 found after the exit: the register was left by the exit already. */
    @Test
    void oneRemovedAfterItsExitIsNotTakenOffTheRegisterTwice() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        moved("a", "HouseholdRemoved", 4, "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-on-file", TOWN, "2016-04-30")).isEqualTo("1");
        assertThat(value("households-on-file", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("households-exited", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("households-removed", TOWN, "2016-05-01")).isEqualTo("0");
        assertThat(value("households-removed-after-exit", TOWN, "2016-04-30")).isEqualTo("0");
        assertThat(value("households-removed-after-exit", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("persons-removed-after-exit", TOWN, "2016-05-01")).isEqualTo("4");
    }

    @Test
    void oneWhoseExitWasTakenBackIsRemovedFromTheRegister() {
        registered("a", 4, "2014-06-01");
        moved("a", "HouseholdExited", 4, "2015-12-01");
        said("a", "ExitRevoked", "'exitedOn':'2015-12-01','persons':4", "2016-04-01");
        moved("a", "HouseholdRemoved", 4, "2016-05-01");
        ROWS.put(feed.messages());

        assertThat(value("households-removed", TOWN, "2016-05-01")).isEqualTo("1");
        assertThat(value("households-removed-after-exit", TOWN, "2016-05-01")).isEqualTo("0");
    }

    @Test
    void complaintsAreOpenUntilTheyAreHandled() {
        complaint(1, "2014-03-01");
        complaint(2, "2014-03-05");
        handled(1, "PARTLY_FOUNDED", "2014-04-01");
        handled(2, "UNFOUNDED", "2014-05-01");
        ROWS.put(feed.messages());

        assertThat(value("complaints-received", TOWN, "2014-03-04")).isEqualTo("1");
        assertThat(value("complaints-received", TOWN, "2014-12-31")).isEqualTo("2");
        assertThat(value("complaints-open", TOWN, "2014-03-31")).isEqualTo("2");
        assertThat(value("complaints-open", TOWN, "2014-04-01")).isEqualTo("1");
        assertThat(value("complaints-handled", TOWN, "2014-04-01")).isEqualTo("1");
        assertThat(value("complaints-open", TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(value("complaints-founded", TOWN, "2014-12-31")).isEqualTo("1");
        assertThat(value("complaints-received", OTHER_TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(lines("complaints-handled")).extracting(Line::label).containsOnly("反映该户有车");
    }

    private void complaint(int number, String on) {
        feed.household(
                "complaint-" + number,
                "ComplaintReceived",
                "{'complaintId':'complaint-%d','region':'513423199201','channel':'HOTLINE','subject':'反映该户有车','assumed':false,'occurredOn':'%s'}"
                        .formatted(number, on));
    }

    private void handled(int number, String outcome, String on) {
        feed.household(
                "complaint-" + number,
                "ComplaintHandled",
                "{'complaintId':'complaint-%d','outcome':'%s','handling':'已核实','assumed':false,'occurredOn':'%s'}"
                        .formatted(number, outcome, on));
    }

    @Test
    void whatWasEnteredWronglyIsInNoFigureOnceItIsKnown() {
        var training =
                ofTown("TrainingHeld", "'classes':2,'personTimes':90,'persons':60", "2014-05-20");
        ofTown("TrainingHeld", "'classes':1,'personTimes':30,'persons':30", "2014-06-20");
        var round = ofTown("SurveyRoundHeld", "", "2014-03-10");
        Township.registered(feed, 1, 3, "2014-06-01");
        var visit = Township.said(feed, "HouseholdVisited", 1, "'visitedBy':'x'", "2014-08-03");
        var measure =
                Township.said(
                        feed,
                        "MeasureAssigned",
                        1,
                        "'measure':'INDUSTRY','scheme':'五个一批'",
                        "2014-08-03");
        ROWS.put(feed.messages());
        assertThat(value("training-classes", TOWN, "2014-12-31")).isEqualTo("3");
        assertThat(value("survey-days", TOWN, "2014-12-31")).isEqualTo("1");
        assertThat(value("visits", TOWN, "2014-12-31")).isEqualTo("1");
        assertThat(value("households-measure-industry", TOWN, "2014-12-31")).isEqualTo("1");

        ofTown("TrainingTakenBack", corrects(training), "2015-02-01");
        ofTown("SurveyRoundTakenBack", corrects(round), "2015-02-01");
        Township.said(feed, "VisitTakenBack", 1, corrects(visit), "2015-02-01");
        Township.said(feed, "MeasureTakenBack", 1, corrects(measure), "2015-02-01");
        ROWS.put(feed.messages());
        assertThat(value("training-classes", TOWN, "2014-12-31")).isEqualTo("1");
        assertThat(value("training-persons", TOWN, "2014-12-31")).isEqualTo("30");
        assertThat(value("survey-days", TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(value("survey-rounds", TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(value("visits", TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(value("households-measure-industry", TOWN, "2014-12-31")).isEqualTo("0");
    }

    private static String corrects(Message wrong) {
        return "'correctsEventId':'%s','reason':'登错','approvedBy':'chief-1'".formatted(wrong.id());
    }

    private Message ofTown(String type, String fields, String on) {
        return feed.household(
                "region-" + TOWN.code(),
                type,
                "{'region':'%s',%s'assumed':false,'occurredOn':'%s'}"
                        .formatted(TOWN.code(), fields.isEmpty() ? "" : fields + ",", on));
    }

    @Test
    void aHouseholdSampledTwiceIsOneHousehold() {
        onFile("a", "b", "c");
        sampled(1, "'household-a','household-b'", "", "2014-03-01");
        sampled(
                2,
                "'household-b','household-c'",
                "{'householdId':'household-b','finding':'缺签字'}",
                "2014-09-01");
        ROWS.put(feed.messages());

        assertThat(value("samplings", TOWN, "2014-12-31")).isEqualTo("2");
        assertThat(value("households-sampled", TOWN, "2014-03-01")).isEqualTo("2");
        assertThat(value("households-sampled", TOWN, "2014-12-31")).isEqualTo("3");
        assertThat(value("households-sampled-faulty", TOWN, "2014-03-01")).isEqualTo("0");
        assertThat(value("households-sampled-faulty", TOWN, "2014-12-31")).isEqualTo("1");
        assertThat(lines("samplings")).extracting(Line::label).containsOnly("县");
        assertThat(lines("households-sampled-faulty"))
                .singleElement()
                .satisfies(line -> assertThat(line.events()).hasSize(2));
    }

    @Test
    void whatASamplingFoundIsOpenUntilItIsRectified() {
        onFile("a", "b");
        var households = "'household-a','household-b'";
        sampled(1, households, "{'householdId':'household-a','finding':'缺签字'}", "2014-03-01");
        sampled(2, households, "{'householdId':'household-a','finding':'缺照片'}", "2014-09-01");
        rectified(1, "household-a", "2014-04-01");
        rectified(2, "household-a", "2014-10-01");
        ROWS.put(feed.messages());
        for (var open : List.of("2014-03-31", "2014-09-30")) {
            assertThat(value("households-faults-open", TOWN, open)).as(open).isEqualTo("1");
            assertThat(value("households-faults-rectified", TOWN, open)).as(open).isEqualTo("0");
        }
        for (var done : List.of("2014-04-01", "2014-10-01")) {
            assertThat(value("households-faults-open", TOWN, done)).as(done).isEqualTo("0");
            assertThat(value("households-faults-rectified", TOWN, done)).as(done).isEqualTo("1");
        }
        assertThat(lines("households-faults-rectified"))
                .singleElement()
                .satisfies(line -> assertThat(line.events()).hasSize(4));
    }

    private void rectified(int number, String household, String on) {
        feed.household(
                "sampling-" + number,
                "FaultsRectified",
                "{'samplingId':'sampling-%d','householdId':'%s','by':'镇','handling':'已补','assumed':false,'occurredOn':'%s'}"
                        .formatted(number, household, on));
    }

    @Test
    void aHouseholdThatTheCountySampledCountsInTheTownshipInWhichItLives() {
        onFile("a", "b");
        sampled(
                1,
                new Region("513423000000"),
                "'household-a','household-b'",
                "{'householdId':'household-a','finding':'缺签字'}",
                "2014-05-01");
        said(
                "a",
                "HouseholdMoved",
                "'fromRegion':'513423199201','region':'%s','reason':'OTHER'"
                        .formatted(OtherTownship.VILLAGE),
                "2014-09-01");
        rectified(1, "household-a", "2014-10-01");
        ROWS.put(feed.messages());
        assertThat(value("samplings", TOWN, "2014-12-31")).isEqualTo("0");
        assertThat(value("households-sampled", TOWN, "2014-08-31")).isEqualTo("2");
        for (var code : List.of("households-sampled-faulty", "households-faults-open")) {
            for (var region : List.of(VILLAGE, TOWN)) {
                assertThat(value(code, region, "2014-04-30")).as(code).isEqualTo("0");
                assertThat(value(code, region, "2014-08-31")).as(code).isEqualTo("1");
                assertThat(value(code, region, "2014-09-01")).as(code).isEqualTo("0");
            }
            assertThat(value(code, OTHER_TOWN, "2014-09-01")).as(code).isEqualTo("1");
        }
        assertThat(value("households-faults-open", OTHER_TOWN, "2014-10-01")).isEqualTo("0");
        assertThat(value("households-faults-rectified", OTHER_TOWN, "2014-10-01")).isEqualTo("1");
    }

    private void onFile(String... households) {
        for (var household : households) {
            opened(household, "HouseholdRecorded", VILLAGE.code(), 1, "2014-01-01");
        }
    }

    private void sampled(int number, String households, String found, String on) {
        sampled(number, TOWN, households, found, on);
    }

    private void sampled(int number, Region at, String households, String found, String on) {
        feed.household(
                "sampling-" + number,
                "ArchivesSampled",
                "{'samplingId':'sampling-%d','region':'%s','householdIds':[%s],'found':[%s],'by':'县','assumed':false,'occurredOn':'%s'}"
                        .formatted(number, at.code(), households, found, on));
    }

    @Test
    void theLastAppraisalOfAHelpersYearIsCounted() {
        appraised(1, "bf-1", 2014, "COMPETENT", "2015-01-15");
        appraised(2, "bf-1", 2015, "EXCELLENT", "2016-01-15");
        appraised(3, "bf-2", 2014, "EXCELLENT", "2015-01-15");
        appraised(4, "bf-2", 2014, "INCOMPETENT", "2015-02-15");
        ROWS.put(feed.messages());

        assertThat(value("helpers-appraised-excellent", TOWN, "2015-01-31")).isEqualTo("1");
        assertThat(value("helpers-appraised-excellent", TOWN, "2015-02-15")).isEqualTo("0");
        assertThat(value("helpers-appraised-incompetent", TOWN, "2015-02-15")).isEqualTo("1");
        assertThat(value("helpers-appraised-competent", TOWN, "2016-12-31")).isEqualTo("1");
        assertThat(value("helpers-appraised-excellent", TOWN, "2016-12-31")).isEqualTo("1");

        // whoever was appraised elsewhere since counts there
        appraised(5, OTHER_TOWN, "bf-1", 2015, "EXCELLENT", "2017-01-15");
        ROWS.put(feed.messages());
        assertThat(value("helpers-appraised-excellent", TOWN, "2017-01-14")).isEqualTo("1");
        assertThat(value("helpers-appraised-excellent", TOWN, "2017-01-15")).isEqualTo("0");
        assertThat(value("helpers-appraised-excellent", OTHER_TOWN, "2017-01-15")).isEqualTo("1");
    }

    private void appraised(int number, String helper, int year, String grade, String on) {
        appraised(number, TOWN, helper, year, grade, on);
    }

    private void appraised(
            int number, Region at, String helper, int year, String grade, String on) {
        feed.household(
                "appraisal-" + number,
                "HelperAppraised",
                "{'appraisalId':'appraisal-%d','helperId':'%s','region':'%s','year':%d,'grade':'%s','assumed':false,'occurredOn':'%s'}"
                        .formatted(number, helper, at.code(), year, grade, on));
    }

    @Test
    void dataClerksAreCountedApart() {
        for (var kind : List.of("DATA_CLERK", "OFFICER")) {
            feed.household(
                    "region-513423199000",
                    "StaffAppointed",
                    "{'region':'513423199000','kind':'%s','persons':4,'assumed':false,'occurredOn':'2014-03-10'}"
                            .formatted(kind));
        }
        ROWS.put(feed.messages());

        assertThat(value("data-clerks", TOWN, "2014-12-31")).isEqualTo("4");
        assertThat(value("officers", TOWN, "2014-12-31")).isEqualTo("4");
    }

    @Test
    void aFactRecordedLateIsNotKnownBefore() {
        feed.at("2014-06-01T00:00:00Z");
        registered("a", 4, "2014-06-01");
        feed.at("2014-12-01T00:00:00Z");
        moved("a", "HouseholdRemoved", 4, "2014-09-01");
        ROWS.put(feed.messages());

        assertThat(known("2014-09-30", "2014-11-30T00:00:00Z")).isEqualTo("1");
        assertThat(known("2014-09-30", "2014-12-01T00:00:00Z")).isEqualTo("0");
        assertThat(known("2014-08-31", null)).isEqualTo("1");
        assertThat(known("2014-09-30", "household:2")).isEqualTo("1");
        assertThat(known("2014-09-30", "2014-05-01T00:00:00Z")).isEqualTo("0");
    }

    @Test
    void aTownshipsOwnFactCountsInsteadOfItsVillages() {
        feed.household(
                "region-513423199201",
                "RegionFactRecorded",
                """
                {'region':'513423199201','measure':'population','value':900,'unit':'person',
                 'approximate':false,'assumed':true,'occurredOn':'2013-12-31'}
                """);
        feed.household(
                "region-513423199202",
                "RegionFactRecorded",
                """
                {'region':'513423199202','measure':'population','value':100,'unit':'person',
                 'approximate':false,'assumed':false,'occurredOn':'2013-12-31'}
                """);
        ROWS.put(feed.messages());
        assertThat(value("population", TOWN, "2014-01-01")).isEqualTo("1000");

        feed.household(
                "region-513423199000",
                "RegionFactRecorded",
                """
                {'region':'513423199000','measure':'population','value':22235,'unit':'person',
                 'approximate':false,'assumed':false,'occurredOn':'2014-06-30'}
                """);
        ROWS.put(feed.messages());
        assertThat(value("population", TOWN, "2014-01-01")).isEqualTo("1000");
        assertThat(value("population", TOWN, "2014-06-30")).isEqualTo("22235");
        assertThat(value("population", VILLAGE, "2014-06-30")).isEqualTo("900");
        assertThat(value("population", new Region("510000000000"), "2014-06-30"))
                .isEqualTo("22235");
    }

    @Test
    void fundsAreWhatIsCommittedToProjectsOfTheKind() {
        project("p", "WATER");
        project("q", "ROAD");
        committed("x", "p", 82_300_000);
        committed("y", "q", 610_600_000);
        ROWS.put(feed.messages());

        assertThat(value("water-funds", TOWN, "2015-01-01")).isEqualTo("82300000");
        assertThat(value("road-funds", TOWN, "2015-01-01")).isEqualTo("610600000");
        assertThat(value("water-funds", TOWN, "2014-02-28")).isEqualTo("0");
        assertThat(lines("water-funds"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.label()).isEqualTo("项目p");
                    assertThat(line.events())
                            .containsExactlyInAnyOrder(
                                    "funding-FundsCommitted-1", "project-ProjectProposed-1");
                });
    }

    @Test
    void aVillageServedTwiceIsOneVillage() {
        for (var project : new String[] {"p", "q"}) {
            project(project, "BRIDGE");
            feed.add(
                    "project",
                    "project-" + project,
                    "ProjectAccepted",
                    """
                    {'projectId':'project-%s','acceptedBy':'县交通局',
                     'outputs':[{'measure':'bridges','quantity':4,'unit':'bridge'}],
                     'served':[{'region':'513423199201','groups':2}],'assumed':false,'occurredOn':'2014-11-01'}
                    """
                            .formatted(project));
        }
        ROWS.put(feed.messages());

        assertThat(value("bridge-villages", TOWN, "2015-01-01")).isEqualTo("1");
        assertThat(value("bridges-built", TOWN, "2015-01-01")).isEqualTo("8");
        assertThat(lines("bridge-villages"))
                .singleElement()
                .satisfies(l -> assertThat(l.events()).hasSize(2));
    }

    @Test
    void whatCameBackIsNotPaid() {
        feed.add(
                "funding",
                "payment-1",
                "PaymentMade",
                """
                {'paymentId':'payment-1','bankReference':'B1','occurredOn':'2014-10-01',
                 'postings':[{'account':'paid:project:p','amountFen':500},{'account':'commitment:c:a','amountFen':-500}]}
                """);
        feed.add(
                "funding",
                "payment-1",
                "PaymentReturned",
                """
                {'paymentId':'payment-1','amountFen':120,'lines':[{'allocationId':'a','amountFen':120}],
                 'reason':'多付','occurredOn':'2014-11-01',
                 'postings':[{'account':'paid:project:p','amountFen':-120},{'account':'commitment:c:a','amountFen':120}]}
                """);
        ROWS.put(feed.messages());

        assertThat(value("funds-paid", TOWN, "2014-10-01")).isEqualTo("500");
        assertThat(value("funds-paid", TOWN, "2014-11-01")).isEqualTo("380");
    }

    @Test
    void aPaymentIsAssumedIfItsRequestOrTheStepThatPaidItIs() {
        made("stated", "");
        made("guessed", "'assumed':true,");
        made("known", "'assumed':false,");
        ROWS.put(feed.messages());
        assertThat(lines("funds-paid"))
                .extracting(Line::subject, Line::assumed)
                .containsExactlyInAnyOrder(
                        tuple("payment-stated", false),
                        tuple("payment-guessed", true),
                        tuple("payment-known", false));
    }

    private void made(String payment, String assumed) {
        feed.add(
                "funding",
                "payment-" + payment,
                "PaymentMade",
                """
                {'paymentId':'payment-%s','bankReference':'B1',%s'occurredOn':'2014-10-01',
                 'postings':[{'account':'paid:project:p','amountFen':500},{'account':'commitment:c:a','amountFen':-500}]}
                """
                        .formatted(payment, assumed));
    }

    @Test
    void thePovertyLineIsTheOneThatHouseholdsWereJudgedBy() {
        feed.household(
                "povertyline-513423000000-2013",
                "PovertyLineSet",
                """
                {'povertyLineId':'povertyline-513423000000-2013','region':'513423000000','year':2013,
                 'lineFenPerYear':273600,'incomeConcept':'NET_INCOME','occurredOn':'2014-01-01'}
                """);
        registered("a", 4, "2014-06-01");
        ROWS.put(feed.messages());

        assertThat(value("poverty-line", TOWN, "2014-05-31")).isEqualTo("0");
        assertThat(value("poverty-line", TOWN, "2015-01-01")).isEqualTo("273600");
    }

    /**
     * What the other township's story gives of each figure, on the last day before it was joined.
     */
    @Test
    void everyFigureOfARegionsWorkAndOfItsHouseholds() {
        ROWS.put(OtherTownship.story(feed).messages());
        var expected =
                Map.ofEntries(
                        entry("villages", "2"),
                        entry("residents-committees", "1"),
                        entry("service-centres", "1"),
                        entry("poor-villages", "1"),
                        entry("key-villages-of-county", "84"),
                        entry("key-village-share", "1.19"),
                        entry("meetings", "1"),
                        entry("policy-documents", "1"),
                        entry("work-teams-county", "1"),
                        entry("work-teams-city", "0"),
                        entry("survey-groups", "1"),
                        entry("survey-rounds", "3"),
                        entry("survey-days", "2"),
                        entry("helper-units", "2"),
                        entry("officers", "4"),
                        entry("contact-units", "1"),
                        entry("unit-contact-households", "2"),
                        entry("leader-contact-households", "1"),
                        entry("villages-rechecked", "1"),
                        entry("villages-recheck-failed", "0"),
                        entry("training-persons", "200"),
                        entry("training-person-times", "220"),
                        entry("helper-households-max", "5"),
                        entry("visits-per-month-min", "0"),
                        entry("visits", "1"),
                        entry("households-with-plan", "1"),
                        entry("households-exit-planned", "0"),
                        entry("persons-exit-planned", "0"),
                        entry("households-measure-industry", "1"),
                        entry("persons-measure-industry", "5"),
                        entry("persons-measure-medical", "0"),
                        entry("households-identified", "2"),
                        entry("persons-identified", "8"),
                        entry("households-registered", "0"),
                        entry("persons-registered", "0"),
                        entry("persons-joined", "2"),
                        entry("persons-left", "1"),
                        entry("persons-exited", "5"),
                        entry("households-dissolved", "1"),
                        entry("persons-dissolved", "4"),
                        entry("households-on-file", "1"),
                        entry("persons-on-file", "4"),
                        entry("households-reverified", "1"),
                        entry("households-monitored", "1"),
                        entry("persons-monitored", "4"),
                        entry("households-risk-eliminated", "1"),
                        entry("incidence-rural", "0"),
                        entry("rural-population", "700"));
        expected.forEach((figure, number) ->
                assertThat(value(figure, OTHER_TOWN, "2018-04-30")).as(figure).isEqualTo(number));
        // 8 of 700 and of 800
        assertThat(value("incidence-rural", OTHER_TOWN, "2014-12-31")).isEqualTo("1.14");
        assertThat(value("incidence-total", OTHER_TOWN, "2014-12-31")).isEqualTo("1");
    }

    /** As of a day the figure is what is so then: what has ended is none of it any more. */
    @Test
    void whatHasEndedIsCountedUpToTheDayBefore() {
        OtherTownship.story(feed);
        ends(OtherTownship.VILLAGE, "WorkTeamWithdrawn", "'team':'甲村工作队','reason':'村已出列'");
        ends(OTHER_TOWN.code(), "WorkTeamWithdrawn", "'team':'第一调查组','reason':'调查结束'");
        ends(OTHER_TOWN.code(), "StaffReleased", "'kind':'OFFICER','persons':3,'reason':'期满'");
        ends(OtherTownship.VILLAGE, "UnitContactEnded", "'unit':'县安监局','reason':'机构改革'");
        ROWS.put(feed.messages());
        Map.of(
                        "work-teams-county", List.of("1", "0"),
                        "survey-groups", List.of("1", "0"),
                        "helper-units", List.of("2", "0"),
                        "officers", List.of("4", "1"),
                        "contact-units", List.of("1", "0"),
                        "unit-contact-households", List.of("2", "0"))
                .forEach((figure, numbers) -> {
                    assertThat(value(figure, OTHER_TOWN, "2016-12-31"))
                            .as(figure)
                            .isEqualTo(numbers.getFirst());
                    assertThat(value(figure, OTHER_TOWN, "2017-01-01"))
                            .as(figure)
                            .isEqualTo(numbers.getLast());
                });
    }

    private void ends(String region, String type, String fields) {
        OtherTownship.region(feed, region, type, fields, "2017-01-01");
    }

    @Test
    void anExitIsPlannedUntilItIsMadeOrThePlanIsDropped() {
        OtherTownship.story(feed);
        ROWS.put(feed.messages());
        assertThat(value("households-exit-planned", OTHER_TOWN, "2015-06-30")).isEqualTo("0");
        assertThat(value("households-exit-planned", OTHER_TOWN, "2015-12-19")).isEqualTo("1");
        assertThat(value("persons-exit-planned", OTHER_TOWN, "2015-12-19")).isEqualTo("5");
        assertThat(value("households-exit-planned", OTHER_TOWN, "2015-12-20")).isEqualTo("0");
    }

    @Test
    void aPlanThatIsDroppedIsOneUpToTheDayBefore() {
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.registered(feed, 1, 3, "2014-06-30");
        Township.said(feed, "ExitPlanned", 1, "'year':2015,'persons':3", "2015-01-10");
        Township.said(feed, "ExitPlanDropped", 1, "'reason':'患病'", "2015-03-01");
        Township.said(feed, "ExitPlanned", 1, "'year':2016,'persons':3", "2016-01-10");
        ROWS.put(feed.messages());
        assertThat(value("persons-exit-planned", TOWN, "2015-02-28")).isEqualTo("3");
        assertThat(value("persons-exit-planned", TOWN, "2015-03-01")).isEqualTo("0");
        assertThat(value("persons-exit-planned", TOWN, "2016-01-10")).isEqualTo("3");
    }

    @Test
    void aRoundOfReVerificationTellsWhatItKeptTookOffAndBroughtOn() {
        Township.listed(feed);
        for (var household = 1; household <= 3; household++) {
            Township.applied(feed, household, household + 1, "2014-04-01");
        }
        Township.registered(feed, 1, 2, "2014-06-30");
        Township.registered(feed, 2, 3, "2014-06-30");
        feed.household(
                "round-1",
                "ReverificationRoundOpened",
                """
                {'roundId':'round-1','region':'%s','name':'五退八进','rules':[],'assumed':true,'occurredOn':'2015-09-01'}
                """
                        .formatted(Township.CODE));
        var round = "'roundId':'round-1'";
        Township.said(feed, "HouseholdReverified", 1, round + ",'round':'五退八进'", "2015-09-02");
        // looked into and kept at first, and then not: by the latest word
        Township.said(feed, "HouseholdReverified", 2, round + ",'round':'五退八进'", "2015-09-02");
        Township.said(
                feed,
                "HouseholdRemoved",
                2,
                round + ",'roundRule':'HAS_CAR','persons':3,'cause':'MISIDENTIFIED'",
                "2015-09-03");
        Township.said(
                feed,
                "HouseholdRegistered",
                3,
                round + ",'roundRule':'ILLNESS','persons':4,'mainCause':'ILLNESS','quotaYear':2015",
                "2015-09-04");
        Township.applied(feed, 4, 2, "2014-04-01");
        Township.registered(feed, 4, 2, "2014-06-30");
        Township.moved(feed, "HouseholdExited", 4, 2, "2014-12-01");
        Township.said(
                feed,
                "HouseholdRelapsed",
                4,
                round + ",'roundRule':'ILLNESS','persons':2,'cause':'ILLNESS','quotaYear':2015",
                "2015-09-05");
        feed.household(
                "round-1",
                "ReverificationRoundClosed",
                "{'roundId':'round-1','assumed':true,'occurredOn':'2015-12-31'}");
        ROWS.put(feed.messages());
        assertThat(value("persons-round-left", TOWN, "2015-09-02")).isEqualTo("0");
        assertThat(value("persons-round-left", TOWN, "2015-09-03")).isEqualTo("3");
        assertThat(value("households-round-entered", TOWN, "2015-09-04")).isEqualTo("1");
        assertThat(value("persons-round-entered", TOWN, "2015-09-04")).isEqualTo("4");
        assertThat(value("households-round-entered", TOWN, "2015-09-05")).isEqualTo("2");
        assertThat(value("persons-round-entered", TOWN, "2015-09-05")).isEqualTo("6");
        assertThat(rounds("2015-09-02").getFirst().kept()).isEqualTo(new Rounds.Count(2, 5));
        assertThat(rounds("2015-09-03"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.kept()).isEqualTo(new Rounds.Count(1, 2));
                    assertThat(r.left()).isEqualTo(new Rounds.Count(1, 3));
                    assertThat(r.entered()).isEqualTo(new Rounds.Count(0, 0));
                    assertThat(r.closedOn()).isNull();
                });
        assertThat(rounds("2015-12-31").getFirst().byRule())
                .containsExactly(
                        new Rounds.ByRule("ILLNESS", "ENTER", 2, 6),
                        new Rounds.ByRule("HAS_CAR", "LEAVE", 1, 3));
        assertThat(rounds("2015-08-31")).isEmpty();
    }

    private static List<Rounds.Round> rounds(String on) {
        return new Rounds(ROWS.db()).of(book().scope(TOWN, Divisions.THEN, on(on)), on(on));
    }

    @Test
    void aPoorVillageIsStillPoorUntilItIsOut() {
        ROWS.put(LaterTownship.story(feed).messages());
        for (var day : List.of("2014-02-28", "2014-03-01", "2017-10-31", "2017-11-01")) {
            var identified = day.equals("2014-02-28") ? "0" : "1";
            var out = day.equals("2017-11-01") ? "1" : "0";
            assertThat(value("poor-villages", LATER_VILLAGE, day)).isEqualTo(identified);
            assertThat(value("poor-villages-exited", LATER_VILLAGE, day)).isEqualTo(out);
            assertThat(value("poor-villages-remaining", LATER_VILLAGE, day))
                    .isEqualTo(out.equals("1") ? "0" : identified);
        }
    }

    @Test
    void aVillageIsRecheckedOnceAndFailsUntilItIsMended() {
        LaterTownship.story(feed);
        for (var said : List.of("2018-01-01 false", "2018-02-01 true", "2018-03-01 false")) {
            OtherTownship.region(
                    feed,
                    LaterTownship.VILLAGE,
                    "VillageExitRechecked",
                    "'decidedBy':{'body':'县'},'confirmed':" + said.split(" ")[1],
                    said.split(" ")[0]);
        }
        ROWS.put(feed.messages());
        for (var day : List.of("2017-12-31 0", "2018-01-01 1", "2018-02-01 0", "2018-03-01 1")) {
            assertThat(value("villages-recheck-failed", LATER_VILLAGE, day.split(" ")[0]))
                    .isEqualTo(day.split(" ")[1]);
        }
        assertThat(value("villages-rechecked", LATER_VILLAGE, "2018-03-01")).isEqualTo("1");
        // what is identified anew is out by another exit
        OtherTownship.region(
                feed,
                LaterTownship.VILLAGE,
                "PoorVillageIdentified",
                "'decidedBy':{'body':'县'}",
                "2018-05-01");
        ROWS.put(feed.messages());
        assertThat(value("villages-recheck-failed", LATER_VILLAGE, "2018-05-01")).isEqualTo("0");
    }

    @Test
    void aVillageWhoseStepWasTakenBackStandsAsItStood() {
        LaterTownship.story(feed);
        ROWS.put(feed.messages());
        var day = "2018-06-30";
        assertThat(value("poor-villages-remaining", LATER_VILLAGE, day)).isEqualTo("0");
        assertThat(value("villages-out-incidence-rural", LATER_VILLAGE, day)).isEqualTo("0.11");
        var before = "household:" + feed.position("household");
        ofVillage("PoorVillageExitTakenBack", corrects(last("PoorVillageExited")));
        ROWS.put(feed.messages());
        assertThat(value("poor-villages-remaining", LATER_VILLAGE, day)).isEqualTo("1");
        assertThat(value("villages-out-incidence-rural", LATER_VILLAGE, day)).isEqualTo("0");
        assertThat(
                        book().value(
                                        figure("poor-villages-remaining"),
                                        LATER_VILLAGE,
                                        Divisions.THEN,
                                        ROWS.resolve(
                                                Asked.of(day, before, LocalDate.of(2026, 12, 31))))
                                .value()
                                .toPlainString())
                .isEqualTo("0");
        ofVillage("PoorVillageIdentificationTakenBack", corrects(last("PoorVillageIdentified")));
        ROWS.put(feed.messages());
        assertThat(value("poor-villages", LATER_VILLAGE, day)).isEqualTo("0");
        assertThat(value("poor-villages-remaining", LATER_VILLAGE, day)).isEqualTo("0");
    }

    @Test
    void aRecheckOfAVillageThatNeverWasPoorIsNotCounted() {
        LaterTownship.story(feed);
        var village = LaterTownship.NEXT_VILLAGE;
        var recheck = "'decidedBy':{'body':'县'},'confirmed':false";
        OtherTownship.region(feed, village, "VillageExitRechecked", recheck, "2016-05-01");
        ROWS.put(feed.messages());
        var there = new Region(village);
        assertThat(value("villages-rechecked", there, "2018-06-30")).isEqualTo("0");
        assertThat(value("villages-recheck-failed", there, "2018-06-30")).isEqualTo("0");
        // identified later, it may be, but not as what was rechecked
        OtherTownship.region(
                feed, village, "PoorVillageIdentified", "'decidedBy':{'body':'县'}", "2016-05-02");
        ROWS.put(feed.messages());
        assertThat(value("villages-rechecked", there, "2018-06-30")).isEqualTo("0");
        OtherTownship.region(feed, village, "VillageExitRechecked", recheck, "2017-05-01");
        ROWS.put(feed.messages());
        assertThat(value("villages-rechecked", there, "2018-06-30")).isEqualTo("1");
    }

    @Test
    void whatAVillageCameAfterWasPoorForItsRecheck() {
        LaterTownship.story(feed);
        Township.superseded(feed, LaterTownship.VILLAGE, "2018-05-01", LaterTownship.NEXT_VILLAGE);
        OtherTownship.region(
                feed,
                LaterTownship.NEXT_VILLAGE,
                "VillageExitRechecked",
                "'decidedBy':{'body':'县'}",
                "2018-06-01");
        ROWS.put(feed.messages());
        var there = new Region(LaterTownship.NEXT_VILLAGE);
        assertThat(value("villages-rechecked", there, "2018-06-30")).isEqualTo("1");
    }

    @Test
    void aRecheckThatWasTakenBackIsNone() {
        LaterTownship.story(feed);
        ofVillage("VillageExitRechecked", "'decidedBy':{'body':'县'},'confirmed':false");
        ROWS.put(feed.messages());
        assertThat(value("villages-recheck-failed", LATER_VILLAGE, "2018-06-30")).isEqualTo("1");
        ofVillage("VillageExitRecheckTakenBack", corrects(last("VillageExitRechecked")));
        ROWS.put(feed.messages());
        assertThat(value("villages-recheck-failed", LATER_VILLAGE, "2018-06-30")).isEqualTo("0");
        assertThat(value("villages-rechecked", LATER_VILLAGE, "2018-06-30")).isEqualTo("0");
    }

    @Test
    void aVillageThatWasListedByMistakeIsNotCounted() {
        var village = "513423190288";
        Township.listed(feed, village, "误村", "VILLAGE", "513423190000", null, true);
        ROWS.put(feed.messages());
        var there = new Region(village);
        assertThat(value("villages", there, "2018-06-30")).isEqualTo("1");
        OtherTownship.region(
                feed, village, "ListingTakenBack", corrects(last("RegionListed")), "2018-06-01");
        ROWS.put(feed.messages());
        assertThat(value("villages", there, "2018-06-30")).isEqualTo("0");
    }

    private void ofVillage(String type, String fields) {
        OtherTownship.region(feed, LaterTownship.VILLAGE, type, fields, "2018-06-01");
    }

    private Message last(String type) {
        return feed.messages().stream()
                .filter(message -> message.type().equals(type))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void aVillageThatIsOutHasTheIncidenceOfThatDayAsItWasCorrected() {
        LaterTownship.story(feed);
        var exit =
                feed.messages().stream()
                        .filter(message -> message.type().equals("PoorVillageExited"))
                        .findFirst()
                        .orElseThrow();
        ROWS.put(feed.messages());
        assertThat(value("villages-out-incidence-rural", LATER_VILLAGE, "2017-10-31"))
                .isEqualTo("0");
        assertThat(value("villages-out-incidence-rural", LATER_VILLAGE, "2017-11-01"))
                .isEqualTo("0.11");
        OtherTownship.region(
                feed,
                LaterTownship.VILLAGE,
                "PoorVillageFiguresCorrected",
                "'correctsEventId':'%s','poorPersons':2,'denominatorPersons':800,'denominator':'TOTAL'"
                        .formatted(exit.id()),
                "2018-01-02");
        ROWS.put(List.of(feed.messages().getLast()));
        assertThat(value("villages-out-poor-total", LATER_VILLAGE, "2017-11-01")).isEqualTo("2");
        assertThat(value("villages-out-population-total", LATER_VILLAGE, "2017-11-01"))
                .isEqualTo("800");
        assertThat(value("villages-out-incidence-total", LATER_VILLAGE, "2017-11-01"))
                .isEqualTo("0.25");
        assertThat(value("villages-out-incidence-rural", LATER_VILLAGE, "2017-11-01"))
                .isEqualTo("0");
    }

    @Test
    void aHouseholdOfAVillageThatNothingFollowsStaysInItsOldTownship() {
        ROWS.put(OtherTownship.story(feed).messages());
        assertThat(by(Divisions.THEN, "households-registered", OTHER_TOWN)).isEqualTo("2");
        assertThat(by(Divisions.THEN, "households-registered", TOWN)).isEqualTo("0");
        assertThat(by(Divisions.TODAY, "households-registered", OTHER_TOWN)).isEqualTo("1");
        assertThat(by(Divisions.TODAY, "households-registered", TOWN)).isEqualTo("1");
        assertThat(by(Divisions.TODAY, "poor-villages", TOWN)).isEqualTo("1");
        assertThat(by(Divisions.TODAY, "population", TOWN)).isEqualTo("800");
        assertThat(by(Divisions.TODAY, "population", OTHER_TOWN)).isEqualTo("0");
        // the village with a successor and the two other places went with the township
        assertThat(by(Divisions.TODAY, "residents-committees", TOWN)).isEqualTo("1");
        assertThat(by(Divisions.TODAY, "villages", OTHER_TOWN)).isEqualTo("1");
        assertThat(value("villages", OTHER_TOWN, "2018-05-01")).isEqualTo("0");
        assertThat(
                        book().lines(
                                        figure("households-registered"),
                                        OTHER_TOWN,
                                        Divisions.TODAY,
                                        on("2014-12-31"),
                                        0,
                                        10))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.region()).isEqualTo(OtherTownship.LOST_VILLAGE);
                    assertThat(line.noSuccessor()).isTrue();
                });
    }

    @Test
    void whatTheSuccessorSaysReplacesWhatWasSaidBeforeIt() {
        OtherTownship.story(feed);
        fact(TOWN, "population", 500, "2013-12-31");
        fact(TOWN, "population", 1400, "2019-12-31");
        ROWS.put(feed.messages());
        assertThat(value("population", TOWN, "2018-04-30")).isEqualTo("500");
        assertThat(value("population", TOWN, "2018-05-01")).isEqualTo("1300");
        assertThat(value("population", TOWN, "2019-12-31")).isEqualTo("1400");
    }

    /** By the divisions of today it lies in its township, with which it is not added twice. */
    @Test
    void whatWasSaidOfAVillageThatWasDividedCountsOnceAndSaysThatItCannotBeDivided() {
        var parts = List.of("513423199210", "513423199211");
        var divided = VILLAGE.code();
        fact(VILLAGE, "population", 900, "2013-12-31");
        fact(new Region("513423199202"), "population", 100, "2013-12-31");
        quota(divided, 7);
        quota("513423199202", 5);
        Township.superseded(feed, divided, "2018-05-01", parts.getFirst(), parts.getLast());
        ROWS.put(feed.messages());
        assertThat(by(Divisions.THEN, "population", TOWN)).isEqualTo("1000");
        assertThat(by(Divisions.TODAY, "population", TOWN)).isEqualTo("1000");
        assertThat(by(Divisions.TODAY, "quota-persons", TOWN)).isEqualTo("12");
        assertThat(by(Divisions.TODAY, "quota-ceiling-persons", TOWN)).isEqualTo("12");
        assertThat(
                        book().lines(
                                        figure("population"),
                                        TOWN,
                                        Divisions.TODAY,
                                        on("2014-12-31"),
                                        0,
                                        10))
                .filteredOn(line -> divided.equals(line.recordedRegion()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.region()).isEqualTo(TOWN.code());
                    assertThat(line.dividedInto()).isEqualTo(parts);
                });
        fact(TOWN, "population", 1000, "2014-06-30");
        fact(new Region(parts.getFirst()), "population", 300, "2019-01-01");
        ROWS.clear().put(feed.messages());
        assertThat(by(Divisions.TODAY, "population", TOWN)).isEqualTo("1000");
        assertThat(value("population", TOWN, "2019-12-31")).isEqualTo("1000");
        assertThat(value("population", new Region(parts.getFirst()), "2019-12-31"))
                .isEqualTo("300");
    }

    private void quota(String region, int persons) {
        feed.household(
                "quota-%s-2014".formatted(region),
                "QuotaAllocated",
                """
                {'quotaId':'quota-%1$s-2014','region':'%1$s','year':2014,'persons':%2$d,'ceilingPersons':%2$d,
                 'decidedBy':{'body':'县扶贫移民局'},'assumed':false,'occurredOn':'2014-03-01'}
                """
                        .formatted(region, persons));
    }

    @Test
    void whoCameInLateCountsFromTheDayItHappenedOnceItIsKnown() {
        feed.at("2014-06-01T00:00:00Z");
        registered("a", 4, "2014-06-01");
        feed.at("2015-06-01T00:00:00Z");
        joined("a", "2014-08-01");
        joined("a", "2014-05-01");
        ROWS.put(feed.messages());
        var before =
                ROWS.resolve(
                        Asked.of(
                                "2014-09-01",
                                "2015-01-01T00:00:00Z",
                                LocalDate.parse("2020-01-01")));
        var registered = figure("persons-registered");
        assertThat(book().value(registered, TOWN, Divisions.THEN, before).value())
                .isEqualByComparingTo("4");
        assertThat(value("persons-registered", TOWN, "2014-07-31")).isEqualTo("5");
        assertThat(value("persons-registered", TOWN, "2014-08-01")).isEqualTo("6");
        // who came before the registration is one of those identified
        assertThat(value("persons-identified", TOWN, "2014-08-01")).isEqualTo("5");
        assertThat(value("persons-joined", TOWN, "2014-08-01")).isEqualTo("1");
    }

    private void fact(Region region, String measure, int value, String on) {
        OtherTownship.region(
                feed,
                region.code(),
                "RegionFactRecorded",
                "'measure':'%s','value':%d,'unit':'person','approximate':false"
                        .formatted(measure, value),
                on);
    }

    private static String by(Divisions divisions, String figure, Region region) {
        return book().value(figure(figure), region, divisions, on("2014-12-31"))
                .value()
                .toPlainString();
    }

    private static AsOf on(String day) {
        return Rows.on(LocalDate.parse(day));
    }

    private String value(String figure, Region region, String effective) {
        return book().value(
                        figure(figure), region, Divisions.THEN, Rows.on(LocalDate.parse(effective)))
                .value()
                .toPlainString();
    }

    private List<Line> lines(String figure) {
        return book().lines(
                        figure(figure),
                        TOWN,
                        Divisions.THEN,
                        Rows.on(LocalDate.parse("2015-01-01")),
                        0,
                        100);
    }

    private static String known(String effective, @Nullable String known) {
        var asOf = ROWS.resolve(Asked.of(effective, known, LocalDate.parse("2020-01-01")));
        return book().value(figure("households-registered"), TOWN, Divisions.THEN, asOf)
                .value()
                .toPlainString();
    }

    /** 村民小组: only what is of households can be asked of some of them. */
    @Test
    void aFigureOfHouseholdsCanBeOfSomeOfThem() {
        registered("1", 3, "2014-06-01");
        registered("2", 2, "2014-06-01");
        ROWS.put(feed.messages());
        var some = FigureBook.of(List.of("household-2"), ROWS.db());
        var asOf = Rows.on(LocalDate.parse("2015-01-01"));
        assertThat(some.value(figure("persons-registered"), TOWN, Divisions.THEN, asOf).value())
                .isEqualByComparingTo("2");
        assertThat(some.lines(figure("households-registered"), TOWN, Divisions.THEN, asOf, 0, 10))
                .extracting(Line::subject)
                .containsExactly("household-2");
        assertThat(FigureBook.isOfHouseholds(figure("persons-registered"))).isTrue();
        assertThat(FigureBook.isOfHouseholds(figure("households-total"))).isFalse();
    }

    private static FigureBook book() {
        return new FigureBook(ROWS.db());
    }

    private static Figure figure(String id) {
        return Objects.requireNonNull(Figures.find(id), id);
    }

    private void opened(String household, String type, String village, int persons, String on) {
        var members =
                IntStream.rangeClosed(1, persons)
                        .mapToObj(i -> "{'personId':'person-%d','maskedName':'阿**'}".formatted(i))
                        .collect(Collectors.joining(","));
        feed.household(
                "household-" + household,
                type,
                """
                {'householdId':'household-%s','region':'%s','head':'person-1','members':[%s],
                 'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household, village, members, on));
    }

    private void registered(String household, int persons, String on) {
        opened(household, "HouseholdApplied", "513423199201", persons, "2014-04-01");
        feed.household(
                "household-" + household,
                "HouseholdRegistered",
                """
                {'householdId':'household-%s','region':'513423199201','persons':%d,'mainCause':'WATER',
                 'povertyLineId':'povertyline-513423000000-2013','lineFenPerYear':273600,'assumed':true,'occurredOn':'%s'}
                """
                        .formatted(household, persons, on));
    }

    private void left(String household, int person, String on) {
        said(
                household,
                "MemberLeft",
                "'personId':'person-%d','reason':'DEATH','persons':0".formatted(person),
                on);
    }

    private void joined(String household, String on) {
        said(
                household,
                "MemberJoined",
                "'member':{'personId':'person-9','maskedName':'阿*'},'reason':'BIRTH','persons':0",
                on);
    }

    /** An event of the household with these fields beside its id and day. */
    private void said(String household, String type, String fields, String on) {
        feed.household(
                "household-" + household,
                type,
                "{'householdId':'household-%s',%s,'assumed':false,'occurredOn':'%s'}"
                        .formatted(household, fields, on));
    }

    private Message moved(String household, String type, int persons, String on) {
        return feed.household(
                "household-" + household,
                type,
                "{'householdId':'household-%s','persons':%d,'cause':'ILLNESS','occurredOn':'%s'}"
                        .formatted(household, persons, on));
    }

    private void project(String project, String kind) {
        feed.add(
                "project",
                "project-" + project,
                "ProjectProposed",
                """
                {'projectId':'project-%s','region':'513423199000','name':'项目%s','kind':'%s',
                 'plannedOutputs':[],'proposedBy':'镇政府','assumed':false,'occurredOn':'2014-03-01'}
                """
                        .formatted(project, project, kind));
    }

    private void committed(String commitment, String project, long amountFen) {
        feed.add(
                "funding",
                "commitment-" + commitment,
                "FundsCommitted",
                """
                {'commitmentId':'commitment-%s','projectId':'project-%s','region':'513423199000',
                 'lines':[{'allocationId':'a','amountFen':%d}],'amountFen':%d,'postings':[],
                 'assumed':false,'occurredOn':'2014-03-01'}
                """
                        .formatted(commitment, project, amountFen, amountFen));
    }
}
