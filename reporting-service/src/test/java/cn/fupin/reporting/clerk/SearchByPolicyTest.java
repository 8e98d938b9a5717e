package cn.fupin.reporting.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.projection.Message;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Households by what policy gives them: an application that waits, what is had, what has ended. */
class SearchByPolicyTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String ALLOWANCE = "'policy':'SUBSISTENCE_ALLOWANCE','details':{}";
    private static final String RAIN = "'policy':'RAIN_AND_DEW','details':{'schoolYear':%d}";

    private final Feed feed = new Feed();

    SearchByPolicyTest() {
        Township.listed(feed);
        Township.applied(feed, 1, 3, "2014-04-01");
        Township.applied(feed, 2, 3, "2014-04-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private Message said(String type, int household, String policy, String who, String on) {
        return Township.said(feed, type, household, policy + ",'recipients':[" + who + "]", on);
    }

    private static List<Integer> found(String policy, String state, String on) {
        return found(policy, state, on, null);
    }

    private static List<Integer> found(
            String policy, String state, String on, @Nullable String known) {
        var asOf = ROWS.resolve(Asked.of(on, known, LocalDate.of(2026, 1, 1)));
        var wanted = new Wanted(null, null, null, null, null, policy, state, null, null);
        return Households.page(
                        new Region(Township.CODE),
                        Divisions.THEN,
                        null,
                        wanted,
                        null,
                        50,
                        asOf,
                        ROWS.db())
                .households()
                .stream()
                .map(row -> Integer.parseInt(row.householdId().substring(34)))
                .toList();
    }

    @Test
    void whatLastsIsHeldUntilItEndsForTheLastWhoHasIt() {
        said("PolicyGranted", 1, ALLOWANCE, "'person-1-0','person-1-1'", "2015-01-01");
        said("PolicyEnded", 1, ALLOWANCE, "'person-1-1'", "2015-06-01");
        said("PolicyEnded", 1, ALLOWANCE, "'person-1-0'", "2015-09-01");
        said("PolicyGranted", 2, ALLOWANCE, "'person-2-0'", "2015-01-01");
        Township.said(feed, "HouseholdRemoved", 2, "'persons':3,'cause':'X'", "2016-01-01");
        ROWS.clear().put(feed.messages());
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2014-12-31")).isEmpty();
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2015-06-01")).containsExactly(1, 2);
        assertThat(found("SUBSISTENCE_ALLOWANCE", "ENDED", "2015-08-31")).isEmpty();
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2015-09-01")).containsExactly(2);
        assertThat(found("SUBSISTENCE_ALLOWANCE", "ENDED", "2015-09-01")).containsExactly(1);
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2016-01-01")).isEmpty();
        assertThat(found("EMPLOYMENT", "HELD", "2015-06-01")).isEmpty();
    }

    @Test
    void whatEndsUnderTheNumberThatCameLaterHasEnded() {
        said("PolicyGranted", 1, ALLOWANCE, "'person-1-0'", "2015-01-01");
        Township.said(
                feed,
                "MemberNumberCorrected",
                1,
                """
                'personId':'person-1-0','identifiedAs':'person-right','member':{'personId':'person-right',
                'maskedName':'阿**','relation':'HEAD','sex':'MALE','birthYear':1970},'memberSince':'2014-04-01',
                'headSince':'2014-04-01'
                """
                        .strip(),
                "2015-03-01");
        said("PolicyEnded", 1, ALLOWANCE, "'person-right'", "2015-09-01");
        ROWS.clear().put(feed.messages());
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2015-08-31")).containsExactly(1);
        assertThat(found("SUBSISTENCE_ALLOWANCE", "HELD", "2015-09-01")).isEmpty();
    }

    @Test
    void anApplicationWaitsUntilItIsGrantedDeclinedOrWithdrawn() {
        said("PolicyAppliedFor", 1, RAIN.formatted(2015), "'person-1-1'", "2015-06-01");
        said("PolicyGranted", 1, RAIN.formatted(2015), "'person-1-1'", "2015-09-01");
        said("PolicyAppliedFor", 1, RAIN.formatted(2016), "'person-1-1'", "2016-06-01");
        said("PolicyApplicationDeclined", 1, RAIN.formatted(2016), "'person-1-1'", "2016-07-01");
        said("PolicyAppliedFor", 1, RAIN.formatted(2016), "'person-1-1'", "2016-08-01");
        said("PolicyApplicationWithdrawn", 1, RAIN.formatted(2016), "'person-1-1'", "2016-08-20");
        said("PolicyAppliedFor", 2, RAIN.formatted(2016), "'person-2-1'", "2016-06-01");
        ROWS.clear().put(feed.messages());
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2015-05-31")).isEmpty();
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2015-06-01")).containsExactly(1);
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2015-09-01")).isEmpty();
        assertThat(found("RAIN_AND_DEW", "HELD", "2020-01-01")).containsExactly(1);
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2016-06-01")).containsExactly(1, 2);
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2016-07-01")).containsExactly(2);
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2016-08-01")).containsExactly(1, 2);
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2016-08-20")).containsExactly(2);
    }

    @Test
    void whatIsTakenBackWasHadOnNoDayAndTheApplicationWaitsAgain() {
        said("PolicyAppliedFor", 1, RAIN.formatted(2015), "'person-1-1'", "2015-06-01");
        var grant =
                said(
                        "PolicyGranted",
                        1,
                        RAIN.formatted(2015),
                        "'person-1-1','person-1-2'",
                        "2015-09-01");
        var before = "household:" + feed.position("household");
        takenBack(grant, "'person-1-1'");
        var between = "household:" + feed.position("household");
        takenBack(grant, "'person-1-2'");
        ROWS.clear().put(feed.messages());
        assertThat(found("RAIN_AND_DEW", "HELD", "2015-09-01", before)).containsExactly(1);
        assertThat(found("RAIN_AND_DEW", "HELD", "2015-09-01", between)).containsExactly(1);
        assertThat(found("RAIN_AND_DEW", "HELD", "2015-09-01")).isEmpty();
        assertThat(found("RAIN_AND_DEW", "HELD", "2016-12-31")).isEmpty();
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2015-09-01", before)).isEmpty();
        assertThat(found("RAIN_AND_DEW", "APPLIED", "2015-09-01")).containsExactly(1);
        assertThat(persons("2015-09-01", before)).isEqualTo("2");
        assertThat(persons("2015-09-01", between)).isEqualTo("1");
        assertThat(persons("2015-09-01", null)).isEqualTo("0");
        assertThat(persons("2016-12-31", null)).isEqualTo("0");
    }

    private void takenBack(Message grant, String who) {
        said(
                "PolicyTakenBack",
                1,
                "'correctsEventId':'%s','grantedOn':'2015-09-01','reason':'登错成员','approvedBy':'chief-1',"
                                .formatted(grant.id())
                        + RAIN.formatted(2015),
                who,
                "2016-02-01");
    }

    private static String persons(String on, @Nullable String known) {
        return new FigureBook(ROWS.db())
                .value(
                        Objects.requireNonNull(Figures.find("persons-policy-rain-and-dew")),
                        new Region(Township.CODE),
                        Divisions.THEN,
                        ROWS.resolve(Asked.of(on, known, LocalDate.of(2026, 1, 1))))
                .value()
                .toPlainString();
    }

    @Test
    void aStateIsOfAPolicyAndOneIsHeldUnlessSaid() {
        assertThat(
                        new Wanted(null, null, null, null, null, "TRAINING", null, null, null)
                                .policyState())
                .isEqualTo("HELD");
        malformed("policy", "LOTTERY", "HELD");
        malformed("policyState", "TRAINING", "WON");
        malformed("policy", null, "HELD");
    }

    private static void malformed(
            String field, @Nullable String policy, @Nullable String policyState) {
        assertThatThrownBy(() ->
                        new Wanted(null, null, null, null, null, policy, policyState, null, null))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo(field));
    }
}
