package cn.fupin.reporting.regions;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RegionsProjection implements Projection {
    private record Listed(
            String region,
            String name,
            String level,
            @Nullable String parent,
            boolean official,
            boolean sample,
            @Nullable String divisionsOf,
            @Nullable String villageType,
            @Nullable LocalDate listedOn,
            LocalDate occurredOn) {}

    private record Superseded(
            String region,
            List<String> successors,
            @Nullable String documentNo,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Renamed(String region, String name, LocalDate occurredOn) {}

    private record Group(
            String region,
            String group,
            @Nullable String name,
            @Nullable Long households,
            @Nullable List<String> successors,
            LocalDate occurredOn) {}

    private record Measured(
            String region,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed,
            LocalDate occurredOn) {}

    private record VillageExited(
            String region,
            long poorPersons,
            long denominatorPersons,
            String denominator,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Identified(
            String region, @Nullable Criteria criteria, boolean assumed, LocalDate occurredOn) {}

    private record Criteria(@Nullable Long poorPersons) {}

    private record FiguresCorrected(
            String region,
            String correctsEventId,
            long poorPersons,
            long denominatorPersons,
            String denominator,
            LocalDate occurredOn) {}

    private record Held(
            String region,
            @Nullable Long classes,
            @Nullable Long personTimes,
            @Nullable Long persons,
            @Nullable String title,
            @Nullable String documentNo,
            @Nullable Boolean confirmed,
            boolean assumed,
            LocalDate occurredOn) {
        /** The words by which it is known: of a document its number comes first. */
        @Nullable String words() {
            if (documentNo == null) return title;
            return title == null ? documentNo : documentNo + " " + title;
        }
    }

    private record Team(
            String region,
            String team,
            String kind,
            String level,
            List<String> units,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Withdrawn(String region, String team, boolean assumed, LocalDate occurredOn) {}

    private record Staff(
            String region, String kind, long persons, boolean assumed, LocalDate occurredOn) {}

    private record Contact(
            String region,
            String unit,
            @Nullable Long households,
            @Nullable List<String> householdIds,
            boolean assumed,
            LocalDate occurredOn) {
        @Nullable Long named() {
            return householdIds == null ? null : (long) householdIds.size();
        }
    }

    private record Rule(
            String region,
            String code,
            long value,
            String unit,
            LocalDate effectiveFrom,
            @Nullable String source,
            @Nullable Boolean assumed,
            LocalDate occurredOn) {}

    private record Line(
            String povertyLineId,
            String region,
            int year,
            long lineFenPerYear,
            String incomeConcept,
            @Nullable String documentNo,
            LocalDate occurredOn) {}

    private record Quota(
            String region,
            int year,
            long persons,
            long ceilingPersons,
            @Nullable Boolean assumed,
            @Nullable LocalDate amountOn,
            LocalDate occurredOn) {}

    private record Complaint(
            @Nullable String subject,
            @Nullable String outcome,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Rectified(
            String householdId, String by, boolean assumed, LocalDate occurredOn) {}

    private record Sampled(
            List<String> householdIds,
            List<Finding> found,
            String by,
            boolean assumed,
            LocalDate occurredOn) {
        record Finding(String householdId) {}

        long faultsOf(String householdId) {
            return found.stream().filter(each -> each.householdId().equals(householdId)).count();
        }
    }

    private record Appraised(
            String helperId, int year, String grade, boolean assumed, LocalDate occurredOn) {}

    @Override
    public String name() {
        return "regions";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        switch (message.type()) {
            case "RegionListed", "RegionListingCorrected" ->
                    listed(message, message.as(Listed.class), rows);
            case "RegionRenamed" -> renamed(message, message.as(Renamed.class), rows);
            case "VillageGroupListed" -> group("LISTED", message, rows);
            case "VillageGroupRenamed" -> group("RENAMED", message, rows);
            case "VillageGroupEnded" -> group("ENDED", message, rows);
            case "RegionFactRecorded" -> measured(message, message.as(Measured.class), rows);
            case "PoorVillageIdentified" -> identified(message, message.as(Identified.class), rows);
            case "PoorVillageExited" -> exited(message, message.as(VillageExited.class), rows);
            case "PoorVillageFiguresCorrected" ->
                    corrected(message, message.as(FiguresCorrected.class), rows);
            case "TrainingHeld" -> held("TRAINING", message, rows);
            case "SurveyRoundHeld" -> held("SURVEY_ROUND", message, rows);
            case "InspectionHeld" -> held("INSPECTION", message, rows);
            case "MeetingHeld" -> held("MEETING", message, rows);
            case "PolicyDocumentIssued" -> held("DOCUMENT", message, rows);
            case "VillageExitRechecked" -> held("RECHECK", message, rows);
            case "WorkTeamFormed" -> team(message, message.as(Team.class), rows);
            case "WorkTeamWithdrawn" -> withdrawn(message, message.as(Withdrawn.class), rows);
            case "StaffAppointed" -> staff(1, message, rows);
            case "StaffReleased" -> staff(-1, message, rows);
            case "UnitContactAssigned", "UnitContactEnded" ->
                    contact(message, message.as(Contact.class), rows);
            case "RegionSuperseded" -> superseded(message, message.as(Superseded.class), rows);
            case "RuleEnacted", "RuleCorrected" -> rule(message, message.as(Rule.class), rows);
            case "PovertyLineSet", "PovertyLineCorrected" ->
                    line(message, message.as(Line.class), rows);
            case "QuotaAllocated", "QuotaAdjusted", "QuotaCorrected" ->
                    quota(message, message.as(Quota.class), rows);
            case "ComplaintReceived" -> complaint("RECEIVED", message, rows);
            case "ComplaintHandled" -> complaint("HANDLED", message, rows);
            case "ArchivesSampled" -> sampled(message, message.as(Sampled.class), rows);
            case "FaultsRectified" -> rectified(message, message.as(Rectified.class), rows);
            case "HelperAppraised" -> appraised(message, message.as(Appraised.class), rows);
            default -> {} // of no region
        }
    }

    /** A correction counts from the day of the listing, and is later in the stream. */
    private static void listed(Message message, Listed e, Rows rows) {
        Fact.of(message, e.listedOn() == null ? e.occurredOn() : e.listedOn())
                .with("region", e.region())
                .with("name", e.name())
                .with("level", e.level())
                .with("parent", e.parent())
                .with("official", e.official())
                .with("sample", e.sample())
                .with("divisions_of", e.divisionsOf())
                .with("village_type", e.villageType())
                .insertInto("listed_regions", rows);
    }

    private static void superseded(Message message, Superseded e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("successors", e.successors().toArray(String[]::new))
                .with("document_no", e.documentNo())
                .with("assumed", e.assumed())
                .insertInto("region_successions", rows);
    }

    private static void renamed(Message message, Renamed e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("name", e.name())
                .insertInto("region_names", rows);
    }

    private static void group(String step, Message message, Rows rows) {
        var e = message.as(Group.class);
        var successors = e.successors() == null ? List.<String>of() : e.successors();
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("village_group", e.group())
                .with("step", step)
                .with("name", e.name())
                .with("households", e.households())
                .with("successors", successors.toArray(String[]::new))
                .insertInto("village_groups", rows);
    }

    private static void measured(Message message, Measured e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("prefix", new Region(e.region()).prefix())
                .with("measure", e.measure())
                .with("value", e.value())
                .with("unit", e.unit())
                .with("approximate", e.approximate())
                .with("assumed", e.assumed())
                .insertInto("region_facts", rows);
    }

    private static void identified(Message message, Identified e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("poor_persons", e.criteria() == null ? null : e.criteria().poorPersons())
                .with("assumed", e.assumed())
                .insertInto("poor_villages", rows);
    }

    private static void exited(Message message, VillageExited e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("poor_persons", e.poorPersons())
                .with("denominator_persons", e.denominatorPersons())
                .with("denominator", e.denominator())
                .with("assumed", e.assumed())
                .insertInto("poor_village_exits", rows);
    }

    private static void corrected(Message message, FiguresCorrected e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("corrects_event_id", e.correctsEventId())
                .with("poor_persons", e.poorPersons())
                .with("denominator_persons", e.denominatorPersons())
                .with("denominator", e.denominator())
                .insertInto("poor_village_corrections", rows);
    }

    private static void held(String what, Message message, Rows rows) {
        var e = message.as(Held.class);
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("what", what)
                .with("title", e.words())
                .with("classes", e.classes() == null ? 0 : e.classes())
                .with("person_times", e.personTimes() == null ? 0 : e.personTimes())
                .with("persons", e.persons())
                .with("confirmed", e.confirmed())
                .with("assumed", e.assumed())
                .insertInto("held", rows);
    }

    private static void team(Message message, Team e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("team", e.team())
                .with("kind", e.kind())
                .with("level", e.level())
                .with("units", e.units().toArray(String[]::new))
                .with("assumed", e.assumed())
                .insertInto("work_teams", rows);
    }

    private static void withdrawn(Message message, Withdrawn e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("team", e.team())
                .with("assumed", e.assumed())
                .insertInto("work_team_withdrawals", rows);
    }

    private static void staff(int sign, Message message, Rows rows) {
        var e = message.as(Staff.class);
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("kind", e.kind())
                .with("persons", sign * e.persons())
                .with("assumed", e.assumed())
                .insertInto("staff", rows);
    }

    private static void contact(Message message, Contact e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("unit", e.unit())
                .with("households", e.households() == null ? 0 : e.households())
                .with("named", e.named())
                .with("assumed", e.assumed())
                .insertInto("unit_contacts", rows);
        if (e.householdIds() == null) return;
        var line = 0;
        for (var household : e.householdIds()) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", line++)
                    .with("position", message.position())
                    .with("effective_on", e.occurredOn())
                    .with("household_id", household)
                    .insertInto("unit_contact_households", rows);
        }
    }

    private static void rule(Message message, Rule e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("code", e.code())
                .with("value", e.value())
                .with("unit", e.unit())
                .with("effective_from", e.effectiveFrom())
                .with("text_source", e.source())
                .with("assumed", Boolean.TRUE.equals(e.assumed()))
                .insertInto("rules", rows);
    }

    private static void line(Message message, Line e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("poverty_line_id", e.povertyLineId())
                .with("region", e.region())
                .with("year", e.year())
                .with("line_fen", e.lineFenPerYear())
                .with("income_concept", e.incomeConcept())
                .with("document_no", e.documentNo())
                .insertInto("poverty_lines", rows);
    }

    /** A correction counts from the day of what it corrects, and is later in the stream. */
    private static void quota(Message message, Quota e, Rows rows) {
        Fact.of(message, e.amountOn() == null ? e.occurredOn() : e.amountOn())
                .with("region", e.region())
                .with("prefix", new Region(e.region()).prefix())
                .with("year", e.year())
                .with("persons", e.persons())
                .with("ceiling_persons", e.ceilingPersons())
                .with("assumed", Boolean.TRUE.equals(e.assumed()))
                .insertInto("quotas", rows);
    }

    private static void complaint(String step, Message message, Rows rows) {
        var e = message.as(Complaint.class);
        Fact.of(message, e.occurredOn())
                .with("region", message.region())
                .with("step", step)
                .with("subject", e.subject())
                .with("outcome", e.outcome())
                .with("assumed", e.assumed())
                .insertInto("complaint_steps", rows);
    }

    private static void rectified(Message message, Rectified e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", message.region())
                .with("rectified_by", e.by())
                .with("assumed", e.assumed())
                .insertInto("faults_rectified", rows);
    }

    private static void sampled(Message message, Sampled e, Rows rows) {
        for (var household : Set.copyOf(e.householdIds())) {
            Fact.of(message, e.occurredOn())
                    .with("household_id", household)
                    .with("region", message.region())
                    .with("faults", e.faultsOf(household))
                    .with("sampled_by", e.by())
                    .with("assumed", e.assumed())
                    .insertInto("sampled_households", rows);
        }
    }

    private static void appraised(Message message, Appraised e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", message.region())
                .with("helper_id", e.helperId())
                .with("year", e.year())
                .with("grade", e.grade())
                .with("assumed", e.assumed())
                .insertInto("helper_appraisals", rows);
    }
}
