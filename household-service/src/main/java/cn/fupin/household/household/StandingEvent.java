package cn.fupin.household.household;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a household counts, and as which one: by an authority, never by the household's wish. */
public sealed interface StandingEvent extends HouseholdEvent {
    /**
     * 中止: Not on the register from that day on, until it is resumed; persons, places and helper are
     * kept for it.
     *
     * @param cause a code such as UNDER_INVESTIGATION
     */
    record HouseholdSuspended(
            String householdId,
            LocalDate occurredOn,
            int persons,
            String cause,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /** 恢复在册: On the register again from that day on. */
    record HouseholdResumed(
            String householdId,
            LocalDate occurredOn,
            int persons,
            String grounds,
            Decision decidedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /**
     * 撤销脱贫退出: The exit was wrong 错退 and is taken back: on the register again from that day on, as
     * if it had never left it, and so no relapse. Up to the day before, the exit stands as it was;
     * from that day on no exit is counted, and whoever came or went meanwhile did so on the
     * register. The household holds the places it held, and what watched it as exited has nothing
     * to watch.
     *
     * @param exitedOn the exit that is taken back
     * @param persons how many the household has on that day
     * @param decidedBy the county's, with the number of its order
     * @param approvedBy neither whoever enters this nor whoever entered the exit
     * @param roundId the round of re-verification that found it, null without one
     * @param roundRule the round's rule of entry, its code
     */
    record ExitRevoked(
            String householdId,
            LocalDate occurredOn,
            LocalDate exitedOn,
            int persons,
            String reason,
            Decision decidedBy,
            String approvedBy,
            @Nullable String roundId,
            @Nullable String roundRule,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /**
     * 撤销返贫: The relapse was entered by mistake and is taken back: it has exited again, from that
     * day on as if it had never come back. Up to the day before, it was on the register. The places
     * the relapse took are given back; a watch that ended by it goes on, and a procedure that led
     * to it has come to nothing.
     *
     * @param revokesEventId the relapse that is taken back
     * @param relapsedOn its day
     * @param quotaYear in whose quotas it took places
     * @param persons how many the household has on that day
     * @param decidedBy the county's, with the number of its order
     * @param approvedBy neither whoever enters this nor whoever entered the relapse
     */
    record RelapseRevoked(
            String householdId,
            LocalDate occurredOn,
            String revokesEventId,
            LocalDate relapsedOn,
            int quotaYear,
            int persons,
            String reason,
            Decision decidedBy,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /**
     * 撤销清退或销户: The removal or the dissolution was entered by mistake and is taken back: it stands
     * again as it stood, from that day on as if it had never ended. Up to the day before, the end
     * stands as it was. Its persons are members again, it holds the places it held, and what was
     * under way goes on; only a helper it has to be given anew, since nobody was bound to it
     * meanwhile.
     *
     * @param endedOn the end that is taken back
     * @param personIds who were members when it ended, and are again
     * @param persons how many these are
     * @param decidedBy the county's, with the number of its order
     * @param approvedBy neither whoever enters this nor whoever entered the end
     */
    record EndRevoked(
            String householdId,
            LocalDate occurredOn,
            LocalDate endedOn,
            End ended,
            List<String> personIds,
            int persons,
            String reason,
            Decision decidedBy,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /** 清退, 自然销户. */
    enum End {
        REMOVAL,
        DISSOLUTION
    }

    /**
     * 并户更正: It was one household with another, by correction, and ends here; its persons are
     * members of the other from that very day on.
     *
     * @param persons who go over
     */
    record HouseholdMerged(
            String householdId,
            LocalDate occurredOn,
            String intoHouseholdId,
            int persons,
            Decision authority,
            String reason,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /**
     * 拆户更正: It was two households, by correction: these persons are the other's from that day on.
     *
     * @param newHead the next head, when the head is among those who go; else null
     * @param persons who stay
     */
    record HouseholdSplit(
            String householdId,
            LocalDate occurredOn,
            String newHouseholdId,
            List<String> personIds,
            @Nullable String newHead,
            int persons,
            Decision authority,
            String reason,
            String approvedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements StandingEvent {}

    /**
     * 更正分出立户: Opens the life of the household that was split off, with the standing of the one it
     * was part of.
     *
     * @param registeredOn since when the other is registered, null when it never was; so for what
     *     it was registered as
     * @param enteredOn the day the other came onto the register last, by registration or relapse
     * @param exitedOn the day the other last came out of poverty, null when it never did
     * @param entryIncomeYear the year of the income by which the other came onto the register last;
     *     null when it never did, and in those recorded before it was said
     * @param exitIncomeYear the year of the income by which the other's exit was verified; null
     *     while it has not exited, and in those recorded before it was said
     */
    record HouseholdSplitOff(
            String householdId,
            LocalDate occurredOn,
            String fromHouseholdId,
            String region,
            @Nullable String group,
            String head,
            List<Member> members,
            int persons,
            Standing standing,
            @Nullable LocalDate registeredOn,
            @Nullable Standard standard,
            @Nullable HouseholdType householdType,
            @Nullable Cause mainCause,
            @Nullable List<Cause> otherCauses,
            Decision authority,
            String reason,
            String approvedBy,
            boolean assumed,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate exitedOn,
            @Nullable Integer entryIncomeYear,
            @Nullable Integer exitIncomeYear)
            implements StandingEvent {}

    enum Standing {
        ON_FILE,
        REGISTERED,
        EXITED
    }
}
