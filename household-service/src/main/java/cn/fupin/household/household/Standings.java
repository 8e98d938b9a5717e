package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.round.RoundEvent.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 中止、恢复、撤销退出、撤销返贫、撤销清退或销户、并户、拆户: nobody makes two households of one, or one of two, but an
 * authority that corrects how they were entered; what they stand as stays, and so does how many
 * persons they are.
 */
final class Standings {
    private Standings() {}

    static List<HouseholdEvent> decide(StandingCommand command, Household state) {
        return switch (command) {
            case SuspendHousehold c -> List.of(suspend(c, state));
            case ResumeHousehold c -> List.of(resume(c, state));
            case RevokeExit c -> List.of(revoke(c, state));
            case RevokeRelapse c -> List.of(revoke(c, state));
            case RevokeEnd c -> List.of(revoke(c, state));
            case MergeHousehold c -> List.of(merge(c, state));
            case TakeIn c -> takeIn(c, state);
            case SplitHousehold c -> split(c, state);
            case OpenSplitOff c -> opened(c, state);
        };
    }

    private static HouseholdSuspended suspend(SuspendHousehold c, Household state) {
        if (!(state instanceof OnRegister household)) throw new Refused(NOT_ON_THE_REGISTER);
        return new HouseholdSuspended(
                c.householdId(),
                c.on(),
                household.file().family().personsOn(c.on()),
                c.cause(),
                c.decidedBy(),
                c.assumed(),
                c.evidence());
    }

    private static HouseholdResumed resume(ResumeHousehold c, Household state) {
        if (!(state instanceof Suspended household)) throw new Refused(NOT_SUSPENDED);
        return new HouseholdResumed(
                c.householdId(),
                c.on(),
                household.file().family().personsOn(c.on()),
                c.grounds(),
                c.decidedBy(),
                c.assumed(),
                c.evidence());
    }

    private static ExitRevoked revoke(RevokeExit c, Household state) {
        if (!(state instanceof Exited exited)) throw new Refused(NOT_EXITED);
        var exitedOn = exited.ownExit();
        if (exitedOn == null) throw new Refused(NO_EXIT_OF_ITS_OWN);
        // The door looked before the exit was there, so it cannot be said who may not approve.
        if (c.exitEnteredBy() == null) throw new Refused(NOT_EXITED);
        var asked = c.asked();
        // Four eyes, and none of them those that confirmed what is wrong.
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        FourEyes.check(asked.approvedBy(), c.exitEnteredBy(), APPROVED_BY_WHOEVER_CONFIRMED);
        InARound.check(asked.roundId(), c.round(), Direction.ENTER, exited.file(), c.on());
        return new ExitRevoked(
                c.householdId(),
                c.on(),
                exitedOn,
                exited.file().family().personsOn(c.on()),
                asked.reason(),
                asked.decidedBy(),
                asked.approvedBy(),
                asked.roundId(),
                asked.roundRule(),
                asked.assumed(),
                asked.evidence());
    }

    /** It gives its places back, in the same transaction, by {@link PlacesWithinQuota}. */
    private static RelapseRevoked revoke(RevokeRelapse c, Household state) {
        var registration =
                Household.registration(state instanceof Ended ended ? ended.before() : state);
        var relapsedOn = registration == null ? null : registration.lastRelapse();
        if (registration == null || relapsedOn == null) throw new Refused(NOT_RELAPSED);
        var since = registration.stepSinceRelapse(state);
        if (since != null) throw new Refused(LATER_STEP_STANDS_ON_IT, Map.of("step", since));
        var relapse = c.relapse();
        // The door looked before the relapse was there, so it cannot be said who may not approve.
        if (relapse == null || !relapse.on().equals(relapsedOn)) throw new Refused(NOT_RELAPSED);
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        FourEyes.check(asked.approvedBy(), relapse.enteredBy(), APPROVED_BY_WHOEVER_RELAPSED);
        return new RelapseRevoked(
                c.householdId(),
                c.on(),
                relapse.eventId(),
                relapsedOn,
                relapse.quotaYear(),
                ((Active) state).file().family().personsOn(c.on()),
                asked.reason(),
                asked.decidedBy(),
                asked.approvedBy(),
                asked.assumed(),
                asked.evidence());
    }

    /**
     * That its persons are nobody else's by now is guarded by {@link OneActiveHouseholdPerPerson},
     * that there still are places for them by {@link PlacesWithinQuota}.
     */
    private static EndRevoked revoke(RevokeEnd c, Household state) {
        if (!(state instanceof Ended household)) throw new Refused(NOT_ENDED);
        // The door looked before the end was there, so it cannot be said who may not approve.
        if (c.endEnteredBy() == null) throw new Refused(NOT_ENDED);
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        FourEyes.check(asked.approvedBy(), c.endEnteredBy(), APPROVED_BY_WHOEVER_ENDED);
        relievesWhoeverHelped(household.before(), c.on());
        var persons = household.file().family().personsNow();
        return new EndRevoked(
                c.householdId(),
                c.on(),
                household.on(),
                household instanceof Removed ? End.REMOVAL : End.DISSOLUTION,
                persons,
                persons.size(),
                asked.reason(),
                asked.decidedBy(),
                asked.approvedBy(),
                asked.assumed(),
                asked.evidence());
    }

    /** Who was entered as its helper after its end is relieved with it: not before having begun. */
    private static void relievesWhoeverHelped(Active household, LocalDate on) {
        var registration = Household.registration(household);
        var watched = household.file().watchHelp();
        if (registration != null && on.isBefore(registration.help().helperSince())) {
            throw Families.before(registration.help().helperSince());
        }
        if (watched != null && on.isBefore(watched.since())) throw Families.before(watched.since());
    }

