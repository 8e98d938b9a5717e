package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.Enclosures.Described;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.IdentificationCommand.ApplyForRegistration;
import cn.fupin.household.household.IdentificationCommand.BatchThere;
import cn.fupin.household.household.IdentificationCommand.RecordHousehold;
import cn.fupin.household.household.IdentificationCommand.Village;
import cn.fupin.household.household.IdentificationEvent.Separation;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 贫困户申请书 as it comes in; past this point there are no names and numbers any more. */
record ApplicationForm(
        String householdId,
        String region,
        @Nullable String group,
        LocalDate appliedOn,
        List<Applicant> members,
        @Nullable String batchId,
        boolean assumed,
        @Nullable HouseholdDetails details,
        @Nullable Separation separation,
        @Nullable List<Evidence> evidence,
        Instant receivedAt) {
    private static final int MOST_EVIDENCE = 50;

    ApplicationForm {
        check(householdId, region, group, members, appliedOn);
        if (batchId != null) Check.id("batch", "batchId", batchId);
        checkEnclosures(details, separation, evidence, receivedAt);
        members = List.copyOf(members);
    }

    ApplyForRegistration sealed(Vault vault, Village village, @Nullable BatchThere batch) {
        var sealed = Applicant.seal("members", members, vault);
        return new ApplyForRegistration(
                householdId,
                region,
                group,
                sealed,
                village,
                batchId,
                batch,
                appliedOn,
                assumed,
                enclosures(details, separation, evidence, members, sealed),
                receivedAt);
    }

    /** The same of an ordinary household that is put on file without applying for anything. */
    record Recording(
            String householdId,
            String region,
            @Nullable String group,
            LocalDate recordedOn,
            List<Applicant> members,
            boolean assumed,
            @Nullable HouseholdDetails details,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            Instant receivedAt) {
        Recording {
            check(householdId, region, group, members, recordedOn);
            checkEnclosures(details, separation, evidence, receivedAt);
            members = List.copyOf(members);
        }

        RecordHousehold sealed(Vault vault, Village village) {
            var sealed = Applicant.seal("members", members, vault);
            return new RecordHousehold(
                    householdId,
                    region,
                    group,
                    sealed,
                    village,
                    recordedOn,
                    assumed,
                    enclosures(details, separation, evidence, members, sealed),
                    receivedAt);
        }
    }

    private static void check(
            String householdId,
            String region,
            @Nullable String group,
            List<Applicant> members,
            LocalDate on) {
        HouseholdCommand.checkId(householdId);
        Check.region("region", region);
        if (group != null) Check.text("group", group, 50);
        Check.size("members", members, 1, Family.MOST_MEMBERS);
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member.birth().isAfter(on)) {
                throw new Malformed(
                        "members[%d].%s".formatted(i, member.birthField()),
                        "born-before-application",
                        "出生日期晚于申请日期",
                        "is of somebody born after the application");
            }
        }
        noneTwice(members);
    }

    /** Who has a number is one person by it; who has none, by name and birth. */
    private static void noneTwice(List<Applicant> members) {
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (!member.isNew()) continue;
            for (var before : members.subList(0, i)) {
                if (!before.isNew()
                        || !before.name().equals(member.name())
                        || !before.birth().equals(member.birth())) {
                    continue;
                }
                throw new Malformed(
                        "members[%d].name".formatted(i),
                        "listed-once",
                        "与另一名尚无号码的成员同名、同日出生，重复列出；双胞胎请写明各自的名字",
                        "is a member without a number who is listed already: of twins say the name of each");
            }
        }
    }

    private static void checkEnclosures(
            @Nullable HouseholdDetails details,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            Instant receivedAt) {
        if (details != null) details.check("details", Shanghai.dateOf(receivedAt));
        if (separation != null) Check.text("separation.document", separation.document(), 200);
        checkEvidence(evidence);
    }

    static void checkEvidence(@Nullable List<Evidence> evidence) {
        if (evidence == null) return;
        Check.size("evidence", evidence, 1, MOST_EVIDENCE);
        Check.distinct("evidence", evidence);
    }

    private static Enclosures enclosures(
            @Nullable HouseholdDetails details,
            @Nullable Separation separation,
            @Nullable List<Evidence> evidence,
            List<Applicant> members,
            List<Member> sealed) {
        var described = new ArrayList<Described>();
        for (var i = 0; i < members.size(); i++) {
            var of = members.get(i).details();
            if (of != null && !of.saysNothing()) {
                described.add(new Described(sealed.get(i).personId(), of));
            }
        }
        return new Enclosures(separation, evidence, details, described);
    }
}
