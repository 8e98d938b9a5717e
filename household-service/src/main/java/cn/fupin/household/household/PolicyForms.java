package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.Policy.Whom;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.household.PolicyEvent.PolicyEnd;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 享受政策 as it comes in; past this point there are no numbers any more. */
final class PolicyForms {
    private PolicyForms() {}

    /** By personId or by identity number. */
    record Recipient(@Nullable String personId, @Nullable String identityNumber) {
        Recipient {
            NamedPerson.required("personId", personId, "identityNumber", identityNumber);
        }

        Optional<String> resolved(Vault vault) {
            return Optional.ofNullable(
                    NamedPerson.required("personId", personId, "identityNumber", identityNumber)
                            .resolved(vault));
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "Recipient[*]";
        }
    }

    record Applying(
            String householdId,
            Policy policy,
            @Nullable PolicyDetails details,
            @Nullable List<Recipient> recipients,
            boolean assumed,
            LocalDate appliedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Applying {
            HouseholdCommand.checkId(householdId);
            details = checked(policy, details);
            check(policy, recipients);
            evidence = HelpCommand.files(evidence);
        }

        ApplyForPolicy resolved(Vault vault) {
            return new ApplyForPolicy(
                    householdId,
                    policy,
                    Objects.requireNonNull(details),
                    persons(recipients, vault),
                    assumed,
                    appliedOn,
                    receivedAt,
                    evidence);
        }
    }

    record Granting(
            String householdId,
            Policy policy,
            @Nullable PolicyDetails details,
            @Nullable List<Recipient> recipients,
            @Nullable Decision decidedBy,
            boolean assumed,
            LocalDate since,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Granting {
            HouseholdCommand.checkId(householdId);
            details = checked(policy, details);
            check(policy, recipients);
            if (policy.isDecided() && decidedBy == null) {
                throw new Malformed(
                        "decidedBy", "told-of-" + policy, "此项政策须填批准单位", "is required of " + policy);
            }
            evidence = HelpCommand.files(evidence);
        }

        GrantPolicy resolved(Vault vault) {
            return new GrantPolicy(
                    householdId,
                    policy,
                    Objects.requireNonNull(details),
                    persons(recipients, vault),
                    decidedBy,
                    assumed,
                    since,
                    receivedAt,
                    evidence);
        }
    }

    record Ending(
            String householdId,
            Policy policy,
            @Nullable String name,
            @Nullable List<Recipient> recipients,
            PolicyEnd reason,
            @Nullable String note,
            @Nullable Decision decidedBy,
            boolean assumed,
            LocalDate endedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Ending {
            HouseholdCommand.checkId(householdId);
            if (!policy.lasts()) {
                throw new Malformed(
                        "policy",
                        "lasting",
                        "此项政策按年度、按次享受，无须停止",
                        "is had once or by the year: it does not end");
            }
            if ((name == null) == (policy == Policy.OTHER)) {
                throw new Malformed(
                        "name",
                        "of-other-alone",
                        "OTHER 须填政策名称，其余不填",
                        "is required of OTHER, and of nothing else");
            }
            if (name != null) Check.text("name", name, 50);
            if (reason == PolicyEnd.LEFT_HOUSEHOLD) {
                throw new Malformed(
                        "reason",
                        "not-left-household",
                        "成员离户时自动停止，请办理 member-leaving",
                        "must not be LEFT_HOUSEHOLD: it ends by itself with member-leaving");
            }
            if (note != null) Check.text("note", note, 200);
            checkNamed(recipients);
            evidence = HelpCommand.files(evidence);
        }

        EndPolicy resolved(Vault vault) {
            return new EndPolicy(
                    householdId,
                    policy,
                    name,
                    persons(recipients, vault),
                    reason,
                    note,
                    decidedBy,
                    assumed,
                    endedOn,
                    receivedAt,
                    evidence);
        }
    }

