package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberCommand.ChangeHead;
import cn.fupin.household.household.MemberCommand.JoinHousehold;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of members as they come in; past this point there are no names and numbers any more. */
final class MemberForms {
    /** Where no rule says how many. */
    static final int BIRTH_WITHIN_DAYS = 365;

    private MemberForms() {}

    /**
     * @param twin whether it is another than who is entered under that name and birth day
     */
    record Joining(
            String householdId,
            JoiningReason reason,
            @Nullable String fromHouseholdId,
            Applicant member,
            @Nullable Boolean twin,
            LocalDate joinedOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Joining {
            HouseholdCommand.checkId(householdId);
            if (reason == JoiningReason.MERGER) {
                throw new Malformed(
                        "reason",
                        "not-merger",
                        "并户须办理并户更正",
                        "must not be MERGER: households are merged by a correction of their own");
            }
            another("fromHouseholdId", fromHouseholdId, householdId);
            if (member.birth().isAfter(joinedOn)) {
                throw new Malformed(
                        "member." + member.birthField(),
                        "born-before-joining",
                        "出生日期晚于加入日期",
                        "is of somebody born after joining");
            }
            evidence = HelpCommand.files(evidence);
        }

        /**
         * @param birthWithinDays how many days before joining somebody may be born who joins by
         *     birth, null without a rule
         */
        JoinHousehold sealed(
                Vault vault,
                OtherHouseholds others,
                MembersNow members,
                @Nullable Integer birthWithinDays) {
            var details = member.details();
            var withoutNumber =
                    Boolean.TRUE.equals(twin) || !member.isNew()
                            ? null
                            : members.withoutNumber(householdId, member.name(), member.birth());
            var sealed = Applicant.seal("member", List.of(member), vault).getFirst();
            return new JoinHousehold(
                    householdId,
                    sealed,
                    reason,
                    notBornWithin(birthWithinDays),
                    withoutNumber,
                    others.origin(fromHouseholdId, sealed.personId()),
                    joinedOn,
                    assumed,
                    details == null || details.saysNothing() ? null : details,
                    receivedAt,
                    evidence);
        }

        /** The birth date goes no further than this: past it is only the year. */
        private @Nullable Integer notBornWithin(@Nullable Integer days) {
            if (reason != JoiningReason.BIRTH) return null;
            var most = Objects.requireNonNullElse(days, BIRTH_WITHIN_DAYS);
            return member.birth().plusDays(most).isBefore(joinedOn) ? most : null;
        }
    }

    /** Whoever leaves, and the next head, is named by personId or by identity number. */
    record Leaving(
            String householdId,
            @Nullable String personId,
            @Nullable String identityNumber,
            LeavingReason reason,
            @Nullable String toHouseholdId,
            @Nullable String newHead,
            @Nullable String newHeadIdentityNumber,
            LocalDate leftOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        Leaving {
            HouseholdCommand.checkId(householdId);
            another("toHouseholdId", toHouseholdId, householdId);
            NamedPerson.required("personId", personId, "identityNumber", identityNumber);
            next(newHead, newHeadIdentityNumber);
            evidence = HelpCommand.files(evidence);
        }

        private static NamedPerson next(@Nullable String id, @Nullable String number) {
            return NamedPerson.optional("newHead", id, "newHeadIdentityNumber", number);
        }

        LeaveHousehold resolved(Vault vault, OtherHouseholds others) {
            var next = next(newHead, newHeadIdentityNumber);
            return new LeaveHousehold(
                    householdId,
                    NamedPerson.required("personId", personId, "identityNumber", identityNumber)
                            .resolved(vault),
                    reason,
                    others.destination(toHouseholdId),
                    next.isNamed(),
                    next.resolved(vault),
                    leftOn,
                    assumed,
                    receivedAt,
                    evidence);
        }

        /** Never the numbers: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Leaving[*]";
        }
    }

    /** 户主变更; everybody is named by personId or by identity number. */
    record HeadChanging(
            String householdId,
            @Nullable String newHead,
            @Nullable String newHeadIdentityNumber,
            Relation relationOfFormerHead,
            @Nullable List<Related> relations,
            String reason,
            LocalDate changedOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence) {
        HeadChanging {
            HouseholdCommand.checkId(householdId);
            next(newHead, newHeadIdentityNumber);
            notHead("relationOfFormerHead", relationOfFormerHead);
            if (relations != null) {
                Check.size("relations", relations, 0, Family.MOST_MEMBERS);
                relations = List.copyOf(relations);
            }
            Check.text("reason", reason, 1000);
            evidence = HelpCommand.files(evidence);
        }

        private static NamedPerson next(@Nullable String id, @Nullable String number) {
            return NamedPerson.required("newHead", id, "newHeadIdentityNumber", number);
        }

        ChangeHead resolved(Vault vault) {
            return new ChangeHead(
                    householdId,
                    next(newHead, newHeadIdentityNumber).resolved(vault),
                    relationOfFormerHead,
                    relations == null
                            ? null
                            : relations.stream().map(each -> each.resolved(vault)).toList(),
                    reason,
                    changedOn,
                    assumed,
                    receivedAt,
                    evidence);
        }

        /** Never the numbers: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "HeadChanging[*]";
        }
    }

    /** Who else stands to the new head how. */
    record Related(@Nullable String personId, @Nullable String identityNumber, Relation relation) {
        Related {
            NamedPerson.required("personId", personId, "identityNumber", identityNumber);
            notHead("relation", relation);
        }

        private ChangeHead.Related resolved(Vault vault) {
            return new ChangeHead.Related(
                    NamedPerson.required("personId", personId, "identityNumber", identityNumber)
                            .resolved(vault),
                    relation);
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "Related[*]";
        }
    }

    private static void notHead(String field, Relation relation) {
        if (relation == Relation.HEAD) {
            throw new Malformed(
                    field,
                    "not-head",
                    "不能是户主：新户主填在 newHead",
                    "must not be HEAD: the new head is named in newHead");
        }
    }

    static void another(String field, @Nullable String other, String householdId) {
        if (other == null) return;
        Check.id("household", field, other);
        if (other.equals(householdId)) {
            throw new Malformed(field, "another-household", "应为另一户", "must be another household");
        }
    }
}
