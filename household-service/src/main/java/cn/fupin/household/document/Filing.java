package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.assessment.AssessmentEvent.AssessmentCorrected;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.document.Dossier.Helper;
import cn.fupin.household.document.Dossier.IncomeProof;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.document.Dossier.Status;
import cn.fupin.household.document.Dossier.Step;
import cn.fupin.household.document.Dossier.YearsIncome;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.evidence.EvidenceKind;
import cn.fupin.household.household.BenefitLinkEvent;
import cn.fupin.household.household.BenefitLinks;
import cn.fupin.household.household.Chronological;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.DescriptionEvent;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.FileEvent;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdDetails;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberDetails;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.PersonsNow;
import cn.fupin.household.household.PoliciesHeld;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import cn.fupin.household.household.PolicyEvent;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files a stream's events up to a day into a {@link Dossier}. It never refuses: what is stored has
 * happened. Only what a form has room for is looked at, so an event it does not know is none of its
 * business. A correction says what was so all along: it stands in the place of the fact it
 * corrects, from the day of that. And what was entered late stands where its day is, as it does in
 * the household's history.
 */
final class Filing {
    private static final HouseholdDetails NOTHING =
            new HouseholdDetails(null, null, null, null, null, null);
    private static final List<MemberDetails> NONE = List.of();
    private static final MemberDetails NOTHING_OF_MEMBER =
            new MemberDetails(null, null, null, null, null, null, null, null, null, null);

    // There is no household any more, so nothing that lasts is had in it and nobody helps it.
    private static final Set<Status> OVER =
            EnumSet.of(Status.REMOVED, Status.DISSOLVED, Status.MERGED);

    private final String householdId;
    private final LocalDate asOf;
    private final PersonsNow persons;
    private final Hasher digest = Hashing.sha256().newHasher();
    private final Map<String, Resident> members = new LinkedHashMap<>();
    // said of whoever is no member yet, having come later than was said
    private final Map<String, List<MemberDetails>> early = new HashMap<>();
    private final TreeMap<Integer, YearsIncome> incomes = new TreeMap<>();
    private final List<IncomeProof> proofs = new ArrayList<>();
    private final List<PlanAdopted> plans = new ArrayList<>();
    private final List<PlannedMeasureDone> plannedDone = new ArrayList<>();
    private final List<MeasureAssigned> measures = new ArrayList<>();
    private PoliciesHeld policies = PoliciesHeld.NONE;
    private BenefitLinks links = BenefitLinks.NONE;
    private final List<HouseholdVisited> visits = new ArrayList<>();
    private final TreeMap<Integer, QuarterChecked> quarters = new TreeMap<>();
    private final TreeMap<Integer, ResultSigned> results = new TreeMap<>();
    private @Nullable String handbook;
    private @Nullable String number;
    private final List<Step> steps = new ArrayList<>();
    private String region = "";
    private final Set<String> places = new LinkedHashSet<>();
    private @Nullable String group;
    private Status status = Status.APPLYING;
    // What it was last on the register: to this it comes back from whatever comes to nothing.
    private Status onTheRegister = Status.REGISTERED;
    // of its ends, those that were taken back by the day: none of them was
    private final Set<String> undone = new HashSet<>();
    private final Map<String, AssessmentCorrected> meetings;
    private @Nullable LocalDate endedOn;
    private LocalDate openedOn;
    private @Nullable LocalDate registeredOn;
    private @Nullable LocalDate exitedOn;
    private @Nullable LocalDate exitRevokedOn;
    private @Nullable LocalDate relapsedOn;
    private @Nullable MonitoringKind monitored;
    private @Nullable Standard standard;
    private @Nullable HouseholdType type;
    private @Nullable Cause mainCause;
    private List<Cause> otherCauses = List.of();
    private String head = "";
    private @Nullable Resident mergedHead;
    private @Nullable Boolean waterSafe;
    private @Nullable Boolean housingSafe;
    private HouseholdDetails details = NOTHING;
    private @Nullable Helper helper;
    private long lastSequence = -1;

