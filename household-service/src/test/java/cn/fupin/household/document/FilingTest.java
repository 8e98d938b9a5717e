package cn.fupin.household.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Part;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.document.Dossier.Status;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.evidence.EvidenceKind;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdDetails;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import cn.fupin.household.household.PolicyDetails.Placement;
import cn.fupin.household.household.PolicyEvent;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.measure.MeasureItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A form says of a household what its events say of that day, and nothing that came later. */
class FilingTest {
    private static final String HOUSEHOLD = "household-018f6e2a-0000-7000-8000-000000000002";
    private static final Decision COUNTY = new Decision("县扶贫移民局", "盐扶〔2014〕3号");

    private static final Contacts NOBODY = new Contacts(List.of(), LocalDate.MAX);

    private final List<StoredEvent<Event>> stream = new ArrayList<>();

    @Test
    void before_its_opening_there_is_none() {
        life();
        assertThat(Filing.of(HOUSEHOLD, stream, day("2014-03-31"))).isNull();
        assertThat(of("2014-04-01").status()).isEqualTo(Status.APPLYING);
    }

    @Test
    void each_day_has_its_own_members_head_and_standing() {
        life();
        assertThat(of("2014-05-09").status()).isEqualTo(Status.REGISTERED);
        assertThat(of("2015-06-01").members())
                .extracting(Resident::personId)
                .containsExactly("person-a", "person-b", "person-c");
        var after = of("2016-02-01");
        assertThat(after.members())
                .extracting(Resident::personId)
                .containsExactly("person-b", "person-c");
        assertThat(after.members().getFirst().relation()).isEqualTo(Relation.HEAD);
        assertThat(after.head()).isEqualTo("person-b");
        assertThat(of("2016-12-31").status()).isEqualTo(Status.EXITED);
        assertThat(of("2016-12-30").exitedOn()).isNull();
    }

    @Test
    void the_latest_word_of_a_year_and_of_a_cause_holds() {
        life();
        assertThat(requireNonNull(of("2014-05-09").latestFenPerHead())).isEqualTo(1000_00);
        assertThat(requireNonNull(of("2015-02-01").incomes().get(2013)).fenPerHead())
                .isEqualTo(1500_00);
        assertThat(of("2014-12-31").mainCause()).isEqualTo(Cause.ILLNESS);
        assertThat(of("2015-12-31").mainCause()).isEqualTo(Cause.SKILLS);
    }

    /** What a correction says was so all along; what was said later of another day stays. */
    @Test
    void a_correction_counts_from_the_day_of_what_it_corrects() {
        life();
        add(corrected(idOf(HouseholdRegistered.class), "2016-06-01", Cause.WATER));
        add(corrected("event-" + (stream.size() - 1), "2016-07-01", Cause.LAND));
        add(
                new SurveyCorrected(
                        HOUSEHOLD,
                        day("2016-06-02"),
                        idOf(HouseholdSurveyed.class),
                        "漏计转移性收入",
                        "王站长",
                        2013,
                        0,
                        0,
                        3000_00,
                        0,
                        0,
                        3000_00,
                        1100_00,
                        null,
                        false,
                        null));
        assertThat(of("2014-05-09").waterSafe()).isFalse();
        add(
                new SurveyCorrected(
                        HOUSEHOLD,
                        day("2016-06-03"),
                        "event-" + (stream.size() - 1),
                        "住房误填",
                        "王站长",
                        2013,
                        0,
                        0,
                        3000_00,
                        0,
                        0,
                        3000_00,
                        1100_00,
                        null,
                        null,
                        false));
        assertThat(of("2014-05-09").waterSafe()).isFalse();
        assertThat(of("2014-05-09").housingSafe()).isFalse();
        assertThat(of("2014-05-09").mainCause()).isEqualTo(Cause.LAND);
        assertThat(of("2015-12-31").mainCause()).isEqualTo(Cause.SKILLS);
        assertThat(of("2016-12-31").mainCause()).isEqualTo(Cause.SKILLS);
        assertThat(requireNonNull(of("2014-05-09").latestFenPerHead())).isEqualTo(1100_00);
        assertThat(requireNonNull(of("2016-12-31").incomes().get(2013)).fenPerHead())
                .isEqualTo(1500_00);
    }

    private static CausesCorrected corrected(String eventId, String on, Cause main) {
        return new CausesCorrected(
                HOUSEHOLD, day(on), eventId, "表述有误", "王站长", main, List.of(), null, null);
    }

