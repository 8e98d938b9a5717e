package cn.fupin.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.testing.ContractCheck;
import cn.fupin.household.announcement.AnnouncementEvent.*;
import cn.fupin.household.announcement.AnnouncementKind;
import cn.fupin.household.assessment.AssessmentEvent.*;
import cn.fupin.household.batch.BatchEvent.*;
import cn.fupin.household.complaint.ComplaintEvent.*;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.evidence.EvidenceEvent.*;
import cn.fupin.household.evidence.EvidenceKind;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionEvent.*;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.exclusion.ItemEvent.ExclusionItemEnacted;
import cn.fupin.household.exclusion.MatchingEvent.*;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdDetails;
import cn.fupin.household.household.HouseholdDetails.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.MemberDetails.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PlanDetails.PlanGoal;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import cn.fupin.household.household.PolicyDetails.Placement;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.intake.ImportEvent.ImportReceived;
import cn.fupin.household.intake.ImportEvent.ImportRun;
import cn.fupin.household.measure.MeasureEvent.*;
import cn.fupin.household.measure.MeasureItem;
import cn.fupin.household.naming.HelperEvent.*;
import cn.fupin.household.notice.NoticeEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.oversight.AppraisalEvent.*;
import cn.fupin.household.oversight.SamplingEvent.*;
import cn.fupin.household.person.PersonEvent.*;
import cn.fupin.household.povertyline.IncomeConcept;
import cn.fupin.household.povertyline.PovertyLineEvent.*;
import cn.fupin.household.quota.QuotaEvent.*;
import cn.fupin.household.region.Channel;
import cn.fupin.household.region.Level;
import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.PlaceTakenBack.*;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.VillageNoticeEvent.*;
import cn.fupin.household.region.WorkTakenBack.*;
import cn.fupin.household.round.RoundEvent.*;
import cn.fupin.household.rule.RuleEvent.*;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One example of every event, every field filled; what is stored in contract/ stays readable. */
class ContractTest {
    private static final String IMPORT = "import-0192f1f0-0000-7000-8000-0000000000e1";
    private static final String VILLAGE = "513423199201";
    private static final String TOWN = "513423199000";
    private static final String HOUSEHOLD = "household-018e0a6c-0000-7000-8000-000000000001";
    private static final String OTHER_HOUSEHOLD = "household-018e0a6c-0000-7000-8000-000000000008";
    private static final String NOTICE = "notice-018e0a6c-0000-7000-8000-000000000002";
    private static final String OMISSION = "omission-018e0a6c-0000-7000-8000-00000000002b";
    private static final String ASSESSMENT = "assessment-018e0a6c-0000-7000-8000-000000000003";
    private static final String PERSON = "person-018e0a6c-0000-4000-8000-000000000004";
    private static final String EVIDENCE = "evidence-018e0a6c-0000-7000-8000-00000000000a";
    private static final String HOLD = "hold-018e0a6c-0000-7000-8000-00000000000b";
    private static final String OTHER_PERSON = "person-018e0a6c-0000-4000-8000-000000000007";
    private static final String THIRD_PERSON = "person-018e0a6c-0000-4000-8000-00000000000b";
    private static final String BATCH = "batch-018e0a6c-0000-7000-8000-000000000010";
    private static final String EXCLUSION = "exclusion-018e0a6c-0000-7000-8000-000000000011";
    private static final String ROUND = "round-018e0a6c-0000-7000-8000-000000000013";
    private static final String ANNOUNCEMENT = "announcement-018e0a6c-0000-7000-8000-000000000017";
    private static final String COMPLAINT = "complaint-018e0a6c-0000-7000-8000-000000000016";
    private static final String LINE = "povertyline-510000000000-2013";
    private static final List<Evidence> FILES =
            List.of(
                    new Evidence(
                            "evidence-018e0a6c-0000-7000-8000-000000000009",
                            EvidenceKind.MINUTES,
                            "0".repeat(64),
                            "application/pdf",
                            52_000));
    private static final VillageNotice HUNG =
            new VillageNotice("村务公开栏", day("2014-05-20"), day("2014-05-28"), day("2014-06-02"));
    private static final List<TeamMember> MEMBERS =
            List.of(
                    new TeamMember("staff-11", "县商务局", true),
                    new TeamMember("staff-12", "县粮食局", false));
    private static final Decision COUNTY = new Decision("盐源县扶贫和移民工作局", "盐扶〔2014〕12号");
    private static final Decision VILLAGERS = new Decision("村民代表会议", "会议记录2014-3");

    private static final List<Evidence> EVIDENCES =
            List.of(
                    new Evidence(
                            EVIDENCE,
                            EvidenceKind.FORM,
                            "0".repeat(64),
                            "application/pdf",
                            12_345));