    private Filing(
            String householdId,
            LocalDate asOf,
            PersonsNow persons,
            Map<String, AssessmentCorrected> meetings) {
        this.meetings = meetings;
        this.householdId = householdId;
        this.asOf = asOf;
        this.persons = persons;
        this.openedOn = asOf;
    }

    static @Nullable Dossier of(
            String householdId, List<StoredEvent<Event>> stream, LocalDate asOf) {
        return of(householdId, stream, asOf, Map.of());
    }

    /**
     * Null when the household had no life yet on that day.
     *
     * @param meetings as they are corrected, by id; those that are not are not there
     */
    static @Nullable Dossier of(
            String householdId,
            List<StoredEvent<Event>> stream,
            LocalDate asOf,
            Map<String, AssessmentCorrected> meetings) {
        var filing = new Filing(householdId, asOf, PersonsNow.of(stream), meetings);
        var corrected = Corrected.of(stream);
        var facts = new ArrayList<StoredEvent<Event>>();
        for (var recorded : stream) {
            if (isAfter(asOf, corrected.fact(recorded).event(), corrected.day(recorded))) continue;
            filing.digest.putBytes(recorded.payload());
            filing.lastSequence = recorded.sequence();
            if (corrected.isTakenBack(recorded)) continue;
            facts.add(recorded);
        }
        filing.undone.addAll(takenBack(facts));
        for (var fact : Chronological.of(facts, recorded -> day(recorded, corrected))) {
            if (fact.event() instanceof HouseholdEvent event && !filing.isAfterTheEnd(event)) {
                filing.file(event, fact, corrected.asItStands(fact));
                corrected.ofSurvey(fact).forEach(filing::resurveyed);
                if (!filing.undone.contains(fact.eventId())) {
                    filing.relapsedBy(corrected.ofRelapse(fact));
                }
            }
        }
        filing.number = numberOf(stream, asOf);
        return filing.head.isEmpty() ? null : filing.dossier();
    }

    /** Of whom it is said late that he began earlier, he helps since then. */
    private LocalDate helpsSince(HelperAssigned e) {
        var present = helper;
        return present != null && present.helperId().equals(e.helperId())
                ? present.since()
                : e.occurredOn();
    }

    /**
     * Entered before it was known that the household had ended by then: it stands on no paper.
     * Where the household lies by what came after its village is told on.
     */
    private boolean isAfterTheEnd(HouseholdEvent event) {
        var ended = endedOn;
        if (ended == null || !event.occurredOn().isAfter(ended)) return false;
        return switch (event) {
            case HouseholdMoved _, MemberIdentified _, HouseholdNumbered _ -> false;
            case HelperAssigned _, FileEvent _, HelpEvent _, DescriptionEvent _ -> true;
            default -> false; // nothing of these is of a later day
        };
    }

    /** What was said last: one that was taken back may be given anew of an earlier day. */
    private static @Nullable String numberOf(List<StoredEvent<Event>> stream, LocalDate asOf) {
        String number = null;
        for (var recorded : stream) {
            if (isAfter(asOf, recorded.event(), recorded.event().occurredOn())) continue;
            if (recorded.event() instanceof HouseholdNumbered e) number = e.householdNumber();
            if (recorded.event() instanceof HouseholdNumberCorrected e) {
                number = e.householdNumber();
            }
        }
        return number;
    }

    /**
     * Ends, relapses and watches that are none. In the order of the stream an end that is taken
     * back is the last before that.
     */
    private static List<String> takenBack(List<StoredEvent<Event>> facts) {
        var ends = new ArrayList<String>();
        var last = "";
        for (var fact : facts) {
            switch (fact.event()) {
                case HouseholdRemoved _, HouseholdDissolved _ -> last = fact.eventId();
                case EndRevoked _ -> ends.add(last);
                case RelapseRevoked e -> ends.add(e.revokesEventId());
                case MonitoringRevoked e -> ends.add(e.revokesEventId());
                default -> {}
            }
        }
        return ends;
    }

    /** Nothing is filed of a household that is not opened, whatever the paper said of its day. */
    private static LocalDate day(StoredEvent<Event> recorded, Corrected corrected) {
        return recorded.sequence() == 0 ? LocalDate.MIN : corrected.day(recorded);
    }