    private static HouseholdMerged merge(MergeHousehold c, Household state) {
        var household = standing(state, c.correction());
        var family = household.file().family();
        var named = c.members().stream().map(Member::personId).toList();
        if (!new HashSet<>(named).equals(new HashSet<>(family.personsNow()))
                || named.size() != family.membersNow()) {
            throw new Refused(NOT_ALL_MEMBERS_NAMED, Map.of("members", family.membersNow()));
        }
        Families.endsAfterEveryFactButPolicies(household, c.on());
        Policies.nothingOnceAfter(named, c.on(), household);
        var correction = c.correction();
        return new HouseholdMerged(
                c.householdId(),
                c.on(),
                c.intoHouseholdId(),
                named.size(),
                correction.authority(),
                correction.reason(),
                correction.approvedBy(),
                correction.assumed(),
                correction.evidence());
    }

    /**
     * On a day on which it stands as the other did: the register's count is the same before and
     * after.
     */
    private static List<HouseholdEvent> takeIn(TakeIn c, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        if (c.standing() != standing(state)) throw new Refused(STANDS_OTHERWISE);
        Families.notBeforeOpening(household, c.on());
        var family = household.file().family();
        var joined = new ArrayList<HouseholdEvent>();
        for (var member : c.members()) {
            Families.mayJoin(member, c.on(), family);
            family = family.joined(member, c.on());
            joined.add(
                    new MemberJoined(
                            c.householdId(),
                            c.on(),
                            member,
                            JoiningReason.MERGER,
                            c.fromHouseholdId(),
                            family.personsOn(c.on()),
                            c.correction().assumed(),
                            c.correction().evidence()));
        }
        joined.addAll(
                Policies.carriedOver(c.policies(), c.members(), c.householdId(), c.correction()));
        return joined;
    }

    private static List<HouseholdEvent> split(SplitHousehold c, Household state) {
        var household = standing(state, c.correction());
        var family = household.file().family();
        Identification.headOf(c.members());
        Identification.inAGroup(c.group(), c.groups(), c.on());
        var going = c.members().stream().map(Member::personId).toList();
        for (var person : going) {
            var stay = family.now(person);
            if (stay == null) throw new Refused(NOT_A_MEMBER);
            Families.mayGo(stay, c.on(), family);
        }
        if (going.size() == family.membersNow()) throw new Refused(LAST_MEMBER);
        var newHead = c.newHead();
        if (going.contains(family.head())) Families.nextHead(newHead, going, c.on(), family);
        else if (c.namesNewHead()) throw new Refused(HEAD_STAYS);
        var after = family.parted(going, c.on(), newHead);
        if (after.everEmpty()) throw new Refused(NOBODY_LEFT_THAT_DAY);
        Policies.nothingOnceAfter(going, c.on(), household);
        var correction = c.correction();
        var split =
                new HouseholdSplit(
                        c.householdId(),
                        c.on(),
                        c.newHouseholdId(),
                        going,
                        newHead,
                        after.personsOn(c.on()),
                        correction.authority(),
                        correction.reason(),
                        correction.approvedBy(),
                        correction.assumed(),
                        correction.evidence());
        return Families.withWhatEnds(split, going, household, correction.assumed());
    }

    private static List<HouseholdEvent> opened(OpenSplitOff c, Household state) {
        var events = new ArrayList<HouseholdEvent>();
        events.add(open(c, state));
        events.addAll(
                Policies.carriedOver(c.policies(), c.members(), c.householdId(), c.correction()));
        return events;
    }

    private static HouseholdSplitOff open(OpenSplitOff c, Household state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_APPLIED);
        var registration = c.registration();
        var as = registration == null ? null : registration.classification();
        var correction = c.correction();
        return new HouseholdSplitOff(
                c.householdId(),
                c.on(),
                c.fromHouseholdId(),
                c.region(),
                c.group(),
                Identification.headOf(c.members()),
                c.members(),
                c.members().size(),
                Objects.requireNonNull(c.standing()),
                registration == null ? null : registration.since(),
                as == null ? null : as.standard(),
                as == null ? null : as.householdType(),
                as == null ? null : as.mainCause(),
                as == null ? null : as.otherCauses(),
                correction.authority(),
                correction.reason(),
                correction.approvedBy(),
                correction.assumed(),
                registration == null ? null : registration.help().enteredOn(),
                registration == null ? null : registration.help().exitedOn(),
                registration == null ? null : registration.years().entry(),
                c.standing() == Standing.EXITED && registration != null
                        ? registration.years().exit()
                        : null);
    }

    /** One that stands as something, and two persons stand for the correction. */
    private static Active standing(Household state, Correction correction) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        if (standing(state) == null) throw new Refused(NOT_TO_BE_RESHAPED);
        FourEyes.check(
                correction.approvedBy(), correction.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        return household;
    }

    /** Null for a candidate, which can be rejected and apply anew, and while suspended. */
    static @Nullable Standing standing(Household state) {
        return switch (state) {
            case OnRegister _ -> Standing.REGISTERED;
            case Exited _ -> Standing.EXITED;
            case OnFile _ -> Standing.ON_FILE;
            case None _,
                    Candidate _,
                    Suspended _,
                    Rejected _,
                    Withdrawn _,
                    Removed _,
                    Dissolved _,
                    Merged _ ->
                    null;
        };
    }
}
