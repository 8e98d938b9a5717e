package cn.fupin.reporting.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotasTest {
    private static final Rows ROWS = Rows.ofAll();

    private final Feed feed = new Feed();

    @BeforeEach
    void aCascade() {
        ROWS.clear();
        Township.listed(feed);
        quota("513423000000", 20, 22);
        quota(Township.CODE, 12, 13);
        quota(Township.VILLAGE, 7, 7);
        for (var household = 1; household <= 3; household++) {
            Township.applied(feed, household, 3, "2014-04-01");
        }
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.registered(feed, 2, 3, "2014-06-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void usedAndLeftAreToldForTheWholeCascade() {
        assertThat(quotas("2014-12-31"))
                .extracting(Quotas.Quota::region, Quotas.Quota::used, Quotas.Quota::left)
                .containsExactly(
                        tuple("513423000000", 6L, 16L),
                        tuple(Township.CODE, 6L, 7L),
                        tuple(Township.VILLAGE, 6L, 1L));
        assertThat(quotas("2014-05-31")).extracting(Quotas.Quota::used).containsOnly(0L);
    }

    @Test
    void aLaterBirthGoesOverAndShowsIt() {
        Township.joined(feed, 1, 3, "BIRTH", "2015-01-01");
        Township.joined(feed, 2, 3, "BIRTH", "2015-02-01");
        assertThat(quotas("2015-03-01").getLast())
                .extracting(Quotas.Quota::used, Quotas.Quota::now, Quotas.Quota::over)
                .containsExactly(6L, 8L, 1L);
    }

    @Test
    void aRemovalGivesThePlacesBackAndAnExitDoesNot() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.moved(feed, "HouseholdRemoved", 2, 3, "2014-11-20");
        assertThat(quotas("2015-12-31").getLast().used()).isEqualTo(3);
        assertThat(quotas("2014-11-19").getLast().used()).isEqualTo(6);
    }

    @Test
    void aRemovalThatIsTakenBackTakesThePlacesAgain() {
        Township.moved(feed, "HouseholdRemoved", 2, 3, "2014-11-20");
        Township.reinstated(feed, 2, "REMOVAL", 3, "2015-02-01");
        assertThat(quotas("2015-01-31").getLast()).satisfies(q -> is(q, 3, 3, 1));
        assertThat(quotas("2015-02-01").getLast()).satisfies(q -> is(q, 6, 6, 2));
        Township.merged(feed, 1, 2, List.of(0, 1, 2), "2015-03-01");
        assertThat(quotas("2015-03-01").getLast()).satisfies(q -> is(q, 6, 6, 1));
    }

    /** 3 and 3 persons of 7: the places of both are in one household, and its persons once. */
    @Test
    void thePlacesOfAHouseholdThatIsMergedGoWithItsPersons() {
        Township.merged(feed, 1, 2, List.of(0, 1, 2), "2015-03-01");
        assertThat(quotas("2015-03-01").getLast()).satisfies(q -> is(q, 6, 6, 1));
        assertThat(quotas("2015-02-28").getLast()).satisfies(q -> is(q, 6, 6, 2));
    }

    @Test
    void aRemovalGivesBackWhatAMergerBrought() {
        Township.merged(feed, 1, 2, List.of(0, 1, 2), "2014-09-01");
        Township.moved(feed, "HouseholdRemoved", 2, 6, "2014-11-20");
        assertThat(quotas("2014-12-31").getLast()).satisfies(q -> is(q, 0, 0, 0));
        assertThat(quotas("2014-11-19").getLast()).satisfies(q -> is(q, 6, 6, 1));
    }

    @Test
    void whoeverIsSplitOffTakesPlacesAlongAndGivesThemBack() {
        Township.split(feed, 1, 2, 9, "2014-09-01");
        assertThat(quotas("2014-09-01").getLast()).satisfies(q -> is(q, 6, 6, 3));
        Township.moved(feed, "HouseholdRemoved", 9, 1, "2014-11-20");
        assertThat(quotas("2014-11-20").getLast()).satisfies(q -> is(q, 5, 5, 2));
        assertThat(quotas("2014-11-19").getLast()).satisfies(q -> is(q, 6, 6, 3));
        Township.moved(feed, "HouseholdRemoved", 1, 2, "2014-12-20");
        assertThat(quotas("2014-12-20").getLast()).satisfies(q -> is(q, 3, 3, 1));
    }

    /** Nobody else is identified because a household is no more; but nobody is there. */
    @Test
    void aHouseholdThatIsDissolvedKeepsItsPlacesAndHasNoPersons() {
        Township.said(
                feed, "HouseholdDissolved", 1, "'cause':'MOVED_AWAY','persons':3", "2015-05-01");
        assertThat(quotas("2015-05-01").getLast()).satisfies(q -> is(q, 6, 3, 2));
        assertThat(quotas("2015-04-30").getLast()).satisfies(q -> is(q, 6, 6, 2));
    }

    @Test
    void aSuspendedHouseholdKeepsItsPlacesAndOneThatMovesLeavesThemBehind() {
        Township.said(feed, "HouseholdSuspended", 1, "'persons':3,'cause':'X'", "2014-08-01");
        Township.said(
                feed,
                "HouseholdMoved",
                2,
                "'region':'%s','fromRegion':'%s','reason':'OTHER','persons':3"
                        .formatted(Township.VILLAGES.getLast(), Township.VILLAGE),
                "2014-09-01");
        assertThat(quotas("2014-12-31").getLast()).satisfies(q -> is(q, 6, 6, 2));
    }

    @Test
    void aRelapseThatIsTakenBackGivesItsPlacesBack() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2014-10-20");
        var relapse =
                Township.said(
                        feed, "HouseholdRelapsed", 3, "'persons':1,'quotaYear':2014", "2014-11-01");
        assertThat(quotas("2014-11-30").getLast().used()).isEqualTo(7);
        Township.said(
                feed,
                "RelapseRevoked",
                3,
                "'revokesEventId':'%s','relapsedOn':'2014-11-01','quotaYear':2014,'persons':1"
                        .formatted(relapse.id()),
                "2014-12-01");
        assertThat(quotas("2014-11-30").getLast().used()).isEqualTo(7);
        assertThat(quotas("2014-12-01").getLast().used()).isEqualTo(6);
    }

    @Test
    void aRelapseTakesPlacesOfItsOwnYearWhereTheHouseholdLives() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2014-10-01");
        Township.said(feed, "HouseholdRelapsed", 1, "'persons':3,'quotaYear':2014", "2014-12-01");
        Township.moved(feed, "HouseholdExited", 2, 3, "2015-10-01");
        Township.said(feed, "HouseholdRelapsed", 2, "'persons':4,'quotaYear':2016", "2016-03-01");
        Township.moved(feed, "HouseholdRemoved", 2, 4, "2016-05-01");
        assertThat(quotas("2014-12-31").getLast()).satisfies(q -> is(q, 6, 6, 2));
        assertThat(quotas("2016-05-01").getLast()).satisfies(q -> is(q, 6, 3, 2));
    }

    /**
     * The household stays under the old code: what has no quota there has one in the new village.
     */
    @Test
    void placesOfADivisionThatEndedAreThoseOfWhatCameAfterIt() {
        var ended = "513424198201";
        Township.superseded(feed, ended, "2014-02-01", Township.VILLAGE);
        Township.opened(feed, "HouseholdApplied", 4, 1, ended, "2014-04-01");
        Township.registered(feed, 4, 1, "2014-06-02");
        assertThat(quotas("2014-12-31").getLast()).satisfies(q -> is(q, 7, 7, 3));
    }

    @Test
    void aDivisionThatEndedAnswersWithItsOwnQuotaAndElseWithThatOfItsHeir() {
        var heir = Township.OTHER_CODE;
        Township.superseded(feed, Township.CODE, "2015-02-01", heir);
        quota(feed, heir, 2015, 9, 9);
        ROWS.put(feed.messages());
        var asOf = Rows.on(LocalDate.of(2015, 3, 1));
        var ended =
                new Scope(
                        new Region(Township.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        var quotas = new Quotas(ROWS.db());
        assertThat(quotas.of(ended, 2014, asOf))
                .extracting(Quotas.Quota::region, Quotas.Quota::used)
                .containsExactly(tuple(Township.CODE, 6L), tuple(Township.VILLAGE, 6L));
        assertThat(quotas.of(ended, 2015, asOf))
                .extracting(Quotas.Quota::region)
                .containsExactly(heir);
        assertThat(quotas.of(ended, 2016, asOf)).isEmpty();
        assertThat(quotas.years(ended, asOf)).containsExactly(2015, 2014);
    }

    /** Once counted they stay: a succession moves nobody's places. */
    @Test
    void aSuccessionMovesNoPlaces() {
        Township.superseded(feed, Township.VILLAGE, "2015-02-01", Township.VILLAGES.getLast());
        assertThat(quotas("2015-12-31")).extracting(Quotas.Quota::used).containsExactly(6L, 6L, 6L);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void everyPlaceIsWhereThePlainCountOfTheStepsPutsIt(long seed) {
        var lives = new Feed();
        quota(lives, "513423000000", 900, 990);
        quota(lives, Township.OTHER_CODE, 300, 330);
        Township.VILLAGES.forEach(village -> quota(lives, village, 90, 99));
        Township.randomLives(lives, new Random(seed), 60);
        ROWS.clear().put(lives.messages());
        var random = new Random(seed);
        for (var question = 0; question < 12; question++) {
            var all = Long.MAX_VALUE;
            var asOf =
                    new AsOf(
                            LocalDate.of(2014, 3, 1).plusDays(random.nextInt(1500)),
                            5 + random.nextLong(lives.position("household")),
                            all,
                            all,
                            all,
                            true);
            var plain = new PlainPlaces(lives.messages(), asOf, 2014);
            assertThat(quotas(asOf))
                    .hasSize(5)
                    .allSatisfy(q ->
                            assertThat(List.of(q.used(), q.now(), q.households()))
                                    .as("%s, %s", q.region(), asOf)
                                    .isEqualTo(plain.of(new Region(q.region()))));
        }
    }

    private static void is(Quotas.Quota quota, long used, long now, long households) {
        assertThat(List.of(quota.used(), quota.now(), quota.households()))
                .containsExactly(used, now, households);
    }

    private List<Quotas.Quota> quotas(String on) {
        ROWS.put(feed.messages());
        return quotas(Rows.on(LocalDate.parse(on)));
    }

    private static List<Quotas.Quota> quotas(AsOf asOf) {
        var scope =
                new Scope(
                        new Region("513423000000"),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Quotas(ROWS.db()).of(scope, 2014, asOf);
    }

    /** From its day on it has more or fewer; what was entered wrongly reads right from its own. */
    @Test
    void anAdjustmentHoldsFromItsDayAndACorrectionFromThatOfWhatItCorrects() {
        var before = feed.position("household");
        amount("QuotaAdjusted", 9, "'reason':'调剂','documentNo':'9号','occurredOn':'2014-07-01'");
        amount(
                "QuotaCorrected",
                8,
                "'reason':'误','approvedBy':'officer-2','correctsEventId':'e','amountOn':'2014-03-01',"
                        + "'occurredOn':'2014-09-01'");
        assertThat(quotas("2014-06-30").getLast())
                .extracting(Quotas.Quota::ceiling, Quotas.Quota::used, Quotas.Quota::left)
                .containsExactly(8L, 6L, 2L);
        assertThat(quotas("2014-07-01").getLast())
                .extracting(Quotas.Quota::ceiling, Quotas.Quota::left)
                .containsExactly(9L, 3L);
        var all = Long.MAX_VALUE;
        var known = new AsOf(LocalDate.of(2014, 7, 1), before, all, all, all, true);
        assertThat(quotas(known).getLast().ceiling()).isEqualTo(7);
    }

    private void amount(String type, int persons, String more) {
        feed.household(
                "quota-%s-2014".formatted(Township.VILLAGE),
                type,
                """
                {'quotaId':'quota-%1$s-2014','region':'%1$s','year':2014,'persons':%2$d,'ceilingPersons':%2$d,%3$s}
                """
                        .formatted(Township.VILLAGE, persons, more));
    }

    private void quota(String region, int persons, int ceiling) {
        quota(feed, region, persons, ceiling);
    }

    private static void quota(Feed feed, String region, int persons, int ceiling) {
        quota(feed, region, 2014, persons, ceiling);
    }

    private static void quota(Feed feed, String region, int year, int persons, int ceiling) {
        feed.household(
                "quota-%s-%d".formatted(region, year),
                "QuotaAllocated",
                """
                {'quotaId':'quota-%1$s-%2$d','region':'%1$s','year':%2$d,'persons':%3$d,'ceilingPersons':%4$d,
                 'decidedBy':{'body':'县扶贫移民局'},'assumed':true,'occurredOn':'%2$d-03-01'}
                """
                        .formatted(region, year, persons, ceiling));
    }
}