    /** Who a member is and how called was so on every day, whenever it came to be known. */
    private static boolean isAfter(LocalDate asOf, Event event, LocalDate on) {
        return switch (event) {
            case MemberNameCorrected _, MemberNumberCorrected _, MemberIdentified _ -> false;
            case HouseholdNumberCorrected e -> e.numberedOn().isAfter(asOf);
            default -> on.isAfter(asOf);
        };
    }

    /**
     * @param said where the event is recorded
     * @param stands the correction that says what the event should have said, or the event itself
     */
    private void file(HouseholdEvent event, StoredEvent<Event> said, Event stands) {
        switch (event) {
            case HouseholdApplied e -> {
                open(said, e.region(), e.group(), e.head(), e.members());
                step(e, "提出申请", signed(e.evidence()));
            }
            case HouseholdRecorded e -> {
                open(said, e.region(), e.group(), e.head(), e.members());
                status = Status.ON_FILE;
                step(e, "一般农户建立档案", "");
            }
            case HouseholdOnFileApplied e -> {
                status = Status.APPLYING;
                step(e, "提出申请", signed(e.evidence()));
            }
            case HouseholdBackOnFile e -> {
                status = Status.ON_FILE;
                step(
                        e,
                        e.decidedBy() == null ? "撤回申请，仍为一般农户" : "不予识别，仍为一般农户",
                        e.decidedBy() == null ? "家庭成员签字" : Chinese.of(e.decidedBy()));
            }
            case HouseholdSplitOff e -> splitOff(e, said);
            case HouseholdSurveyed e -> surveyed(e, stands);
            case IncomeRecorded e ->
                    income(
                            e.incomeYear(),
                            e.wageFen(),
                            e.businessFen(),
                            e.transferFen(),
                            e.propertyFen(),
                            e.costFen(),
                            e.netIncomeFen(),
                            e.incomeFenPerHead());
            case HouseholdAssessed e ->
                    step(
                            e,
                            ballot(
                                    "",
                                    e.assessmentId(),
                                    e.attendance(),
                                    e.votesFor(),
                                    e.votesAgainst()),
                            "民主评议会");
            case TownshipReviewed e -> step(e, "乡镇审核", Chinese.of(e.decidedBy()));
            case HouseholdRegistered e -> registered(e, stands);
            case HouseholdReclassified e -> {
                standard = e.standard();
                type = e.householdType();
                causes(e.mainCause(), e.otherCauses());
                step(e, "户属性、标准或致贫原因变更", Chinese.of(e.decidedBy()));
            }
            case HouseholdRejected e -> end(e, Status.REJECTED, "不予识别", Chinese.of(e.decidedBy()));
            case HouseholdWithdrew e -> end(e, Status.WITHDRAWN, "撤回申请", "本户");
            case HouseholdRemoved e ->
                    over(e, said, Status.REMOVED, "剔除", Chinese.of(e.authority()));
            case HouseholdDissolved e -> over(e, said, Status.DISSOLVED, "自然销户", "");
            case HouseholdMerged e -> {
                // from here on they are counted in the other one
                mergedHead = headFirst().getFirst();
                members.clear();
                end(e, Status.MERGED, "并户", Chinese.of(e.authority()));
            }
            case HouseholdSuspended e -> end(e, Status.SUSPENDED, "中止", Chinese.of(e.decidedBy()));
            case HouseholdResumed e -> end(e, onTheRegister, "恢复", Chinese.of(e.decidedBy()));
            case HouseholdSplit e -> {
                persons.now(said, e.personIds()).forEach(members::remove);
                headedBy(e.newHead(), said);
                step(e, "分户更正", Chinese.of(e.authority()));
            }
            case MemberJoined e -> {
                var joined = join(e.member(), said, day(e, stands));
                step(day(e, stands), "成员增加：" + Chinese.of(e.reason()), joined);
            }
            case MemberLeft e -> {
                var left = members.remove(persons.now(said, e.personId()));
                headedBy(e.newHead(), said);
                step(day(e, stands), "成员减少：" + Chinese.of(e.reason()), left);
            }
            case HeadChanged e -> headed(e, said);
            case MemberIdentified e -> {
                if (!e.occurredOn().isAfter(asOf)) identified(e, said);
            }
            case MemberDescribed e -> described(persons.now(said, e.personId()), e.details());
            case HouseholdDescribed e -> described(e.details());
            case HelperAssigned e -> {
                helper = new Helper(e.helperId(), e.helperUnit(), e.helperKind(), helpsSince(e));
                step(e, "确定帮扶责任人", e.helperUnit());
            }
            case HouseholdVisited e -> visits.add(e);
            case PlanAdopted e -> plans.add(e);
            case PlannedMeasureDone e -> plannedDone.add(e);
            case MeasureAssigned e -> measures.add(e);
            case HouseholdReverified e -> step(e, "重新核实保留", Chinese.of(e.decidedBy()));
            case ExitPlanned e ->
                    step(e, "列入 %d 年脱贫名单".formatted(e.year()), Chinese.of(e.decidedBy()));
            case ExitPlanDropped e -> step(e, "移出脱贫名单", Chinese.of(e.decidedBy()));
            case ExitProposed e -> end(e, Status.EXITING, "提出退出", Chinese.of(e.decidedBy()));
            case ExitAssessed e ->
                    step(
                            e,
                            ballot(
                                    "退出",
                                    e.assessmentId(),
                                    e.attendance(),
                                    e.votesFor(),
                                    e.votesAgainst()),
                            "民主评议会");
            case ExitVerified e -> {
                found(e.assurances());
                proof(e, "退出核实", e.incomeYear(), e.incomeFenPerHead(), e.lineFenPerYear());
                step(e, "退出核实", "核实人 %d 名".formatted(e.verifiers().size()));
            }
            case ExitAgreed e -> step(e, "本户认可退出", "家庭成员签字");
            case ExitWithdrawn e -> end(e, onTheRegister, "退出终止", Chinese.of(e.decidedBy()));
            case HouseholdExited e -> {
                exitedOn = e.occurredOn();
                end(e, Status.EXITED, "脱贫退出", Chinese.of(e.decidedBy()));
            }
            case HouseholdRelapsed e when undone.contains(said.eventId()) ->
                    step(e, "返贫", Chinese.of(e.decidedBy()));
            case HouseholdRelapsed e -> {
                relapsedOn = e.occurredOn();
                monitored = null;
                proof(e, "返贫认定", e.incomeYear(), e.incomeFenPerHead(), e.lineFenPerYear());
                causes(e.cause(), List.of(), stands);
                end(e, Status.RELAPSED, "返贫", Chinese.of(e.decidedBy()));
            }
            case MonitoringClueRaised e -> step(e, "监测线索：" + Chinese.of(e.source()), "");
            case MonitoringChecked e -> {
                proof(e, "监测核查", e.incomeYear(), e.incomeFenPerHead(), null);
                step(e, "监测核查", "核查人 %d 名".formatted(e.checkers().size()));
            }
            case MonitoringAssessed e ->
                    step(
                            e,
                            ballot(
                                    "监测",
                                    e.assessmentId(),
                                    e.attendance(),
                                    e.votesFor(),
                                    e.votesAgainst()),
                            "民主评议会");
            case MonitoringConfirmed e -> {
                if (!undone.contains(said.eventId())) monitored = e.kind();
                step(e, "纳入监测", Chinese.of(e.decidedBy()));
            }
            case MonitoringDismissed e -> step(e, "监测线索排除", Chinese.of(e.decidedBy()));
            case ExitRevoked e -> {
                exitedOn = null;
                exitRevokedOn = e.occurredOn();
                monitored = null;
                end(e, onTheRegister, "撤销退出（错退），恢复在册", Chinese.of(e.decidedBy()));
            }
            case RelapseRevoked e -> step(e, "撤销返贫（误登），恢复脱贫", Chinese.of(e.decidedBy()));
            case MonitoringRevoked e -> step(e, "撤销纳入监测（误登）", Chinese.of(e.decidedBy()));
            case EndRevoked e -> reinstated(e);
            case RelapseProposed e -> step(e, "提出返贫", Chinese.of(e.decidedBy()));
            case RelapseAssessed e ->
                    step(
                            e,
                            ballot(
                                    "返贫",
                                    e.assessmentId(),
                                    e.attendance(),
                                    e.votesFor(),
                                    e.votesAgainst()),
                            "民主评议会");
            case RelapseReviewed e -> step(e, "返贫乡镇审核", Chinese.of(e.decidedBy()));
            case RelapseWithdrawn e -> step(e, "返贫终止", Chinese.of(e.decidedBy()));
            case RiskEliminated e -> {
                monitored = null;
                found(e.assurances());
                proof(e, "风险消除", e.incomeYear(), e.incomeFenPerHead(), null);
                step(e, "风险消除", Chinese.of(e.decidedBy()));
            }
            case HelpEvent e -> helped(e);
            case BenefitLinkEvent e -> links = links.with(e);
            case PolicyEvent _ -> supported(persons.now(said, (PolicyEvent) stands));
            default -> {}
        }
    }

