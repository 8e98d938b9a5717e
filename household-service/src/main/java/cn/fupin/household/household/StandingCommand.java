package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.PoliciesHeld.Said;
import cn.fupin.household.household.StandingEvent.Standing;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.round.Rounds.KnownRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a household counts, and as which one. */
sealed interface StandingCommand extends HouseholdCommand {
    @Needs(permission = "household.suspend")
    record SuspendHousehold(
            String householdId,
            String cause,
            Decision decidedBy,
            boolean assumed,
            LocalDate suspendedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements StandingCommand {
        public SuspendHousehold {
            HouseholdCommand.checkId(householdId);
            HouseholdCommand.checkCode("cause", cause);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return suspendedOn;
        }
    }

    @Needs(permission = "household.suspend")
    record ResumeHousehold(
            String householdId,
            String grounds,
            Decision decidedBy,
            boolean assumed,
            LocalDate resumedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements StandingCommand {
        public ResumeHousehold {
            HouseholdCommand.checkId(householdId);
            Check.text("grounds", grounds, 1000);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return resumedOn;
        }
    }

    /**
     * An exit that was wrong is taken back 错退.
     *
     * @param round the round of {@code roundId}, null when it names none or there is no such round
     * @param exitEnteredBy who entered the exit, null when the door found none
     */
    @Needs(permission = "household.revoke-exit")
    record RevokeExit(
            RevokeExit.Asked asked, @Nullable KnownRound round, @Nullable String exitEnteredBy)
            implements StandingCommand {
        record Asked(
                String householdId,
                LocalDate revokedOn,
                String reason,
                Decision decidedBy,
                String approvedBy,
                @Nullable String roundId,
                @Nullable String roundRule,
                boolean assumed,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                InARound.check(roundId, roundRule);
                if (decidedBy.documentNo() == null) {
                    throw new Malformed(
                            "decidedBy.documentNo",
                            "required",
                            "撤销退出须注明文号",
                            "must name the order that takes the exit back");
                }
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.revokedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * A relapse that was entered by mistake is taken back.
     *
     * @param relapse the last of the household, null when the door found none
     */
    @Needs(permission = "household.revoke-relapse")
    record RevokeRelapse(RevokeRelapse.Asked asked, @Nullable Entered relapse)
            implements StandingCommand {
        /**
         * @param enteredBy who entered the relapse, null when nobody says
         */
        record Entered(String eventId, LocalDate on, int quotaYear, @Nullable String enteredBy) {}

        record Asked(
                String householdId,
                LocalDate revokedOn,
                String reason,
                Decision decidedBy,
                String approvedBy,
                boolean assumed,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                if (decidedBy.documentNo() == null) {
                    throw new Malformed(
                            "decidedBy.documentNo",
                            "required",
                            "撤销返贫须注明文号",
                            "must name the order that takes the relapse back");
                }
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.revokedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * A removal or a dissolution that was entered by mistake is taken back.
     *
     * @param endEnteredBy who entered the end, null when the door found none
     */
    @Needs(permission = "household.revoke-end")
    record RevokeEnd(RevokeEnd.Asked asked, @Nullable String endEnteredBy)
            implements StandingCommand {
        record Asked(
                String householdId,
                LocalDate revokedOn,
                String reason,
                Decision decidedBy,
                String approvedBy,
                boolean assumed,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                if (decidedBy.documentNo() == null) {
                    throw new Malformed(
                            "decidedBy.documentNo",
                            "required",
                            "撤销清退、销户须注明文号",
                            "must name the order that takes the end back");
                }
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.revokedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * By whom and why two are made of one, or one of two.
     *
     * @param approvedBy somebody else than whoever entered it
     */
    record Correction(
            Decision authority,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed,
            LocalDate on,
            String enteredBy,
            Instant receivedAt) {}

    /**
     * Ends this household: it was one with another.
     *
     * @param members all of them, each with the relation to the other's head
     */
    @Needs(permission = "household.reshape")
    record MergeHousehold(
            String householdId, String intoHouseholdId, List<Member> members, Correction correction)
            implements StandingCommand {
        public MergeHousehold {
            members = List.copyOf(members);
        }

        /** The other's part of it. */
        TakeIn takenIn(Household state) {
            return new TakeIn(
                    intoHouseholdId,
                    householdId,
                    Standings.standing(state),
                    members,
                    state instanceof Household.Known known
                            ? known.file().policies().lastingFrom(on())
                            : List.of(),
                    correction);
        }

        @Override
        public LocalDate on() {
            return correction.on();
        }

        @Override
        public Instant receivedAt() {
            return correction.receivedAt();
        }
    }

    /**
     * Follows from a merger and is never sent by itself.
     *
     * @param policies what lasted in the other household from that day on
     */
    @Needs(permission = "household.reshape")
    record TakeIn(
            String householdId,
            String fromHouseholdId,
            @Nullable Standing standing,
            List<Member> members,
            List<Said> policies,
            Correction correction)
            implements StandingCommand {
        @Override
        public LocalDate on() {
            return correction.on();
        }

        @Override
        public Instant receivedAt() {
            return correction.receivedAt();
        }
    }

    /**
     * Some of its members were another household.
     *
     * @param members who go, each with the relation to the head among them; null for somebody this
     *     household never had
     * @param groups the villagers' groups of where the household lay
     * @param namesNewHead whether a head for those who stay is named at all
     */
    @Needs(permission = "household.reshape")
    record SplitHousehold(
            String householdId,
            String newHouseholdId,
            @Nullable String group,
            List<KnownGroup> groups,
            List<Member> members,
            boolean namesNewHead,
            @Nullable String newHead,
            Correction correction)
            implements StandingCommand {
        public SplitHousehold {
            groups = List.copyOf(groups);
            members = List.copyOf(members);
        }

        /**
         * The new household's part of it.
         *
         * @param before it ended what those who go have
         */
        OpenSplitOff opening(Household.Known before, Household.Known state) {
            return new OpenSplitOff(
                    newHouseholdId,
                    householdId,
                    state.file().regionOn(on()),
                    Identification.inAGroup(group, groups, on()),
                    members,
                    Standings.standing(state),
                    Household.registration(state),
                    before.file().policies().lastingFrom(on()),
                    correction);
        }

        @Override
        public LocalDate on() {
            return correction.on();
        }

        @Override
        public Instant receivedAt() {
            return correction.receivedAt();
        }
    }

    /**
     * Follows from a split and is never sent by itself.
     *
     * @param policies what lasted in the household it was part of from that day on
     */
    @Needs(permission = "household.reshape")
    record OpenSplitOff(
            String householdId,
            String fromHouseholdId,
            String region,
            @Nullable String group,
            List<Member> members,
            @Nullable Standing standing,
            @Nullable Registration registration,
            List<Said> policies,
            Correction correction)
            implements StandingCommand {
        @Override
        public LocalDate on() {
            return correction.on();
        }

        @Override
        public Instant receivedAt() {
            return correction.receivedAt();
        }
    }
}
