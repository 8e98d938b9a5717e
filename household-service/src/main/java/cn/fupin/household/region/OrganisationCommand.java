package cn.fupin.household.region;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.OrganisationEvent.PlanSpan;
import cn.fupin.household.region.OrganisationEvent.Successor;
import cn.fupin.household.region.OrganisationEvent.TeamMember;
import cn.fupin.household.region.RegionEvent.StaffKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is to see to it that a place comes out of poverty. */
sealed interface OrganisationCommand extends RegionCommand {
    int MOST_MEMBERS = 100;

    /** The day the ordered fact is to be true. */
    LocalDate on();

    /** All who work in a team: everybody once, and one of them leads. */
    static List<TeamMember> wholeTeam(List<TeamMember> members) {
        Check.size("members", members, 1, MOST_MEMBERS);
        for (var member : members) {
            Check.actor("members.staffId", member.staffId());
            Check.text("members.unit", member.unit(), 200);
        }
        Check.distinct("members", members.stream().map(TeamMember::staffId).toList());
        if (members.stream().filter(TeamMember::leader).count() != 1) {
            throw new Malformed(
                    "members", "one-leader", "队长应当有且只有一人", "must have exactly one leader");
        }
        return List.copyOf(members);
    }

    @Needs(permission = "region.organise")
    record FormLeadingGroup(
            String regionId,
            String group,
            String leader,
            List<String> deputies,
            List<String> members,
            @Nullable String bureau,
            @Nullable String documentNo,
            LocalDate formedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public FormLeadingGroup {
            Check.text("group", group, 100);
            Check.text("leader", leader, 100);
            deputies = offices("deputies", deputies);
            members = offices("members", members);
            if (bureau != null) Check.text("bureau", bureau, 100);
            if (documentNo != null) Check.text("documentNo", documentNo, 100);
        }

        private static List<String> offices(String field, List<String> offices) {
            Check.size(field, offices, 0, MOST_MEMBERS);
            offices.forEach(office -> Check.text(field, office, 100));
            Check.distinct(field, offices);
            return List.copyOf(offices);
        }

        @Override
        public LocalDate on() {
            return formedOn;
        }
    }

    @Needs(permission = "region.staff")
    record StaffWorkTeam(
            String regionId,
            String team,
            List<TeamMember> members,
            LocalDate staffedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public StaffWorkTeam {
            Check.text("team", team, 100);
            members = wholeTeam(members);
        }

        @Override
        public LocalDate on() {
            return staffedOn;
        }
    }

    @Needs(permission = "region.withdraw-team")
    record WithdrawWorkTeam(
            String regionId,
            String team,
            String reason,
            Decision decidedBy,
            LocalDate withdrawnOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public WithdrawWorkTeam {
            Check.text("team", team, 100);
            Check.text("reason", reason, 200);
        }

        @Override
        public LocalDate on() {
            return withdrawnOn;
        }
    }

    @Needs(permission = "region.first-secretary")
    record AppointFirstSecretary(
            String regionId,
            String staffId,
            String unit,
            Decision decidedBy,
            LocalDate appointedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public AppointFirstSecretary {
            Check.actor("staffId", staffId);
            Check.text("unit", unit, 200);
        }

        @Override
        public LocalDate on() {
            return appointedOn;
        }
    }

    @Needs(permission = "region.first-secretary")
    record RecallFirstSecretary(
            String regionId,
            String staffId,
            String reason,
            @Nullable Successor successor,
            Decision decidedBy,
            LocalDate recalledOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public RecallFirstSecretary {
            Check.actor("staffId", staffId);
            Check.text("reason", reason, 200);
            if (successor != null) {
                Check.actor("successor.staffId", successor.staffId());
                Check.text("successor.unit", successor.unit(), 200);
            }
        }

        @Override
        public LocalDate on() {
            return recalledOn;
        }
    }

    @Needs(permission = "region.helper-unit")
    record AssignHelperUnit(
            String regionId,
            String unit,
            @Nullable Decision decidedBy,
            LocalDate assignedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public AssignHelperUnit {
            Check.text("unit", unit, 200);
        }

        @Override
        public LocalDate on() {
            return assignedOn;
        }
    }

    @Needs(permission = "region.helper-unit")
    record ReleaseHelperUnit(
            String regionId,
            String unit,
            @Nullable String successor,
            String reason,
            Decision decidedBy,
            LocalDate releasedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public ReleaseHelperUnit {
            Check.text("unit", unit, 200);
            if (successor != null) Check.text("successor", successor, 200);
            Check.text("reason", reason, 200);
        }

        @Override
        public LocalDate on() {
            return releasedOn;
        }
    }

    @Needs(permission = "region.staff")
    record ReleaseStaff(
            String regionId,
            StaffKind kind,
            int persons,
            String reason,
            LocalDate releasedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public ReleaseStaff {
            Check.range("persons", persons, 1, 1_000_000);
            Check.text("reason", reason, 200);
        }

        @Override
        public LocalDate on() {
            return releasedOn;
        }
    }

    @Needs(permission = "region.staff")
    record EndUnitContact(
            String regionId,
            String unit,
            String reason,
            LocalDate endedOn,
            boolean assumed,
            Instant receivedAt)
            implements OrganisationCommand {
        public EndUnitContact {
            Check.text("unit", unit, 200);
            Check.text("reason", reason, 200);
        }

        @Override
        public LocalDate on() {
            return endedOn;
        }
    }

    @Needs(permission = "region.plan")
    record AdoptRegionPlan(
            String regionId,
            PlanSpan span,
            int fromYear,
            int toYear,
            String title,
            @Nullable Integer exitHouseholds,
            @Nullable Integer exitPersons,
            Decision decidedBy,
            LocalDate adoptedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements OrganisationCommand {
        public AdoptRegionPlan {
            Check.range("fromYear", fromYear, 1978, 2100);
            Check.text("title", title, 200);
            if (exitHouseholds != null) Check.range("exitHouseholds", exitHouseholds, 0, 1_000_000);
            if (exitPersons != null) Check.range("exitPersons", exitPersons, 0, 10_000_000);
            if (exitHouseholds != null && exitPersons != null && exitPersons < exitHouseholds) {
                throw new Malformed(
                        "exitPersons",
                        "a-person-each",
                        "人数不应少于户数",
                        "must be no fewer than the households");
            }
            var last = span == PlanSpan.YEARLY ? fromYear : fromYear + 2;
            if (toYear != last) {
                throw new Malformed(
                        "toYear", "years-of-span", "应为 " + last + "（起止年均含）", "must be " + last);
            }
            evidence = RegionCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return adoptedOn;
        }
    }
}