    /**
     * A paper form is what the head signed; that somebody entered an application is no signature.
     */
    private static String signed(@Nullable List<Evidence> evidence) {
        return evidence != null && evidence.stream().anyMatch(e -> e.kind() == EvidenceKind.FORM)
                ? "户主签字"
                : "本户";
    }

    private String ballot(
            String of, String meeting, int attendance, int votesFor, int votesAgainst) {
        var corrected = meetings.get(meeting);
        if (corrected != null) return of + ballot(corrected);
        return of + "民主评议：到会 %d 人，赞成 %d，反对 %d".formatted(attendance, votesFor, votesAgainst);
    }

    /** Whom it did not vote on nobody voted for. */
    private String ballot(AssessmentCorrected meeting) {
        var votes =
                meeting.ballots().stream()
                        .filter(each -> each.householdId().equals(householdId))
                        .findFirst()
                        .orElse(new Ballot(householdId, 0, 0));
        return "民主评议：到会 %d 人，赞成 %d，反对 %d（已更正）"
                .formatted(meeting.attendance(), votes.votesFor(), votes.votesAgainst());
    }

    private void helped(HelpEvent event) {
        switch (event) {
            case HelperReleased e -> {
                helper = null;
                step(e, "帮扶责任人解除", Chinese.of(e.decidedBy()));
            }
            case MonitoringHelperReleased e -> {
                helper = null;
                step(e, "监测帮扶责任人解除", Chinese.of(e.decidedBy()));
            }
            case QuarterChecked e -> quarters.put(e.year() * 4 + e.quarter(), e);
            case HandbookIssued e -> {
                handbook = e.number();
                step(e, "发放扶贫手册", e.issuedBy());
            }
            case ClearCardIssued e -> step(e, "张贴 %d 年明白卡".formatted(e.year()), e.issuedBy());
            case ResultSigned e -> {
                results.put(e.year(), e);
                step(e, "%d 年帮扶成效签字".formatted(e.year()), "家庭成员签字");
            }
            case HouseholdMoved e -> {
                region = e.region();
                places.add(e.region());
                group = e.group();
                steps.add(moved(e));
            }
        }
    }

