package cn.fupin.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics have no order among each other: the rows must not depend on who came first. */
class ProjectionsCommuteTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final List<Message> STORY = story();
    private static final Map<String, List<String>> IN_ORDER = ROWS.put(STORY).contents();

    private static List<Message> story() {
        var feed = LaterTownship.story(OtherTownship.story(Township.story()));
        Township.helperNamed(feed, "HelperNamed", "章*", "2014-08-01");
        Township.helperNamed(feed, "HelperDetailsChanged", "章**", "2015-08-01");
        feed.household(
                "appraisal-00000000-0000-0000-0000-000000000001",
                "HelperAppraised",
                """
                {'appraisalId':'appraisal-00000000-0000-0000-0000-000000000001','helperId':'%s','region':'%s',
                 'year':2015,'grade':'EXCELLENT','decidedBy':{'body':'县扶贫局'},'assumed':false,'occurredOn':'2016-01-15'}
                """
                        .formatted(Township.HELPER, Township.CODE));
        announced(feed);
        var exit =
                feed.messages().stream()
                        .filter(message -> message.type().equals("PoorVillageExited"))
                        .findFirst()
                        .orElseThrow();
        OtherTownship.region(
                feed,
                LaterTownship.VILLAGE,
                "PoorVillageFiguresCorrected",
                "'correctsEventId':'%s','poorPersons':2,'denominatorPersons':900,'denominator':'RURAL'"
                        .formatted(exit.id()),
                "2018-01-02");
        wrongPlaces(feed);
        feed.household(
                "povertyline-513423000000-2013",
                "PovertyLineCorrected",
                """
                {'povertyLineId':'povertyline-513423000000-2013','region':'513423000000','year':2013,
                 'correctsEventId':'e','lineFenPerYear':276300,'incomeConcept':'NET_INCOME','reason':'误录',
                 'approvedBy':'officer-2','occurredOn':'2014-08-01'}
                """);
        feed.household(
                "quota-513423199000-2014",
                "QuotaCorrected",
                """
                {'quotaId':'quota-513423199000-2014','region':'513423199000','year':2014,'correctsEventId':'e',
                 'amountOn':'2014-03-01','persons':11,'ceilingPersons':12,'reason':'误录','approvedBy':'officer-2',
                 'occurredOn':'2014-08-01'}
                """);
        return feed.messages();
    }

    /** What was entered wrongly of places, and a group that was renamed. */
    private static void wrongPlaces(Feed feed) {
        var wrong =
                new String[][] {
                    {"RegionSuperseded", "'successors':['513423199201']", "SuccessionTakenBack"},
                    {"RegionRenamed", "'name':'新村','formerName':'旧村'", "RenamingTakenBack"},
                    {
                        "PoorVillageIdentified",
                        "'decidedBy':{'body':'县'}",
                        "PoorVillageIdentificationTakenBack"
                    },
                    {
                        "PoorVillageExited",
                        "'poorPersons':1,'denominatorPersons':900,'denominator':'RURAL','incidenceBasisPoints':11,"
                                + "'mostBasisPoints':300,'decidedBy':{'body':'县'}",
                        "PoorVillageExitTakenBack"
                    },
                    {
                        "VillageExitRechecked",
                        "'decidedBy':{'body':'县'},'confirmed':true",
                        "VillageExitRecheckTakenBack"
                    },
                    {
                        "RegionListed",
                        "'name':'误村','level':'VILLAGE','parent':'513423190000','official':false,'sample':true",
                        "ListingTakenBack"
                    }
                };
        var village = "513423190288";
        for (var each : wrong) {
            OtherTownship.region(feed, village, each[0], each[1], "2018-05-01");
            OtherTownship.region(
                    feed,
                    village,
                    each[2],
                    "'correctsEventId':'%s','reason':'误登','approvedBy':'officer-2'"
                            .formatted(feed.messages().getLast().id()),
                    "2018-06-01");
        }
        OtherTownship.region(
                feed,
                LaterTownship.NEXT_VILLAGE,
                "RegionListingCorrected",
                "'correctsEventId':'e','listedOn':'2014-01-01','name':'戊村','formerName':'丁村','level':'VILLAGE',"
                        + "'parent':'%s','official':false,'sample':true,'reason':'误登','approvedBy':'officer-2'"
                                .formatted(LaterTownship.CODE),
                "2018-06-01");
        OtherTownship.region(
                feed,
                LaterTownship.VILLAGE,
                "VillageGroupRenamed",
                "'group':'01','name':'红旗组','formerName':'一组'",
                "2017-01-01");
    }

    private static void announced(Feed feed) {
        var announcement = "announcement-00000000-0000-0000-0000-000000000001";
        feed.household(
                announcement,
                "AnnouncementPublished",
                """
                {'announcementId':'%s','kind':'REGISTRATION','region':'%s','place':'村务公开栏','householdIds':['%s'],
                 'decidedBy':{'body':'县扶贫局'},'assumed':false,'occurredOn':'2014-07-02'}
                """
                        .formatted(
                                announcement,
                                LaterTownship.VILLAGE,
                                Township.household(LaterTownship.HOUSEHOLD)));
        feed.household(
                announcement,
                "AnnouncementWithdrawn",
                """
                {'announcementId':'%s','reason':'误列','decidedBy':{'body':'县扶贫局'},'assumed':false,
                 'occurredOn':'2014-07-20'}
                """
                        .formatted(announcement));
        feed.household(
                "exclusionitem-513423000000-SHOP",
                "ExclusionItemEnacted",
                """
                {'itemId':'exclusionitem-513423000000-SHOP','region':'513423000000','code':'SHOP','name':'有商铺',
                 'list':'不动产登记','effectiveFrom':'2014-01-01','source':'细则','assumed':false,'occurredOn':'2014-01-01'}
                """);
        feed.household(
                "exclusion-a",
                "ExclusionRuleEnacted",
                """
                {'exclusionId':'exclusion-a','region':'513423000000','effectiveFrom':'2014-01-01','item':'CAR',
                 'effect':'REFUSE','text':'有车的','source':'细则','assumed':false,'occurredOn':'2014-01-01'}
                """);
        feed.household(
                "exclusion-a",
                "ExclusionRuleEnded",
                "{'exclusionId':'exclusion-a','decidedBy':{'body':'县'},'assumed':false,'occurredOn':'2018-01-01'}");
        feed.household(
                "matching-a",
                "MatchingListReceived",
                """
                {'matchingId':'matching-a','region':'513423000000','item':'CAR','source':'车管所','asOf':'2014-03-31',
                 'entries':9,'sha256':'0','assumed':false,'occurredOn':'2014-04-02'}
                """);
        feed.household(
                "matching-a",
                "ListedPersonsFound",
                "{'matchingId':'matching-a','personIds':['person-21-1'],'occurredOn':'2014-04-02'}");
        Township.reinstated(feed, 3, "REMOVAL", 5, "2018-02-01");
        var joined =
                feed.messages().stream()
                        .filter(message -> message.type().equals("MemberJoined"))
                        .findFirst()
                        .orElseThrow();
        feed.household(
                joined.streamId(),
                "MemberDayCorrected",
                """
                {'householdId':'%s','correctsEventId':'%s','came':true,'member':%s,'wrongDay':'%s','rightDay':'2015-01-02',
                 'persons':4,'reason':'误登','approvedBy':'chief-1','occurredOn':'2018-02-02'}
                """
                        .formatted(
                                joined.streamId(),
                                joined.id(),
                                joined.json().get("member").toString().replace('"', '\''),
                                joined.json().get("occurredOn").asString()));
        Township.said(
                feed,
                "RelapseRevoked",
                LaterTownship.HOUSEHOLD,
                "'revokesEventId':'e','relapsedOn':'2017-03-01','quotaYear':2017,'persons':1,'reason':'误登',"
                        + "'decidedBy':{'body':'县'},'approvedBy':'chief-1'",
                "2018-02-01");
        feed.household(
                "assessment-wrong",
                "AssessmentCorrected",
                """
                {'assessmentId':'assessment-wrong','heldOn':'2014-04-10','attendance':9,
                 'ballots':[{'householdId':'%s','votesFor':5,'votesAgainst':2}],'reason':'误录',
                 'approvedBy':'chief','assumed':false,'occurredOn':'2014-06-01'}
                """
                        .formatted(Township.household(LaterTownship.HOUSEHOLD)));
        Township.said(
                feed,
                "VisitTakenBack",
                LaterTownship.HOUSEHOLD,
                "'correctsEventId':'household-HouseholdVisited-51','reason':'登错户','approvedBy':'chief-1'",
                "2016-05-01");
        feed.household(
                "sampling-00000000-0000-0000-0000-000000000001",
                "FaultsRectified",
                """
                {'samplingId':'sampling-00000000-0000-0000-0000-000000000001','householdId':'%s','by':'镇扶贫办',
                 'handling':'已补签','assumed':false,'occurredOn':'2015-10-10'}
                """
                        .formatted(Township.household(LaterTownship.HOUSEHOLD)));
        feed.add(
                "funding",
                "loan-a",
                "MicroCreditLent",
                """
                {'loanId':'loan-a','region':'513423197201','householdId':'%s','lender':'农村信用社','amountFen':100,
                 'purpose':'养猪','usedBy':'HOUSEHOLD','dueOn':'2017-03-01','postings':[],'assumed':true,
                 'occurredOn':'2015-03-01'}
                """
                        .formatted(Township.household(21)));
        feed.add(
                "funding",
                "loan-a",
                "MicroCreditRepaid",
                "{'loanId':'loan-a','amountFen':40,'postings':[],'assumed':true,'occurredOn':'2016-03-01'}");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void theStoryFillsEveryTable() {
        assertThat(IN_ORDER).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyInterleavingOfTheStreamsGivesTheSameRows(long seed) {
        var shuffled = interleaved(STORY, new Random(seed));
        assertThat(ROWS.clear().put(shuffled).contents()).isEqualTo(IN_ORDER);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void soDoesAnyInterleavingOfRandomLives(long seed) {
        var lives = Township.randomLives(seed, 25).messages();
        var inOrder = ROWS.clear().put(lives).contents();
        assertThat(ROWS.clear().put(interleaved(lives, new Random(seed))).contents())
                .isEqualTo(inOrder);
    }

    @Test
    void aMessageThatComesTwiceIsOneRow() {
        assertThat(ROWS.clear().put(STORY).put(STORY).contents()).isEqualTo(IN_ORDER);
    }

    /** Each stream keeps its order; the streams are dealt at random. */
    private static List<Message> interleaved(List<Message> messages, Random random) {
        var streams = new LinkedHashMap<String, Deque<Message>>();
        for (var message : messages) {
            streams.computeIfAbsent(message.streamId(), _ -> new ArrayDeque<>()).add(message);
        }
        var open = new ArrayList<>(streams.values());
        var dealt = new ArrayList<Message>();
        while (!open.isEmpty()) {
            var stream = open.get(random.nextInt(open.size()));
            dealt.add(stream.remove());
            if (stream.isEmpty()) open.remove(stream);
        }
        return dealt;
    }
}