    @Test
    void every_stored_shape_is_kept() throws IOException {
        ContractCheck.check(Contract.eventTypes(), Path.of("contract"), all());
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Evidence evidence(EvidenceKind kind) {
        return new Evidence(
                "evidence-018e0a6c-0000-7000-8000-000000000009",
                kind,
                "1".repeat(64),
                "application/pdf",
                48_213);
    }

    private static List<Event> all() {
        return Stream.of(examples(), policies(), help(), wrongEntries(), wrongWork())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> examples() {
        return Stream.of(others(), ofTheForm(), ofStanding()).flatMap(List::stream).toList();
    }

    private static List<Event> ofTheForm() {
        return List.of(
                new HouseholdReclassified(
                        HOUSEHOLD,
                        day("2015-03-01"),
                        Standard.PROVINCIAL,
                        HouseholdType.DIBAO_POOR,
                        Cause.DISABILITY,
                        List.of(Cause.LABOUR),
                        COUNTY,
                        true,
                        FILES),
                new HouseholdNumbered(HOUSEHOLD, day("2014-06-01"), "5134230007A", false, FILES),
                new HouseholdDescribed(
                        HOUSEHOLD,
                        day("2015-03-02"),
                        new HouseholdDetails(
                                new Dwelling(
                                        new BigDecimal("85.5"),
                                        Structure.EARTH,
                                        DangerGrade.C,
                                        1986),
                                new Land(
                                        new BigDecimal("2333.33"),
                                        new BigDecimal("1200"),
                                        new BigDecimal("4000"),
                                        new BigDecimal("2000"),
                                        new BigDecimal("666.67"),
                                        new BigDecimal("0"),
                                        new BigDecimal("15.25")),
                                new Water(false, true, WaterSource.SPRING, 800),
                                new Supply(true, false, true, false, Fuel.FIREWOOD, false),
                                new Way(Road.EARTH, 3500),
                                new Traits(false, false, true, true)),
                        true,
                        FILES),
                new MemberDescribed(
                        HOUSEHOLD,
                        day("2015-03-02"),
                        PERSON,
                        new MemberDetails(
                                Relation.PARENT,
                                "彝族",
                                Education.PRIMARY,
                                StudentStatus.NOT_A_STUDENT,
                                Health.DISABLED,
                                LabourCapacity.WEAK,
                                new Disability(DisabilityCategory.PHYSICAL, 2),
                                List.of("养蜂"),
                                new Insurance(true, false, true),
                                new Work(WorkPlace.OTHER_PROVINCE, 8)),
                        "c2VhbGVk",
                        true,
                        FILES,
                        List.of(
                                SealedNumber.PHONE,
                                SealedNumber.CARD_NUMBER,
                                SealedNumber.DISABILITY_CERTIFICATE)),
                new MemberIdentified(
                        HOUSEHOLD,
                        day("2016-03-02"),
                        OTHER_PERSON,
                        PERSON,
                        new Member(PERSON, "李*", Relation.CHILD, Sex.MALE, 2014, "c2VhbGVk", null),
                        "出生年份登记有误",
                        true,
                        FILES));
    }

    private static List<Event> ofStanding() {
        return List.of(
                new HouseholdSuspended(
                        HOUSEHOLD,
                        day("2015-04-01"),
                        4,
                        "UNDER_INVESTIGATION",
                        COUNTY,
                        true,
                        FILES),
                new HouseholdResumed(HOUSEHOLD, day("2015-06-01"), 4, "核查无误", COUNTY, true, FILES),
                new HouseholdMerged(
                        OTHER_HOUSEHOLD,
                        day("2015-07-01"),
                        HOUSEHOLD,
                        1,
                        COUNTY,
                        "一户误登为两户",
                        "chief-1",
                        true,
                        EVIDENCES),
                new HouseholdSplit(
                        HOUSEHOLD,
                        day("2015-08-01"),
                        OTHER_HOUSEHOLD,
                        List.of(PERSON),
                        OTHER_PERSON,
                        3,
                        COUNTY,
                        "两户误登为一户",
                        "chief-1",
                        true,
                        EVIDENCES),
                new HouseholdSplitOff(
                        OTHER_HOUSEHOLD,
                        day("2015-08-01"),
                        HOUSEHOLD,
                        VILLAGE,
                        "三组",
                        PERSON,
                        List.of(
                                new Member(
                                        PERSON,
                                        "王**",
                                        Relation.HEAD,
                                        Sex.MALE,
                                        1970,
                                        "c2VhbGVk",
                                        null)),
                        1,
                        Standing.REGISTERED,
                        day("2014-05-09"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        List.of(Cause.SKILLS),
                        COUNTY,
                        "两户误登为一户",
                        "chief-1",
                        true,
                        day("2014-05-09"),
                        day("2015-03-01"),
                        2013,
                        2014));
    }

    private static List<Event> others() {
        return List.of(
                new RegionListed(
                        TOWN,
                        day("2014-01-01"),
                        "__镇",
                        Level.TOWNSHIP,
                        "513423000000",
                        false,
                        true,
                        day("2023-06-30"),
                        VillageType.VILLAGE_COMMITTEE,
                        "乡镇区划调整批复"),
                new RegionFactRecorded(
                        TOWN,
                        day("2014-12-31"),
                        "area",
                        new BigDecimal("468.23"),
                        "km2",
                        false,
                        false),
                new PoorVillageIdentified(
                        VILLAGE,
                        day("2014-06-01"),
                        COUNTY,
                        true,
                        new Criteria(420, 1400, Denominator.RURAL, 3000, 950, 1800_00, 7000_00, 0),
                        HUNG,
                        FILES),
                new TrainingHeld(TOWN, day("2014-04-01"), 4, 112, false, 100, "建档立卡业务"),
                new SurveyRoundHeld(TOWN, day("2014-04-12"), true),
                new InspectionHeld(TOWN, day("2014-05-12"), true, "县督导组", "两户档案缺表", FILES),
                new PovertyLineSet(
                        LINE,
                        day("2014-01-01"),
                        "510000000000",
                        2013,
                        2736_00,
                        IncomeConcept.NET_INCOME,
                        "川扶〔2014〕1号"),
                new RuleEnacted(
                        "rule-513423000000-first-notice-days",
                        day("2014-01-01"),
                        "513423000000",
                        "first-notice-days",
                        7,
                        "day",
                        day("2014-01-01"),
                        "扶贫开发建档立卡工作方案",
                        true),
                new PovertyLineCorrected(
                        LINE,
                        day("2014-06-01"),
                        "510000000000",
                        2013,
                        "01a0c0de-0000-7000-8000-000000000001",
                        2763_00,
                        IncomeConcept.NET_INCOME,
                        "川扶〔2014〕1号",
                        "录入时数字颠倒",
                        "officer-2"),
                new RuleCorrected(
                        "rule-513423000000-first-notice-days",
                        day("2014-06-01"),
                        "513423000000",
                        "first-notice-days",
                        "01a0c0de-0000-7000-8000-000000000001",
                        day("2014-01-01"),
                        10,
                        "day",
                        "扶贫开发建档立卡工作方案",
                        "误录",
                        "officer-2"),
                new QuotaAllocated(
                        "quota-513423199000-2014",
                        day("2014-03-01"),
                        TOWN,
                        2014,
                        3274,
                        3274,
                        COUNTY,
                        true),
                new QuotaAdjusted(
                        "quota-513423199000-2014",
                        day("2014-06-01"),
                        TOWN,
                        2014,
                        3200,
                        3274,
                        "余额调剂给邻乡",
                        "盐扶贫〔2014〕9号",
                        "513423198000",
                        COUNTY,
                        true),
                new QuotaCorrected(
                        "quota-513423199000-2014",
                        day("2014-07-01"),
                        TOWN,
                        2014,
                        "01a0c0de-0000-7000-8000-000000000001",
                        day("2014-03-01"),
                        3247,
                        3274,
                        "录入时数字颠倒",
                        "officer-2",
                        3472),
                new AssessmentWithdrawn(
                        ASSESSMENT, day("2014-06-01"), "另一村的会议", "officer-3", true, FILES),
                new AssessmentCorrected(
                        ASSESSMENT,
                        day("2014-06-01"),
                        day("2014-04-10"),
                        40,
                        List.of(new Ballot(HOUSEHOLD, 30, 2)),
                        52,
                        "漏写一个零",
                        "officer-3",
                        true,
                        FILES),
                new AssessmentHeld(
                        ASSESSMENT,
                        day("2014-04-10"),
                        VILLAGE,
                        40,
                        List.of(new Ballot(HOUSEHOLD, 38, 1)),
                        "0".repeat(64),
                        true,
                        AssemblyKind.VILLAGE_REPRESENTATIVES,
                        "村民委员会",
                        58,
                        evidence(EvidenceKind.MINUTES),
                        evidence(EvidenceKind.FORM)),
                new NoticePosted(
                        NOTICE,
                        day("2014-04-21"),
                        NoticeKind.FIRST,
                        VILLAGE,
                        "村务公开栏",
                        "0834-6360000",
                        7,
                        List.of(HOUSEHOLD),
                        true,
                        BATCH,
                        evidence(EvidenceKind.SIGNED_NOTICE)),
                new ObjectionRaised(NOTICE, day("2014-04-23"), HOUSEHOLD, "家有小汽车", Channel.HOTLINE),
                new ObjectionSettled(
                        NOTICE,
                        day("2014-04-25"),
                        HOUSEHOLD,
                        false,
                        "经核实，车辆已于2012年出售",
                        VILLAGERS,
                        List.of(evidence(EvidenceKind.OTHER))),
                new OmissionRaised(
                        NOTICE,
                        day("2014-04-23"),
                        OMISSION,
                        HOUSEHOLD,
                        PERSON,
                        "王**",
                        "c2VhbGVk",
                        "三组",
                        "住危房，家中有病人",
                        Channel.HOTLINE),
                new OmissionSettled(
                        NOTICE,
                        day("2014-04-26"),
                        OMISSION,
                        HOUSEHOLD,
                        true,
                        "入户核实属实，重新评议",
                        VILLAGERS,
                        day("2014-05-10"),
                        FILES),
                new OmissionFollowedUp(NOTICE, day("2014-05-08"), OMISSION, HOUSEHOLD, FILES),
                new NoticeClosed(NOTICE, day("2014-04-29"), true),
                new NoticeWithdrawn(NOTICE, day("2014-04-22"), "名单有误", VILLAGERS, true),
                new HouseholdApplied(
                        HOUSEHOLD,
                        day("2014-04-01"),
                        VILLAGE,
                        "三组",
                        PERSON,
                        List.of(
                                new Member(
                                        PERSON,
                                        "王**",
                                        Relation.HEAD,
                                        Sex.MALE,
                                        1970,
                                        "c2VhbGVk",
                                        null)),
                        true,
                        new Separation(SeparationReason.BY_LAW, "（2014）盐民初字第12号"),
                        EVIDENCES,
                        BATCH),
                new HouseholdSurveyed(
                        HOUSEHOLD,
                        day("2014-04-05"),
                        List.of("李某", "张某"),
                        2013,
                        300_000,
                        120_000,
                        30_000,
                        0,
                        50_000,
                        400_000,
                        100_000,
                        false,
                        true,
                        true,
                        FILES),
                new HouseholdAssessed(HOUSEHOLD, day("2014-04-10"), ASSESSMENT, 40, 38, 1, true),
                new TownshipReviewed(
                        HOUSEHOLD,
                        day("2014-04-29"),
                        NOTICE,
                        new Decision("__镇人民政府", "镇办〔2014〕5号"),
                        true,
                        FILES),
                new HouseholdRegistered(
                        HOUSEHOLD,
                        day("2014-05-09"),
                        VILLAGE,
                        NOTICE,
                        COUNTY,
                        day("2014-05-10"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        List.of(Cause.SKILLS, Cause.CAPITAL),
                        LINE,
                        2736_00,
                        2013,
                        100_000,
                        2014,
                        4,
                        "2014",
                        true,
                        ROUND,
                        "ILLNESS_OF_A_MEMBER",
                        FILES),
                new HouseholdRejected(
                        HOUSEHOLD, day("2014-04-11"), Stage.SURVEYED, VILLAGERS, "拆户", FILES),
                new HelperAssigned(
                        HOUSEHOLD,
                        day("2014-06-01"),
                        "helper-1",
                        "县林业局",
                        true,
                        HelperKind.LEADER,
                        FILES),
                new HouseholdRemoved(
                        HOUSEHOLD,
                        day("2014-11-01"),
                        4,
                        "NEW_YI_VILLAGE_BENEFICIARY",
                        COUNTY,
                        "省",
                        true,
                        ROUND,
                        "HAS_CAR",
                        FILES),
                new ExitProposed(HOUSEHOLD, day("2016-10-01"), VILLAGERS, true, FILES),
                new ExitAssessed(HOUSEHOLD, day("2016-10-03"), ASSESSMENT, 40, 36, 1, true),
                new ExitVerified(
                        HOUSEHOLD,
                        day("2016-10-05"),
                        List.of("甲", "乙", "丙"),
                        2015,
                        300_000,
                        "povertyline-510000000000-2015",
                        2855_00,
                        new Assurances(true, true, true, true, true, true),
                        true,
                        FILES),
                new ExitAgreed(HOUSEHOLD, day("2016-10-10"), PERSON, true, FILES),
                new HouseholdExited(
                        HOUSEHOLD,
                        day("2016-10-19"),
                        NOTICE,
                        COUNTY,
                        4,
                        true,
                        day("2016-10-20"),
                        FILES),
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2017-03-01"),
                        NOTICE,
                        Cause.ILLNESS,
                        2016,
                        100_000,
                        "povertyline-510000000000-2016",
                        2952_00,
                        4,
                        2017,
                        COUNTY,
                        true,
                        FILES,
                        ROUND,
                        "BELOW_LINE"),
                new SurveyCorrected(
                        HOUSEHOLD,
                        day("2014-04-06"),
                        "0b0b0b0b-0000-4000-8000-000000000005",
                        "录入错误",
                        "chief-1",
                        2013,
                        280_000,
                        120_000,
                        30_000,
                        0,
                        50_000,
                        380_000,
                        95_000,
                        FILES,
                        true,
                        false),
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2014-06-01"),
                        "0b0b0b0b-0000-4000-8000-000000000006",
                        "误填",
                        "chief-1",
                        Cause.WATER,
                        List.of(Cause.LAND),
                        FILES,
                        day("2014-05-20")),
                new RelapseIncomeCorrected(
                        HOUSEHOLD,
                        day("2018-02-01"),
                        "0b0b0b0b-0000-4000-8000-000000000007",
                        "录入错误",
                        "chief-1",
                        day("2017-03-01"),
                        2016,
                        120_000,
                        "povertyline-510000000000-2016",
                        295_200,
                        FILES),
                new HouseholdNumberCorrected(
                        HOUSEHOLD,
                        day("2016-03-01"),
                        "0b0b0b0b-0000-4000-8000-000000000008",
                        "抄录有误",
                        "chief-1",
                        "5134230008B",
                        "5134230007A",
                        day("2014-06-01"),
                        FILES),
                new MemberNameCorrected(
                        HOUSEHOLD,
                        day("2016-04-01"),
                        new Member(PERSON, "李*", Relation.CHILD, Sex.MALE, 2014, "bmFtZQ==", null),
                        "黎*",
                        day("2014-09-01"),
                        "与户口簿不符",
                        "chief-1",
                        FILES,
                        List.of(new Stay(day("2014-09-01"), null)),
                        null,
                        List.of(OTHER_HOUSEHOLD)),
                new MemberDayCorrected(
                        HOUSEHOLD,
                        day("2016-05-01"),
                        "event-018e0a6c-0000-7000-8000-000000000001",
                        false,
                        new Moved(PERSON, "李*", Relation.OTHER, Sex.MALE, 1974),
                        day("2016-02-10"),
                        day("2016-01-20"),
                        LeavingReason.MOVED_OUT,
                        OTHER_HOUSEHOLD,
                        3,
                        "与迁移证不符",
                        "chief-1",
                        FILES),
                new MemberNumberCorrected(
                        HOUSEHOLD,
                        day("2016-05-01"),
                        OTHER_PERSON,
                        PERSON,
                        new Member(PERSON, "李*", Relation.HEAD, Sex.MALE, 1974, "c2VhbGVk", null),
                        day("2014-04-01"),
                        day("2015-08-01"),
                        day("2013-12-01"),
                        "出生年份抄错",
                        "与户口簿不符",
                        "chief-1",
                        FILES,
                        List.of(
                                new Stay(day("2013-12-01"), day("2014-02-01")),
                                new Stay(day("2014-04-01"), null)),
                        OTHER_HOUSEHOLD,
                        null,
                        THIRD_PERSON),
                new HouseholdRecorded(
                        OTHER_HOUSEHOLD,
                        day("2020-05-01"),
                        VILLAGE,
                        "三组",
                        PERSON,
                        List.of(
                                new Member(
                                        PERSON,
                                        "王**",
                                        Relation.HEAD,
                                        Sex.MALE,
                                        1970,
                                        "c2VhbGVk",
                                        null)),
                        true,
                        new Separation(SeparationReason.BY_LAW, "（2014）盐民初字第12号"),
                        EVIDENCES),
                new IncomeRecorded(
                        HOUSEHOLD,
                        day("2015-12-31"),
                        2015,
                        600_000,
                        400_000,
                        200_000,
                        10_000,
                        100_000,
                        1_110_000,
                        277_500,
                        true,
                        FILES),
                new HouseholdVisited(
                        HOUSEHOLD,
                        day("2015-03-10"),
                        "helper-1",
                        VisitPurpose.PLAN,
                        true,
                        VisitChannel.HOME,
                        "已送化肥两袋",
                        FILES),
                new PlanAdopted(
                        HOUSEHOLD,
                        day("2015-03-10"),
                        PlanKind.THREE_YEAR,
                        2015,
                        2017,
                        List.of(MeasureItem.INDUSTRY, MeasureItem.EDUCATION),
                        true,
                        FILES,
                        List.of(new PlanGoal(2015, 2800_00), new PlanGoal(2016, 3200_00)),
                        List.of(
                                new PlannedMeasure(
                                        "1",
                                        2015,
                                        MeasureItem.INDUSTRY,
                                        "五个一批",
                                        "养殖能繁母牛",
                                        new BigDecimal("2"),
                                        "头",
                                        12_000_00L,
                                        "镇农技站",
                                        "A1"))),
                new PlannedMeasureDone(
                        HOUSEHOLD,
                        day("2015-08-10"),
                        PlanKind.THREE_YEAR,
                        2015,
                        "1",
                        new BigDecimal("2"),
                        11_800_00L,
                        "已领回两头",
                        true,
                        FILES),
                new MeasureAssigned(
                        HOUSEHOLD, day("2015-11-01"), MeasureItem.INDUSTRY, "五个一批", 4, true, FILES),
                new ExitPlanned(HOUSEHOLD, day("2016-01-15"), 2016, VILLAGERS, 4, true, FILES),
                new MemberJoined(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        new Member(
                                OTHER_PERSON,
                                "李*",
                                Relation.SPOUSE,
                                Sex.FEMALE,
                                1992,
                                "c2VhbGVk",
                                WithoutNumber.UNREGISTERED),
                        JoiningReason.MARRIAGE,
                        OTHER_HOUSEHOLD,
                        5,
                        true,
                        FILES),
                new HeadChanged(
                        HOUSEHOLD,
                        day("2015-07-15"),
                        OTHER_PERSON,
                        PERSON,
                        Relation.PARENT,
                        List.of(
                                new RelationToHead(
                                        "person-00000000-0000-4000-8000-000000000003",
                                        Relation.SPOUSE)),
                        "原户主年老",
                        true,
                        FILES),
                new MemberLeft(
                        HOUSEHOLD,
                        day("2015-08-01"),
                        PERSON,
                        LeavingReason.MARRIAGE,
                        OTHER_HOUSEHOLD,
                        OTHER_PERSON,
                        4,
                        true,
                        FILES),
                new HouseholdDissolved(
                        HOUSEHOLD, day("2019-02-01"), "ALL_DECEASED", 1, true, FILES),
                new HouseholdReverified(
                        HOUSEHOLD, day("2015-10-01"), "五退八进", COUNTY, 4, true, ROUND, FILES),
                new HouseholdWithdrew(
                        HOUSEHOLD, day("2014-04-12"), Stage.ASSESSED, PERSON, "外出务工", true, FILES),
                new ExclusionCleared(
                        HOUSEHOLD,
                        day("2014-04-20"),
                        PERSON,
                        ExclusionItem.CAR,
                        "车辆已于2012年出售，未过户",
                        VILLAGERS,
                        List.of(evidence(EvidenceKind.OTHER)),
                        true),
                new BatchOpened(
                        BATCH,
                        day("2014-03-25"),
                        VILLAGE,
                        2014,
                        "2014年度第一批",
                        day("2014-04-01"),
                        day("2014-04-20"),
                        true),
                new BatchClosed(BATCH, day("2014-04-20"), true),
                new MeasureItemEnacted(
                        "measureitem-513423000000-LABOUR",
                        day("2014-01-01"),
                        "513423000000",
                        "LABOUR",
                        "外出务工",
                        false,
                        day("2014-01-01"),
                        "县实施方案",
                        true),
                new MeasureItemEnded(
                        "measureitem-513423000000-LABOUR",
                        day("2016-01-01"),
                        "513423000000",
                        "LABOUR",
                        "县实施方案",
                        true),
                new ExclusionItemEnacted(
                        "exclusionitem-513423000000-SHOP",
                        day("2014-01-01"),
                        "513423000000",
                        "SHOP",
                        "有商铺",
                        "不动产登记",
                        day("2014-01-01"),
                        "县扶贫开发建档立卡实施细则",
                        true),
                new ExclusionRuleEnacted(
                        EXCLUSION,
                        day("2014-01-01"),
                        "513423000000",
                        day("2014-01-01"),
                        ExclusionItem.CAR,
                        ExclusionEffect.REFUSE,
                        "家有小汽车的不进",
                        "县扶贫开发建档立卡实施细则",
                        true),
                new ExclusionRuleEnded(EXCLUSION, day("2016-01-01"), COUNTY, true),
                new MatchingListReceived(
                        "matching-018e0a6c-0000-7000-8000-000000000012",
                        day("2014-04-15"),
                        "513423000000",
                        ExclusionItem.CAR,
                        "县车辆管理所",
                        day("2014-03-31"),
                        1204,
                        "0".repeat(64),
                        true),
                new ListedPersonsFound(
                        "matching-018e0a6c-0000-7000-8000-000000000012",
                        day("2014-04-15"),
                        List.of(PERSON)),
                new ReverificationRoundOpened(
                        ROUND,
                        day("2015-09-01"),
                        TOWN,
                        "五退八进",
                        List.of(
                                new RoundRule("HAS_CAR", Direction.LEAVE, "家有小汽车的退"),
                                new RoundRule("ILLNESS_OF_A_MEMBER", Direction.ENTER, "因大病致贫的进")),
                        true),
                new ReverificationRoundClosed(ROUND, day("2015-12-31"), true),
                new ComplaintReceived(
                        COMPLAINT,
                        day("2014-05-20"),
                        VILLAGE,
                        Channel.HOTLINE,
                        HOUSEHOLD,
                        "反映该户有商品房",
                        true),
                new ComplaintHandled(
                        COMPLAINT,
                        day("2014-05-28"),
                        ComplaintOutcome.UNFOUNDED,
                        "经核实，房屋为其兄所有",
                        new Decision("__镇人民政府", null),
                        List.of(evidence(EvidenceKind.OTHER)),
                        true),
                new ArchivesSampled(
                        "sampling-018e0a6c-0000-7000-8000-000000000014",
                        day("2014-12-10"),
                        TOWN,
                        List.of(HOUSEHOLD, OTHER_HOUSEHOLD),
                        List.of(new Finding(HOUSEHOLD, "调查表无调查人签字")),
                        "县扶贫移民局",
                        true),
                new FaultsRectified(
                        "sampling-018e0a6c-0000-7000-8000-000000000014",
                        day("2014-12-20"),
                        HOUSEHOLD,
                        "__镇扶贫办",
                        "已补调查人签字",
                        true,
                        FILES),
                new HelperAppraised(
                        "appraisal-018e0a6c-0000-7000-8000-000000000015",
                        day("2016-01-15"),
                        "helper-1",
                        TOWN,
                        2015,
                        Grade.EXCELLENT,
                        "通报表扬",
                        COUNTY,
                        true),
                new HelperNamed(
                        "helper-1",
                        day("2014-06-01"),
                        TOWN,
                        "person-018e0a6c-0000-7000-8000-000000000016",
                        "张*",
                        "c2VhbGVk",
                        "县农业局",
                        "副局长",
                        true),
                new HelperDetailsChanged(
                        "helper-1",
                        day("2016-03-01"),
                        TOWN,
                        "person-018e0a6c-0000-7000-8000-000000000016",
                        "张*",
                        "c2VhbGVk",
                        "县林业局",
                        null,
                        true),
                new HouseholdOnFileApplied(
                        HOUSEHOLD,
                        day("2016-03-01"),
                        VILLAGE,
                        4,
                        true,
                        new Separation(SeparationReason.MARRIAGE, "结婚证"),
                        FILES,
                        BATCH),
                new HouseholdBackOnFile(
                        HOUSEHOLD,
                        day("2016-03-20"),
                        Stage.SURVEYED,
                        "人均收入高于标准",
                        VILLAGERS,
                        PERSON,
                        true,
                        FILES),
                new MonitoringClueRaised(
                        HOUSEHOLD, day("2021-03-01"), ClueSource.FARMER_REPORT, true, FILES),
                new MonitoringChecked(
                        HOUSEHOLD,
                        day("2021-03-04"),
                        List.of("甲", "乙"),
                        PERSON,
                        2020,
                        450_000,
                        Cause.ILLNESS,
                        true,
                        FILES,
                        480_000L),
                new MonitoringAssessed(HOUSEHOLD, day("2021-03-05"), ASSESSMENT, 40, 35, 2, true),
                new MonitoringConfirmed(
                        HOUSEHOLD,
                        day("2021-03-12"),
                        MonitoringKind.UNSTABLE_EXITED,
                        NOTICE,
                        COUNTY,
                        day("2021-03-01"),
                        4,
                        true,
                        FILES),
                new MonitoringDismissed(
                        HOUSEHOLD, day("2021-03-06"), "住院费用已全额报销", VILLAGERS, true, FILES),
                new RelapseProposed(
                        HOUSEHOLD, day("2022-01-10"), Cause.ILLNESS, VILLAGERS, true, FILES),
                new RelapseAssessed(HOUSEHOLD, day("2022-01-15"), ASSESSMENT, 40, 35, 2, true),
                new RelapseReviewed(
                        HOUSEHOLD,
                        day("2022-01-24"),
                        NOTICE,
                        new Decision("__镇人民政府", null),
                        true,
                        FILES),
                new RelapseWithdrawn(
                        HOUSEHOLD, day("2022-01-28"), "经核实收入稳定", VILLAGERS, true, FILES),
                new ExitRevoked(
                        HOUSEHOLD,
                        day("2017-05-01"),
                        day("2016-10-19"),
                        4,
                        "收入核实有误，住房不安全",
                        new Decision("县脱贫攻坚领导小组", "盐扶领〔2017〕3号"),
                        "officer-3",
                        ROUND,
                        "WRONGLY_EXITED",
                        true,
                        FILES),
                new RelapseRevoked(
                        HOUSEHOLD,
                        day("2017-05-01"),
                        "0b0b0b0b-0000-4000-8000-000000000006",
                        day("2017-03-01"),
                        2017,
                        4,
                        "误登为另一户",
                        new Decision("县脱贫攻坚领导小组", "盐扶领〔2017〕5号"),
                        "officer-3",
                        true,
                        FILES),
                new MonitoringRevoked(
                        HOUSEHOLD,
                        day("2022-02-20"),
                        "0b0b0b0b-0000-4000-8000-000000000006",
                        day("2022-02-12"),
                        "误登为另一户",
                        VILLAGERS,
                        "officer-3",
                        true,
                        FILES),
                new EndRevoked(
                        HOUSEHOLD,
                        day("2014-12-05"),
                        day("2014-11-01"),
                        End.REMOVAL,
                        List.of(PERSON),
                        1,
                        "误认本户已享受彝家新寨",
                        new Decision("县脱贫攻坚领导小组", "盐扶领〔2014〕9号"),
                        "officer-3",
                        true,
                        FILES),
                new RiskEliminated(
                        HOUSEHOLD,
                        day("2022-03-12"),
                        2021,
                        900_000,
                        new Assurances(true, true, true, true, true, true),
                        COUNTY,
                        true,
                        FILES),
                new MeetingHeld(
                        TOWN,
                        day("2014-03-05"),
                        MeetingKind.MOBILISATION,
                        "精准扶贫动员会",
                        true,
                        86,
                        FILES),
                new PolicyDocumentIssued(
                        TOWN,
                        day("2014-03-08"),
                        "镇委发〔2014〕6号",
                        "关于精准扶贫工作的意见",
                        "中共__镇委员会",
                        true,
                        FILES),
                new WorkTeamFormed(
                        VILLAGE,
                        day("2014-03-20"),
                        "驻__村工作队",
                        TeamKind.RESIDENT,
                        TeamLevel.COUNTY,
                        List.of("县商务局", "县粮食局"),
                        true,
                        MEMBERS),
                new StaffAppointed(TOWN, day("2014-03-10"), StaffKind.OFFICER, 4, true),
                new UnitContactAssigned(
                        VILLAGE,
                        day("2014-06-01"),
                        "县安监局",
                        29,
                        true,
                        List.of(HOUSEHOLD, OTHER_HOUSEHOLD)),
                new VillageExitRechecked(VILLAGE, day("2017-11-01"), COUNTY, true, true, FILES),
                new ExitsReported(
                        TOWN,
                        day("2017-01-05"),
                        2016,
                        58,
                        212,
                        57,
                        209,
                        "县扶贫移民局",
                        "镇府〔2017〕1号",
                        true,
                        FILES),
                new AnnouncementPublished(
                        ANNOUNCEMENT,
                        day("2014-05-10"),
                        AnnouncementKind.REGISTRATION,
                        VILLAGE,
                        "村务公开栏",
                        List.of(HOUSEHOLD),
                        COUNTY,
                        true,
                        evidence(EvidenceKind.PHOTO)),
                new AnnouncementWithdrawn(ANNOUNCEMENT, day("2014-05-12"), "名单漏列一户", COUNTY, true),
                new RegionSuperseded(
                        VILLAGE, day("2019-12-01"), List.of("513423106201"), "川府民政〔2019〕31号", true),
                // stored files, and what is done with personal data
                new EvidenceStored(
                        EVIDENCE,
                        day("2014-04-10"),
                        VILLAGE,
                        EvidenceKind.MINUTES,
                        "0".repeat(64),
                        "application/pdf",
                        48_211,
                        ASSESSMENT,
                        List.of(PERSON)),
                new EvidenceOpened(EVIDENCE, day("2014-09-10"), "auditor-1", "抽查评议记录"),
                new EvidenceFaultFound(EVIDENCE, day("2014-10-10"), EvidenceFault.ALTERED),
                new EvidenceRestored(EVIDENCE, day("2014-10-11")),
                new PersonalDataRevealed(
                        PERSON,
                        day("2014-06-02"),
                        VILLAGE,
                        HOUSEHOLD,
                        List.of(PersonalField.NAME, PersonalField.PHONE),
                        RevealPurpose.CONTACT,
                        "约定入户时间",
                        "clerk-7"),
                new PersonLookedUp(
                        PERSON,
                        day("2014-06-02"),
                        VILLAGE,
                        RevealPurpose.OWN_REQUEST,
                        "本人查询",
                        "officer-1"),
                new HoldPlaced(
                        PERSON,
                        day("2016-01-04"),
                        VILLAGE,
                        HOLD,
                        HoldKind.AUDIT,
                        new Decision("县审计局", "审通〔2016〕1号"),
                        day("2016-06-30")),
                new HoldLifted(
                        PERSON,
                        day("2016-05-04"),
                        VILLAGE,
                        HOLD,
                        new Decision("县审计局", "审通〔2016〕9号"),
                        "审计结束"),
                new ErasureRequested(PERSON, day("2026-01-05"), VILLAGE, "officer-1", "保管期满"),
                new ErasureDeclined(PERSON, day("2026-01-06"), VILLAGE, "officer-2", "保管期未满"),
                new ImportReceived(
                        IMPORT,
                        day("2014-06-01"),
                        TOWN,
                        "0".repeat(64),
                        48_213,
                        day("2014-05-31"),
                        960,
                        3274,
                        12,
                        2),
                new ImportRun(IMPORT, day("2014-06-01"), 1, 940, 0, 0, 3, 5, 12),
                new PersonErased(
                        PERSON,
                        day("2026-02-06"),
                        VILLAGE,
                        List.of("person-018e0a6c-0000-4000-8000-000000000009"),
                        List.of(EVIDENCE),
                        "officer-1",
                        "officer-2",
                        COUNTY));
    }

    private static List<Event> policies() {
        var details =
                new PolicyDetails(
                        2016,
                        2016,
                        "养殖技术",
                        "东莞电子厂",
                        PolicyDetails.Work.AWAY,
                        Placement.CONCENTRATED,
                        "浯溪安置点",
                        "护林员");
        return List.of(
                new PolicyAppliedFor(
                        HOUSEHOLD,
                        day("2016-06-01"),
                        Policy.RAIN_AND_DEW,
                        details,
                        true,
                        List.of(PERSON),
                        true,
                        FILES),
                new PolicyGranted(
                        HOUSEHOLD,
                        day("2016-09-01"),
                        Policy.RAIN_AND_DEW,
                        details,
                        true,
                        List.of(PERSON, OTHER_PERSON),
                        COUNTY,
                        true,
                        FILES),
                new PolicyEnded(
                        HOUSEHOLD,
                        day("2017-01-01"),
                        Policy.EMPLOYMENT,
                        details,
                        List.of(PERSON),
                        PolicyEnd.GIVEN_UP,
                        "返乡照顾老人",
                        COUNTY,
                        true,
                        FILES),
                new PolicyApplicationDeclined(
                        HOUSEHOLD,
                        day("2016-07-01"),
                        Policy.RAIN_AND_DEW,
                        details,
                        List.of(PERSON),
                        "不在校",
                        COUNTY,
                        true,
                        FILES),
                new PolicyApplicationWithdrawn(
                        HOUSEHOLD,
                        day("2016-07-02"),
                        Policy.RAIN_AND_DEW,
                        details,
                        List.of(PERSON),
                        "已外出务工",
                        true,
                        FILES),
                new PolicyTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000002",
                        day("2016-09-01"),
                        Policy.RAIN_AND_DEW,
                        details,
                        List.of(OTHER_PERSON),
                        "登错成员",
                        "chief-1",
                        FILES,
                        List.of(1)));
    }

    private static List<Event> wrongWork() {
        return List.of(
                new MeetingTakenBack(
                        TOWN,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-04-02"),
                        MeetingKind.MOBILISATION,
                        "精准扶贫动员会",
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new TrainingTakenBack(
                        TOWN,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-04-01"),
                        4,
                        112,
                        100,
                        "建档立卡业务",
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new SurveyRoundTakenBack(
                        TOWN,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-04-05"),
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new InspectionTakenBack(
                        TOWN,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-05-12"),
                        "县督导组",
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new PolicyDocumentTakenBack(
                        TOWN,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-04-03"),
                        "沐委发〔2014〕6号",
                        "关于精准扶贫的意见",
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new VillageExitRecheckTakenBack(
                        VILLAGE,
                        day("2018-02-01"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2017-11-01"),
                        true,
                        "登错村",
                        "chief-1",
                        FILES),
                new ListingTakenBack(
                        TOWN,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-01-01"),
                        "__镇",
                        "重复列入",
                        "chief-1",
                        FILES),
                new SuccessionTakenBack(
                        VILLAGE,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2019-12-01"),
                        List.of("513423106201"),
                        "文号所列不含该村",
                        "chief-1",
                        FILES),
                new RenamingTakenBack(
                        TOWN,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2016-05-01"),
                        "新__镇",
                        "__镇",
                        "登错乡镇",
                        "chief-1",
                        FILES),
                new PoorVillageIdentificationTakenBack(
                        VILLAGE,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-06-01"),
                        "登错村",
                        "chief-1",
                        FILES),
                new PoorVillageExitTakenBack(
                        VILLAGE,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2017-10-01"),
                        "登错村",
                        "chief-1",
                        FILES));
    }

    private static List<Event> wrongEntries() {
        return List.of(
                new VisitTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-11-02"),
                        "helper-1",
                        VisitChannel.HOME,
                        "登错户",
                        "chief-1",
                        FILES),
                new PlanTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-05"),
                        PlanKind.YEARLY,
                        2016,
                        2016,
                        "登错户",
                        "chief-1",
                        FILES,
                        1),
                new PlannedMeasureTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-05"),
                        PlanKind.YEARLY,
                        2016,
                        "1",
                        new BigDecimal("2"),
                        "登错户",
                        "chief-1",
                        FILES),
                new MeasureTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-05"),
                        MeasureItem.INDUSTRY,
                        "五个一批",
                        "登错户",
                        "chief-1",
                        FILES),
                new QuarterCheckTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-10-08"),
                        2016,
                        3,
                        PERSON,
                        "登错户",
                        "chief-1",
                        FILES),
                new BenefitLinkTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2015-03-10"),
                        "2015-17",
                        "县茶叶公司",
                        "登错户",
                        "chief-1",
                        FILES),
                new BenefitLinkEndTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-12-30"),
                        "2015-17",
                        "县茶叶公司",
                        "登错户",
                        "chief-1",
                        FILES),
                new DividendTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-20"),
                        "2015-17",
                        "县茶叶公司",
                        2015,
                        186_000,
                        "登错户",
                        "chief-1",
                        FILES),
                new HandbookTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-10"),
                        "川盐扶0001",
                        "登错户",
                        "chief-1",
                        FILES),
                new ClearCardTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-01-10"),
                        2016,
                        "登错户",
                        "chief-1",
                        FILES),
                new ResultTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2016-12-20"),
                        2016,
                        PERSON,
                        "登错户",
                        "chief-1",
                        FILES),
                new ClearanceTakenBack(
                        HOUSEHOLD,
                        day("2017-02-01"),
                        "019b0000-0000-7000-8000-000000000003",
                        day("2014-04-10"),
                        PERSON,
                        ExclusionItem.HOUSE,
                        "登错户",
                        "chief-1",
                        FILES));
    }

    /** Help, exit, regions. */
    private static List<Event> help() {
        return List.of(
                new HelperReleased(
                        HOUSEHOLD,
                        day("2021-11-01"),
                        "helper-1",
                        day("2016-10-19"),
                        "过渡期满",
                        COUNTY,
                        true,
                        FILES),
                new MonitoringHelperReleased(
                        HOUSEHOLD,
                        day("2021-11-01"),
                        "helper-1",
                        day("2021-10-19"),
                        "风险消除",
                        COUNTY,
                        true,
                        FILES),
                new ExitPlanDropped(
                        HOUSEHOLD, day("2016-09-01"), "家中有人患大病", VILLAGERS, true, FILES),
                new ExitWithdrawn(HOUSEHOLD, day("2016-10-12"), "收入核实有误", VILLAGERS, true, FILES),
                new QuarterChecked(
                        HOUSEHOLD,
                        day("2015-04-02"),
                        2015,
                        1,
                        200_000,
                        100_000,
                        50_000,
                        10_000,
                        60_000,
                        300_000,
                        90_000,
                        20_000,
                        30_000,
                        10_000,
                        150_000,
                        4,
                        "helper-1",
                        PERSON,
                        true,
                        FILES),
                new HandbookIssued(
                        HOUSEHOLD,
                        day("2015-01-10"),
                        "川盐扶0001234",
                        day("2014-12-01"),
                        "__镇人民政府",
                        true,
                        FILES),
                new ClearCardIssued(HOUSEHOLD, day("2015-02-01"), 2015, "__镇人民政府", true, FILES),
                new ResultSigned(
                        HOUSEHOLD,
                        day("2015-12-20"),
                        2015,
                        List.of(ProjectType.RAIN_AND_DEW, ProjectType.INDUSTRY),
                        PERSON,
                        true,
                        FILES),
                new BenefitLinkSigned(
                        HOUSEHOLD,
                        day("2015-03-10"),
                        "2015-17",
                        "县茶叶公司",
                        LinkKind.SHARES,
                        2_000_000L,
                        day("2018-12-31"),
                        true,
                        FILES),
                new DividendReceived(
                        HOUSEHOLD,
                        day("2016-01-20"),
                        "2015-17",
                        "县茶叶公司",
                        2015,
                        186_000,
                        true,
                        FILES),
                new BenefitLinkEnded(
                        HOUSEHOLD,
                        day("2016-12-30"),
                        "2015-17",
                        "县茶叶公司",
                        LinkEnd.DISSOLVED,
                        "公司改组",
                        true,
                        FILES),
                new HouseholdMoved(
                        HOUSEHOLD,
                        day("2019-12-01"),
                        "513423106201",
                        VILLAGE,
                        "一组",
                        MoveReason.REDIVISION,
                        4,
                        "川府民政〔2019〕31号",
                        true,
                        FILES),
                new LeadingGroupFormed(
                        TOWN,
                        day("2014-03-05"),
                        "精准扶贫工作领导小组",
                        "镇长",
                        List.of("分管副镇长", "农委主任"),
                        List.of("农业办", "民政科", "财政所"),
                        "农委",
                        "镇委发〔2014〕6号",
                        true),
                new WorkTeamStaffed(VILLAGE, day("2014-03-20"), "驻__村工作队", MEMBERS, true),
                new WorkTeamWithdrawn(VILLAGE, day("2018-12-31"), "驻__村工作队", "该村已退出", COUNTY, true),
                new FirstSecretaryAppointed(
                        VILLAGE, day("2015-05-01"), "staff-21", "县林业局", COUNTY, true),
                new FirstSecretaryRecalled(
                        VILLAGE,
                        day("2017-05-01"),
                        "staff-21",
                        "任期届满",
                        new Successor("staff-22", "县林业局"),
                        COUNTY,
                        true),
                new HelperUnitAssigned(VILLAGE, day("2014-06-01"), "县林业局", COUNTY, true),
                new HelperUnitReleased(
                        VILLAGE, day("2017-01-01"), "县林业局", "县水务局", "单位调整", COUNTY, true),
                new StaffReleased(VILLAGE, day("2018-12-31"), StaffKind.HELPER, 2, "期满轮换", true),
                new UnitContactEnded(VILLAGE, day("2018-12-31"), "县安监局", "机构改革", true),
                new RegionPlanAdopted(
                        VILLAGE,
                        day("2015-01-20"),
                        PlanSpan.THREE_YEAR,
                        2015,
                        2017,
                        "三年脱贫工作规划",
                        34,
                        123,
                        VILLAGERS,
                        true,
                        FILES),
                new VillageGroupListed(VILLAGE, day("2014-01-01"), "03", "三组", 42, true),
                new VillageGroupEnded(
                        VILLAGE, day("2016-05-01"), "03", List.of("01", "02"), "镇政发〔2016〕2号", true),
                new RegionListingCorrected(
                        VILLAGE,
                        day("2019-12-20"),
                        "019b0000-0000-7000-8000-000000000004",
                        day("2014-01-01"),
                        "正__村",
                        "__村",
                        Level.VILLAGE,
                        TOWN,
                        false,
                        false,
                        day("2023-06-30"),
                        VillageType.RESIDENTS_COMMITTEE,
                        "县志",
                        "登错名称",
                        "chief-1",
                        FILES),
                new VillageGroupRenamed(
                        VILLAGE, day("2016-05-01"), "03", "红旗组", "三组", "川府民政〔2016〕3号", true),
                new RegionRenamed(TOWN, day("2016-05-01"), "新__镇", "__镇", "川府民政〔2016〕3号", true),
                new PoorVillageExited(
                        VILLAGE,
                        day("2017-10-01"),
                        20,
                        1400,
                        Denominator.RURAL,
                        142,
                        300,
                        HUNG,
                        COUNTY,
                        true,
                        FILES),
                new VillageNoticePosted(
                        VILLAGE,
                        day("2017-09-01"),
                        VillageStep.EXIT,
                        "村务公开栏",
                        "12317",
                        7,
                        true,
                        FILES.getFirst(),
                        new NoticeFigures(
                                20,
                                1400,
                                Denominator.RURAL,
                                142,
                                950,
                                2800_00L,
                                7000_00L,
                                50_000_00L)),
                new VillageObjectionRaised(
                        VILLAGE, day("2017-09-03"), VillageStep.EXIT, "发生率有误", Channel.VISIT),
                new VillageObjectionSettled(
                        VILLAGE,
                        day("2017-09-06"),
                        VillageStep.EXIT,
                        false,
                        "核对台账无误",
                        COUNTY,
                        FILES),
                new VillageNoticeClosed(VILLAGE, day("2017-09-09"), VillageStep.EXIT, true),
                new VillageNoticeWithdrawn(
                        VILLAGE,
                        day("2017-09-10"),
                        VillageStep.IDENTIFICATION,
                        "公示日期有误",
                        COUNTY,
                        true),
                new PoorVillageFiguresCorrected(
                        VILLAGE,
                        day("2018-01-10"),
                        "0190f3b2-7a11-7c3e-9d55-1f2e3d4c5b6a",
                        VillageStep.EXIT,
                        day("2017-10-01"),
                        21,
                        1390,
                        Denominator.RURAL,
                        151,
                        "户籍人口误录",
                        "county-2",
                        FILES));
    }
}