    private static Step moved(HouseholdMoved e) {
        var into = e.group() == null ? "" : "，" + e.group();
        var by = e.documentNo() == null ? "" : e.documentNo();
        var reason = Chinese.of(e.reason());
        if (e.region().equals(e.fromRegion())) {
            return new Step(e.occurredOn(), reason + "：在本村内调整村民小组" + into, by, List.of(), null);
        }
        return new Step(
                e.occurredOn(),
                reason + "：由%s迁入%s" + into.replace("%", "%%"),
                by,
                List.of(e.fromRegion(), e.region()),
                null);
    }

    private void supported(PolicyEvent event) {
        switch (event) {
            case PolicyAppliedFor e -> {
                policies = policies.with(e);
                step(e, "申报" + policy(e.policy(), e.details(), e.recipients()), "本户");
            }
            case PolicyApplicationDeclined e -> {
                policies = policies.with(e);
                step(
                        e,
                        "不予批准申报%s：%s"
                                .formatted(
                                        policy(e.policy(), e.details(), e.recipients()),
                                        e.reason()),
                        Chinese.of(e.decidedBy()));
            }
            case PolicyApplicationWithdrawn e -> {
                policies = policies.with(e);
                step(e, "撤回申报" + policy(e.policy(), e.details(), e.recipients()), "本户");
            }
            case PolicyGranted e -> {
                if (e.recipients().isEmpty()) return;
                policies = policies.with(e);
                var by = e.decidedBy();
                step(
                        e,
                        "享受" + policy(e.policy(), e.details(), e.recipients()),
                        by == null ? "" : Chinese.of(by));
            }
            case PolicyEnded e -> {
                // Of what is taken back there was nothing to end.
                var had =
                        e.recipients().stream()
                                .filter(person ->
                                        policies.has(
                                                e.policy(), e.details(), person, e.occurredOn()))
                                .toList();
                policies = policies.with(e);
                if (had.isEmpty()) return;
                var by = e.decidedBy();
                step(
                        e,
                        "停止享受%s：%s"
                                .formatted(
                                        policy(e.policy(), e.details(), had),
                                        Chinese.of(e.reason())),
                        by == null ? "" : Chinese.of(by));
            }
            case PolicyTakenBack _ -> {} // the grant stands as it is left
        }
    }

