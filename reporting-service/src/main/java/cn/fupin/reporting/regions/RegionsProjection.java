package cn.fupin.reporting.regions;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
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
            LocalDate occurredOn) {}

    private record Measured(
            String region,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Identified(String region, boolean assumed, LocalDate occurredOn) {}

    private record Held(
            String region,
            @Nullable Long classes,
            @Nullable Long personTimes,
            boolean assumed,
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
            boolean assumed,
            LocalDate occurredOn) {}

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
            case "RegionListed" -> listed(message, message.as(Listed.class), rows);
            case "RegionFactRecorded" -> measured(message, message.as(Measured.class), rows);
            case "PoorVillageIdentified" -> identified(message, message.as(Identified.class), rows);
            case "TrainingHeld" -> held("TRAINING", message, rows);
            case "SurveyRoundHeld" -> held("SURVEY_ROUND", message, rows);
            case "InspectionHeld" -> held("INSPECTION", message, rows);
            case "PovertyLineSet" -> line(message, message.as(Line.class), rows);
            case "QuotaAllocated" -> quota(message, message.as(Quota.class), rows);
            default -> {} // of no region
        }
    }

    private static void listed(Message message, Listed e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("name", e.name())
                .with("level", e.level())
                .with("parent", e.parent())
                .with("official", e.official())
                .with("sample", e.sample())
                .with("divisions_of", e.divisionsOf())
                .insertInto("listed_regions", rows);
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
                .with("assumed", e.assumed())
                .insertInto("poor_villages", rows);
    }

    private static void held(String what, Message message, Rows rows) {
        var e = message.as(Held.class);
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("what", what)
                .with("classes", e.classes() == null ? 0 : e.classes())
                .with("person_times", e.personTimes() == null ? 0 : e.personTimes())
                .with("assumed", e.assumed())
                .insertInto("held", rows);
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

    private static void quota(Message message, Quota e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", e.region())
                .with("prefix", new Region(e.region()).prefix())
                .with("year", e.year())
                .with("persons", e.persons())
                .with("ceiling_persons", e.ceilingPersons())
                .with("assumed", e.assumed())
                .insertInto("quotas", rows);
    }
}
