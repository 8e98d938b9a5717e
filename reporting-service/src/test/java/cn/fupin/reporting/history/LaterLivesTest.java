package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lives that are described, corrected, suspended and moved, and what other streams say of them. */
class LaterLivesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final String ONE = Township.household(LaterTownship.HOUSEHOLD);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Feed feed = LaterTownship.story(new Feed());

    @BeforeEach
    void tell() {
        ROWS.clear().put(feed.messages());
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void whatTheFormSaysStaysUntilItIsSaidOtherwise() {
        var then = state(ONE, "2014-12-31");
        assertThat(details(then, "dwelling", "structure")).isEqualTo("EARTH");
        assertThat(details(then, "water", "source")).isEqualTo("SPRING");
        var later = state(ONE, "2016-12-31");
        assertThat(details(later, "dwelling", "structure")).isEqualTo("BRICK_CONCRETE");
        // the group is said as a whole
        assertThat(details(later, "dwelling", "dangerGrade")).isEmpty();
        assertThat(details(later, "water", "source")).isEqualTo("SPRING");
        assertThat(later.householdType()).isEqualTo("DIBAO");
        assertThat(later.mainCause()).isEqualTo("ILLNESS");
        assertThat(state(ONE, "2015-03-31").householdType()).isEqualTo("GENERAL");
        assertThat(then.members())
                .filteredOn(m -> m.personId().equals("person-21-1"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.relation()).isEqualTo("SPOUSE");
                    assertThat(Objects.requireNonNull(m.details()).path("health").asString())
                            .isEqualTo("CHRONIC_ILLNESS");
                });
    }

    @Test
    void aMemberIdentifiedLaterIsTheSameMember() {
        var before = state(ONE, "2015-02-28").members();
        var after = state(ONE, "2015-03-01").members();
        assertThat(before).extracting(HouseholdAt.Member::personId).contains(LaterTownship.NEWBORN);
        assertThat(before.getLast().withoutNumber()).isEqualTo("NEWBORN");
        assertThat(after)
                .extracting(HouseholdAt.Member::personId)
                .contains(LaterTownship.IDENTIFIED)
                .doesNotContain(LaterTownship.NEWBORN);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.getLast().withoutNumber()).isNull();
    }

    @Test
    void mergersAndSplitsKeepTheTotalAndASuspensionTakesItOffWhileItLasts() {
        assertThat(persons("2014-12-31")).isEqualTo("8");
        assertThat(persons("2015-02-01")).isEqualTo("6");
        assertThat(persons("2015-04-30")).isEqualTo("6");
        assertThat(persons("2015-05-01")).isEqualTo("9");
        assertThat(persons("2015-06-30")).isEqualTo("9");
        assertThat(persons("2015-07-01")).isEqualTo("9");
        assertThat(households("2015-06-30")).isEqualTo("3");
        assertThat(households("2015-07-01")).isEqualTo("2");
        assertThat(persons("2015-08-01")).isEqualTo("9");
        assertThat(households("2015-08-01")).isEqualTo("3");
        assertThat(value("persons-registered", LaterTownship.NEXT_VILLAGE, "2016-03-01"))
                .isEqualTo("2");
        assertThat(value("persons-registered", LaterTownship.VILLAGE, "2016-03-01")).isEqualTo("7");
        assertThat(state(ONE, "2015-08-01").members()).hasSize(4);
        assertThat(standing(LaterTownship.MERGED, "2015-07-01")).isEqualTo(Standing.MERGED);
        assertThat(standing(LaterTownship.SPLIT_OFF, "2015-08-01")).isEqualTo(Standing.REGISTERED);
        assertThat(standing(LaterTownship.SUSPENDED, "2015-02-01")).isEqualTo(Standing.SUSPENDED);
        assertThat(standing(LaterTownship.SUSPENDED, "2015-05-01")).isEqualTo(Standing.RESUMED);
        assertThat(standing(LaterTownship.WITHDREW, "2015-05-01")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing(LaterTownship.HOUSEHOLD, "2015-10-01"))
                .isEqualTo(Standing.EXIT_PROPOSED);
        assertThat(standing(LaterTownship.HOUSEHOLD, "2015-10-20")).isEqualTo(Standing.REGISTERED);
    }

    @Test
    void whatPolicyGivesIsHadFromItsDayOnUntilItEnds() {
        assertThat(policies("2015-06-01")).isEmpty();
        assertThat(policies("2015-08-31"))
                .containsExactlyInAnyOrder(
                        "RELOCATION person-21-1",
                        "RELOCATION person-21-2",
                        "SUBSISTENCE_ALLOWANCE person-21-1",
                        "SUBSISTENCE_ALLOWANCE person-21-2");
        assertThat(policies("2015-09-01"))
                .containsExactlyInAnyOrder(
                        "RELOCATION person-21-1",
                        "RELOCATION person-21-2",
                        "SUBSISTENCE_ALLOWANCE person-21-1");
        assertThat(ofVillage("persons-applied-rain-and-dew", "2015-06-01")).isEqualTo("1");
        assertThat(ofVillage("persons-policy-rain-and-dew", "2015-12-31")).isEqualTo("0");
        assertThat(ofVillage("persons-policy-subsistence-allowance", "2015-08-31")).isEqualTo("2");
        assertThat(ofVillage("persons-policy-subsistence-allowance", "2015-09-01")).isEqualTo("1");
        assertThat(ofVillage("households-policy-relocation-concentrated", "2015-12-31"))
                .isEqualTo("1");
        assertThat(ofVillage("persons-policy-relocation-scattered", "2015-12-31")).isEqualTo("0");
        assertThat(ofVillage("relocation-sites", "2015-06-01")).isEqualTo("0");
        assertThat(ofVillage("relocation-sites", "2015-12-31")).isEqualTo("1");
        assertThat(sentences())
                .contains(
                        "申报雨露计划(2015—2016 学年):成员 木**",
                        "享受易地扶贫搬迁(集中安置,浯溪安置点):全户 2 人(木**、木**)",
                        "停止享受低保兜底:成员 木**,原因:不再符合条件(已就业)");
    }

    private static List<String> sentences() {
        return history(ONE, "2016-12-31").events().stream()
                .map(HouseholdHistory.Event::zh)
                .toList();
    }

    private static List<String> policies(String on) {
        return state(ONE, on).policies().stream()
                .map(policy -> policy.policy() + " " + policy.personId())
                .toList();
    }

    private static String ofVillage(String figure, String on) {
        return value(figure, LaterTownship.VILLAGE, on);
    }

    @Test
    void theStreamsThatAHouseholdNamesAndThatNameItAreInItsHistory() {
        var types = types("2016-12-31");
        assertThat(types)
                .contains(
                        "BatchOpened",
                        "BatchClosed",
                        "EvidenceStored",
                        "EvidenceFaultFound",
                        "ReverificationRoundOpened",
                        "ReverificationRoundClosed",
                        "ComplaintReceived",
                        "ComplaintHandled",
                        "ArchivesSampled",
                        "PersonalDataRevealed",
                        "HouseholdMerged",
                        "HouseholdSplitOff");
        assertThat(types("2014-03-31")).isEmpty();
        assertThat(types("2015-05-31")).doesNotContain("ReverificationRoundOpened");
    }

    /** Also its withdrawal, which names nobody; and the file that hung is among its files. */
    @Test
    void anAnnouncementStandsInTheHistoryOfWhomItNames() {
        var more = LaterTownship.story(new Feed());
        var announcement = "announcement-00000000-0000-0000-0000-000000000001";
        more.household(
                announcement,
                "AnnouncementPublished",
                """
                {'announcementId':'%s','kind':'REGISTRATION','region':'%s','place':'村务公开栏','householdIds':['%s'],
                 'decidedBy':{'body':'县扶贫局','documentNo':'公3号'},'assumed':true,
                 'sheet':{'evidenceId':'%s'},'occurredOn':'2014-06-20'}
                """
                        .formatted(
                                announcement, LaterTownship.VILLAGE, ONE, LaterTownship.EVIDENCE));
        more.household(
                announcement,
                "AnnouncementWithdrawn",
                """
                {'announcementId':'%s','reason':'漏列一户','decidedBy':{'body':'县扶贫局'},'assumed':true,
                 'occurredOn':'2014-06-22'}
                """
                        .formatted(announcement));
        ROWS.clear().put(more.messages());
        var events = history(ONE, "2014-06-30").events();
        assertThat(events)
                .filteredOn(e -> e.type().equals("AnnouncementPublished"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.zh()).isEqualTo("识别公告张贴于村务公开栏,共 1 户");
                    assertThat(Objects.requireNonNull(e.decidedBy()).documentNo()).isEqualTo("公3号");
                    assertThat(e.evidence()).containsExactly(LaterTownship.EVIDENCE);
                });
        assertThat(events)
                .filteredOn(e -> e.type().equals("AnnouncementWithdrawn"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.zh()).contains("漏列一户");
                    assertThat(e.evidence()).isNull();
                });
        var other = Township.household(LaterTownship.MERGED);
        assertThat(history(other, "2014-06-30").events())
                .extracting(HouseholdHistory.Event::type)
                .doesNotContain("AnnouncementPublished", "AnnouncementWithdrawn");
    }

    @Test
    void whatWasReportedUpwardStandsInTheChronicleOfThePlace() {
        var more = LaterTownship.story(new Feed());
        more.household(
                "region-" + LaterTownship.CODE,
                "ExitsReported",
                """
                {'region':'%s','year':2016,'households':58,'persons':212,'registerHouseholds':57,'registerPersons':209,
                 'reportedTo':'县扶贫局','assumed':false,'occurredOn':'2017-01-05'}
                """
                        .formatted(LaterTownship.CODE));
        ROWS.clear().put(more.messages());
        var asOf = Rows.on(LocalDate.parse("2018-12-31"));
        var scope =
                new Scope(
                        new Region(LaterTownship.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        assertThat(new Chronicles(ROWS.db()).page(scope, asOf, null, 500).entries())
                .filteredOn(entry -> entry.event().type().equals("ExitsReported"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.event().zh())
                                .isEqualTo(
                                        "向县扶贫局上报 2016 年脱贫 58 户 212 人,登记簿(录入时所载)当日为 57 户 209 人,不一致"));
    }

    @Test
    void everyEventOfTheseLivesHasASentence() {
        for (var household = LaterTownship.HOUSEHOLD;
                household <= LaterTownship.WITHDREW;
                household++) {
            assertThat(history(Township.household(household), "2020-12-31").events())
                    .isNotEmpty()
                    .allSatisfy(e -> {
                        assertThat(HAN.matcher(e.zh()).find()).as(e.zh()).isTrue();
                        assertThat(e.zh() + e.en()).doesNotContain("null", "%");
                    });
        }
    }

    @Test
    void whoIsErasedHasNoNameUnderAnyIdAndEveryNumberStays() {
        var persons = persons("2016-12-01");
        var before = state(ONE, "2015-02-28");
        var more = new Feed();
        Township.erased(more, LaterTownship.IDENTIFIED, "2021-01-01");
        Township.erased(more, "person-21-1", "2021-01-01");
        ROWS.put(more.messages());

        // also by what was known, and for the days, before the erasure
        var after =
                history(ONE, "2015-02-28", "household:%d".formatted(feed.position("household")));
        assertThat(after.state().members())
                .hasSameSizeAs(before.members())
                .filteredOn(
                        m -> List.of("person-21-1", LaterTownship.NEWBORN).contains(m.personId()))
                .hasSize(2)
                .allSatisfy(m -> {
                    assertThat(m.maskedName()).isEqualTo("**");
                    assertThat(m.details()).isNull();
                });
        assertThat(history(ONE, "2020-12-31").events())
                .filteredOn(e -> e.type().equals("MemberDescribed"))
                .allSatisfy(e -> assertThat(e.zh() + e.en()).doesNotContain("木", "养蜂"));
        assertThat(persons("2016-12-01")).isEqualTo(persons);
    }

    @Test
    void aPlaceHasItsGroupsItsNameAndItsEvents() {
        var asOf = Rows.on(LocalDate.parse("2018-12-31"));
        var places = new Places(ROWS.db());
        assertThat(places.find(LaterTownship.NEXT_VILLAGE, asOf).orElseThrow().name())
                .isEqualTo("新丁村");
        assertThat(places.groups(LaterTownship.VILLAGE, asOf))
                .extracting(Places.Group::name)
                .containsExactly("一组", "二组");
        assertThat(places.groups(LaterTownship.VILLAGE, asOf).getLast().ended())
                .isEqualTo("2016-01-01");
        var scope =
                new Scope(
                        new Region(LaterTownship.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        var all = new Chronicles(ROWS.db()).page(scope, asOf, null, 500);
        assertThat(all.entries())
                .extracting(entry -> entry.event().type())
                .contains(
                        "LeadingGroupFormed",
                        "PoorVillageExited",
                        "BatchOpened",
                        "ComplaintHandled")
                .doesNotContain("HouseholdApplied", "PersonalDataRevealed");
        var first = new Chronicles(ROWS.db()).page(scope, asOf, null, 5);
        var second =
                new Chronicles(ROWS.db())
                        .page(scope, asOf, Chronicles.Before.parse(first.next()), 5);
        assertThat(all.entries().subList(0, 10))
                .isEqualTo(
                        Stream.concat(first.entries().stream(), second.entries().stream())
                                .toList());
    }

    /** Each naming as it was said, though another was said later; nobody who was erased. */
    @Test
    void whatWasSaidOfAHelperIsToldAsItWasSaid() {
        var more = new Feed();
        Township.helperNamed(more, "HelperNamed", "张*", "2014-06-01");
        Township.helperNamed(more, "HelperDetailsChanged", "章**", "2015-01-01");
        ROWS.put(more.messages());
        assertThat(namings()).containsExactlyInAnyOrder("张* 县林业局;职务:副局长", "章** 县林业局;职务:副局长");
        Township.erased(more, "person-helper", "2020-01-01");
        ROWS.put(more.messages());
        assertThat(namings()).containsExactlyInAnyOrder("** 县林业局;职务:副局长", "** 县林业局;职务:副局长");
    }

    /** 漏评: who has no file yet is told as whoever said it named them, until they are erased. */
    @Test
    void whoWasLeftOutIsNamedInTheChronicleUntilErased() {
        assertThat(leftOut()).containsExactly("吉** 一户漏评:住危房");
        var more = new Feed();
        Township.erased(more, "person-out", "2020-01-01");
        ROWS.put(more.messages());
        assertThat(leftOut()).containsExactly("** 一户漏评:住危房");
    }

    private static List<String> leftOut() {
        return chronicle("513423000000")
                .filter(e -> e.type().equals("OmissionRaised"))
                .map(HouseholdHistory.Event::zh)
                .filter(zh -> zh.contains("一户"))
                .map(zh -> zh.replaceFirst(".*期内有人提出 ", "").replaceFirst("(住危房).*", "$1"))
                .toList();
    }

    private static List<String> namings() {
        return chronicle(Township.CODE)
                .filter(e -> e.type().startsWith("Helper"))
                .filter(e -> e.zh().contains(Township.HELPER))
                .map(e -> e.zh().replaceFirst("[^:]*:", "").replace(" " + Township.HELPER, ""))
                .toList();
    }

    private static Stream<HouseholdHistory.Event> chronicle(String region) {
        var asOf = Rows.on(LocalDate.parse("2018-12-31"));
        var scope = new Scope(new Region(region), new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Chronicles(ROWS.db())
                .page(scope, asOf, null, 500).entries().stream().map(Chronicles.Entry::event);
    }

    @Test
    void whoSeesToAPlaceIsToldOnEveryDay() {
        assertThat(organised("2015-08-01"))
                .satisfies(village -> {
                    assertThat(village.name()).isEqualTo("丙村");
                    assertThat(Objects.requireNonNull(village.firstSecretary()).unit())
                            .isEqualTo("县文旅局");
                    assertThat(village.helperUnits())
                            .extracting(Organisation.HelperUnit::unit)
                            .containsExactly("县文旅局");
                    assertThat(village.teams().getFirst().members()).isEmpty();
                });
        assertThat(organised("2017-12-31").teams().getFirst().members())
                .containsExactly(new Organisation.Member("staff-1", null, null, "县文旅局", true));
        var more = new Feed();
        more.household(
                "naming-staff-1",
                "HelperNamed",
                """
                {'helperId':'staff-1','region':'%s','personId':'person-staff','maskedName':'张*','sealed':'c2VhbGVk',
                 'unit':'县文旅局','assumed':true,'occurredOn':'2015-01-01'}
                """
                        .formatted(LaterTownship.CODE));
        ROWS.put(more.messages());
        assertThat(organised("2017-12-31").teams().getFirst().members())
                .containsExactly(
                        new Organisation.Member("staff-1", "张*", "person-staff", "县文旅局", true));
        var last = organisation("2018-01-01", "", 1);
        assertThat(last.places()).extracting(Organisation::region).contains(LaterTownship.CODE);
        var rest = organisation("2018-01-01", Objects.requireNonNull(last.next()), 1);
        assertThat(rest.places()).isEmpty();
    }

    private static Organisation organised(String on) {
        return organisation(on, LaterTownship.CODE, 100).places().getFirst();
    }

    private static Organisations.Page organisation(String on, String after, int limit) {
        var asOf = Rows.on(LocalDate.parse(on));
        var scope =
                new Scope(
                        new Region(LaterTownship.CODE),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Organisations(ROWS.db()).page(scope, asOf, after, limit);
    }

    private static Standing standing(int household, String on) {
        return state(Township.household(household), on).standing();
    }

    private static HouseholdAt state(String household, String on) {
        return history(household, on).state();
    }

    private static HouseholdHistory history(String household, String on) {
        return history(household, on, null);
    }

    private static HouseholdHistory history(
            String household, String on, @org.jspecify.annotations.Nullable String known) {
        return new Histories(ROWS.snapshots())
                .at(household, Asked.of(on, known, LocalDate.of(2026, 1, 1)));
    }

    private static List<String> types(String on) {
        return history(ONE, on).events().stream().map(HouseholdHistory.Event::type).toList();
    }

    private static String details(HouseholdAt state, String group, String field) {
        return Objects.requireNonNull(state.details()).path(group).path(field).asString("");
    }

    private static String persons(String on) {
        return value("persons-registered", LaterTownship.CODE, on);
    }

    private static String households(String on) {
        return value("households-registered", LaterTownship.CODE, on);
    }

    private static String value(String figure, String region, String on) {
        return new FigureBook(ROWS.db())
                .value(
                        Objects.requireNonNull(Figures.find(figure)),
                        new Region(region),
                        Divisions.THEN,
                        Rows.on(LocalDate.parse(on)))
                .value()
                .toPlainString();
    }
}