    private static String policy(Policy policy, PolicyDetails details, List<String> persons) {
        var told = Chinese.of(details);
        return "%s%s %d 人"
                .formatted(
                        Chinese.of(policy), told.isEmpty() ? "" : "（" + told + "）", persons.size());
    }

    private void open(
            StoredEvent<Event> said,
            String place,
            @Nullable String of,
            String signer,
            List<Member> entered) {
        openedOn = said.event().occurredOn();
        region = place;
        places.add(place);
        group = of;
        headedBy(signer, said);
        entered.forEach(member -> join(member, said, openedOn));
    }

    private void splitOff(HouseholdSplitOff e, StoredEvent<Event> said) {
        open(said, e.region(), e.group(), e.head(), e.members());
        registeredOn = e.registeredOn();
        standard = e.standard();
        type = e.householdType();
        if (e.mainCause() instanceof Cause main) {
            causes(main, Objects.requireNonNullElse(e.otherCauses(), List.of()));
        }
        status =
                switch (e.standing()) {
                    case ON_FILE -> Status.ON_FILE;
                    case REGISTERED -> Status.REGISTERED;
                    case EXITED -> Status.EXITED;
                };
        step(e, "分户更正后立户", Chinese.of(e.authority()));
    }

    private void surveyed(HouseholdSurveyed e, Event stands) {
        if (stands instanceof SurveyCorrected c) {
            income(
                    c.incomeYear(),
                    c.wageFen(),
                    c.businessFen(),
                    c.transferFen(),
                    c.propertyFen(),
                    c.costFen(),
                    c.netIncomeFen(),
                    c.incomeFenPerHead());
        } else {
            income(
                    e.incomeYear(),
                    e.wageFen(),
                    e.businessFen(),
                    e.transferFen(),
                    e.propertyFen(),
                    e.costFen(),
                    e.netIncomeFen(),
                    e.incomeFenPerHead());
        }
        waterSafe = e.waterSafe();
        housingSafe = e.housingSafe();
        step(e, "入户调查", "调查人 %d 名".formatted(e.surveyors().size()));
    }

    /** By the grade of the dwelling: A and B are safe. What nobody says stays as it was. */
    private void described(HouseholdDetails said) {
        details = described(details, said);
        if (said.dwelling() != null && said.dwelling().dangerGrade() != null) {
            housingSafe =
                    switch (said.dwelling().dangerGrade()) {
                        case A, B -> true;
                        case C, D -> false;
                    };
        }
        if (said.water() != null && said.water().safe() != null) waterSafe = said.water().safe();
    }

    /** Whoever verified went and looked. */
    private void found(Assurances assurances) {
        housingSafe = assurances.housing();
        waterSafe = assurances.water();
    }

