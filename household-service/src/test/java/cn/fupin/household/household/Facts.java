package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.exclusion.Exclusions.Match;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HouseholdDetails.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberDetails.Education;
import cn.fupin.household.household.MemberDetails.Health;
import cn.fupin.household.household.MemberDetails.LabourCapacity;
import cn.fupin.household.household.MemberDetails.StudentStatus;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of one household of two persons, in the days of 2014. */
final class Facts {
    static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    static final String VILLAGE = "513423199201";
    static final String HEAD = "person-00000000-0000-4000-8000-000000000001";
    static final String CHILD = "person-00000000-0000-4000-8000-000000000002";
    static final String THIRD = "person-00000000-0000-4000-8000-000000000003";
    static final String FOURTH = "person-00000000-0000-4000-8000-000000000004";
    static final String FIFTH = "person-00000000-0000-4000-8000-000000000005";
    static final String OTHER_HOUSEHOLD = "household-00000000-0000-7000-8000-000000000002";
    static final String ASSESSMENT = "assessment-00000000-0000-7000-8000-000000000001";
    static final String NOTICE = "notice-00000000-0000-7000-8000-000000000001";
    static final String BATCH = "batch-00000000-0000-7000-8000-000000000001";
    static final String ROUND = "round-00000000-0000-7000-8000-000000000001";
    static final long LINE = 2736_00;

    /** In Shanghai it is 2020-01-01 already. */
    static final Instant RECEIVED = Instant.parse("2019-12-31T16:00:00Z");

    static final LocalDate TODAY = day("2020-01-01");
    static final LocalDate TOMORROW = day("2020-01-02");

    private Facts() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Decision by(String body) {
        return new Decision(body, null);
    }

    static Member member(String personId, Relation relation) {
        return new Member(personId, "王**", relation, Sex.MALE, 1970, "c2VhbGVk", null);
    }

    /** As {@link #member}, but of nobody knows which number. */
    static Member newborn(String personId, Relation relation) {
        return new Member(
                personId, "王*", relation, Sex.FEMALE, 2015, "c2VhbGVk", WithoutNumber.NEWBORN);
    }

    static HouseholdDetails dwelling(DangerGrade grade) {
        return new HouseholdDetails(
                new Dwelling(new BigDecimal("62.5"), Structure.EARTH, grade, 1987),
                null,
                null,
                null,
                null,
                null);
    }

    static MemberDetails student() {
        return new MemberDetails(
                null,
                "彝族",
                Education.PRIMARY,
                StudentStatus.JUNIOR_SECONDARY,
                Health.HEALTHY,
                LabourCapacity.NONE,
                null,
                null,
                null,
                null);
    }

    /** All that has to be told of it. */
    static PolicyDetails detailsOf(Policy policy, int year) {
        return switch (policy) {
            case RAIN_AND_DEW, STUDENT_GRANT ->
                    new PolicyDetails(year, null, null, null, null, null, null, null);
            case MEDICAL_AID, SERIOUS_ILLNESS_INSURANCE, SERIOUS_ILLNESS_COMPENSATION ->
                    new PolicyDetails(null, year, null, null, null, null, null, null);
            case TRAINING -> new PolicyDetails(null, null, "养殖", null, null, null, null, null);
            case EMPLOYMENT ->
                    new PolicyDetails(
                            null, null, null, "东莞", PolicyDetails.Work.AWAY, null, null, null);
            case RELOCATION ->
                    new PolicyDetails(
                            null,
                            null,
                            null,
                            null,
                            null,
                            PolicyDetails.Placement.CONCENTRATED,
                            "浯溪安置点",
                            null);
            case OTHER -> new PolicyDetails(null, null, null, null, null, null, null, "护林员");
            case NEW_YI_VILLAGE, SUBSISTENCE_ALLOWANCE, TWO_EXEMPTIONS_THREE_SUBSIDIES ->
                    PolicyDetails.NOTHING;
        };
    }

    static PolicyGranted granted(String household, Policy policy, String on, String... to) {
        return new PolicyGranted(
                household,
                day(on),
                policy,
                detailsOf(policy, 2015),
                false,
                List.of(to),
                by("县"),
                false,
                null);
    }

    static Household stateAfter(List<HouseholdEvent> past) {
        var state = HouseholdDecider.INSTANCE.initial();
        for (var event : past) state = HouseholdDecider.INSTANCE.evolve(state, event);
        return state;
    }

