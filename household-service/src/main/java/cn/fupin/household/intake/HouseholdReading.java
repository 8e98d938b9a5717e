package cn.fupin.household.intake;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.household.household.HouseholdNumber;
import cn.fupin.household.naming.HelperId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a household's own line says: income, causes, dwelling, land, help. */
final class HouseholdReading {
    private static final BigDecimal SQUARE_METRES_PER_MU =
            BigDecimal.valueOf(10_000).divide(BigDecimal.valueOf(15), 8, RoundingMode.HALF_EVEN);
    private static final List<Column> HELP =
            List.of(Column.HELPER, Column.HELPER_UNIT, Column.HELPER_KIND, Column.HELPED_SINCE);
    private static final List<Column> HELPER_NEEDS =
            List.of(Column.HELPER, Column.HELPER_UNIT, Column.HELPED_SINCE);

    private final Cells cells;
    private final IncomeReading incomes;

    HouseholdReading(Cells cells) {
        this.cells = cells;
        this.incomes = new IncomeReading(cells);
    }

    /**
     * The survey with its income, or null when the line says nothing of either.
     *
     * @param persons whose income it is, by the day of the survey
     */
    @Nullable ObjectNode survey(Line line, ToIntFunction<LocalDate> persons) {
        var parts =
                Stream.concat(
                                IncomeReading.ITEMS.stream(),
                                Stream.of(Column.SURVEYED_ON, Column.INCOME_YEAR))
                        .toList();
        if (parts.stream().allMatch(c -> line.cell(c) == null)) {
            withoutSurvey(line);
            return null;
        }
        var surveyedOn = cells.date(line, Column.SURVEYED_ON);
        var year = incomes.year(line, Column.INCOME_YEAR, surveyedOn);
        var surveyors = cells.list(line, Column.SURVEYORS, 20, 100);
        var waterSafe = cells.yesNo(line, Column.WATER_SAFE);
        var housingSafe = cells.yesNo(line, Column.HOUSING_SAFE);
        for (var column :
                List.of(
                        Column.SURVEYED_ON,
                        Column.INCOME_YEAR,
                        Column.SURVEYORS,
                        Column.WATER_SAFE,
                        Column.HOUSING_SAFE)) {
            if (line.cell(column) == null) cells.found(line, column, ImportRule.INCOME_INCOMPLETE);
        }
        if (surveyedOn == null
                || year == null
                || surveyors.isEmpty()
                || waterSafe == null
                || housingSafe == null) {
            return null;
        }
        var survey = EventJson.MAPPER.createObjectNode();
        survey.put("surveyedOn", surveyedOn.toString());
        var by = survey.putArray("surveyors");
        surveyors.forEach(by::add);
        survey.put("incomeYear", year);
        income(line, persons.applyAsInt(surveyedOn), survey);
        return survey.put("waterSafe", waterSafe).put("housingSafe", housingSafe);
    }

    private void withoutSurvey(Line line) {
        Stream.of(Column.SURVEYORS, Column.PER_HEAD, Column.HOUSING_SAFE)
                .filter(column -> line.cell(column) != null)
                .forEach(column -> cells.found(line, column, ImportRule.NEEDS_SURVEY));
    }

