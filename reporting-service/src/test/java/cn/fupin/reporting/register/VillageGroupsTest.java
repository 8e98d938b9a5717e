package cn.fupin.reporting.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Due;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.clerk.Search;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Scope;
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

/** Three households of the third group, of which the second moves to another. */
class VillageGroupsTest {
    private static final Rows ROWS = Rows.ofAll();

    private final Feed feed = new Feed();

    @BeforeEach
    void aVillage() {
        ROWS.clear();
        Township.listed(feed);
        for (var household = 1; household <= 3; household++) {
            Township.applied(feed, household, 3, "2014-04-01");
            Township.registered(feed, household, 3, "2014-06-01");
        }
        into("2组", 2, "2015-01-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void whereNobodyListedAnyTheGroupIsWhatTheHouseholdsSay() {
        told();
        for (var said : List.of("3", "03", "3组", "第3村民小组", "３组")) {
            assertThat(households(said, "2014-12-31")).as(said).containsExactly(1, 2, 3);
            assertThat(households(said, "2015-01-01")).as(said).containsExactly(1, 3);
        }
        assertThat(group("3", "2015-01-01").groups())
                .extracting(VillageGroups.There::group, VillageGroups.There::name)
                .containsExactly(tuple(null, "3"));
        unknown("4", "2015-01-01", "2组、第3村民小组");
        unknown("2", "2014-12-31", "第3村民小组");
    }

    @Test
    void aListedGroupIsFoundByItsNumberAndItsName() {
        listed("02", "东组", 20);
        listed("03", "西组", 31);
        told();
        assertThat(households("西组", "2015-01-01")).containsExactly(1, 3);
        assertThat(households("3", "2015-01-01")).containsExactly(1, 3);
        assertThat(households("东组", "2015-01-01")).containsExactly(2);
        assertThat(group("3组", "2015-01-01"))
                .satisfies(asked -> {
                    assertThat(asked.lying()).isEqualTo(2);
                    assertThat(asked.ended()).isNull();
                    assertThat(asked.groups())
                            .containsExactly(new VillageGroups.There("03", "西组", 31L));
                });
        unknown("南组", "2015-01-01", "02 东组、03 西组");
    }

    @Test
    void whatWasRenamedIsFoundByAllItsNamesAndGoesByTheLast() {
        listed("02", "东组", 20);
        listed("03", "西组", 31);
        into("西组", 3, "2015-02-01");
        renamed("03", "红旗组", "西组", "2016-01-01");
        told();
        assertThat(households("3", "2016-01-01")).containsExactly(1, 3);
        assertThat(households("红旗组", "2016-01-01")).containsExactly(1, 3);
        assertThat(households("西组", "2015-12-31")).containsExactly(1, 3);
        assertThat(group("3", "2015-12-31").groups())
                .containsExactly(new VillageGroups.There("03", "西组", 31L));
        assertThat(group("3", "2016-01-01").groups())
                .containsExactly(new VillageGroups.There("03", "红旗组", 31L));
        ended("03", "'02'", "2017-01-01");
        told();
        assertThat(households("2", "2017-01-01")).containsExactly(1, 2, 3);
        assertThat(households("红旗组", "2017-01-01")).containsExactly(1, 2, 3);
    }

    private void renamed(String group, String name, String former, String on) {
        OtherTownship.region(
                feed,
                Township.VILLAGE,
                "VillageGroupRenamed",
                "'group':'%s','name':'%s','formerName':'%s'".formatted(group, name, former),
                on);
    }

    @Test
    void whatEndedIsItsHeirAndSaysSo() {
        listed("02", "东组", 20);
        listed("03", "西组", 31);
        listed("04", "新组", null);
        ended("03", "'02'", "2016-01-01");
        ended("02", "'04'", "2017-01-01");
        told();
        assertThat(households("3", "2015-12-31")).containsExactly(1, 3);
        assertThat(households("3", "2016-01-01")).containsExactly(1, 2, 3);
        assertThat(households("2", "2016-01-01")).containsExactly(1, 2, 3);
        assertThat(households("4", "2016-12-31")).isEmpty();
        assertThat(households("4", "2017-01-01")).containsExactly(1, 2, 3);
        assertThat(households("西组", "2017-01-01")).containsExactly(1, 2, 3);
        var asked = group("3", "2017-01-01");
        assertThat(asked.groups()).extracting(VillageGroups.There::group).containsExactly("04");
        assertThat(asked.ended())
                .extracting(VillageGroups.Ended::group, VillageGroups.Ended::successors)
                .containsExactly(tuple("03", List.of("02")), tuple("02", List.of("04")));
        assertThat(found(null, "2017-01-01")).doesNotContain(QualityRule.GROUP_ENDED);
    }

    @Test
    void whoLiesInAGroupThatEndedWithoutOneHeirIsTold() {
        listed("02", "东组", 20);
        listed("03", "西组", 31);
        listed("04", "新组", null);
        ended("03", "'02','04'", "2016-01-01");
        told();
        assertThat(households("3", "2016-01-01")).containsExactly(1, 2, 3);
        assertThat(households("2", "2016-01-01")).containsExactly(2);
        assertThat(findings("3", "2016-01-01"))
                .filteredOn(finding -> finding.rule() == QualityRule.GROUP_ENDED)
                .extracting(
                        Findings.Finding::householdId,
                        Findings.Finding::since,
                        Findings.Finding::detailZh)
                .containsExactly(
                        tuple(Township.household(1), LocalDate.parse("2016-01-01"), "西组(03)"),
                        tuple(Township.household(3), LocalDate.parse("2016-01-01"), "西组(03)"));
        assertThat(found(null, "2015-12-31")).doesNotContain(QualityRule.GROUP_ENDED);
        into("新组", 1, "2016-02-01");
        told();
        assertThat(households("4", "2016-02-01")).containsExactly(1);
        assertThat(findings(null, "2016-02-01"))
                .filteredOn(finding -> finding.rule() == QualityRule.GROUP_ENDED)
                .extracting(Findings.Finding::householdId)
                .containsExactly(Township.household(3));
    }

    @Test
    void whatIsDueAndWhatDoesNotFitIsOfTheGroupAlone() {
        OtherTownship.region(
                feed,
                Township.CODE,
                "RuleEnacted",
                "'ruleId':'r','code':'visits-per-month-min','value':1,'unit':'visit','effectiveFrom':'2014-01-01'",
                "2014-01-01");
        Township.helped(feed, 1, "2014-06-02");
        Township.helped(feed, 2, "2014-06-02");
        Township.notice(feed, 1, 2, 3);
        told();
        assertThat(due(DueList.VISITS, "3", "2015-03-15"))
                .extracting(Due.Item::householdId)
                .containsExactly(Township.household(1), Township.household(3));
        assertThat(due(DueList.HELPERS, "3", "2015-03-15"))
                .extracting(Due.Item::who, Due.Item::many)
                .containsExactly(tuple(Township.HELPER, 1L));
        assertThat(due(DueList.NOTICES, "3", "2015-03-15"))
                .extracting(Due.Item::many)
                .containsExactly(2L);
        var asOf = on("2015-03-15");
        assertThat(
                        new Due(ROWS.db())
                                .counts(
                                        narrowed("2", asOf).scope(),
                                        Month.of(null, asOf.effective()),
                                        asOf))
                .containsEntry(DueList.VISITS, 1L)
                .containsEntry(DueList.HELPERS, 1L)
                .containsEntry(DueList.NOTICES, 1L);
        assertThat(found("3", "2015-03-15")).containsOnlyOnce(QualityRule.NO_HELPER);
        assertThat(found("2", "2015-03-15")).doesNotContain(QualityRule.NO_HELPER);
        assertThat(new Findings(ROWS.db()).counts(narrowed("2", asOf).scope(), asOf))
                .doesNotContainKey(QualityRule.NO_HELPER);
    }

    @Test
    void aGroupIsOfAVillage() {
        told();
        var asOf = on("2015-01-01");
        var town = Scope.of(Township.CODE, null, asOf, ROWS.db());
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> VillageGroups.narrowed(town, "3", asOf, ROWS.db()))
                .satisfies(malformed -> assertThat(malformed.field()).isEqualTo("group"));
        assertThat(VillageGroups.narrowed(town, " ", asOf, ROWS.db()).group()).isNull();
    }