    static HouseholdSuspended suspended() {
        return new HouseholdSuspended(
                HOUSEHOLD, day("2015-03-01"), 2, "UNDER_INVESTIGATION", by("县"), false, null);
    }

    static HouseholdMerged merged() {
        return new HouseholdMerged(
                HOUSEHOLD,
                day("2018-06-01"),
                OTHER_HOUSEHOLD,
                2,
                by("县"),
                "误登两户",
                "chief",
                false,
                null);
    }

    static HouseholdApplied applied() {
        return new HouseholdApplied(
                HOUSEHOLD,
                day("2014-04-01"),
                VILLAGE,
                "三组",
                HEAD,
                List.of(member(HEAD, Relation.HEAD), member(CHILD, Relation.CHILD)),
                false,
                null,
                null,
                null);
    }

    /** Wages alone, of 2013. */
    static HouseholdSurveyed surveyed(long wageFen) {
        return new HouseholdSurveyed(
                HOUSEHOLD,
                day("2014-04-05"),
                List.of("李某"),
                2013,
                wageFen,
                0,
                0,
                0,
                0,
                wageFen,
                Math.floorDiv(wageFen, 2L),
                false,
                true,
                false,
                null);
    }

    static HouseholdAssessed assessed() {
        return new HouseholdAssessed(HOUSEHOLD, day("2014-04-10"), ASSESSMENT, 40, 30, 2, false);
    }

    static TownshipReviewed reviewed() {
        return new TownshipReviewed(HOUSEHOLD, day("2014-04-29"), NOTICE, by("镇人民政府"), false, null);
    }

    static HouseholdRegistered registered() {
        return new HouseholdRegistered(
                HOUSEHOLD,
                day("2014-05-09"),
                VILLAGE,
                NOTICE,
                by("县扶贫移民局"),
                day("2014-05-10"),
                Standard.NATIONAL,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(Cause.SKILLS),
                "povertyline-510000000000-2013",
                LINE,
                2013,
                100_00,
                2014,
                2,
                "2014",
                false,
                null,
                null,
                null);
    }

    static HelperAssigned helped(String helperId) {
        return new HelperAssigned(
                HOUSEHOLD, day("2014-06-01"), helperId, "县林业局", false, null, null);
    }

    static HouseholdRemoved removed() {
        return new HouseholdRemoved(
                HOUSEHOLD,
                day("2014-07-01"),
                2,
                "NEW_YI_VILLAGE_BENEFICIARY",
                by("县扶贫移民局"),
                null,
                false,
                null,
                null,
                null);
    }

    static ExitProposed exitProposed() {
        return new ExitProposed(HOUSEHOLD, day("2016-10-01"), by("村两委"), false, null);
    }

    static ExitVerified exitVerified() {
        return new ExitVerified(
                HOUSEHOLD,
                day("2016-10-05"),
                List.of("甲", "乙", "丙"),
                2015,
                3000_00,
                "povertyline-510000000000-2015",
                2855_00,
                assured(),
                false,
                null);
    }

    static Assurances assured() {
        return new Assurances(true, true, true, true, true, true);
    }

    static ExitAgreed exitAgreed() {
        return new ExitAgreed(HOUSEHOLD, day("2016-10-10"), HEAD, false, null);
    }

    static HouseholdExited exited() {
        return new HouseholdExited(
                HOUSEHOLD, day("2016-10-19"), NOTICE, by("县扶贫移民局"), 2, false, null, null);
    }

    static HouseholdRecorded recorded() {
        return new HouseholdRecorded(
                HOUSEHOLD,
                day("2014-04-01"),
                VILLAGE,
                "三组",
                HEAD,
                List.of(member(HEAD, Relation.HEAD), member(CHILD, Relation.CHILD)),
                false,
                null,
                null);
    }

    static MemberJoined joined(String personId, String on, int persons) {
        return new MemberJoined(
                HOUSEHOLD,
                day(on),
                member(personId, Relation.OTHER),
                JoiningReason.MOVED_IN,
                null,
                persons,
                false,
                null);
    }

    static MemberLeft left(String personId, String on, @Nullable String newHead, int persons) {
        return new MemberLeft(
                HOUSEHOLD,
                day(on),
                personId,
                LeavingReason.MOVED_OUT,
                null,
                newHead,
                persons,
                false,
                null);
    }

    static HouseholdDissolved dissolved() {
        return new HouseholdDissolved(HOUSEHOLD, day("2018-06-01"), "ALL_DECEASED", 2, false, null);
    }