    private void resurveyed(SurveyCorrected e) {
        if (e.waterSafe() != null) waterSafe = e.waterSafe();
        if (e.housingSafe() != null) housingSafe = e.housingSafe();
    }

    private void income(
            int year,
            long wage,
            long business,
            long transfer,
            long property,
            long cost,
            long net,
            long perHead) {
        incomes.put(
                year,
                new YearsIncome(year, wage, business, transfer, property, cost, net, perHead));
    }

    /** In the place of what the relapse said. */
    private void relapsedBy(@Nullable RelapseIncomeCorrected c) {
        if (c == null) return;
        var said = proofs.removeLast();
        proofs.add(
                new IncomeProof(
                        said.on(),
                        said.what(),
                        c.incomeYear(),
                        c.incomeFenPerHead(),
                        c.lineFenPerYear()));
    }

    private void proof(
            HouseholdEvent e, String what, int year, long fenPerHead, @Nullable Long line) {
        proofs.add(new IncomeProof(e.occurredOn(), what, year, fenPerHead, line));
    }

    private void registered(HouseholdRegistered e, Event stands) {
        if (registeredOn == null) registeredOn = e.occurredOn();
        monitored = null;
        standard = e.standard();
        type = e.householdType();
        causes(e.mainCause(), e.otherCauses(), stands);
        end(e, Status.REGISTERED, "县级审批、公告，识别建档", Chinese.of(e.decidedBy()));
    }

    private void causes(Cause main, List<Cause> others, Event stands) {
        if (stands instanceof CausesCorrected c) causes(c.mainCause(), c.otherCauses());
        else causes(main, others);
    }

    private void causes(Cause main, List<Cause> others) {
        mainCause = main;
        otherCauses = others;
    }

    private Resident join(Member member, StoredEvent<Event> said, LocalDate on) {
        var joined = resident(member, said, on);
        for (var details : early.getOrDefault(joined.personId(), NONE)) {
            joined = described(joined, details);
        }
        early.remove(joined.personId());
        members.put(joined.personId(), joined);
        return joined;
    }

    private void described(String personId, MemberDetails details) {
        if (members.computeIfPresent(personId, (_, m) -> described(m, details)) != null) return;
        early.computeIfAbsent(personId, _ -> new ArrayList<>()).add(details);
    }

    /** Who it is and how called as corrected since; what the member was to the head as said. */
    private Resident resident(Member member, StoredEvent<Event> said, LocalDate on) {
        var stands = persons.asCorrected(said, member);
        return new Resident(
                persons.now(said, member.personId()),
                stands.maskedName(),
                member.relation(),
                stands.sex(),
                stands.birthYear(),
                on,
                NOTHING_OF_MEMBER);
    }

    private void headedBy(@Nullable String personId, StoredEvent<Event> said) {
        if (personId != null) head = persons.now(said, personId);
    }

    /** The same person, in the same place among the members. */
    private void identified(MemberIdentified e, StoredEvent<Event> said) {
        var as = resident(e.member(), said, e.occurredOn());
        steps.replaceAll(step -> step.renamed(as.personId(), as));
        members.computeIfPresent(
                as.personId(),
                (id, m) ->
                        new Resident(
                                id,
                                as.maskedName(),
                                Objects.requireNonNullElse(m.details().relation(), as.relation()),
                                as.sex(),
                                as.birthYear(),
                                m.since(),
                                m.details()));
    }

    private void headed(HeadChanged e, StoredEvent<Event> said) {
        headedBy(e.head(), said);
        related(persons.now(said, e.formerHead()), e.relationOfFormerHead());
        if (e.relations() != null) {
            e.relations().forEach(r -> related(persons.now(said, r.personId()), r.relation()));
        }
        step(e, "户主变更", "");
    }

    private void related(String personId, Relation relation) {
        members.computeIfPresent(personId, (_, m) -> described(m, related(relation)));
    }

    private static MemberDetails related(Relation relation) {
        return new MemberDetails(relation, null, null, null, null, null, null, null, null, null);
    }