    private void told() {
        ROWS.put(feed.messages());
    }

    private void into(String group, int household, String on) {
        Township.said(
                feed,
                "HouseholdMoved",
                household,
                "'region':'%1$s','fromRegion':'%1$s','group':'%2$s','reason':'OTHER','persons':3"
                        .formatted(Township.VILLAGE, group),
                on);
    }

    private void listed(String group, String name, @Nullable Integer households) {
        OtherTownship.region(
                feed,
                Township.VILLAGE,
                "VillageGroupListed",
                "'group':'%s','name':'%s','households':%s".formatted(group, name, households),
                "2014-03-01");
    }

    private void ended(String group, String successors, String on) {
        OtherTownship.region(
                feed,
                Township.VILLAGE,
                "VillageGroupEnded",
                "'group':'%s','successors':[%s]".formatted(group, successors),
                on);
    }

    private static void unknown(String said, String on, String there) {
        assertThatExceptionOfType(NotThere.class)
                .isThrownBy(() -> narrowed(said, on(on)))
                .satisfies(unknown -> {
                    assertThat(unknown.field()).isEqualTo("group");
                    assertThat(unknown.zh()).contains(said, there);
                });
    }

    private static List<Integer> households(String group, String on) {
        return Households.page(
                        new Region(Township.VILLAGE),
                        Divisions.THEN,
                        group,
                        new Wanted(null, null, null, null),
                        null,
                        50,
                        on(on),
                        ROWS.db())
                .households()
                .stream()
                .map(Search.Found::householdId)
                .map(id -> Integer.parseInt(id.substring(34)))
                .toList();
    }

    private static VillageGroups.Asked group(String said, String on) {
        var asked = narrowed(said, on(on)).group();
        assertThat(asked).isNotNull();
        return asked;
    }

    private static List<Due.Item> due(DueList list, String group, String on) {
        var asOf = on(on);
        return new Due(ROWS.db())
                .page(
                        list,
                        narrowed(group, asOf).scope(),
                        Month.of(null, asOf.effective()),
                        asOf,
                        null,
                        100)
                .items();
    }

    private static List<QualityRule> found(@Nullable String group, String on) {
        return findings(group, on).stream().map(Findings.Finding::rule).toList();
    }

    private static List<Findings.Finding> findings(@Nullable String group, String on) {
        var asOf = on(on);
        return new Findings(ROWS.db())
                .page(narrowed(group, asOf).scope(), null, asOf, null, 100)
                .findings();
    }

    private static VillageGroups.Narrowed narrowed(@Nullable String group, AsOf asOf) {
        return VillageGroups.narrowed(
                Scope.of(Township.VILLAGE, null, asOf, ROWS.db()), group, asOf, ROWS.db());
    }

    private static AsOf on(String day) {
        return Rows.on(LocalDate.parse(day));
    }
}
