package cn.fupin.townships;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
        List<RegionFact> facts,
        List<PovertyLine> povertyLines,
        List<Rule> rules,
        List<Quota> quotas,
        List<Batch> identification,
        @Nullable Helpers helpers,
        List<Removal> removals,
        Activities activities,
        List<Appropriation> appropriations,
        List<Project> projects,
        List<Claim> claims,
        List<NotReached> notReached) {

    public Township {
        facts = orEmpty(facts);
        povertyLines = orEmpty(povertyLines);
        rules = orEmpty(rules);
        quotas = orEmpty(quotas);
        identification = orEmpty(identification);
        removals = orEmpty(removals);
        appropriations = orEmpty(appropriations);
        projects = orEmpty(projects);
        claims = orEmpty(claims);
        notReached = orEmpty(notReached);
        activities =
                activities == null
                        ? new Activities(List.of(), List.of(), List.of(), List.of())
                        : activities;
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
            boolean assumed,
            @Nullable String note) {}

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
            Stages stages,
            Decision reviewedBy,
            Decision approvedBy,
            boolean assumed,
            @Nullable String note) {
        public Batch {
            villages = orEmpty(villages);
        }
    }

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

    public record Helpers(
            int householdsPerHelper,
            String unit,
            LocalDate assignedOn,
            boolean assumed,
            @Nullable String note) {}

    public record Removal(
            String batch,
            int households,
            int persons,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            LocalDate removedOn,
            boolean assumed,
            @Nullable String note) {}

    public record Activities(
            List<Training> trainings,
            List<Rounds> surveyRounds,
            List<Rounds> inspections,
            List<PoorVillages> poorVillages) {
        public Activities {
            trainings = orEmpty(trainings);
            surveyRounds = orEmpty(surveyRounds);
            inspections = orEmpty(inspections);
            poorVillages = orEmpty(poorVillages);
        }
    }

    public record Training(
            String region,
            int classes,
            int personTimes,
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

    /** A figure as the text claims it, and what the events are declared to say to it. */
    public record Claim(
            @Nullable String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            Expected expected,
            @Nullable String note) {}

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