    private String idOf(Class<? extends Event> type) {
        return stream.stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .map(StoredEvent::eventId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_described_in_part_keeps_the_other_part() {
        life();
        var details = of("2016-01-01").details();
        assertThat(requireNonNull(details.dwelling()).structure())
                .isEqualTo(HouseholdDetails.Structure.EARTH);
        assertThat(requireNonNull(details.land()).cropSquareMetres()).isEqualByComparingTo("2000");
        var head = of("2015-12-31").members().getFirst();
        assertThat(head.details().ethnicity()).isEqualTo("彝族");
        assertThat(head.details().health()).isEqualTo(MemberDetails.Health.CHRONIC_ILLNESS);
    }

    /** Each with its year and what it was for; the register's column is of the last year known. */
    @Test
    void the_income_of_every_step_that_was_decided_by_one_is_told() {
        life();
        add(
                new ExitVerified(
                        HOUSEHOLD,
                        day("2016-12-01"),
                        List.of("甲", "乙", "丙"),
                        2015,
                        3111_11,
                        "povertyline-2",
                        2855_00,
                        new Assurances(true, true, true, true, true, true),
                        false,
                        null));
        add(
                new MonitoringChecked(
                        HOUSEHOLD,
                        day("2017-06-01"),
                        List.of("甲"),
                        "person-b",
                        2016,
                        3222_22,
                        Cause.ILLNESS,
                        false,
                        null,
                        null));
        add(
                new RiskEliminated(
                        HOUSEHOLD,
                        day("2017-12-01"),
                        2017,
                        4333_33,
                        new Assurances(true, true, true, true, true, true),
                        COUNTY,
                        false,
                        null));
        add(
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2019-03-01"),
                        null,
                        Cause.ILLNESS,
                        2018,
                        2444_44,
                        "povertyline-3",
                        2995_00,
                        2,
                        2019,
                        COUNTY,
                        false,
                        null,
                        null,
                        null));
        assertThat(of("2016-11-30").proofs()).isEmpty();
        assertThat(of("2016-12-01").latestFenPerHead()).isEqualTo(3111_11);
        assertThat(of("2019-03-01").latestFenPerHead()).isEqualTo(2444_44);
        for (var form : List.of(Office.Form.FORM, Office.Form.HANDBOOK)) {
            var words = Readback.ofXlsx(Xlsx.of(paper(form, "2019-03-01")));
            assertThat(words)
                    .contains("退出核实", "监测核查", "风险消除", "返贫认定")
                    .contains("3111.11", "2855", "3222.22", "4333.33", "2444.44", "2995");
            assertThat(Readback.ofPdf(Pdf.of(paper(form, "2019-03-01")))).contains("4333.33");
        }
    }

    /** Its causes are corrected beside it: neither correction takes the other's place. */
    @Test
    void a_corrected_relapse_shows_the_right_income_and_the_right_cause() {
        life();
        add(
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2019-03-01"),
                        null,
                        Cause.ILLNESS,
                        2018,
                        2444_44,
                        "povertyline-3",
                        2995_00,
                        2,
                        2019,
                        COUNTY,
                        false,
                        null,
                        null,
                        null));
        var relapse = idOf(HouseholdRelapsed.class);
        add(relapseCorrected(relapse, 2222_22));
        add(
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2019-04-02"),
                        relapse,
                        "表述有误",
                        "王站长",
                        Cause.WATER,
                        List.of(),
                        null,
                        day("2019-03-01")));
        assertThat(of("2019-03-01").mainCause()).isEqualTo(Cause.WATER);
        assertThat(of("2019-03-01").latestFenPerHead()).isEqualTo(2222_22);
        add(relapseCorrected("event-" + (stream.size() - 2), 2333_33));
        assertThat(of("2019-03-01").mainCause()).isEqualTo(Cause.WATER);
        assertThat(of("2019-03-01").latestFenPerHead()).isEqualTo(2333_33);
        assertThat(of("2019-02-28").proofs()).isEmpty();
        var words = Readback.ofXlsx(Xlsx.of(paper(Office.Form.FORM, "2019-03-01")));
        assertThat(words)
                .contains("返贫认定", "2017", "2333.33", "2952")
                .doesNotContain("2444.44", "2222.22");
    }

    private static RelapseIncomeCorrected relapseCorrected(String eventId, long fenPerHead) {
        return new RelapseIncomeCorrected(
                HOUSEHOLD,
                day("2019-04-01"),
                eventId,
                "录入错误",
                "王站长",
                day("2019-03-01"),
                2017,
                fenPerHead,
                "povertyline-4",
                2952_00,
                null);
    }

    @Test
    void a_form_says_what_the_household_is_and_how_it_moved() {
        life();
        add(
                new HouseholdDescribed(
                        HOUSEHOLD,
                        day("2015-07-01"),
                        new HouseholdDetails(
                                null,
                                null,
                                null,
                                null,
                                null,
                                new HouseholdDetails.Traits(null, false, true, true)),
                        false,
                        null));
        add(
                new MemberDescribed(
                        HOUSEHOLD,
                        day("2015-07-01"),
                        "person-b",
                        new MemberDetails(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new MemberDetails.Insurance(true, null, false),
                                null),
                        null,
                        false,
                        null,
                        null));
        add(moved("2015-08-01", "513423104201", "513423104201", MoveReason.OTHER));
        add(moved("2015-09-01", "513423104202", "513423104201", MoveReason.RELOCATION));
        var words = Readback.ofXlsx(Xlsx.of(paper(Office.Form.FORM, "2015-12-31")));
        assertThat(words)
                .contains("双女户", "独生子女户", "加入合作社", "军烈属", "医疗、未参加养老")
                .contains("迁移：在本村内调整村民小组，五组")
                .contains("易地搬迁：由村513423104201迁入村513423104202，五组")
                .doesNotContain("迁入本村", "村民代表大会");
    }

    private static HouseholdMoved moved(String on, String to, String from, MoveReason reason) {
        return new HouseholdMoved(HOUSEHOLD, day(on), to, from, "五组", reason, 3, null, false, null);
    }

    @Test
    void the_same_events_make_the_same_files_and_another_event_another_digest() {
        life();
        for (var form : Office.Form.values()) {
            assertThat(Pdf.of(paper(form, "2015-12-31")))
                    .isEqualTo(Pdf.of(paper(form, "2015-12-31")));
            assertThat(Xlsx.of(paper(form, "2015-12-31")))
                    .isEqualTo(Xlsx.of(paper(form, "2015-12-31")));
        }
        assertThat(of("2015-12-31").sha256()).isNotEqualTo(of("2016-12-31").sha256());
        assertThat(of("2015-12-31").sha256()).isEqualTo(of("2016-01-14").sha256());
    }

    @Test
    void names_are_masked_and_of_whoever_was_erased_nothing_is_shown() {
        life();
        var dossier = of("2015-12-31");
        var erased =
                HouseholdForm.of(
                        dossier,
                        Names.masked(Set.of("person-b")),
                        NOBODY,
                        "",
                        code -> code,
                        List.of());
        assertThat(Readback.ofXlsx(Xlsx.of(erased)))
                .contains("王**", "（已删除）", "姓名已作遮盖")
                .doesNotContain("李*");
        var full =
                HouseholdForm.of(
                        dossier,
                        new Names(
                                Map.of(
                                        "person-a",
                                        new Names.Revealed(
                                                "王小明",
                                                "11010519491231002X",
                                                null,
                                                null,
                                                "11010519491231002X43")),
                                Set.of(),
                                Map.of()),
                        NOBODY,
                        "",
                        code -> code,
                        List.of());
        assertThat(Readback.ofXlsx(Xlsx.of(full))).contains("王小明", "11010519491231002X43", "含个人信息");
    }

    @Test
    void who_came_is_said_by_the_name_that_stands_and_signed_is_only_what_a_form_shows() {
        life();
        var came = "成员增加：出生，王*";
        assertThat(form(Set.of())).contains(came, "本户").doesNotContain("户主签字");
        assertThat(form(Set.of("person-c"))).contains("成员增加：出生，" + Names.ERASED);
        add(
                new MemberNameCorrected(
                        HOUSEHOLD,
                        day("2016-03-01"),
                        member("person-c", "欧阳*", Relation.CHILD),
                        "王*",
                        day("2015-06-01"),
                        "录入有误",
                        "王站长",
                        null,
                        null,
                        null,
                        null));
        assertThat(form(Set.of())).contains("成员增加：出生，欧阳*").doesNotContain(came);

        var applied = (HouseholdApplied) stream.getFirst().event();
        stream.clear();
        add(
                new HouseholdApplied(
                        HOUSEHOLD,
                        applied.occurredOn(),
                        applied.region(),
                        applied.group(),
                        applied.head(),
                        applied.members(),
                        false,
                        null,
                        List.of(
                                new Evidence(
                                        "evidence-018f6e2a-0000-7000-8000-000000000001",
                                        EvidenceKind.FORM,
                                        "a".repeat(64),
                                        "application/pdf",
                                        1000)),
                        null));
        assertThat(form(Set.of())).contains("户主签字");
    }

    private String form(Set<String> erased) {
        var names = Names.masked(erased);
        return Readback.ofXlsx(
                Xlsx.of(
                        HouseholdForm.of(
                                of("2016-12-31"),
                                names,
                                NOBODY,
                                "",
                                code -> "村" + code,
                                List.of())));
    }

    @Test
    void the_village_book_says_when_a_household_relapsed() {
        life();
        assertThat(book("2016-12-31")).contains("2016-12-31").doesNotContain("返贫");
        add(
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2018-03-01"),
                        null,
                        Cause.ILLNESS,
                        2017,
                        1000_00,
                        "povertyline-513423000000-2017",
                        3300_00,
                        2,
                        2018,
                        COUNTY,
                        null,
                        null,
                        null,
                        null));
        assertThat(book("2018-12-31")).contains("返贫在册", "2016-12-31；2018-03-01 返贫");
    }

    private String book(String on) {
        return Readback.ofXlsx(
                Xlsx.of(
                        VillageRegister.of(
                                List.of(of(on)),
                                Names.masked(Set.of()),
                                "513423104201",
                                "盐源县 __镇 __村",
                                day(on),
                                List.of())));
    }

    @Test
    void policies_are_told_of_the_day_and_the_card_at_the_door_says_nothing_of_an_illness() {
        life();
        var moved =
                new PolicyDetails(
                        null, null, null, null, null, Placement.CONCENTRATED, "浯溪安置点", null);
        granted("2015-02-01", Policy.RELOCATION, moved, "person-a", "person-b");
        granted(
                "2015-03-01",
                Policy.SERIOUS_ILLNESS_COMPENSATION,
                new PolicyDetails(null, 2015, null, null, null, null, null, null),
                "person-b");
        var nothing = new PolicyDetails(null, null, null, null, null, null, null, null);
        granted("2015-03-01", Policy.SUBSISTENCE_ALLOWANCE, nothing, "person-a", "person-b");
        add(
                new PolicyEnded(
                        HOUSEHOLD,
                        day("2015-09-01"),
                        Policy.SUBSISTENCE_ALLOWANCE,
                        nothing,
                        List.of("person-b"),
                        PolicyEnd.NOT_ELIGIBLE,
                        null,
                        COUNTY,
                        false,
                        null));
        assertThat(of("2015-01-31").policies()).isEmpty();
        assertThat(of("2015-08-31").policies())
                .extracting(said -> said.policy() + " " + said.personId())
                .containsExactlyInAnyOrder(
                        "RELOCATION person-a",
                        "RELOCATION person-b",
                        "SERIOUS_ILLNESS_COMPENSATION person-b",
                        "SUBSISTENCE_ALLOWANCE person-a",
                        "SUBSISTENCE_ALLOWANCE person-b");
        assertThat(of("2015-09-01").policies())
                .extracting(said -> said.policy() + " " + said.personId())
                .doesNotContain("SUBSISTENCE_ALLOWANCE person-b");
        for (var form : List.of(Office.Form.FORM, Office.Form.HANDBOOK)) {
            assertThat(Readback.ofXlsx(Xlsx.of(paper(form, "2015-12-31"))))
                    .contains("易地扶贫搬迁", "集中安置，浯溪安置点", "大病一次性补偿", "低保兜底");
        }
        assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.FORM, "2016-12-31"))))
                .contains("已离户 1 人");
        assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.CLEAR_CARD, "2015-12-31"))))
                .contains("易地扶贫搬迁、低保兜底")
                .doesNotContain("大病");
    }

    @Test
    void a_grant_that_is_taken_back_never_was_on_any_form() {
        life();
        var nothing = new PolicyDetails(null, null, null, null, null, null, null, null);
        granted("2015-03-01", Policy.SUBSISTENCE_ALLOWANCE, nothing, "person-a", "person-b");
        var grant = stream.getLast().eventId();
        add(
                new PolicyEnded(
                        HOUSEHOLD,
                        day("2015-05-01"),
                        Policy.SUBSISTENCE_ALLOWANCE,
                        nothing,
                        List.of("person-b"),
                        PolicyEnd.NOT_ELIGIBLE,
                        null,
                        COUNTY,
                        false,
                        null));
        var before = of("2015-06-01");
        takenBack(grant, "2016-01-10", "2015-03-01", nothing, "person-b");
        assertThat(of("2015-04-01").policies())
                .extracting(said -> said.personId())
                .containsExactly("person-a");
        assertThat(of("2015-06-01").steps())
                .extracting(step -> step.what())
                .contains("享受低保兜底 1 人")
                .noneMatch(what -> what.startsWith("停止享受"));
        assertThat(of("2015-02-28").sha256())
                .as("a form of a day before the grant rests on nothing of it")
                .isEqualTo(digestWithoutPolicies("2015-02-28"));
        assertThat(of("2015-06-01").sha256()).isNotEqualTo(before.sha256());
        takenBack(grant, "2016-01-11", "2015-03-01", nothing, "person-a");
        assertThat(of("2015-04-01").policies()).isEmpty();
        assertThat(of("2016-12-31").steps())
                .extracting(step -> step.what())
                .noneMatch(what -> what.contains("低保"));
    }

    @Test
    void what_was_entered_wrongly_of_help_is_on_no_form() {
        life();
        var visit = "2015-03-02";
        add(
                new HouseholdVisited(
                        HOUSEHOLD,
                        day(visit),
                        "helper-1",
                        VisitPurpose.VISIT,
                        false,
                        null,
                        null,
                        null));
        var wrongVisit = stream.getLast().eventId();
        add(new HandbookIssued(HOUSEHOLD, day(visit), "川001", day("2015-01-01"), "镇", false, null));
        add(new HandbookIssued(HOUSEHOLD, day(visit), "川002", day("2015-01-01"), "镇", false, null));
        var wrongHandbook = stream.getLast().eventId();
        add(signed("person-a"));
        add(signed("person-b"));
        var wrongSignature = stream.getLast().eventId();
        var before = of(visit);
        assertThat(before.visits()).hasSize(1);
        assertThat(before.handbook()).isEqualTo("川002");
        assertThat(before.results().get(2015)).isEqualTo(signed("person-b"));
        add(
                new VisitTakenBack(
                        HOUSEHOLD,
                        day("2016-01-10"),
                        wrongVisit,
                        day(visit),
                        "helper-1",
                        null,
                        "登错户",
                        "chief",
                        null));
        add(
                new HandbookTakenBack(
                        HOUSEHOLD,
                        day("2016-01-10"),
                        wrongHandbook,
                        day(visit),
                        "川002",
                        "登错户",
                        "chief",
                        null));
        add(
                new ResultTakenBack(
                        HOUSEHOLD,
                        day("2016-01-10"),
                        wrongSignature,
                        day(visit),
                        2015,
                        "person-b",
                        "登错人",
                        "chief",
                        null));
        assertThat(of(visit).visits()).isEmpty();
        assertThat(of(visit).handbook()).isEqualTo("川001");
        assertThat(of(visit).results().get(2015)).isEqualTo(signed("person-a"));
        assertThat(of("2016-12-31").steps())
                .extracting(step -> step.what())
                .containsOnlyOnce("发放扶贫手册")
                .containsOnlyOnce("2015 年帮扶成效签字");
        assertThat(of(visit).sha256()).isNotEqualTo(before.sha256());
    }

    private static ResultSigned signed(String person) {
        return new ResultSigned(HOUSEHOLD, day("2015-03-02"), 2015, List.of(), person, false, null);
    }

    private String digestWithoutPolicies(String asOf) {
        var all = List.copyOf(stream);
        stream.removeIf(e -> e.event() instanceof PolicyEvent);
        var digest = of(asOf).sha256();
        stream.clear();
        stream.addAll(all);
        return digest;
    }

    private void takenBack(
            String grant, String on, String since, PolicyDetails details, String from) {
        add(
                new PolicyTakenBack(
                        HOUSEHOLD,
                        day(on),
                        grant,
                        day(since),
                        Policy.SUBSISTENCE_ALLOWANCE,
                        details,
                        List.of(from),
                        "登错成员",
                        "chief",
                        null,
                        null));
    }

    @Test
    void what_became_of_an_application_is_told_in_the_course() {
        life();
        var year = new PolicyDetails(2015, null, null, null, null, null, null, null);
        add(
                new PolicyAppliedFor(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        Policy.RAIN_AND_DEW,
                        year,
                        false,
                        List.of("person-a", "person-b"),
                        false,
                        null));
        add(
                new PolicyApplicationDeclined(
                        HOUSEHOLD,
                        day("2015-07-01"),
                        Policy.RAIN_AND_DEW,
                        year,
                        List.of("person-a"),
                        "不在校",
                        COUNTY,
                        false,
                        null));
        add(
                new PolicyApplicationWithdrawn(
                        HOUSEHOLD,
                        day("2015-07-02"),
                        Policy.RAIN_AND_DEW,
                        year,
                        List.of("person-b"),
                        null,
                        false,
                        null));
        assertThat(of("2015-12-31").steps())
                .extracting(step -> step.what())
                .endsWith(
                        "申报雨露计划（2015—2016 学年） 2 人",
                        "不予批准申报雨露计划（2015—2016 学年） 1 人：不在校",
                        "撤回申报雨露计划（2015—2016 学年） 1 人");
        assertThat(of("2015-12-31").policies()).isEmpty();
    }

    @Test
    void nothing_lasts_in_a_household_that_is_no_more() {
        var nothing = new PolicyDetails(null, null, null, null, null, null, null, null);
        var course = new PolicyDetails(null, null, "养殖", null, null, null, null, null);
        for (HouseholdEvent end : ends()) {
            stream.clear();
            life();
            granted("2015-03-01", Policy.SUBSISTENCE_ALLOWANCE, nothing, "person-a");
            granted("2015-03-01", Policy.TRAINING, course, "person-a");
            add(end);
            assertThat(of("2016-12-29").policies()).hasSize(2);
            assertThat(of("2016-12-30").policies())
                    .extracting(said -> said.policy())
                    .containsExactly(Policy.TRAINING);
        }
    }

    /** As if it had not ended: it has what it had, and what came in late of a day between. */
    @Test
    void an_end_that_was_taken_back_is_none_from_that_day_on() {
        var nothing = new PolicyDetails(null, null, null, null, null, null, null, null);
        for (var end : ends().subList(0, 2)) {
            stream.clear();
            life();
            var before = of("2016-12-30");
            granted("2015-03-01", Policy.SUBSISTENCE_ALLOWANCE, nothing, "person-a");
            add(end);
            assertThat(of("2016-12-30").status()).isNotEqualTo(before.status());
            add(
                    new EndRevoked(
                            HOUSEHOLD,
                            day("2016-12-30"),
                            day("2016-12-30"),
                            end instanceof HouseholdRemoved ? End.REMOVAL : End.DISSOLUTION,
                            List.of("person-a"),
                            1,
                            "误登",
                            COUNTY,
                            "chief",
                            false,
                            null));
            assertThat(of("2016-12-30").status()).isEqualTo(before.status());
            assertThat(of("2016-12-30").policies()).hasSize(1);
            assertThat(of("2016-12-30").helper()).isNull();
            assertThat(of("2016-12-30").steps())
                    .extracting(step -> step.what())
                    .last()
                    .asString()
                    .endsWith("（误登），恢复原状");
            assertThat(of("2016-12-31").status()).isEqualTo(Status.EXITED);
        }
    }

    private static List<HouseholdEvent> ends() {
        return List.of(
                new HouseholdRemoved(
                        HOUSEHOLD,
                        day("2016-12-30"),
                        1,
                        "CAR",
                        COUNTY,
                        null,
                        false,
                        null,
                        null,
                        null),
                new HouseholdDissolved(
                        HOUSEHOLD, day("2016-12-30"), "LAST_MEMBER_LEFT", 1, false, null),
                new HouseholdMerged(
                        HOUSEHOLD,
                        day("2016-12-30"),
                        "another",
                        1,
                        COUNTY,
                        "误登两户",
                        "chief",
                        false,
                        null));
    }

    private void granted(String on, Policy policy, PolicyDetails details, String... to) {
        add(
                new PolicyGranted(
                        HOUSEHOLD,
                        day(on),
                        policy,
                        details,
                        false,
                        List.of(to),
                        COUNTY,
                        false,
                        null));
    }

    /** Whoever made it safe need not write into the survey what was not so then. */
    @Test
    void whether_house_and_water_are_safe_is_told_by_the_last_word_of_the_day() {
        life();
        assertThat(of("2015-02-28").housingSafe()).as("surveyed").isTrue();
        assertThat(of("2015-03-01").housingSafe()).as("described, of grade C").isFalse();
        add(water("2015-05-02", true));
        assertThat(of("2015-05-01").waterSafe()).isFalse();
        assertThat(of("2015-05-02").waterSafe()).isTrue();
        add(
                new ExitVerified(
                        HOUSEHOLD,
                        day("2016-12-01"),
                        List.of("甲", "乙", "丙"),
                        2015,
                        3111_11,
                        "povertyline-2",
                        2855_00,
                        new Assurances(true, true, true, true, true, true),
                        false,
                        null));
        assertThat(of("2016-11-30").housingSafe()).isFalse();
        assertThat(of("2016-12-01").housingSafe()).isTrue();
        assertThat(cellAfter("住房安全", "2016-11-30")).isEqualTo("否");
        assertThat(cellAfter("住房安全", "2016-12-31")).isEqualTo("是");
        add(water("2016-12-20", false));
        assertThat(cellAfter("饮水安全", "2016-12-19")).isEqualTo("是");
        assertThat(cellAfter("饮水安全", "2016-12-20")).isEqualTo("否");
        add(
                new RiskEliminated(
                        HOUSEHOLD,
                        day("2017-12-01"),
                        2017,
                        4333_33,
                        new Assurances(true, true, true, true, true, true),
                        COUNTY,
                        false,
                        null));
        assertThat(cellAfter("饮水安全", "2017-12-01")).isEqualTo("是");
    }

    /** A file says it twice, in the survey and in the description of the day it applied. */
    @Test
    void a_corrected_survey_is_a_later_word_than_the_form_it_came_with() {
        life();
        var rest = List.copyOf(stream);
        stream.clear();
        add(rest.getFirst().event());
        add(water("2014-04-01", true));
        rest.stream().skip(1).forEach(each -> add(each.event()));
        assertThat(of("2014-04-04").waterSafe()).isTrue();
        add(
                new SurveyCorrected(
                        HOUSEHOLD,
                        day("2016-06-02"),
                        idOf(HouseholdSurveyed.class),
                        "饮水误填",
                        "王站长",
                        2013,
                        0,
                        0,
                        3000_00,
                        0,
                        0,
                        3000_00,
                        1100_00,
                        null,
                        false,
                        null));
        assertThat(cellAfter("饮水安全", "2014-05-09")).isEqualTo("否");
    }

    private static HouseholdDescribed water(String on, boolean safe) {
        return new HouseholdDescribed(
                HOUSEHOLD,
                day(on),
                new HouseholdDetails(
                        null,
                        null,
                        new HouseholdDetails.Water(safe, null, null, null),
                        null,
                        null,
                        null),
                false,
                null);
    }

    /** What the form has beside a label. */
    private String cellAfter(String label, String day) {
        for (var part : paper(Office.Form.FORM, day).parts()) {
            if (!(part instanceof Part.Grid grid)) continue;
            for (var row : grid.rows()) {
                for (var i = 0; i + 1 < row.size(); i++) {
                    if (row.get(i).text().equals(label)) return row.get(i + 1).text();
                }
            }
        }
        throw new AssertionError("no cell " + label);
    }

    @Test
    void a_call_is_no_visit_and_the_handbook_says_which_was_one() {
        life();
        add(visited("2015-02-01", VisitChannel.PHONE));
        add(visited("2015-03-01", VisitChannel.ONLINE));
        add(visited("2015-04-01", null));
        add(visited("2015-05-01", VisitChannel.HOME));
        add(visited("2015-06-01", VisitChannel.PHONE));
        var card = Readback.ofXlsx(Xlsx.of(paper(Office.Form.CLEAR_CARD, "2015-12-31")));
        assertThat(card).contains("2015年5月1日").doesNotContain("2015年6月1日");
        assertThat(of("2015-12-31").visitsAtHome()).hasSize(2);
        var ledger =
                HelpLedger.of(
                        List.of(of("2015-12-31")),
                        Names.masked(Set.of()),
                        "513423104201",
                        "村",
                        day("2015-12-31"),
                        List.of());
        assertThat(Readback.ofXlsx(Xlsx.of(ledger)))
                .contains("2 次，最近 2015-05-01", "走访 2 次")
                .doesNotContain("2015-06-01");
        assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.HANDBOOK, "2015-12-31"))))
                .contains("方式", "电话", "网络", "入户", "2015-06-01");
    }

    private static HouseholdVisited visited(String on, @Nullable VisitChannel channel) {
        return new HouseholdVisited(
                HOUSEHOLD, day(on), "helper-1", VisitPurpose.VISIT, false, channel, null, null);
    }

    @Test
    void the_card_at_the_door_names_no_measure_for_the_ill() {
        life();
        for (var measure : List.of(MeasureItem.MEDICAL, MeasureItem.INDUSTRY)) {
            add(new MeasureAssigned(HOUSEHOLD, day("2015-02-01"), measure, "五个一批", 1, false, null));
        }
        add(
                new PlanAdopted(
                        HOUSEHOLD,
                        day("2015-02-01"),
                        PlanKind.YEARLY,
                        2015,
                        2015,
                        List.of(MeasureItem.MEDICAL, MeasureItem.EDUCATION),
                        false,
                        null,
                        null,
                        null));
        assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.CLEAR_CARD, "2015-12-31"))))
                .contains("发展生产", "发展教育")
                .doesNotContain("医疗救助");
        assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.HANDBOOK, "2015-12-31"))))
                .contains("医疗救助");
    }

    @Test
    void a_household_that_is_no_more_has_no_helper_and_nobody_watches_it() {
        for (HouseholdEvent end : ends()) {
            stream.clear();
            life();
            add(
                    new HelperAssigned(
                            HOUSEHOLD,
                            day("2015-01-02"),
                            "helper-1",
                            "某局",
                            false,
                            HelperKind.CADRE,
                            null));
            add(watched("2016-06-01", MonitoringKind.SUDDEN_HARDSHIP));
            add(end);
            assertThat(of("2016-12-29").helper()).isNotNull();
            assertThat(of("2016-12-29").monitored()).isNotNull();
            var form = of("2016-12-30");
            assertThat(form.helper()).isNull();
            assertThat(form.monitored()).isNull();
            if (!(end instanceof HouseholdMerged)) {
                assertThat(form.persons()).isEqualTo(2);
                continue;
            }
            assertThat(form.persons()).as("they are counted in the other one").isZero();
            assertThat(cellAfter("户主姓名", "2016-12-30")).as("whose it was").isEqualTo("李*");
            assertThat(Readback.ofXlsx(Xlsx.of(paper(Office.Form.FORM, "2016-12-30"))))
                    .contains("已并入另一户");
        }
    }

    private static MonitoringConfirmed watched(String on, MonitoringKind kind) {
        return new MonitoringConfirmed(
                HOUSEHOLD, day(on), kind, "notice-7", COUNTY, day(on), 2, false, null);
    }

    /** Nobody else's book has it, and whoever watches it works by this one. */
    @Test
    void who_is_watched_and_never_was_on_the_register_stands_in_the_books() {
        add(
                new HouseholdRecorded(
                        HOUSEHOLD,
                        day("2020-04-01"),
                        "513423104201",
                        "三组",
                        "person-a",
                        List.of(
                                member("person-a", "王**", Relation.HEAD),
                                member("person-b", "李*", Relation.SPOUSE)),
                        false,
                        null,
                        null));
        add(watched("2020-06-01", MonitoringKind.MARGINAL));
        add(
                new RiskEliminated(
                        HOUSEHOLD,
                        day("2020-12-01"),
                        2020,
                        9333_33,
                        new Assurances(true, true, true, true, true, true),
                        COUNTY,
                        false,
                        null));
        assertThat(book("2020-05-31")).contains("没有在册").doesNotContain("王**");
        assertThat(book("2020-06-01"))
                .contains("王**", "一般农户（监测）", "其中在册 0 户 0 人", "未建档监测对象 1 户 2 人");
        assertThat(book("2020-12-01")).contains("没有在册");
    }

    @Test
    void hostile_text_stays_text_in_every_form() {
        life();
        add(
                new HouseholdVisited(
                        HOUSEHOLD,
                        day("2015-12-01"),
                        "=cmd|' /C calc'!A0\u0007\u202e",
                        VisitPurpose.VISIT,
                        false,
                        null,
                        null,
                        null));
        add(
                new HelperAssigned(
                        HOUSEHOLD,
                        day("2015-12-02"),
                        "helper-1",
                        "㐱䶮\uD883\uDEDE局" + "很长的单位名称".repeat(20),
                        false,
                        HelperKind.CADRE,
                        null));
        for (var form : Office.Form.values()) {
            assertThat(Readback.ofPdf(Pdf.of(paper(form, "2015-12-31"))).replaceAll("\\s", ""))
                    .contains("〔U+30EDE〕");
            assertThat(Readback.ofXlsx(Xlsx.of(paper(form, "2015-12-31"))))
                    .contains("\uD883\uDEDE局");
        }
    }

    private Paper paper(Office.Form form, String day) {
        var names = Names.masked(Set.of());
        return switch (form) {
            case FORM ->
                    HouseholdForm.of(
                            of(day), names, NOBODY, "盐源县 __镇 __村", code -> "村" + code, List.of());
            case HANDBOOK -> Handbook.of(of(day), names, NOBODY, "盐源县 __镇 __村");
            case CLEAR_CARD -> ClearCard.of(of(day), names, NOBODY, "盐源县 __镇 __村", null);
        };
    }

    private Dossier of(String day) {
        return requireNonNull(Filing.of(HOUSEHOLD, stream, day(day)));
    }

    private void life() {
        add(
                new HouseholdApplied(
                        HOUSEHOLD,
                        day("2014-04-01"),
                        "513423104201",
                        "三组",
                        "person-a",
                        List.of(
                                member("person-a", "王**", Relation.HEAD),
                                member("person-b", "李*", Relation.SPOUSE)),
                        false,
                        null,
                        null,
                        null));
        add(
                new HouseholdSurveyed(
                        HOUSEHOLD,
                        day("2014-04-05"),
                        List.of("李某"),
                        2013,
                        2000_00,
                        0,
                        0,
                        0,
                        0,
                        2000_00,
                        1000_00,
                        false,
                        true,
                        false,
                        null));
        add(
                new HouseholdRegistered(
                        HOUSEHOLD,
                        day("2014-05-09"),
                        "513423104201",
                        "notice-1",
                        COUNTY,
                        day("2014-05-09"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        List.of(Cause.CAPITAL),
                        "povertyline-1",
                        2736_00,
                        2013,
                        1000_00,
                        2014,
                        2,
                        null,
                        false,
                        null,
                        null,
                        null));
        add(
                new IncomeRecorded(
                        HOUSEHOLD,
                        day("2015-01-15"),
                        2013,
                        3000_00,
                        0,
                        0,
                        0,
                        0,
                        3000_00,
                        1500_00,
                        false,
                        null));
        add(
                new HouseholdDescribed(
                        HOUSEHOLD,
                        day("2015-03-01"),
                        new HouseholdDetails(
                                new HouseholdDetails.Dwelling(
                                        new BigDecimal("64.5"),
                                        HouseholdDetails.Structure.EARTH,
                                        HouseholdDetails.DangerGrade.C,
                                        1998),
                                null,
                                null,
                                null,
                                null,
                                null),
                        false,
                        null));
        add(
                new HouseholdDescribed(
                        HOUSEHOLD,
                        day("2015-04-01"),
                        new HouseholdDetails(
                                null,
                                new HouseholdDetails.Land(
                                        new BigDecimal("2000"), null, null, null, null, null, null),
                                null,
                                null,
                                null,
                                null),
                        false,
                        null));
        add(
                new MemberDescribed(
                        HOUSEHOLD,
                        day("2015-04-01"),
                        "person-a",
                        new MemberDetails(
                                null, "彝族", null, null, null, null, null, null, null, null),
                        null,
                        false,
                        null,
                        null));
        add(
                new MemberDescribed(
                        HOUSEHOLD,
                        day("2015-04-02"),
                        "person-a",
                        new MemberDetails(
                                null,
                                null,
                                null,
                                null,
                                MemberDetails.Health.CHRONIC_ILLNESS,
                                null,
                                null,
                                null,
                                null,
                                null),
                        null,
                        false,
                        null,
                        null));
        add(
                new HouseholdReclassified(
                        HOUSEHOLD,
                        day("2015-05-01"),
                        Standard.NATIONAL,
                        HouseholdType.DIBAO_POOR,
                        Cause.SKILLS,
                        List.of(),
                        COUNTY,
                        false,
                        null));
        add(
                new MemberJoined(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        member("person-c", "王*", Relation.CHILD),
                        JoiningReason.BIRTH,
                        null,
                        3,
                        false,
                        null));
        add(
                new MemberLeft(
                        HOUSEHOLD,
                        day("2016-01-15"),
                        "person-a",
                        LeavingReason.DEATH,
                        null,
                        "person-b",
                        2,
                        false,
                        null));
        add(
                new HouseholdExited(
                        HOUSEHOLD, day("2016-12-31"), "notice-2", COUNTY, 2, false, null, null));
    }

    private void add(Event event) {
        stream.add(stored(stream.size(), event));
    }

    private static StoredEvent<Event> stored(long sequence, Event event) {
        return new StoredEvent<>(
                HOUSEHOLD,
                sequence,
                "event-" + sequence,
                event,
                EventJson.MAPPER.writeValueAsBytes(event),
                new byte[0]);
    }

    private static Member member(String id, String masked, Relation relation) {
        return new Member(id, masked, relation, Sex.MALE, 1970, "c2VhbGVk", null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
