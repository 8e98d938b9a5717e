package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household's own facts, one stream for its whole life. Money is fen; {@code incomeFenPerHead} is
 * the net income divided by the members, rounded down to the fen, so that it is below a line
 * exactly when the household's income is below the line times its members. {@code assumed} marks
 * what the source text does not state. What belongs together and came later stands in a file of its
 * own: {@link DescriptionEvent}, {@link StandingEvent}, {@link HelpEvent}.
 */
public sealed interface HouseholdEvent extends Event
        permits DescriptionEvent,
                HelpEvent,
                RelapseEvent,
                StandingEvent,
                HouseholdEvent.HouseholdApplied,
                HouseholdEvent.HouseholdSurveyed,
                HouseholdEvent.HouseholdAssessed,
                HouseholdEvent.TownshipReviewed,
                HouseholdEvent.HouseholdRegistered,
                HouseholdEvent.HouseholdRejected,
                HouseholdEvent.HouseholdWithdrew,
                HouseholdEvent.ExclusionCleared,
                HouseholdEvent.HelperAssigned,
                HouseholdEvent.HouseholdRemoved,
                HouseholdEvent.ExitProposed,
                HouseholdEvent.ExitVerified,
                HouseholdEvent.ExitAgreed,
                HouseholdEvent.HouseholdExited,
                HouseholdEvent.HouseholdRelapsed,
                HouseholdEvent.SurveyCorrected,
                HouseholdEvent.CausesCorrected,
                HouseholdEvent.HouseholdRecorded,
                HouseholdEvent.IncomeRecorded,
                HouseholdEvent.HouseholdVisited,
                HouseholdEvent.PlanAdopted,
                HouseholdEvent.MeasureAssigned,
                HouseholdEvent.ExitPlanned,
                HouseholdEvent.MemberJoined,
                HouseholdEvent.MemberLeft,
                HouseholdEvent.HouseholdDissolved,
                HouseholdEvent.HouseholdReverified,
                HouseholdEvent.MonitoringClueRaised,
                HouseholdEvent.MonitoringChecked,
                HouseholdEvent.MonitoringConfirmed,
                HouseholdEvent.MonitoringDismissed,
                HouseholdEvent.RiskEliminated {
    String householdId();

    /**
     * Persons ask to be registered as one household; the head signs.
     *
     * @param group the villagers' group 村民小组
     * @param head the personId of the head, who signs
     * @param batchId the batch of applications it is one of, null without one
     */
    record HouseholdApplied(
            String householdId,
            LocalDate occurredOn,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            @Nullable String batchId)
            implements HouseholdEvent {}

    /**
     * Why persons of another household are one of their own now, and the paper that shows it.
     *
     * @param document a marriage certificate, a judgement, a contract of division
     */
    record Separation(SeparationReason reason, String document) {}

    /** 婚嫁, 收养, 依法分户（判决、离婚等）. */
    enum SeparationReason {
        MARRIAGE,
        ADOPTION,
        BY_LAW
    }

    /**
     * What may be seen of a member, and the rest sealed.
     *
     * @param maskedName the surname with stars
     * @param sealed base64 of name and numbers under the person's own key
     * @param withoutNumber why there is no identity number yet, null for whoever has one
     */
    record Member(
            String personId,
            String maskedName,
            Relation relation,
            Sex sex,
            int birthYear,
            String sealed,
            @Nullable WithoutNumber withoutNumber) {}

    /** 新生儿, 未登记户口, 证件办理中, 其他. */
    enum WithoutNumber {
        NEWBORN,
        UNREGISTERED,
        APPLIED_FOR,
        OTHER
    }

    /** Of the head; 户主 配偶 子女 父母 其他, 儿媳女婿 孙辈 岳父母公婆 祖辈 兄弟姐妹. */
    enum Relation {
        HEAD,
        SPOUSE,
        CHILD,
        PARENT,
        OTHER,
        CHILD_IN_LAW,
        GRANDCHILD,
        PARENT_IN_LAW,
        GRANDPARENT,
        SIBLING
    }

    enum Sex {
        MALE,
        FEMALE
    }

    record HouseholdSurveyed(
            String householdId,
            LocalDate occurredOn,
            List<String> surveyors,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead,
            boolean waterSafe,
            boolean housingSafe,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * The meeting's ballot passed: more votes for than against.
     *
     * @param assumed as the meeting itself is
     */
    record HouseholdAssessed(
            String householdId,
            LocalDate occurredOn,
            String assessmentId,
            int attendance,
            int votesFor,
            int votesAgainst,
            boolean assumed)
            implements HouseholdEvent {}

    record TownshipReviewed(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * Approved by the county: identified 识别, from this day a registered poor household.
     *
     * @param roundId the round of re-verification it entered by, null without one
     * @param roundRule the round's rule of entry, its code
     */
    record HouseholdRegistered(
            String householdId,
            LocalDate occurredOn,
            String region,
            String noticeId,
            Decision decidedBy,
            LocalDate announcedOn,
            Standard standard,
            HouseholdType householdType,
            Cause mainCause,
            List<Cause> otherCauses,
            String povertyLineId,
            long lineFenPerYear,
            int incomeYear,
            long incomeFenPerHead,
            int quotaYear,
            int persons,
            @Nullable String batch,
            boolean assumed,
            @Nullable String roundId,
            @Nullable String roundRule,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** Whose line applied: 国家标准, 省定标准, 市定标准. */
    enum Standard {
        NATIONAL(Whose.NATION),
        PROVINCIAL(Whose.PROVINCE),
        /** The city's, or what a county or township of it set beyond that. */
        CITY(Whose.NEAREST);

        private final Whose whose;

        Standard(Whose whose) {
            this.whose = whose;
        }

        public Whose whoseLine() {
            return whose;
        }
    }

    /** 一般贫困户, 低保户, 五保户, 低保贫困户. */
    enum HouseholdType {
        GENERAL,
        DIBAO,
        FIVE_GUARANTEES,
        DIBAO_POOR
    }

    /** 因病 因残 因学 因灾 缺土地 缺水 缺技术 缺劳力 缺资金 交通条件落后 自身发展动力不足 其它. */
    enum Cause {
        ILLNESS,
        DISABILITY,
        SCHOOLING,
        DISASTER,
        LAND,
        WATER,
        SKILLS,
        LABOUR,
        CAPITAL,
        TRANSPORT,
        MOTIVATION,
        OTHER
    }

    record HouseholdRejected(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            Decision decidedBy,
            String grounds,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** How far identification had come. */
    enum Stage {
        APPLIED,
        SURVEYED,
        ASSESSED,
        TOWNSHIP_REVIEWED
    }

    /**
     * One named responsible helper 帮扶责任人; replaces the one before.
     *
     * @param helperKind what the helper is, null when nobody says
     */
    record HelperAssigned(
            String householdId,
            LocalDate occurredOn,
            String helperId,
            String helperUnit,
            boolean assumed,
            @Nullable HelperKind helperKind,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 领导, 干部, 党员, 致富能人. */
    enum HelperKind {
        LEADER,
        CADRE,
        PARTY_MEMBER,
        CAPABLE
    }

    /**
     * Taken off the register by an authority, what the sources call 删除.
     *
     * @param cause a code such as NEW_YI_VILLAGE_BENEFICIARY
     * @param orderedBy who gave the authority its task
     * @param roundId the round of re-verification it left by, null without one
     * @param roundRule the round's rule of leaving, its code
     */
    record HouseholdRemoved(
            String householdId,
            LocalDate occurredOn,
            int persons,
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            boolean assumed,
            @Nullable String roundId,
            @Nullable String roundRule,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * @param assumed null in those recorded before it could be said; so in the steps after it
     */
    record ExitProposed(
            String householdId,
            LocalDate occurredOn,
            Decision decidedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    record ExitVerified(
            String householdId,
            LocalDate occurredOn,
            List<String> verifiers,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            Assurances assurances,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 两不愁三保障 and safe drinking water. */
    record Assurances(
            boolean food,
            boolean clothing,
            boolean education,
            boolean medical,
            boolean housing,
            boolean water) {
        boolean all() {
            return food && clothing && education && medical && housing && water;
        }
    }

    record ExitAgreed(
            String householdId,
            LocalDate occurredOn,
            String signedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    record HouseholdExited(
            String householdId,
            LocalDate occurredOn,
            String noticeId,
            Decision decidedBy,
            int persons,
            @Nullable Boolean assumed,
            @Nullable LocalDate announcedOn,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    record HouseholdRelapsed(
            String householdId,
            LocalDate occurredOn,
            @Nullable String noticeId,
            Cause cause,
            int incomeYear,
            long incomeFenPerHead,
            String povertyLineId,
            long lineFenPerYear,
            int persons,
            int quotaYear,
            Decision decidedBy,
            @Nullable Boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** The whole income of the survey as it should have read. */
    record SurveyCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    record CausesCorrected(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            String reason,
            String approvedBy,
            Cause mainCause,
            List<Cause> otherCauses,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * An ordinary household 一般农户 was put on file, to be watched; it is not on the register. Opens a
     * life, as an application does.
     */
    record HouseholdRecorded(
            String householdId,
            LocalDate occurredOn,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * The income of a year; a later one of the same year replaces it.
     *
     * @param incomeFenPerHead by the members of {@code occurredOn}
     */
    record IncomeRecorded(
            String householdId,
            LocalDate occurredOn,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            long netIncomeFen,
            long incomeFenPerHead,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * A helper came to the house, or called 走访.
     *
     * @param channel how, null when nobody says: then at home
     * @param note what was said and seen, nothing of which is personal
     */
    record HouseholdVisited(
            String householdId,
            LocalDate occurredOn,
            String visitedBy,
            VisitPurpose purpose,
            boolean assumed,
            @Nullable VisitChannel channel,
            @Nullable String note,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 入户, 电话, 网络. */
    enum VisitChannel {
        HOME,
        PHONE,
        ONLINE
    }

    enum VisitPurpose {
        VISIT,
        PLAN,
        INCOME_CHECK,
        DELIVERY,
        OTHER
    }

    /** 一户一策: what is to be done for the household, from year to year inclusive. */
    record PlanAdopted(
            String householdId,
            LocalDate occurredOn,
            PlanKind kind,
            int fromYear,
            int toYear,
            List<Measure> measures,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 三年规划, 年度计划. */
    enum PlanKind {
        THREE_YEAR,
        YEARLY
    }

    /** 发展生产, 易地搬迁, 生态补偿, 发展教育, 医疗救助, 社会保障兜底. */
    enum Measure {
        INDUSTRY,
        RELOCATION,
        ECOLOGY,
        EDUCATION,
        MEDICAL,
        SAFETY_NET
    }

    /**
     * The household belongs to a batch of the measures 五个一批; it may belong to several.
     *
     * @param scheme whose list of measures it is: which five there are differs from place to place
     */
    record MeasureAssigned(
            String householdId,
            LocalDate occurredOn,
            Measure measure,
            String scheme,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** Meant to exit in a year 预脱贫; the household stays where it is. */
    record ExitPlanned(
            String householdId,
            LocalDate occurredOn,
            int year,
            Decision decidedBy,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * A person came into the household.
     *
     * @param fromHouseholdId the household the person left, null without one or when nobody says
     * @param persons how many the household has on that day, this person included
     */
    record MemberJoined(
            String householdId,
            LocalDate occurredOn,
            Member member,
            JoiningReason reason,
            @Nullable String fromHouseholdId,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    enum JoiningReason {
        BIRTH,
        MARRIAGE,
        MOVED_IN,
        RETURNED,
        ADOPTION,
        OTHER,
        /** Its household was merged into this one, by an authority's correction. */
        MERGER
    }

    /**
     * A member is none any more from that day on.
     *
     * @param newHead the personId of the next head, when the head left; else null
     * @param persons how many the household has on that day, this person not counted
     */
    record MemberLeft(
            String householdId,
            LocalDate occurredOn,
            String personId,
            LeavingReason reason,
            @Nullable String toHouseholdId,
            @Nullable String newHead,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    enum LeavingReason {
        DEATH,
        MARRIAGE,
        MOVED_OUT,
        ADOPTION,
        OTHER,
        /** 分户析产. */
        DIVISION
    }

    /**
     * The household is no more 自然销户.
     *
     * @param cause a code such as ALL_DECEASED
     * @param persons who were left
     */
    record HouseholdDissolved(
            String householdId,
            LocalDate occurredOn,
            String cause,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * Looked into again and kept 重新核实; who is not kept is removed, with a cause that says so.
     *
     * @param round by what rules, such as 五退八进
     * @param roundId the round as it was opened, null for one that never was
     */
    record HouseholdReverified(
            String householdId,
            LocalDate occurredOn,
            String round,
            Decision decidedBy,
            int persons,
            boolean assumed,
            @Nullable String roundId,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    record MonitoringClueRaised(
            String householdId,
            LocalDate occurredOn,
            ClueSource source,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 农户自主申报, 干部排查, 部门预警. */
    enum ClueSource {
        FARMER_REPORT,
        CADRE_CHECK,
        DEPARTMENT_WARNING
    }

    /**
     * The home was looked at, with the household's signed leave to check what it has.
     *
     * @param authorisationSignedBy personId of a member
     */
    record MonitoringChecked(
            String householdId,
            LocalDate occurredOn,
            List<String> checkers,
            String authorisationSignedBy,
            int incomeYear,
            long incomeFenPerHead,
            Cause risk,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * Watched from this day on 监测对象, until the risk is eliminated, the household relapses into
     * poverty or its life ends.
     *
     * @param clueOn the day of the clue it began with
     */
    record MonitoringConfirmed(
            String householdId,
            LocalDate occurredOn,
            MonitoringKind kind,
            String noticeId,
            Decision decidedBy,
            LocalDate clueOn,
            int persons,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * Nothing was in the clue, whether the home was checked yet or not; the household is not
     * watched, and a new clue may come.
     */
    record MonitoringDismissed(
            String householdId,
            LocalDate occurredOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /** 脱贫不稳定户, 边缘易致贫户, 突发严重困难户. */
    enum MonitoringKind {
        UNSTABLE_EXITED,
        MARGINAL,
        SUDDEN_HARDSHIP
    }

    /** 风险消除. */
    record RiskEliminated(
            String householdId,
            LocalDate occurredOn,
            int incomeYear,
            long incomeFenPerHead,
            Assurances assurances,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    // identification, taken back and cleared

    /**
     * The household took its application back before anything was decided.
     *
     * @param signedBy the personId of a member
     */
    record HouseholdWithdrew(
            String householdId,
            LocalDate occurredOn,
            Stage stage,
            String signedBy,
            String reason,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements HouseholdEvent {}

    /**
     * A member is on a list of an exclusion rule, and that was looked into: it does not stand in
     * the way of registration.
     *
     * @param evidence null where nothing is stored
     */
    record ExclusionCleared(
            String householdId,
            LocalDate occurredOn,
            String personId,
            ExclusionItem item,
            String grounds,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed)
            implements HouseholdEvent {}
}