    private static Resident described(Resident m, MemberDetails said) {
        var known = m.details();
        return new Resident(
                m.personId(),
                m.maskedName(),
                Objects.requireNonNullElse(said.relation(), m.relation()),
                m.sex(),
                m.birthYear(),
                m.since(),
                new MemberDetails(
                        either(said.relation(), known.relation()),
                        either(said.ethnicity(), known.ethnicity()),
                        either(said.education(), known.education()),
                        either(said.studentStatus(), known.studentStatus()),
                        either(said.health(), known.health()),
                        either(said.labourCapacity(), known.labourCapacity()),
                        either(said.disability(), known.disability()),
                        either(said.skills(), known.skills()),
                        either(said.insurance(), known.insurance()),
                        either(said.work(), known.work())));
    }

    private static HouseholdDetails described(HouseholdDetails known, HouseholdDetails said) {
        return new HouseholdDetails(
                either(said.dwelling(), known.dwelling()),
                either(said.land(), known.land()),
                either(said.water(), known.water()),
                either(said.supply(), known.supply()),
                either(said.way(), known.way()),
                either(said.traits(), known.traits()));
    }

    /** What was said now, or else before. */
    private static <T> @Nullable T either(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    /** It stands as it stood, and has what it had; its helper was relieved. */
    private void reinstated(EndRevoked e) {
        helper = null;
        var what = e.ended() == End.REMOVAL ? "撤销剔除（误登），恢复原状" : "撤销自然销户（误登），恢复原状";
        step(e, what, Chinese.of(e.decidedBy()));
    }

    private void over(
            HouseholdEvent e, StoredEvent<Event> said, Status now, String what, String by) {
        if (undone.contains(said.eventId())) {
            step(e, what, by);
            return;
        }
        endedOn = e.occurredOn();
        end(e, now, what, by);
    }

    private void end(HouseholdEvent e, Status now, String what, String by) {
        status = now;
        if (OVER.contains(now)) {
            policies = policies.once();
            helper = null;
            monitored = null;
        }
        if (now == Status.REGISTERED || now == Status.RELAPSED) onTheRegister = now;
        step(e, what, by);
    }

    private void step(HouseholdEvent e, String what, String by) {
        steps.add(new Step(e.occurredOn(), what, by, List.of(), null));
    }

    private void step(LocalDate on, String what, @Nullable Resident who) {
        steps.add(new Step(on, what, "", List.of(), who));
    }

    /** Somebody came or went on another day than was said. */
    private static LocalDate day(HouseholdEvent event, Event stands) {
        return stands instanceof MemberDayCorrected e ? e.rightDay() : event.occurredOn();
    }

    private Dossier dossier() {
        steps.sort(Comparator.comparing(Step::on));
        var residents = headFirst();
        return new Dossier(
                householdId,
                asOf,
                region,
                Set.copyOf(places),
                group,
                status,
                openedOn,
                registeredOn,
                exitedOn,
                exitRevokedOn,
                relapsedOn,
                monitored,
                standard,
                type,
                mainCause,
                otherCauses,
                head,
                mergedHead == null ? residents.getFirst() : mergedHead,
                residents,
                incomes,
                List.copyOf(proofs),
                waterSafe,
                housingSafe,
                details,
                helper,
                List.copyOf(plans),
                List.copyOf(plannedDone),
                List.copyOf(measures),
                policies.present(asOf),
                links.links(),
                List.copyOf(visits),
                List.copyOf(quarters.values()),
                results,
                handbook,
                number,
                List.copyOf(steps),
                lastSequence,
                digest.hash().toString());
    }

    /** Whoever is head on that day stands first and is called so. */
    private List<Resident> headFirst() {
        var all = new ArrayList<Resident>();
        for (var m : members.values()) {
            var isHead = m.personId().equals(head);
            var relation =
                    isHead
                            ? Relation.HEAD
                            : m.relation() == Relation.HEAD ? Relation.OTHER : m.relation();
            var shown =
                    new Resident(
                            m.personId(),
                            m.maskedName(),
                            relation,
                            m.sex(),
                            m.birthYear(),
                            m.since(),
                            m.details());
            if (isHead) all.addFirst(shown);
            else all.add(shown);
        }
        return List.copyOf(all);
    }
}
