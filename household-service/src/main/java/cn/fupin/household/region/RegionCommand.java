package cn.fupin.household.region;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.ExitCount.Exits;
import cn.fupin.household.region.OrganisationEvent.TeamMember;
import cn.fupin.household.region.RegionEvent.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Orders to a place's stream; all of them name it by {@code regionId} = region-&lt;12 digits&gt;.
 */
sealed interface RegionCommand extends Command
        permits OrganisationCommand,
                PlaceCommand,
                VillageNoticeCommand,
                RegionCommand.ListRegion,
                RegionCommand.RecordRegionFact,
                RegionCommand.RecordTraining,
                RegionCommand.RecordSurveyRound,
                RegionCommand.RecordInspection,
                RegionCommand.RecordMeeting,
                RegionCommand.RecordPolicyDocument,
                RegionCommand.FormWorkTeam,
                RegionCommand.AppointStaff,
                RegionCommand.AssignUnitContact,
                RegionCommand.RecheckVillageExit,
                RegionCommand.ReportExits,
                RegionCommand.SupersedeRegion,
                RegionCommand.TakeBackWork,
                RegionCommand.TakeBackPlace {
    int MOST_FILES = 20;

    /** More households than any village has. */
    int MOST_NAMED = 1000;

    String regionId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return regionId();
    }

    static @Nullable List<Evidence> files(@Nullable List<Evidence> evidence) {
        if (evidence == null) return null;
        Check.size("evidence", evidence, 1, MOST_FILES);
        Check.distinct("evidence", evidence);
        return List.copyOf(evidence);
    }

    /**
     * Enters a place into the register.
     *
     * @param officialName the code's name in the national list, null when it is not there
     * @param parentListed whether the place above has its own stream
     */
    @Needs(permission = "region.list", region = Needs.Region.COMMAND)
    record ListRegion(Asked asked, @Nullable String officialName, boolean parentListed)
            implements RegionCommand {
        record Asked(
                String regionId,
                String region,
                String name,
                Level level,
                @Nullable String parent,
                boolean sample,
                LocalDate listedOn,
                @Nullable VillageType villageType,
                Instant receivedAt,
                @Nullable String attestedBy) {
            Asked {
                if (attestedBy != null) Check.text("attestedBy", attestedBy, 200);
                Check.region("region", region);
                Check.idIs("regionId", regionId, "region-" + region);
                Check.text("name", name, 100);
                if (!level.fits(region)) {
                    throw new Malformed(
                            "level", "level-of-code", "级别与代码不符", "does not fit the code");
                }
                if (parent == null
                        ? level != Level.COUNTY
                        : !parent.equals(level.parentOf(region))) {
                    throw new Malformed(
                            "parent",
                            "parent-of-code",
                            "应为上一级区划的代码",
                            "must be the code of the division directly above");
                }
                if (villageType != null && level != Level.VILLAGE) {
                    throw new Malformed(
                            "villageType",
                            "village-level",
                            "只有村级区划才有此项",
                            "is only for a place of the village level");
                }
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "region.record")
    record RecordRegionFact(
            String regionId,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate asOf,
            boolean assumed,
            Instant receivedAt)
            implements RegionCommand {
        private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        private static final BigDecimal MOST = new BigDecimal("1000000000000");

        public RecordRegionFact {
            code("measure", measure);
            code("unit", unit);
            KnownMeasure.checkUnit(measure, unit);
            if (value.signum() < 0 || value.compareTo(MOST) > 0 || value.scale() > 6) {
                throw new Malformed(
                        "value",
                        "measured-value",
                        "应在 0 与一万亿之间，最多六位小数",
                        "must be between 0 and 10^12 with at most six decimals");
            }
            KnownMeasure.checkWhole(value, unit);
        }

        private static void code(String field, String value) {
            Check.text(field, value, 50);
            if (!CODE.matcher(value).matches()) {
                throw new Malformed(
                        field,
                        "kebab-code",
                        "应为小写英文代码，以短横相连",
                        "must be a lower-case-with-dashes code");
            }
        }
    }

    @Needs(permission = "region.record")
    record RecordTraining(
            String regionId,
            LocalDate heldOn,
            int classes,
            int personTimes,
            @Nullable Integer persons,
            boolean assumed,
            Instant receivedAt,
            @Nullable String subject)
            implements RegionCommand {
        public RecordTraining {
            if (subject != null) Check.text("subject", subject, 200);
            Check.range("classes", classes, 1, 10_000);
            Check.range("personTimes", personTimes, 1, 10_000_000);
            if (persons != null) Check.range("persons", persons, 1, personTimes);
        }
    }

    @Needs(permission = "region.record")
    record RecordSurveyRound(String regionId, LocalDate heldOn, boolean assumed, Instant receivedAt)
            implements RegionCommand {}

    @Needs(permission = "region.record")
    record RecordInspection(
            String regionId,
            LocalDate heldOn,
            boolean assumed,
            Instant receivedAt,
            @Nullable String inspectedBy,
            @Nullable String findings,
            @Nullable List<Evidence> evidence)
            implements RegionCommand {
        public RecordInspection {
            if (inspectedBy != null) Check.text("inspectedBy", inspectedBy, 200);
            if (findings != null) Check.text("findings", findings, 500);
            evidence = files(evidence);
        }
    }

    @Needs(permission = "region.record")
    record RecordMeeting(
            String regionId,
            LocalDate heldOn,
            MeetingKind kind,
            String title,
            boolean assumed,
            Instant receivedAt,
            @Nullable Integer attendance,
            @Nullable List<Evidence> evidence)
            implements RegionCommand {
        public RecordMeeting {
            if (attendance != null) Check.range("attendance", attendance, 1, 1_000_000);
            evidence = files(evidence);
            Check.text("title", title, 200);
        }
    }

    @Needs(permission = "region.record")
    record RecordPolicyDocument(
            String regionId,
            LocalDate issuedOn,
            String documentNo,
            String title,
            String issuedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements RegionCommand {
        public RecordPolicyDocument {
            evidence = files(evidence);
            Check.text("documentNo", documentNo, 100);
            Check.text("title", title, 200);
            Check.text("issuedBy", issuedBy, 200);
        }
    }

    @Needs(permission = "region.staff")
    record FormWorkTeam(
            String regionId,
            LocalDate formedOn,
            String team,
            TeamKind kind,
            TeamLevel level,
            List<String> units,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<TeamMember> members)
            implements RegionCommand {
        public FormWorkTeam {
            if (members != null) members = OrganisationCommand.wholeTeam(members);
            Check.text("team", team, 100);
            Check.size("units", units, 0, 50);
            units.forEach(unit -> Check.text("units", unit, 200));
            Check.distinct("units", units);
            units = List.copyOf(units);
        }
    }

    @Needs(permission = "region.staff")
    record AppointStaff(
            String regionId,
            LocalDate appointedOn,
            StaffKind kind,
            int persons,
            boolean assumed,
            Instant receivedAt)
            implements RegionCommand {
        public AppointStaff {
            Check.range("persons", persons, 1, 1_000_000);
        }
    }

    /**
     * @param elsewhere one of the named households that did not lie in the village that day, null
     *     when all did
     */
    @Needs(permission = "region.staff")
    record AssignUnitContact(Asked asked, @Nullable String elsewhere) implements RegionCommand {
        record Asked(
                String regionId,
                LocalDate assignedOn,
                String unit,
                int households,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<String> householdIds) {
            Asked {
                Check.text("unit", unit, 200);
                Check.range("households", households, 1, 100_000);
                if (householdIds != null) {
                    Check.size("householdIds", householdIds, 1, MOST_NAMED);
                    for (var id : householdIds) Check.id("household", "householdIds", id);
                    Check.distinct("householdIds", householdIds);
                    householdIds = List.copyOf(householdIds);
                }
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "region.recheck")
    record RecheckVillageExit(
            String regionId,
            LocalDate recheckedOn,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable Boolean confirmed,
            @Nullable List<Evidence> evidence)
            implements RegionCommand {
        public RecheckVillageExit {
            evidence = files(evidence);
        }
    }

    /**
     * 脱贫上报.
     *
     * @param counted what the register has of that year on that day
     */
    @Needs(permission = "region.report-exits")
    record ReportExits(Asked asked, Exits counted) implements RegionCommand {
        record Asked(
                String regionId,
                int year,
                int households,
                int persons,
                String reportedTo,
                @Nullable String documentNo,
                LocalDate reportedOn,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                Check.range("year", year, 1978, 2100);
                Check.range("households", households, 0, 10_000_000);
                Check.range("persons", persons, households, 100_000_000);
                Check.text("reportedTo", reportedTo, 200);
                if (documentNo != null) Check.text("documentNo", documentNo, 100);
                evidence = files(evidence);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * Ends a place as a division.
     *
     * @param allListed whether every successor was listed by that day
     * @param came who came to lie there on that day or later, null when nobody did
     */
    @Needs(permission = "region.list")
    record SupersedeRegion(Asked asked, boolean allListed, HouseholdsThere.@Nullable Came came)
            implements RegionCommand {
        record Asked(
                String regionId,
                LocalDate supersededOn,
                List<String> successors,
                @Nullable String documentNo,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.size("successors", successors, 0, 50);
                successors.forEach(successor -> Check.region("successors", successor));
                Check.distinct("successors", successors);
                if (documentNo != null) Check.text("documentNo", documentNo, 100);
                successors = List.copyOf(successors);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * What was entered wrongly of the work in a place is taken back.
     *
     * @param corrected the event when this place has it, else null
     */
    @Needs(permission = "region.correct")
    record TakeBackWork(Asked asked, @Nullable RegionEvent corrected) implements RegionCommand {
        record Asked(
                String regionId,
                String correctsEventId,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                @Nullable List<Evidence> evidence,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                evidence = files(evidence);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * What was entered wrongly of what a place is (its listing, name, succession, whether a village
     * is poor) is taken back.
     *
     * @param corrected the event when this place has it, else null
     * @param stands what stands on it elsewhere, null when nothing does
     */
    @Needs(permission = "region.correct-place")
    record TakeBackPlace(
            TakeBackWork.Asked asked, @Nullable RegionEvent corrected, @Nullable Stands stands)
            implements RegionCommand {
        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
