package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 并户、拆户更正 as they come in. What is known of those who change over is taken from the household they
 * were entered in.
 */
final class ReshapingForms {
    private ReshapingForms() {}

    /** By personId or by identity number. */
    record Named(@Nullable String personId, @Nullable String identityNumber, Relation relation) {
        Named {
            NamedPerson.required("personId", personId, "identityNumber", identityNumber);
        }

        /** Somebody the household never had is named all the same, and refused for it. */
        private Member member(Map<String, Member> recorded, Vault vault) {
            var person =
                    NamedPerson.required("personId", personId, "identityNumber", identityNumber)
                            .resolved(vault);
            var known = person == null ? null : recorded.get(person);
            if (known == null) return NOBODY;
            return new Member(
                    known.personId(),
                    known.maskedName(),
                    relation,
                    known.sex(),
                    known.birthYear(),
                    known.sealed(),
                    known.withoutNumber());
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "Named[*]";
        }
    }

    private static final Member NOBODY =
            new Member("", "", Relation.OTHER, HouseholdEvent.Sex.MALE, 0, "", null);

    record Merging(
            String householdId,
            String intoHouseholdId,
            List<Named> members,
            Decision authority,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed,
            LocalDate mergedOn,
            String enteredBy,
            Instant receivedAt) {
        Merging {
            check(householdId, members, reason, approvedBy, evidence);
            MemberForms.another("intoHouseholdId", intoHouseholdId, householdId);
            members = List.copyOf(members);
        }

        MergeHousehold resolved(Vault vault, Map<String, Member> recorded) {
            return new MergeHousehold(
                    householdId,
                    intoHouseholdId,
                    members.stream().map(named -> named.member(recorded, vault)).toList(),
                    new Correction(
                            authority,
                            reason,
                            approvedBy,
                            evidence,
                            assumed,
                            mergedOn,
                            enteredBy,
                            receivedAt));
        }
    }

    record Splitting(
            String householdId,
            String newHouseholdId,
            @Nullable String group,
            List<Named> members,
            @Nullable String newHead,
            @Nullable String newHeadIdentityNumber,
            Decision authority,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            boolean assumed,
            LocalDate splitOn,
            String enteredBy,
            Instant receivedAt) {
        Splitting {
            check(householdId, members, reason, approvedBy, evidence);
            MemberForms.another("newHouseholdId", newHouseholdId, householdId);
            if (group != null) Check.text("group", group, 50);
            next(newHead, newHeadIdentityNumber);
            members = List.copyOf(members);
        }

        private static NamedPerson next(@Nullable String id, @Nullable String number) {
            return NamedPerson.optional("newHead", id, "newHeadIdentityNumber", number);
        }

        SplitHousehold resolved(
                Vault vault, Map<String, Member> recorded, List<KnownGroup> groups) {
            var next = next(newHead, newHeadIdentityNumber);
            return new SplitHousehold(
                    householdId,
                    newHouseholdId,
                    group,
                    groups,
                    members.stream().map(named -> named.member(recorded, vault)).toList(),
                    next.isNamed(),
                    next.resolved(vault),
                    new Correction(
                            authority,
                            reason,
                            approvedBy,
                            evidence,
                            assumed,
                            splitOn,
                            enteredBy,
                            receivedAt));
        }

        /** Never the numbers: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Splitting[*]";
        }
    }

    private static void check(
            String householdId,
            List<Named> members,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence) {
        HouseholdCommand.checkId(householdId);
        Check.size("members", members, 1, Family.MOST_MEMBERS);
        Check.text("reason", reason, 1000);
        Check.actor("approvedBy", approvedBy);
        ApplicationForm.checkEvidence(evidence);
    }
}