    record Declining(
            String householdId,
            Policy policy,
            @Nullable PolicyDetails details,
            @Nullable List<Recipient> recipients,
            String reason,
            Decision decidedBy,
            boolean assumed,
            LocalDate declinedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Declining {
            HouseholdCommand.checkId(householdId);
            details = occasion(policy, details);
            checkNamed(recipients);
            Check.text("reason", reason, 200);
            evidence = HelpCommand.files(evidence);
        }

        DeclinePolicy resolved(Vault vault) {
            return new DeclinePolicy(
                    householdId,
                    policy,
                    Objects.requireNonNull(details),
                    persons(recipients, vault),
                    reason,
                    decidedBy,
                    assumed,
                    declinedOn,
                    receivedAt,
                    evidence);
        }
    }

    record Withdrawing(
            String householdId,
            Policy policy,
            @Nullable PolicyDetails details,
            @Nullable List<Recipient> recipients,
            @Nullable String note,
            boolean assumed,
            LocalDate withdrawnOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Withdrawing {
            HouseholdCommand.checkId(householdId);
            details = occasion(policy, details);
            checkNamed(recipients);
            if (note != null) Check.text("note", note, 200);
            evidence = HelpCommand.files(evidence);
        }

        WithdrawPolicyApplication resolved(Vault vault) {
            return new WithdrawPolicyApplication(
                    householdId,
                    policy,
                    Objects.requireNonNull(details),
                    persons(recipients, vault),
                    note,
                    assumed,
                    withdrawnOn,
                    receivedAt,
                    evidence);
        }
    }

    record TakingBack(
            String householdId,
            String correctsEventId,
            @Nullable List<Recipient> recipients,
            String reason,
            String approvedBy,
            LocalDate correctedOn,
            String enteredBy,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        TakingBack {
            HouseholdCommand.checkId(householdId);
            Check.text("correctsEventId", correctsEventId, 100);
            checkNamed(recipients);
            Check.text("reason", reason, 1000);
            Check.actor("approvedBy", approvedBy);
            evidence = HelpCommand.files(evidence);
        }

        TakeBackPolicy resolved(Vault vault, RecordedEvents events) {
            return new TakeBackPolicy(
                    householdId,
                    correctsEventId,
                    persons(recipients, vault),
                    reason,
                    approvedBy,
                    enteredBy,
                    correctedOn,
                    receivedAt,
                    evidence,
                    events.event(correctsEventId, householdId),
                    events.grantsEqualTo(correctsEventId, householdId));
        }
    }

    /** Only what one application is told apart by from another. */
    private static PolicyDetails occasion(Policy policy, @Nullable PolicyDetails details) {
        var said = Objects.requireNonNullElse(details, PolicyDetails.NOTHING);
        said.checkOccasion(policy);
        return said;
    }

    private static PolicyDetails checked(Policy policy, @Nullable PolicyDetails details) {
        var said = Objects.requireNonNullElse(details, PolicyDetails.NOTHING);
        said.check(policy);
        return said;
    }

    private static void check(Policy policy, @Nullable List<Recipient> recipients) {
        if (policy.whom() == Whom.HOUSEHOLD && recipients != null) {
            throw new Malformed(
                    "recipients",
                    "not-of-" + policy,
                    "此项政策以整户享受，不列成员",
                    "must be left out: " + policy + " is the household's as a whole");
        }
        if (policy.whom() == Whom.PERSONS && recipients == null) {
            throw new Malformed(
                    "recipients", "told-of-" + policy, "此项政策须列出享受的成员", "is required of " + policy);
        }
        checkNamed(recipients);
    }

    private static void checkNamed(@Nullable List<Recipient> recipients) {
        if (recipients == null) return;
        Check.size("recipients", recipients, 1, Family.MOST_MEMBERS);
        Check.distinct("recipients", recipients);
    }

    private static @Nullable List<Optional<String>> persons(
            @Nullable List<Recipient> recipients, Vault vault) {
        return recipients == null
                ? null
                : recipients.stream().map(recipient -> recipient.resolved(vault)).toList();
    }
}
