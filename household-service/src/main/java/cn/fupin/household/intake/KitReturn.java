package cn.fupin.household.intake;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.documents.sheet.Unreadable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters what a village's kit brings back, line by line, each on what its visitor had seen: the
 * kit's version of the household and what came from the kit itself since, in this file or in one
 * before. A line entered before, from whichever kit, is not entered again; one refused before is
 * decided anew.
 */
final class KitReturn implements SheetVisitor {
    enum Fate {
        ENTERED,
        ALREADY_ENTERED,
        CONFLICT,
        REFUSED,
        BAD,
        /** Entered or not, somebody should look at it. */
        CHECK
    }

    record Told(String cell, Fate fate, String reason, String zh, String en) {}

    private static final String ID = "household-[0-9a-f-]{36}";
    private static final String KIT = "K[0-9a-f]{12}";
    private static final Pattern RELATION =
            Pattern.compile("(?:\\S+\\s+)?(person-[0-9a-f-]{36})[\\s:]+(\\S+)");

    private final Entrance entrance;
    private final Facts facts;
    private final Blind blind;
    private final Actor actor;
    private final Set<String> ofVillage;
    private final Function<String, @Nullable Gone> lost;
    private final Findings findings = new Findings();
    private final Cells cells;
    private final IncomeReading incomes;
    private final HouseholdReading households;
    private final Map<String, Set<Long>> known = new HashMap<>();
    private final Set<String> conflicting = new HashSet<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Line.@Nullable Header header;
    private String sheet = "";

    /** Whether any sheet is one of a kit's: another file brings nothing, and says so. */
    private boolean recognised;

    /**
     * @param ofVillage the households the kit may speak of
     * @param lost what became of another that it may have spoken of, null of one it never did
     */
    KitReturn(
            Entrance entrance,
            Facts facts,
            Blind blind,
            Actor actor,
            Set<String> ofVillage,
            Function<String, @Nullable Gone> lost,
            LocalDate today) {
        this.entrance = entrance;
        this.facts = facts;
        this.blind = blind;
        this.actor = actor;
        this.ofVillage = ofVillage;
        this.lost = lost;
        this.cells = new Cells(findings, today);
        this.incomes = new IncomeReading(cells);
        this.households = new HouseholdReading(cells);
    }

    List<Told> enter(byte[] file) throws Unreadable {
        SheetFile.read(file, VisitKit.LIMITS, this);
        if (!recognised) told.add(bad("-", ImportRule.NO_HEADER));
        lines.forEach(this::enter);
        return told;
    }

    @Override
    public void sheet(String name) {
        sheet = name;
        header = null;
    }

