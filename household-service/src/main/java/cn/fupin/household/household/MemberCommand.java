package cn.fupin.household.household;

import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes into a household and who leaves it. Persons are resolved and sealed at the door. */
sealed interface MemberCommand extends HouseholdCommand {
    /**
     * Where a person is said to come from.
     *
     * @param household as the door saw it, null when there is no such household
     * @param freeSince the day the person was last given free by any household, null when never
     */
    record Origin(
            String householdId,
            Household.@Nullable Known household,
            @Nullable LocalDate freeSince) {}

    /**
     * Where a person is said to go.
     *
     * @param household as the door saw it, null when there is no such household
     */
    record Destination(String householdId, Household.@Nullable Known household) {}

    /**
     * @param notBornWithinDays of somebody who joins by birth and was born longer before than that
     *     many days, which are as many as may be; else null
     * @param withoutNumber the members without a number as the door saw them, one of whom may have
     *     the name and birth day of this one; null when that is said to be another, or has a number
     * @param from null when nobody says
     */
    @Needs(permission = "household.members")
    record JoinHousehold(
            String householdId,
            Member member,
            JoiningReason reason,
            @Nullable Integer notBornWithinDays,
            MembersNow.@Nullable Unnumbered withoutNumber,
            @Nullable Origin from,
            LocalDate on,
            boolean assumed,
            @Nullable MemberDetails details,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MemberCommand {}

    /**
     * @param personId null for somebody this register has never heard of
     * @param namesNewHead whether a new head is named at all; {@code newHead} is null for one whom
     *     this register has never heard of
     * @param to null when nobody says
     */
    @Needs(permission = "household.members")
    record LeaveHousehold(
            String householdId,
            @Nullable String personId,
            LeavingReason reason,
            @Nullable Destination to,
            boolean namesNewHead,
            @Nullable String newHead,
            LocalDate on,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MemberCommand {}

    /**
     * @param newHead null for somebody this register has never heard of; so of the relations
     */
    @Needs(permission = "household.members")
    record ChangeHead(
            String householdId,
            @Nullable String newHead,
            Relation relationOfFormerHead,
            @Nullable List<Related> relations,
            String reason,
            LocalDate on,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MemberCommand {
        record Related(@Nullable String personId, Relation relation) {}
    }

    @Needs(permission = "household.dissolve")
    record DissolveHousehold(
            String householdId,
            String cause,
            LocalDate dissolvedOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MemberCommand {
        public DissolveHousehold {
            HouseholdCommand.checkId(householdId);
            HouseholdCommand.checkCode("cause", cause);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return dissolvedOn;
        }
    }
}