    private void income(Line line, int persons, ObjectNode survey) {
        var net = incomes.items(line, survey);
        var said = cells.number(line, Column.PER_HEAD);
        if (said == null || persons == 0) return;
        var perHead =
                BigDecimal.valueOf(net)
                        .movePointLeft(2)
                        .divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_EVEN);
        if (perHead.subtract(said).abs().compareTo(BigDecimal.ONE) > 0) {
            cells.found(line, Column.PER_HEAD, ImportRule.PER_HEAD_DIFFERS);
        }
    }

    /** Kind, standard and causes, as the county approved them. */
    ObjectNode registration(Line line) {
        var body = EventJson.MAPPER.createObjectNode();
        var standard = cells.choice(line, Column.STANDARD);
        body.put("standard", standard == null ? "NATIONAL" : standard);
        var type = cells.choice(line, Column.TYPE);
        if (type != null) body.put("householdType", type);
        else if (line.cell(Column.TYPE) == null) cells.required(line, Column.TYPE);
        var main = cells.choice(line, Column.MAIN_CAUSE);
        if (main != null) body.put("mainCause", main);
        else if (line.cell(Column.MAIN_CAUSE) == null) {
            cells.found(line, Column.MAIN_CAUSE, ImportRule.MAIN_CAUSE_MISSING);
        }
        otherCauses(line, main, body);
        return body;
    }

    private void otherCauses(Line line, @Nullable String main, ObjectNode body) {
        var others = body.putArray("otherCauses");
        var text = cells.raw(line, Column.OTHER_CAUSES);
        if (text == null) return;
        var seen = new HashSet<String>();
        if (main != null) seen.add(main);
        var words =
                Arrays.stream(Texts.halfWidth(text).split("[、,;/\\s]+"))
                        .filter(s -> !s.isBlank() && !s.equals("无"))
                        .toList();
        for (var word : words) {
            var code = Choices.code(Choices.CAUSES, word);
            if (code.isEmpty()) cells.found(line, Column.OTHER_CAUSES, ImportRule.NOT_A_CHOICE);
            else if (!seen.add(code)) {
                cells.found(line, Column.OTHER_CAUSES, ImportRule.CAUSE_TWICE);
            } else others.add(code);
        }
        if (words.size() > 2) cells.found(line, Column.OTHER_CAUSES, ImportRule.TOO_MANY_CAUSES);
    }

    /** 建档立卡户编号: one spelling, however wide or small it is typed. */
    @Nullable String fileNumber(Line line) {
        var cell = line.cell(Column.FILE_NUMBER);
        if (cell == null) return null;
        if (cell.hasLostDigits()) {
            cells.found(line, Column.FILE_NUMBER, ImportRule.FILE_NUMBER_LOST_DIGITS);
            return null;
        }
        var text = cells.words(line, Column.FILE_NUMBER, 100);
        if (text == null) return null;
        var number = spelled(text);
        if (HouseholdNumber.isOne(number)) return number;
        cells.found(line, Column.FILE_NUMBER, ImportRule.NOT_A_HOUSEHOLD_NUMBER);
        return null;
    }

    /** As {@link #fileNumber}, without telling what is wrong with it. */
    static String spelled(String text) {
        return Texts.code(text).toUpperCase(Locale.ROOT);
    }

    @Nullable ObjectNode helper(Line line) {
        var helper = cells.words(line, Column.HELPER, 100);
        var unit = cells.words(line, Column.HELPER_UNIT, 200);
        var kind = cells.choice(line, Column.HELPER_KIND);
        var since = cells.date(line, Column.HELPED_SINCE);
        if (HELP.stream().allMatch(column -> line.cell(column) == null)) return null;
        if (HELPER_NEEDS.stream().anyMatch(column -> line.cell(column) == null)) {
            cells.found(line, Column.HELPER, ImportRule.HELPER_INCOMPLETE);
        }
        if (helper == null || unit == null || since == null) return null;
        if (!HelperId.isAnId(helper)) {
            cells.found(line, Column.HELPER, ImportRule.HELPER_BY_NAME);
            return null;
        }
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("helperId", helper)
                        .put("helperUnit", unit)
                        .put("assignedOn", since.toString());
        return kind == null ? body : body.put("helperKind", kind);
    }

    /** What it lives in, on and by; null when the line says nothing of it. */
    @Nullable ObjectNode details(Line line) {
        var details = EventJson.MAPPER.createObjectNode();
        var dwelling = EventJson.MAPPER.createObjectNode();
        area(line, Column.DWELLING_AREA, dwelling, "areaSquareMetres", BigDecimal.ONE, 5_000);
        choice(line, Column.STRUCTURE, dwelling, "structure");
        choice(line, Column.DANGER_GRADE, dwelling, "dangerGrade");
        whole(line, Column.BUILT_YEAR, dwelling, "builtYear", 1600, cells.today().getYear());
        put(details, "dwelling", dwelling);
        put(details, "land", land(line));
        var water = EventJson.MAPPER.createObjectNode();
        yesNo(line, Column.WATER_SAFE, water, "safe");
        yesNo(line, Column.WATER_SCARCE, water, "scarce");
        choice(line, Column.WATER_SOURCE, water, "source");
        whole(line, Column.WATER_METRES, water, "distanceMetres", 0, 1_000_000);
        put(details, "water", water);
        var supply = EventJson.MAPPER.createObjectNode();
        yesNo(line, Column.ELECTRICITY, supply, "electricity");
        yesNo(line, Column.PRODUCTION_ELECTRICITY, supply, "productionElectricity");
        yesNo(line, Column.TELEVISION, supply, "television");
        yesNo(line, Column.BROADBAND, supply, "broadband");
        choice(line, Column.FUEL, supply, "fuel");
        yesNo(line, Column.TOILET, supply, "sanitaryToilet");
        put(details, "supply", supply);
        var way = EventJson.MAPPER.createObjectNode();
        choice(line, Column.ROAD, way, "road");
        whole(line, Column.MAIN_ROAD_METRES, way, "toMainRoadMetres", 0, 1_000_000);
        put(details, "way", way);
        var traits = EventJson.MAPPER.createObjectNode();
        yesNo(line, Column.SOLDIERS, traits, "soldiersFamily");
        yesNo(line, Column.ONLY_CHILD, traits, "onlyChild");
        yesNo(line, Column.TWO_DAUGHTERS, traits, "twoDaughters");
        yesNo(line, Column.COOPERATIVE, traits, "cooperativeMember");
        put(details, "traits", traits);
        return details.isEmpty() ? null : details;
    }

    private ObjectNode land(Line line) {
        var land = EventJson.MAPPER.createObjectNode();
        var crop = mu(line, Column.CROP, land, "cropSquareMetres");
        part(
                line,
                Column.IRRIGATED,
                mu(line, Column.IRRIGATED, land, "irrigatedSquareMetres"),
                crop);
        var forest = mu(line, Column.FOREST, land, "forestSquareMetres");
        part(
                line,
                Column.RETURNED,
                mu(line, Column.RETURNED, land, "returnedToForestSquareMetres"),
                forest);
        mu(line, Column.ORCHARD, land, "orchardSquareMetres");
        mu(line, Column.PASTURE, land, "pastureSquareMetres");
        mu(line, Column.POND, land, "pondSquareMetres");
        return land;
    }

    private void part(
            Line line, Column column, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part != null && whole != null && part.compareTo(whole) > 0) {
            cells.found(line, column, ImportRule.PART_OF_WHOLE);
        }
    }

    private @Nullable BigDecimal mu(Line line, Column column, ObjectNode into, String field) {
        return area(line, column, into, field, SQUARE_METRES_PER_MU, 1500);
    }

    private @Nullable BigDecimal area(
            Line line, Column column, ObjectNode into, String field, BigDecimal factor, int most) {
        var number = cells.number(line, column);
        if (number == null) return null;
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            cells.found(line, column, ImportRule.OUT_OF_RANGE);
            return null;
        }
        var area = number.multiply(factor).setScale(2, RoundingMode.HALF_EVEN);
        into.put(field, area);
        return area;
    }

    private void choice(Line line, Column column, ObjectNode into, String field) {
        var code = cells.choice(line, column);
        if (code != null) into.put(field, code);
    }

    private void yesNo(Line line, Column column, ObjectNode into, String field) {
        var said = cells.yesNo(line, column);
        if (said != null) into.put(field, said);
    }

    private void whole(
            Line line, Column column, ObjectNode into, String field, int least, int most) {
        var number = cells.whole(line, column, least, most);
        if (number != null) into.put(field, number);
    }

    private static void put(ObjectNode into, String field, ObjectNode part) {
        if (!part.isEmpty()) into.set(field, part);
    }
}