    @Override
    public void row(SheetRow row) {
        var under = header;
        if (under != null) {
            lines.add(new Line(under, row));
            return;
        }
        var at = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < row.cells().size(); i++) {
            var cell = row.cell(i);
            var column = cell == null ? null : Column.titled(cell.text());
            if (column != null) at.putIfAbsent(column, i);
        }
        if (at.containsKey(Column.HOUSEHOLD_ID) && at.containsKey(Column.VERSION)) {
            header = new Line.Header(sheet, row.number(), Map.copyOf(at));
            recognised = true;
        }
    }

    /** A command, and which column each of its fields is from. */
    private record Step(String name, ObjectNode body, KitWords words) {
        static Step of(String name) {
            return new Step(name, EventJson.MAPPER.createObjectNode(), new KitWords());
        }

        Step from(String field, Column column) {
            words.put(field, column);
            return this;
        }
    }

    private void enter(Line line) {
        findings.forget();
        var before = findings.all().size();
        var step = step(line);
        if (step == null && !findings.isBad()) return;
        var household = cells.raw(line, Column.HOUSEHOLD_ID);
        var version = cells.whole(line, Column.VERSION, 0, 1_000_000);
        var there = household != null && ofVillage.contains(household);
        var gone =
                there || household == null || !household.matches(ID) ? null : lost.apply(household);
        if (!there && gone == null) {
            findings.add(line, Column.HOUSEHOLD_ID, ImportRule.HOUSEHOLD_UNKNOWN);
        }
        if (version == null && line.cell(Column.VERSION) == null) {
            findings.add(line, Column.VERSION, ImportRule.REQUIRED);
        }
        for (var f : findings.all().subList(before, findings.all().size())) told.add(of(f));
        if (findings.isBad() || step == null || household == null || version == null) return;
        enter(line, step, household, version, gone);
    }

    private void enter(Line at, Step step, String household, int version, @Nullable Gone gone) {
        var cell = at.cellName(Column.HOUSEHOLD_ID);
        var path = "/households/" + household + "/" + step.name();
        // one line has one beginning of its keys: what was entered under any of them is found
        var line = "kit-" + blind.hex("kit " + path, household, step.body());
        var kit = kit(at);
        var seen = known.computeIfAbsent(household, id -> fromKit(kit, id, version));
        var before = facts.answerTo(line);
        if (before != null) {
            sees(seen, before);
            told.add(already(cell));
            return;
        }
        if (gone != null) {
            told.add(new Told(cell, Fate.CONFLICT, gone.reason(), gone.zh(), gone.en()));
            return;
        }
        if (conflicting.contains(household)) {
            // an earlier line met a change of somebody else's: none of the later ones saw it either
            told.add(conflict(cell));
            return;
        }
        long expected = version;
        while (seen.contains(expected + 1)) expected++;
        var key = line + "-" + expected + (kit.isEmpty() ? "" : "-" + kit);
        var reply = Anew.enter(entrance, path, key, actor, expected, step.body());
        if (reply.done()) {
            sees(seen, reply.json());
            told.add(
                    reply.replayed()
                            ? already(cell)
                            : new Told(cell, Fate.ENTERED, "", "已录入", "entered"));
        } else if (reply.reason().equals("STREAM_MOVED_ON")) {
            conflicting.add(household);
            told.add(conflict(cell));
        } else {
            told.add(refused(at, step, reply));
        }
    }

    private String kit(Line line) {
        var text = cells.raw(line, Column.KIT);
        return text != null && text.matches(KIT) ? text : "";
    }

    private Set<Long> fromKit(String kit, String household, long version) {
        return new HashSet<>(kit.isEmpty() ? List.of() : facts.ofKit(kit, household, version));
    }

    private static void sees(Set<Long> seen, JsonNode answer) {
        for (var event : answer.path("events")) seen.add(event.path("sequence").asLong(-1));
    }

    /** At the cell it is about, and in the words of the sheet. */
    private static Told refused(Line at, Step step, Entrance.Reply reply) {
        var field = reply.json().path("field").asString("");
        var column = step.words().columnOf(field);
        return new Told(
                at.cellName(column == null ? Column.HOUSEHOLD_ID : column),
                Fate.REFUSED,
                reply.code(),
                step.words().zh(reply.json().path("title").asString("")),
                step.words().en(field, reply.json().path("detail").asString("")));
    }

    private static Told of(Finding finding) {
        var rule = finding.rule();
        return new Told(
                finding.cell(),
                rule.isBad() ? Fate.BAD : Fate.CHECK,
                rule.name(),
                rule.zh(),
                rule.en());
    }

    private static Told bad(String cell, ImportRule rule) {
        return new Told(cell, Fate.BAD, rule.name(), rule.zh(), rule.en());
    }

    private static Told already(String cell) {
        return new Told(cell, Fate.ALREADY_ENTERED, "", "此前已经录入", "was entered before");
    }

    private static Told conflict(String cell) {
        return new Told(
                cell,
                Fate.CONFLICT,
                "STREAM_MOVED_ON",
                "带走之后该户已有别的改动，未录入；请取新的走访包核对后重填",
                "the household changed since the kit was taken; nothing was entered: take a new kit and look again");
    }

    /** What the line says happened; null for a line nothing was filled into. */
    private @Nullable Step step(Line line) {
        var of = line.header();
        if (of.has(Column.VISITED_ON)) return visit(line);
        if (of.has(Column.SURVEYED_ON)) return survey(line);
        if (of.has(Column.DESCRIBED_ON)) return conditions(line);
        if (of.has(Column.HEAD_CHANGED_ON)) return head(line);
        if (of.has(Column.CHANGE)) return change(line);
        if (of.has(Column.QUARTER)) return quarter(line);
        return of.has(Column.RECORDED_ON) ? income(line) : null;
    }

    private boolean isEmpty(Line line, List<Column> columns) {
        return columns.stream().allMatch(c -> c == Column.STATE || line.cell(c) == null);
    }

    private @Nullable Step visit(Line line) {
        if (isEmpty(line, VisitKit.VISITS)) return null;
        var step = Step.of("visit");
        words(line, Column.VISITED_BY, step, "visitedBy");
        day(line, Column.VISITED_ON, step, "visitedOn");
        var purpose = cells.choice(line, Column.PURPOSE);
        if (purpose != null) step.from("purpose", Column.PURPOSE).body().put("purpose", purpose);
        var channel = cells.choice(line, Column.CHANNEL);
        if (channel != null) step.from("channel", Column.CHANNEL).body().put("channel", channel);
        var note = cells.words(line, Column.NOTE, 500);
        if (note != null) step.body().put("note", note);
        return step.from("note", Column.NOTE);
    }

    private @Nullable Step survey(Line line) {
        if (isEmpty(line, VisitKit.SURVEYS)) return null;
        if (cells.required(line, Column.SURVEYED_ON) == null) return null;
        var survey = households.survey(line, _ -> 0);
        if (survey == null) return null;
        var step = new Step("survey", survey, new KitWords());
        for (var i = 0; i < IncomeReading.ITEMS.size(); i++) {
            step.from(IncomeReading.FIELDS.get(i), IncomeReading.ITEMS.get(i));
        }
        return step.from("surveyedOn", Column.SURVEYED_ON)
                .from("surveyors", Column.SURVEYORS)
                .from("incomeYear", Column.INCOME_YEAR)
                .from("waterSafe", Column.WATER_SAFE)
                .from("housingSafe", Column.HOUSING_SAFE);
    }

    private @Nullable Step conditions(Line line) {
        if (isEmpty(line, VisitKit.CONDITIONS)) return null;
        var step = Step.of("description").from("details", Column.DWELLING_AREA);
        day(line, Column.DESCRIBED_ON, step, "describedOn");
        var details = households.details(line);
        if (details == null) cells.required(line, Column.DWELLING_AREA);
        else step.body().set("details", details);
        return step;
    }

    private @Nullable Step income(Line line) {
        if (isEmpty(line, VisitKit.INCOMES)) return null;
        var step = Step.of("income");
        var on = day(line, Column.RECORDED_ON, step, "recordedOn");
        year(line, on, step, "incomeYear");
        amounts(line, step);
        return step;
    }

    private @Nullable Step quarter(Line line) {
        if (isEmpty(line, VisitKit.QUARTERS)) return null;
        var step = Step.of("quarter-check");
        var on = day(line, Column.CHECKED_ON, step, "checkedOn");
        year(line, on, step, "year");
        if (cells.required(line, Column.QUARTER) != null) {
            var quarter = cells.whole(line, Column.QUARTER, 1, 4);
            if (quarter != null) step.body().put("quarter", quarter);
        }
        words(line, Column.CHECKED_BY, step, "checkedBy");
        amounts(line, step);
        fen(line, Column.LIVING, step, "livingFen");
        fen(line, Column.SCHOOLING, step, "schoolingFen");
        fen(line, Column.MEDICINE, step, "medicalFen");
        fen(line, Column.OTHER_EXPENSE, step, "otherFen");
        step.from("quarter", Column.QUARTER).from("signedBy", Column.SIGNED_BY);
        var signer = cells.words(line, Column.SIGNED_BY, 100);
        if (signer != null) step.body().put("signedBy", signer);
        return step;
    }

    private void amounts(Line line, Step step) {
        incomes.items(line, step.body());
        for (var i = 0; i < IncomeReading.ITEMS.size(); i++) {
            step.from(IncomeReading.FIELDS.get(i), IncomeReading.ITEMS.get(i));
        }
    }

    private void fen(Line line, Column column, Step step, String field) {
        step.from(field, column).body().put(field, incomes.fen(line, column));
    }

    private @Nullable Step change(Line line) {
        if (isEmpty(line, VisitKit.CHANGES)) return null;
        if (cells.required(line, Column.CHANGE) == null) return null;
        var change = cells.choice(line, Column.CHANGE);
        if (change == null) return null;
        var at = change.indexOf('/') + 1;
        var joins = change.startsWith("JOIN");
        var step = Step.of(joins ? "member-joining" : "member-leaving");
        step.from("reason", Column.CHANGE).body().put("reason", change.substring(at));
        step.words().choices(Column.CHANGE, change.substring(0, at));
        if (joins) return joining(line, step);
        day(line, Column.CHANGED_ON, step, "leftOn");
        words(line, Column.PERSON, step, "personId");
        step.from("newHead", Column.NEW_HEAD);
        var head = cells.words(line, Column.NEW_HEAD, 100);
        if (head != null) step.body().put("newHead", Texts.halfWidth(head));
        return step;
    }

    private Step joining(Line line, Step step) {
        day(line, Column.CHANGED_ON, step, "joinedOn");
        step.body().set("member", new MemberReading(cells).read(line).body());
        step.words().choices(Column.RELATION, "");
        step.words().choices(Column.WITHOUT_NUMBER, "");
        return step.from("member", Column.NAME)
                .from("member.name", Column.NAME)
                .from("member.identityNumber", Column.IDENTITY)
                .from("member.sex", Column.SEX)
                .from("member.bornOn", Column.BORN_ON)
                .from("member.withoutNumber", Column.WITHOUT_NUMBER)
                .from("member.relation", Column.RELATION);
    }

    private @Nullable Step head(Line line) {
        if (isEmpty(line, VisitKit.HEADS)) return null;
        var step = Step.of("head-change").from("relationOfFormerHead", Column.FORMER_RELATION);
        day(line, Column.HEAD_CHANGED_ON, step, "changedOn");
        words(line, Column.NEW_HEAD, step, "newHead");
        if (cells.required(line, Column.FORMER_RELATION) != null) {
            var relation = cells.choice(line, Column.FORMER_RELATION);
            if (relation != null) step.body().put("relationOfFormerHead", relation);
        }
        relations(line, step);
        words(line, Column.HEAD_REASON, step, "reason");
        step.words().choices(Column.FORMER_RELATION, "");
        return step;
    }

    /** Of one member a line, as the members stand in the sheet: perhaps the name before the id. */
    private void relations(Line line, Step step) {
        step.from("relations", Column.OTHER_RELATIONS);
        var text = cells.words(line, Column.OTHER_RELATIONS, 4000);
        if (text == null) return;
        var relations = step.body().putArray("relations");
        for (var each : text.split("[\\n;；]+")) {
            if (each.isBlank()) continue;
            var said = RELATION.matcher(Texts.halfWidth(each).strip());
            var relation =
                    said.matches() ? Choices.code(Choices.RELATIONS_TO_HEAD, said.group(2)) : "";
            if (relation.isEmpty()) {
                cells.found(line, Column.OTHER_RELATIONS, ImportRule.NOT_A_RELATION);
                return;
            }
            relations.addObject().put("personId", said.group(1)).put("relation", relation);
        }
    }

    private void words(Line line, Column column, Step step, String field) {
        step.from(field, column);
        if (cells.required(line, column) == null) return;
        var text = cells.words(line, column, 100);
        if (text != null) step.body().put(field, text);
    }

    private @Nullable LocalDate day(Line line, Column column, Step step, String field) {
        step.from(field, column);
        if (cells.required(line, column) == null) return null;
        var day = cells.date(line, column);
        if (day != null) step.body().put(field, day.toString());
        return day;
    }

    private void year(Line line, @Nullable LocalDate on, Step step, String field) {
        step.from(field, Column.YEAR);
        if (cells.required(line, Column.YEAR) == null) return;
        var year = incomes.year(line, Column.YEAR, on);
        if (year != null) step.body().put(field, year);
    }
}