    static MonitoringClueRaised clue() {
        return new MonitoringClueRaised(
                HOUSEHOLD, day("2018-03-01"), ClueSource.FARMER_REPORT, false, null);
    }

    static MonitoringChecked checked() {
        return checked(3500_00, null);
    }

    static MonitoringChecked checked(long fenPerHead, @Nullable Long rangeFenPerYear) {
        return new MonitoringChecked(
                HOUSEHOLD,
                day("2018-03-03"),
                List.of("甲"),
                HEAD,
                2017,
                fenPerHead,
                Cause.ILLNESS,
                false,
                null,
                rangeFenPerYear);
    }

    static MonitoringConfirmed monitored(MonitoringKind kind) {
        return new MonitoringConfirmed(
                HOUSEHOLD,
                day("2018-03-16"),
                kind,
                NOTICE,
                by("县"),
                day("2018-03-01"),
                2,
                false,
                null);
    }

    static RiskEliminated safe() {
        return new RiskEliminated(
                HOUSEHOLD, day("2018-11-15"), 2017, 6000_00, assured(), by("县"), false, null);
    }

    static List<HouseholdEvent> until(HouseholdEvent last) {
        var life =
                List.of(
                        applied(),
                        surveyed(200_00),
                        assessed(),
                        reviewed(),
                        registered(),
                        exitProposed(),
                        exitVerified(),
                        exitAgreed(),
                        exited());
        var past = new ArrayList<HouseholdEvent>();
        for (var event : life) {
            past.add(event);
            if (event.getClass() == last.getClass()) break;
        }
        return past;
    }

    /** What another household is told of it. */
    static Household.Known known(List<HouseholdEvent> past) {
        Household state = new Household.None();
        for (var event : past) state = Evolution.evolve(state, event);
        return (Household.Known) state;
    }

    static List<HouseholdEvent> and(List<HouseholdEvent> past, HouseholdEvent... more) {
        var all = new ArrayList<>(past);
        all.addAll(List.of(more));
        return all;
    }

    static KnownAssessment meeting(
            String heldOn, @Nullable Integer votesFor, @Nullable Integer votesAgainst) {
        return meeting(VILLAGE, heldOn, votesFor, votesAgainst);
    }

    static KnownAssessment meeting(
            String region,
            String heldOn,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst) {
        return new KnownAssessment(
                ASSESSMENT,
                region,
                Lineage.UNDIVIDED,
                day(heldOn),
                40,
                false,
                votesFor,
                votesAgainst);
    }

    /** Seven days, closed on the first day after them. */
    static KnownNotice notice(NoticeKind kind, String postedOn) {
        return notice(kind, postedOn, day(postedOn).plusDays(8), Objection.NONE);
    }

    static KnownNotice notice(
            NoticeKind kind,
            String postedOn,
            @Nullable LocalDate closedOn,
            @Nullable Objection objection) {
        return notice(kind, postedOn, closedOn, objection, null);
    }

    static KnownNotice notice(
            NoticeKind kind,
            String postedOn,
            @Nullable LocalDate closedOn,
            @Nullable Objection objection,
            @Nullable LocalDate settledOn) {
        return new KnownNotice(
                NOTICE,
                kind,
                VILLAGE,
                Lineage.UNDIVIDED,
                day(postedOn),
                day(postedOn).plusDays(8),
                closedOn,
                objection,
                settledOn,
                false);
    }

    static KnownLine line(int year, long fen) {
        return line(year, fen, Whose.NATION);
    }

    static KnownLine line(int year, long fen, Whose whose) {
        return new KnownLine("povertyline-510000000000-" + year, year, fen, whose);
    }

    static KnownBatch batch(@Nullable LocalDate closedOn) {
        return new KnownBatch(BATCH, VILLAGE, day("2014-03-20"), day("2014-04-10"), closedOn);
    }

    static KnownRound round(@Nullable Direction direction) {
        return new KnownRound(
                ROUND,
                "513423199000",
                Lineage.UNDIVIDED,
                day("2014-05-01"),
                day("2015-12-31"),
                direction);
    }

    /** That person owns a car by the county's list. */
    static Screening carOf(String personId, ExclusionEffect effect) {
        return new Screening(
                true,
                Set.of(HEAD, CHILD, THIRD, FOURTH),
                List.of(
                        new Match(
                                personId,
                                ExclusionItem.CAR,
                                effect,
                                "exclusion-00000000-0000-7000-8000-000000000001",
                                "matching-00000000-0000-7000-8000-000000000001",
                                "县车管所",
                                day("2014-03-31"))));
    }
}
