package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A grant that was entered wrongly was had on no day, and the history shows it and its correction.
 */
class TakenBackPolicyTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final int NUMBER = 41;

    private final Feed feed = new Feed();

    TakenBackPolicyTest() {
        Township.opened(
                feed, "HouseholdApplied", NUMBER, 3, Township.VILLAGES.getFirst(), "2014-04-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private String said(String type, String fields, String on) {
        return Township.said(feed, type, NUMBER, fields.strip(), on).id();
    }

    private void takenBack(String grant, String from, String on) {
        said(
                "PolicyTakenBack",
                """
                'correctsEventId':'%s','grantedOn':'2015-09-01','policy':'RAIN_AND_DEW','details':{'schoolYear':2015},
                'recipients':['%s'],'reason':'登错成员','approvedBy':'chief-1'
                """
                        .formatted(grant, from),
                on);
    }

    private static HouseholdHistory history(String on, @Nullable String known) {
        return new Histories(ROWS.snapshots())
                .at(Township.household(NUMBER), Asked.of(on, known, LocalDate.of(2026, 1, 1)));
    }

    private static List<String> had(String on, @Nullable String known) {
        return history(on, known).state().policies().stream()
                .map(HouseholdAt.Policy::personId)
                .toList();
    }

    @Test
    void itIsTakenBackFromSomeAndThenFromAllOnEveryDay() {
        var grant =
                said(
                        "PolicyGranted",
                        """
                        'policy':'RAIN_AND_DEW','details':{'schoolYear':2015},'wholeHousehold':false,
                        'recipients':['person-41-1','person-41-2'],'decidedBy':{'body':'县'}
                        """,
                        "2015-09-01");
        var before = "household:" + feed.position("household");
        takenBack(grant, "person-41-1", "2016-02-01");
        var between = "household:" + feed.position("household");
        takenBack(grant, "person-41-2", "2016-02-02");
        ROWS.clear().put(feed.messages());
        assertThat(had("2015-09-01", before)).containsExactly("person-41-1", "person-41-2");
        assertThat(had("2015-09-01", between)).containsExactly("person-41-2");
        assertThat(had("2015-09-01", null)).isEmpty();
        assertThat(had("2017-01-01", null)).isEmpty();
        assertThat(history("2016-12-31", null).events())
                .extracting(HouseholdHistory.Event::type)
                .endsWith("PolicyGranted", "PolicyTakenBack", "PolicyTakenBack");
        assertThat(history("2016-12-31", null).events().getLast().zh())
                .isEqualTo("撤销误登的享受雨露计划(2015—2016 学年)(2015-09-01 起):成员 阿**,原因:登错成员");
        assertThat(history("2016-12-31", null).events().getLast().approvedBy())
                .isEqualTo("chief-1");
    }

    @Test
    void whatCameOfAnApplicationIsTold() {
        said(
                "PolicyAppliedFor",
                "'policy':'TRAINING','details':{'course':'养殖'},'recipients':['person-41-1','person-41-2']",
                "2015-06-01");
        said(
                "PolicyApplicationDeclined",
                "'policy':'TRAINING','details':{'course':'养殖'},'recipients':['person-41-1'],'reason':'班满','decidedBy':{'body':'县'}",
                "2015-06-10");
        said(
                "PolicyApplicationWithdrawn",
                "'policy':'TRAINING','details':{'course':'养殖'},'recipients':['person-41-2'],'note':'已外出'",
                "2015-06-11");
        ROWS.clear().put(feed.messages());
        assertThat(history("2015-12-31", null).events())
                .extracting(HouseholdHistory.Event::zh)
                .endsWith(
                        "申报职业技能培训(养殖):成员 阿**、阿**",
                        "不予批准申报职业技能培训(养殖):成员 阿**,原因:班满",
                        "撤回申报职业技能培训(养殖):成员 阿**(已外出)");
    }
}
