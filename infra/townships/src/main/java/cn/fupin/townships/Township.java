package cn.fupin.townships;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A township as its file tells it. {@code assumed} beside a value says that the text does not state
 * it (or not all of it); {@code note} says what was assumed. Amounts are fen, regions are 12-digit
 * codes, ids are the file's own short names.
 */
public record Township(
        String format,
        String id,
        String title,
        String titleEn,
        Source source,
        Synthesis synthesis,
        String township,
        List<Division> divisions,
        List<Succession> successions,
        List<RegionFact> facts,
        List<PovertyLine> povertyLines,
        List<Rule> rules,
        List<Quota> quotas,
        List<Batch> identification,
        List<Helpers> helpers,
        List<Leader> leaders,
        List<Removal> removals,
        List<Reverification> reverifications,
        List<Measure> measures,
        List<PolicyPart> policies,
        List<Plan> plans,
        List<Visits> visits,
        List<Exit> exits,
        List<ExitPlan> exitPlans,
        List<MemberChange> joinings,
        List<MemberChange> leavings,
        Activities activities,
        List<Appropriation> appropriations,
        List<Project> projects,
        List<Claim> claims,
        List<NotReached> notReached) {

    public Township {
        successions = orEmpty(successions);
        facts = orEmpty(facts);
        povertyLines = orEmpty(povertyLines);
        rules = orEmpty(rules);
        quotas = orEmpty(quotas);
        identification = orEmpty(identification);
        helpers = orEmpty(helpers);
        leaders = orEmpty(leaders);
        removals = orEmpty(removals);
        reverifications = orEmpty(reverifications);
        measures = orEmpty(measures);
        policies = orEmpty(policies);
        plans = orEmpty(plans);
        visits = orEmpty(visits);
        exits = orEmpty(exits);
        exitPlans = orEmpty(exitPlans);
        joinings = orEmpty(joinings);
        leavings = orEmpty(leavings);
        appropriations = orEmpty(appropriations);
        projects = orEmpty(projects);
        claims = orEmpty(claims);
        notReached = orEmpty(notReached);
        activities = activities == null ? Activities.NONE : activities;
    }

    /** What a reader can hold the file against: the text, quoted in full when its makers can. */
    public record Source(String reference, @Nullable String note, @Nullable List<String> text) {}

    /** How households are made: the seed, and the share of names in the Yi manner. */
    public record Synthesis(long seed, int yiNamesPercent, int membersMax, @Nullable String note) {}

    public record Division(
            String code,
            String name,
            Level level,
            @Nullable String parent,
            boolean sample,
            LocalDate listedOn,
            int groups,
            @Nullable String villageType,
            boolean assumed,
            @Nullable String note) {}

    /** A code that went out of use, and those that took its place: none when none is known. */
    public record Succession(
            String region,
            List<String> successors,
            @Nullable String documentNo,
            LocalDate supersededOn,
            boolean assumed,
            @Nullable String note) {
        public Succession {
            successors = orEmpty(successors);
        }
    }

    public enum Level {
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    public record RegionFact(
            String region,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate asOf,
            boolean assumed,
            @Nullable String note) {}

    public record PovertyLine(
            String region,
            int year,
            long lineFenPerYear,
            String incomeConcept,
            @Nullable String documentNo,
            LocalDate setOn,
            @Nullable String note) {}

    public record Rule(
            String region,
            String code,
            long value,
            String unit,
            LocalDate effectiveFrom,
            String source,
            boolean assumed,
            @Nullable String note) {}

    public record Quota(
            String region,
            int year,
            long persons,
            long ceilingPersons,
            LocalDate allocatedOn,
            Decision decidedBy,
            boolean assumed,
            @Nullable String note) {}

    public record Decision(String body, @Nullable String documentNo) {}

    /** One round of identification; its households are synthesised to exactly these totals. */
    public record Batch(
            String id,
            String name,
            int households,
            int persons,
            int incomeYear,
            int quotaYear,
            String standard,
            List<String> villages,
            List<Part> parts,
            Stages stages,
            Decision reviewedBy,
            Decision approvedBy,
            @Nullable Announcement announcement,
            boolean assumed,
            @Nullable String note) {
        public Batch {
            villages = orEmpty(villages);
            parts = orEmpty(parts);
        }
    }

    /** 公告 of what was decided, village by village, by whoever decided it. */
    public record Announcement(
            LocalDate announcedOn,
            @Nullable String documentNo,
            boolean assumed,
            @Nullable String note) {}

    /** What of a batch is in one village, to the last person. */
    public record Part(String region, int households, int persons) {}

    public record Stages(
            LocalDate appliedFrom,
            LocalDate appliedTo,
            LocalDate surveyedFrom,
            LocalDate surveyedTo,
            LocalDate assessedOn,
            LocalDate firstNoticePostedOn,
            LocalDate firstNoticeClosedOn,
            LocalDate reviewedOn,
            LocalDate secondNoticePostedOn,
            LocalDate secondNoticeClosedOn,
            LocalDate approvedOn,
            LocalDate announcedOn) {}

    /** Every household on the register of these batches, none named: of all, has a helper. */
    public record Helpers(
            List<String> batches,
            int householdsPerHelper,
            String unit,
            @Nullable String kind,
            LocalDate assignedOn,
            boolean assumed,
            @Nullable String note) {
        public Helpers {
            batches = orEmpty(batches);
        }
    }

    /**
     * So many households of exactly so many persons; which ones is the synthesiser's to choose,
     * among those on the register of these batches and villages (none named: of all).
     *
     * @param persons null when the text does not count them: any will do
     */
    public record Chosen(
            List<String> batches,
            List<String> villages,
            int households,
            @Nullable Integer persons) {
        public Chosen {
            batches = orEmpty(batches);
            villages = orEmpty(villages);
        }
    }

    /** Households whose one helper is a leader. */
    public record Leader(
            Chosen of,
            String name,
            String unit,
            LocalDate assignedOn,
            boolean assumed,
            @Nullable String note) {}

    /** Looked at again, and kept. */
    public record Reverification(
            Chosen of,
            String round,
            Decision decidedBy,
            LocalDate reverifiedOn,
            boolean assumed,
            @Nullable String note) {}

    public record Measure(
            Chosen of,
            String measure,
            String scheme,
            LocalDate assignedOn,
            boolean assumed,
            @Nullable String note) {}

    /**
     * 享受政策: whole households, or so many of their members.
     *
     * @param of whole households; null where members are counted
     * @param members how many; null where households are counted
     * @param batches of members: of these alone, none named: of all
     * @param measure only of households that have this measure
     * @param among only members who were chosen before for that policy
     * @param appliedOn null where the text says nothing of an application
     * @param since from when they have it, null where they only applied
     */
    public record PolicyPart(
            String policy,
            @Nullable PolicyDetails details,
            @Nullable Chosen of,
            @Nullable Integer members,
            List<String> batches,
            @Nullable String measure,
            @Nullable String among,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate since,
            @Nullable Decision decidedBy,
            boolean assumed,
            @Nullable String note) {
        public PolicyPart {
            batches = orEmpty(batches);
        }

        /** The first day of which something is said. */
        LocalDate from() {
            return appliedOn == null ? Objects.requireNonNull(since) : appliedOn;
        }

        int personsNamed() {
            return Objects.requireNonNull(members);
        }
    }

    public record PolicyDetails(
            @Nullable Integer schoolYear,
            @Nullable Integer year,
            @Nullable String course,
            @Nullable String workplace,
            @Nullable String work,
            @Nullable String placement,
            @Nullable String settlement,
            @Nullable String name) {}

    public record Plan(
            Chosen of,
            String kind,
            int fromYear,
            int toYear,
            List<String> measures,
            LocalDate adoptedOn,
            boolean assumed,
            @Nullable String note) {
        public Plan {
            measures = orEmpty(measures);
        }
    }

    /** Each household is visited so many times by its helper, from the first day to the last. */
    public record Visits(
            Chosen of,
            int timesEach,
            String purpose,
            LocalDate from,
            LocalDate to,
            boolean assumed,
            @Nullable String note) {}

    public record Exit(
            Chosen of,
            int incomeYear,
            ExitStages stages,
            Decision decidedBy,
            @Nullable Announcement announcement,
            boolean assumed,
            @Nullable String note) {}

    public record ExitStages(
            LocalDate proposedOn,
            LocalDate verifiedOn,
            LocalDate agreedOn,
            LocalDate noticePostedOn,
            LocalDate noticeClosedOn,
            LocalDate exitedOn) {}

    /** Households meant to exit: none of them exits by that. */
    public record ExitPlan(
            Chosen of,
            int year,
            Decision decidedBy,
            LocalDate plannedOn,
            boolean assumed,
            @Nullable String note) {}

    /** So many persons who came into, or left, households that stay on the register. */
    public record MemberChange(
            List<String> batches,
            String reason,
            int persons,
            LocalDate from,
            LocalDate to,
            boolean assumed,
            @Nullable String note) {
        public MemberChange {
            batches = orEmpty(batches);
        }
    }

    public record Removal(
            String batch,
            int households,
            int persons,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            LocalDate removedOn,
            @Nullable Had had,
            boolean assumed,
            @Nullable String note) {}

    /** A policy that households had before they were removed. */
    public record Had(
            String policy,
            LocalDate since,
            Decision decidedBy,
            boolean assumed,
            @Nullable String note) {}

    public record Activities(
            List<Meeting> meetings,
            List<Document> documents,
            List<WorkTeam> workTeams,
            List<Staff> staff,
            List<UnitContact> unitContacts,
            List<Training> trainings,
            List<Rounds> surveyRounds,
            List<Rounds> inspections,
            List<PoorVillages> poorVillages,
            List<Rechecks> rechecks,
            List<ExitReport> exitReports) {
        static final Activities NONE =
                new Activities(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of());

        public Activities {
            meetings = orEmpty(meetings);
            documents = orEmpty(documents);
            workTeams = orEmpty(workTeams);
            staff = orEmpty(staff);
            unitContacts = orEmpty(unitContacts);
            trainings = orEmpty(trainings);
            surveyRounds = orEmpty(surveyRounds);
            inspections = orEmpty(inspections);
            poorVillages = orEmpty(poorVillages);
            rechecks = orEmpty(rechecks);
            exitReports = orEmpty(exitReports);
        }
    }

    public record Meeting(
            String region,
            String kind,
            String title,
            LocalDate heldOn,
            boolean assumed,
            @Nullable String note) {}

    public record Document(
            String region,
            String documentNo,
            String title,
            String issuedBy,
            LocalDate issuedOn,
            boolean assumed,
            @Nullable String note) {}

    public record WorkTeam(
            String region,
            String team,
            String kind,
            String level,
            List<String> units,
            LocalDate formedOn,
            boolean assumed,
            @Nullable String note) {}

    public record Staff(
            String region,
            String kind,
            int persons,
            LocalDate appointedOn,
            boolean assumed,
            @Nullable String note) {}

    /** A unit's contact with a village: so many households, no limit of a person's. */
    public record UnitContact(
            String region,
            String unit,
            int households,
            LocalDate assignedOn,
            boolean assumed,
            @Nullable String note) {}

    /**
     * @param persons how many were trained, where the text counts heads and not attendances
     */
    public record Training(
            String region,
            int classes,
            int personTimes,
            @Nullable Integer persons,
            LocalDate heldOn,
            boolean assumed,
            @Nullable String note) {}

    /** So many rounds, spread evenly over the days from {@code from} to {@code to}. */
    public record Rounds(
            String region,
            int count,
            LocalDate from,
            LocalDate to,
            boolean assumed,
            @Nullable String note) {}

    public record PoorVillages(
            List<String> villages,
            LocalDate identifiedOn,
            Decision decidedBy,
            boolean assumed,
            @Nullable String note) {}

    /** Villages whose exit was checked once more. */
    public record Rechecks(
            List<String> villages,
            LocalDate recheckedOn,
            Decision decidedBy,
            boolean assumed,
            @Nullable String note) {}

    /** 脱贫上报: how many came out of poverty in a year, as reported upward. */
    public record ExitReport(
            String region,
            int year,
            int households,
            int persons,
            String reportedTo,
            @Nullable String documentNo,
            LocalDate reportedOn,
            boolean assumed,
            @Nullable String note) {}

    public record Appropriation(
            String id,
            String region,
            String documentNo,
            String sourceLevel,
            String sourceType,
            String purpose,
            long amountFen,
            LocalDate issuedOn,
            List<Allocation> allocations,
            boolean assumed,
            @Nullable String note) {}

    public record Allocation(
            String id,
            String region,
            String purpose,
            long amountFen,
            LocalDate allocatedOn,
            boolean assumed) {}

    public record Project(
            String id,
            String region,
            String name,
            String kind,
            @Nullable Long budgetFen,
            List<Output> plannedOutputs,
            String proposedBy,
            LocalDate proposedOn,
            Approval approval,
            @Nullable Contract contract,
            @Nullable Acceptance acceptance,
            @Nullable Beneficiaries beneficiaries,
            List<Commitment> commitments,
            boolean assumed,
            @Nullable String note) {
        public Project {
            plannedOutputs = orEmpty(plannedOutputs);
            commitments = orEmpty(commitments);
        }
    }

    public record Output(String measure, BigDecimal quantity, String unit) {}

    public record Approval(
            int libraryYear, LocalDate approvedOn, Decision decidedBy, boolean assumed) {}

    public record Contract(
            String contractNo,
            String contractor,
            @Nullable Long contractFen,
            LocalDate signedOn,
            boolean assumed) {}

    public record Acceptance(
            LocalDate acceptedOn,
            String acceptedBy,
            List<Output> outputs,
            List<Served> served,
            boolean assumed) {
        public Acceptance {
            outputs = orEmpty(outputs);
        }
    }

    public record Served(String region, int groups) {}

    /** So many registered households of a batch, in equal shares. */
    public record Beneficiaries(String batch, int households, LocalDate namedOn, boolean assumed) {}

    public record Commitment(
            String id,
            LocalDate committedOn,
            List<MoneyLine> lines,
            List<Payment> payments,
            boolean assumed) {
        public Commitment {
            payments = orEmpty(payments);
        }

        public long amountFen() {
            return MoneyLine.sum(lines);
        }
    }

    public record MoneyLine(String allocation, long amountFen) {
        static long sum(List<MoneyLine> lines) {
            return lines.stream().mapToLong(MoneyLine::amountFen).sum();
        }
    }

    public record Payment(
            String id,
            String payeeKind,
            String payeeName,
            List<MoneyLine> lines,
            LocalDate requestedOn,
            LocalDate approvedOn,
            Decision decidedBy,
            LocalDate settledOn,
            String bankReference,
            boolean assumed) {
        public long amountFen() {
            return MoneyLine.sum(lines);
        }
    }

    /**
     * A figure as the text claims it, and what the events are declared to say to it.
     *
     * @param divisions {@code then} or {@code today}: along which divisions the figure is taken
     */
    public record Claim(
            @Nullable String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            @Nullable String divisions,
            @Nullable OpenQuestion openQuestion,
            Expected expected,
            @Nullable String note) {}

    /** What the text leaves open, and what could explain it; none of it is claimed. */
    public record OpenQuestion(String zh, String en, List<Candidate> candidates) {
        public OpenQuestion {
            candidates = orEmpty(candidates);
        }
    }

    public record Candidate(String zh, String en) {}

    /** {@code equal}, or {@code differs} by {@code difference} (events − text). */
    public record Expected(Verdict verdict, @Nullable BigDecimal difference) {}

    public enum Verdict {
        equal,
        differs
    }

    public record NotReached(String phraseZh, String whyZh, String whyEn) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
