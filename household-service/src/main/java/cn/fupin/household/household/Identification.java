package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.round.RoundEvent.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 识别: application, survey, assessment, township review, county approval; or rejection on the way.
 */
final class Identification {
    static final int MOST_OTHER_CAUSES = 2;

    private Identification() {}

    static List<HouseholdEvent> decide(IdentificationCommand command, Household state) {
        return switch (command) {
            case ApplyForRegistration c -> with(c.enclosures(), apply(c, state), c.assumed());
            case ApplyFromFile c -> List.of(applyFromFile(c, state));
            case RecordHousehold c -> with(c.enclosures(), record(c, state), c.assumed());
            case SurveyHousehold c -> List.of(survey(c, state));
            case AssessHousehold c -> List.of(assess(c, state));
            case ReviewByTownship c -> List.of(review(c, state));
            case RegisterHousehold c -> numbered(c, register(c, state), state);
            case RejectHousehold c -> List.of(reject(c, state));
            case WithdrawApplication c -> List.of(withdraw(c, state));
        };
    }

    /** What the form says beside is a fact of its own, as when it is said later. */
    private static List<HouseholdEvent> with(
            Enclosures enclosures, HouseholdEvent opening, boolean assumed) {
        var facts = new ArrayList<HouseholdEvent>(List.of(opening));
        var household = opening.householdId();
        var on = opening.occurredOn();
        var details = enclosures.details();
        if (details != null)
            facts.add(new HouseholdDescribed(household, on, details, assumed, null));
        for (var member : enclosures.members()) {
            facts.add(
                    new MemberDescribed(
                            household,
                            on,
                            member.personId(),
                            member.details(),
                            null,
                            assumed,
                            null,
                            null));
        }
        return facts;
    }

    private static HouseholdApplied apply(ApplyForRegistration c, Household state) {
        if (state instanceof OnFile) throw new Refused(ON_FILE_ALREADY);
        if (!(state instanceof None)) throw new Refused(ALREADY_APPLIED);
        opensIn(c.village(), c.on());
        var group = inAGroup(c.group(), c.village().groups(), c.on());
        inItsBatch(c.batchId(), c.batch(), c.region(), c.on());
        return new HouseholdApplied(
                c.householdId(),
                c.on(),
                c.region(),
                group,
                headOf(c.members()),
                c.members(),
                c.assumed(),
                c.enclosures().separation(),
                c.enclosures().evidence(),
                c.batchId());
    }

    /** Who is to be looked at is on file already; how it is watched waits for what comes of it. */
    private static HouseholdOnFileApplied applyFromFile(ApplyFromFile c, Household state) {
        if (state instanceof Candidate || state instanceof Enrolled) {
            throw new Refused(ALREADY_APPLIED);
        }
        if (!(state instanceof OnFile household)) throw new Refused(HOUSEHOLD_ENDED);
        var asked = c.asked();
        var region = household.file().regionOn(c.on());
        opensIn(c.village(), c.on());
        inItsBatch(asked.batchId(), c.batch(), region, c.on());
        return new HouseholdOnFileApplied(
                c.householdId(),
                c.on(),
                region,
                household.file().family().personsOn(c.on()),
                asked.assumed(),
                asked.separation(),
                asked.evidence(),
                asked.batchId());
    }

    /** An ordinary household on file, to be watched: no step of identification. */
    private static HouseholdRecorded record(RecordHousehold c, Household state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_APPLIED);
        opensIn(c.village(), c.on());
        var group = inAGroup(c.group(), c.village().groups(), c.on());
        return new HouseholdRecorded(
                c.householdId(),
                c.on(),
                c.region(),
                group,
                headOf(c.members()),
                c.members(),
                c.assumed(),
                c.enclosures().separation(),
                c.enclosures().evidence());
    }

    /** What was on paper before a village ended may still be entered after it. */
    static void opensIn(Village village, LocalDate on) {
        var listed = village.listedOn();
        if (listed == null) throw new Refused(VILLAGE_NOT_LISTED);
        if (on.isBefore(listed)) {
            throw new Refused(VILLAGE_LISTED_LATER, Map.of("listedOn", listed.toString()));
        }
        var ended = village.supersededOn();
        if (ended != null && !on.isBefore(ended)) {
            throw new Refused(VILLAGE_SUPERSEDED, Map.of("supersededOn", ended.toString()));
        }
    }

    /**
     * Where the village has groups listed on that day, the name of one of them, however it was
     * written; else whatever is said.
     */
    static @Nullable String inAGroup(
            @Nullable String group, List<KnownGroup> groups, LocalDate on) {
        var then = groups.stream().filter(known -> known.isThereOn(on)).toList();
        if (group == null || then.isEmpty()) return group;
        var meant = KnownGroup.meant(group, then, on);
        if (meant == null) {
            throw new Refused(
                    GROUP_NOT_LISTED,
                    Map.of(
                            "field",
                            "group",
                            "listed",
                            then.stream()
                                    .map(known -> known.group() + " " + known.nameOn(on))
                                    .toList()));
        }
        return meant.nameOn(on);
    }

    /** That it is not closed meanwhile is guarded by {@link StepsOnGrounds}. */
    private static void inItsBatch(
            @Nullable String batchId, @Nullable BatchThere there, String region, LocalDate on) {
        if (batchId == null) return;
        if (there == null) throw new Refused(BATCH_UNKNOWN);
        var batch = there.batch();
        if (!there.lineage().reaches(batch.region(), region, on)) {
            throw new Refused(BATCH_ELSEWHERE);
        }
        if (on.isBefore(batch.appliesFrom()) || on.isAfter(batch.lastDay())) {
            throw new Refused(
                    OUTSIDE_THE_BATCH,
                    Map.of(
                            "appliesFrom",
                            batch.appliesFrom().toString(),
                            "lastDay",
                            batch.lastDay().toString()));
        }
    }

    static String headOf(List<Member> members) {
        var persons = members.stream().map(Member::personId).toList();
        if (new HashSet<>(persons).size() < persons.size()) throw new Refused(SAME_PERSON_TWICE);
        var heads = members.stream().filter(m -> m.relation() == Relation.HEAD).toList();
        if (heads.size() != 1) throw new Refused(NOT_EXACTLY_ONE_HEAD);
        return heads.getFirst().personId();
    }

    private static HouseholdSurveyed survey(SurveyHousehold c, Household state) {
        if (!(state instanceof Applied applied)) throw new Refused(NOT_TO_BE_SURVEYED);
        notOfALaterYear(c.incomeYear(), c.on());
        var income = c.income();
        return new HouseholdSurveyed(
                c.householdId(),
                c.on(),
                c.surveyors(),
                c.incomeYear(),
                c.wageFen(),
                c.businessFen(),
                c.transferFen(),
                c.propertyFen(),
                c.costFen(),
                income.netFen(),
                income.fenPerHead(applied.file().family().personsOn(c.on())),
                c.waterSafe(),
                c.housingSafe(),
                c.assumed(),
                c.evidence());
    }

    /** A ballot passes with more votes for than against; abstentions count for neither side. */
    private static HouseholdAssessed assess(AssessHousehold c, Household state) {
        if (!(state instanceof Surveyed surveyed)) throw new Refused(NOT_SURVEYED);
        var ballot = passed(c.assessment(), surveyed.file());
        var meeting = ballot.meeting();
        return new HouseholdAssessed(
                c.householdId(),
                meeting.heldOn(),
                meeting.assessmentId(),
                meeting.attendance(),
                ballot.votesFor(),
                ballot.votesAgainst(),
                meeting.assumed());
    }

    record Ballot(KnownAssessment meeting, int votesFor, int votesAgainst) {}

    static Ballot passed(@Nullable KnownAssessment meeting, File file) {
        if (meeting == null) throw new Refused(ASSESSMENT_UNKNOWN);
        var on = meeting.heldOn();
        if (!meeting.lineage().reaches(meeting.region(), file.regionOn(on), on)) {
            throw new Refused(ASSESSMENT_ELSEWHERE);
        }
        var votesFor = meeting.votesFor();
        var votesAgainst = meeting.votesAgainst();
        if (votesFor == null || votesAgainst == null) throw new Refused(NOT_ON_THE_BALLOT);
        if (votesFor <= votesAgainst) {
            throw new Refused(
                    VOTED_DOWN, Map.of("votesFor", votesFor, "votesAgainst", votesAgainst));
        }
        return new Ballot(meeting, votesFor, votesAgainst);
    }

    private static TownshipReviewed review(ReviewByTownship c, Household state) {
        if (!(state instanceof Assessed assessed)) throw new Refused(NOT_ASSESSED);
        NoticeHeld.check(c.notice(), NoticeKind.FIRST, assessed.file(), c.on());
        return new TownshipReviewed(
                c.householdId(),
                c.on(),
                c.asked().noticeId(),
                c.asked().decidedBy(),
                c.asked().assumed(),
                c.asked().evidence());
    }

    /** The quota's places are taken in the same transaction, by {@link PlacesWithinQuota}. */
    private static HouseholdRegistered register(RegisterHousehold c, Household state) {
        if (state instanceof Enrolled enrolled) {
            var since = enrolled.registration().since();
            throw new Refused(ALREADY_REGISTERED, Map.of("since", since.toString()));
        }
        if (!(state instanceof Reviewed reviewed)) throw new Refused(NOT_REVIEWED);
        var asked = c.asked();
        NoticeHeld.check(c.notice(), NoticeKind.SECOND, reviewed.file(), c.on());
        announced(asked.announcedOn(), c);
        causes(asked.mainCause(), asked.otherCauses());
        quotaOfTheYear(asked.quotaYear(), c.on());
        var finding = reviewed.finding();
        var line = belowTheLine(finding, c.line(), asked.standard());
        InARound.check(asked.roundId(), c.round(), Direction.ENTER, reviewed.file(), c.on());
        c.screening().pass(reviewed.file(), c.on());
        return new HouseholdRegistered(
                c.householdId(),
                c.on(),
                reviewed.file().regionOn(c.on()),
                asked.noticeId(),
                asked.decidedBy(),
                asked.announcedOn(),
                asked.standard(),
                asked.householdType(),
                asked.mainCause(),
                asked.otherCauses(),
                line.povertyLineId(),
                line.lineFenPerYear(),
                finding.incomeYear(),
                finding.fenPerHead(),
                asked.quotaYear(),
                reviewed.file().family().personsOn(c.on()),
                asked.batch(),
                asked.assumed(),
                asked.roundId(),
                asked.roundRule(),
                asked.evidence());
    }

    /** Where it says nothing yet the list of announcement does, once it is published. */
    private static void announced(@Nullable LocalDate day, RegisterHousehold c) {
        if (day == null) return;
        if (day.isAfter(c.today())) throw new Refused(IN_THE_FUTURE);
        if (day.isBefore(c.on())) throw new Refused(ANNOUNCED_BEFORE_APPROVAL);
    }

    /** Its number is a fact of its own, as when it is said later. */
    private static List<HouseholdEvent> numbered(
            RegisterHousehold c, HouseholdRegistered registered, Household state) {
        var number = c.asked().householdNumber();
        if (number == null) return List.of(registered);
        Descriptions.numberless(((Reviewed) state).file());
        return List.of(
                registered,
                new HouseholdNumbered(c.householdId(), c.on(), number, c.asked().assumed(), null));
    }

    /** The line is the one taken for the standard that the decision names. */
    static KnownLine belowTheLine(Finding finding, @Nullable KnownLine known, Standard standard) {
        var line = line(known, finding.incomeYear(), standard);
        if (finding.fenPerHead() < line.lineFenPerYear()) return line;
        throw new Refused(
                INCOME_NOT_BELOW_LINE,
                Map.of(
                        "incomeFenPerHead",
                        finding.fenPerHead(),
                        "lineFenPerYear",
                        line.lineFenPerYear(),
                        "povertyLineId",
                        line.povertyLineId()));
    }

    private static HouseholdEvent reject(RejectHousehold c, Household state) {
        if (!(state instanceof Candidate candidate)) throw new Refused(NOT_A_CANDIDATE);
        if (candidate.onFile() != null) {
            return new HouseholdBackOnFile(
                    c.householdId(),
                    c.on(),
                    candidate.stage(),
                    c.grounds(),
                    c.decidedBy(),
                    null,
                    false,
                    c.evidence());
        }
        Families.endsAfterEveryFact(candidate, c.on());
        return new HouseholdRejected(
                c.householdId(),
                c.on(),
                candidate.stage(),
                c.decidedBy(),
                c.grounds(),
                c.evidence());
    }

    /** Its own to take back until the county has decided. */
    private static HouseholdEvent withdraw(WithdrawApplication c, Household state) {
        if (!(state instanceof Candidate candidate)) throw new Refused(NOT_A_CANDIDATE);
        var signer = c.signedBy();
        if (signer == null || !candidate.file().family().has(signer, c.on())) {
            throw new Refused(SIGNER_NOT_A_MEMBER);
        }
        if (candidate.onFile() != null) {
            return new HouseholdBackOnFile(
                    c.householdId(),
                    c.on(),
                    candidate.stage(),
                    c.reason(),
                    null,
                    signer,
                    c.assumed(),
                    c.evidence());
        }
        Families.endsAfterEveryFact(candidate, c.on());
        return new HouseholdWithdrew(
                c.householdId(),
                c.on(),
                candidate.stage(),
                signer,
                c.reason(),
                c.assumed(),
                c.evidence());
    }

    /** One main cause and at most two others, none named twice. */
    static void causes(Cause main, List<Cause> others) {
        if (others.size() > MOST_OTHER_CAUSES) throw new Refused(TOO_MANY_CAUSES);
        var all = new HashSet<>(others);
        if (!all.add(main) || all.size() != others.size() + 1) {
            throw new Refused(CAUSE_NAMED_TWICE);
        }
    }

    /** Places left over from another year's quota would let in more than this year's ceiling. */
    static void quotaOfTheYear(int quotaYear, LocalDate on) {
        if (quotaYear != on.getYear()) {
            throw new Refused(QUOTA_OF_ANOTHER_YEAR, Map.of("year", on.getYear()));
        }
    }

    static void notOfALaterYear(int year, LocalDate on) {
        if (year > on.getYear()) throw new Refused(YEAR_AFTER_THE_STEP);
    }

    /**
     * The line of the very year and standard; another's means that the income was corrected or the
     * household reclassified meanwhile.
     *
     * @param standard null of a household that was never registered
     */
    static KnownLine line(@Nullable KnownLine line, int incomeYear, @Nullable Standard standard) {
        if (line == null || line.year() != incomeYear || line.whose() != whoseLine(standard)) {
            throw new Refused(POVERTY_LINE_UNKNOWN, Map.of("year", incomeYear));
        }
        return line;
    }

    static Whose whoseLine(@Nullable Standard standard) {
        return standard == null ? Whose.NEAREST : standard.whoseLine();
    }
}
