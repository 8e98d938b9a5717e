package cn.fupin.household.intake;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.documents.sheet.Unreadable;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters what a village's kit brings back, line by line, each on what its visitor had seen: the
 * first line of a household on the kit's version, the next on what the one before left. A line
 * entered before, from whichever kit, is not entered again; one refused before is decided anew.
 */
final class KitReturn implements SheetVisitor {
    enum Fate {
        ENTERED,
        ALREADY_ENTERED,
        CONFLICT,
        REFUSED,
        BAD
    }

    record Told(String cell, Fate fate, String reason, String zh, String en) {}

    private static final String ID = "household-[0-9a-f-]{36}";

    private final Entrance entrance;
    private final Facts facts;
    private final Blind blind;
    private final Actor actor;
    private final Set<String> ofVillage;
    private final Findings findings = new Findings();
    private final Cells cells;
    private final Map<String, Long> standing = new HashMap<>();
    private final Set<String> conflicting = new HashSet<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Line.@Nullable Header header;
    private String sheet = "";

    /** Whether any sheet is one of a kit's: another file brings nothing, and says so. */
    private boolean recognised;

    /**
     * @param ofVillage the households the kit may speak of
     */
    KitReturn(
            Entrance entrance,
            Facts facts,
            Blind blind,
            Actor actor,
            Set<String> ofVillage,
            LocalDate today) {
        this.entrance = entrance;
        this.facts = facts;
        this.blind = blind;
        this.actor = actor;
        this.ofVillage = ofVillage;
        this.cells = new Cells(findings, today);
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

    private record Step(String name, ObjectNode body) {}

    private void enter(Line line) {
        findings.forget();
        var before = findings.all().size();
        var step = step(line);
        if (step == null && !findings.isBad()) return;
        var household = cells.raw(line, Column.HOUSEHOLD_ID);
        var version = cells.whole(line, Column.VERSION, 0, 1_000_000);
        if (household == null || !household.matches(ID) || !ofVillage.contains(household)) {
            findings.add(line, Column.HOUSEHOLD_ID, ImportRule.HOUSEHOLD_UNKNOWN);
        }
        if (version == null && line.cell(Column.VERSION) == null) {
            findings.add(line, Column.VERSION, ImportRule.REQUIRED);
        }
        if (findings.isBad()) {
            for (var f : findings.all().subList(before, findings.all().size())) {
                told.add(bad(f.cell(), f.rule()));
            }
            return;
        }
        if (step == null || household == null || version == null) return;
        enter(line, step, household, standing.getOrDefault(household, (long) version));
    }

    private void enter(Line at, Step step, String household, long expected) {
        var cell = at.cellName(Column.HOUSEHOLD_ID);
        var path = "/households/" + household + "/" + step.name();
        if (conflicting.contains(household)) {
            // an earlier line met a change of somebody else's: none of the later ones saw it either
            told.add(conflict(cell));
            return;
        }
        // one line has one beginning of its keys: what was entered under any of them is found
        var line = "kit-" + blind.hex("kit " + path, household, step.body());
        var before = facts.answerTo(line);
        if (before != null) {
            stands(household, expected, before);
            told.add(already(cell));
            return;
        }
        var key = line + "-" + expected;
        var reply = Anew.enter(entrance, path, key, actor, expected, step.body());
        if (reply.done()) {
            stands(household, expected, reply.json());
            told.add(
                    reply.replayed()
                            ? already(cell)
                            : new Told(cell, Fate.ENTERED, "", "已录入", "entered"));
        } else if (reply.reason().equals("STREAM_MOVED_ON")) {
            conflicting.add(household);
            told.add(conflict(cell));
        } else {
            told.add(
                    new Told(
                            cell,
                            Fate.REFUSED,
                            reply.reason().isEmpty()
                                    ? reply.json().path("rule").asString("MALFORMED")
                                    : reply.reason(),
                            reply.json().path("title").asString(""),
                            reply.json().path("detail").asString("")));
        }
    }

    private void stands(String household, long expected, JsonNode answer) {
        var last = expected;
        for (var event : answer.path("events")) {
            last = Math.max(last, event.path("sequence").asLong(-1));
        }
        standing.put(household, last);
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
        if (of.has(Column.CHANGE)) return change(line);
        if (of.has(Column.QUARTER)) return quarter(line);
        return of.has(Column.RECORDED_ON) ? income(line) : null;
    }

    private boolean isEmpty(Line line, List<Column> columns) {
        return columns.stream().allMatch(c -> c == Column.STATE || line.cell(c) == null);
    }

    private @Nullable Step visit(Line line) {
        if (isEmpty(line, VisitKit.VISITS)) return null;
        var body = EventJson.MAPPER.createObjectNode();
        words(line, Column.VISITED_BY, body, "visitedBy");
        day(line, Column.VISITED_ON, body, "visitedOn");
        var purpose = cells.choice(line, Column.PURPOSE);
        if (purpose != null) body.put("purpose", purpose);
        return new Step("visit", body);
    }

    private @Nullable Step income(Line line) {
        if (isEmpty(line, VisitKit.INCOMES)) return null;
        var body = EventJson.MAPPER.createObjectNode();
        whole(line, Column.YEAR, body, "incomeYear", 1978, 2100);
        day(line, Column.RECORDED_ON, body, "recordedOn");
        amounts(line, body);
        return new Step("income", body);
    }

    private @Nullable Step quarter(Line line) {
        if (isEmpty(line, VisitKit.QUARTERS)) return null;
        var body = EventJson.MAPPER.createObjectNode();
        whole(line, Column.YEAR, body, "year", 1978, 2100);
        whole(line, Column.QUARTER, body, "quarter", 1, 4);
        words(line, Column.CHECKED_BY, body, "checkedBy");
        day(line, Column.CHECKED_ON, body, "checkedOn");
        amounts(line, body);
        fen(line, Column.LIVING, body, "livingFen");
        fen(line, Column.SCHOOLING, body, "schoolingFen");
        fen(line, Column.MEDICINE, body, "medicalFen");
        fen(line, Column.OTHER_EXPENSE, body, "otherFen");
        var signer = cells.words(line, Column.SIGNED_BY, 100);
        if (signer != null) body.put("signedBy", signer);
        return new Step("quarter-check", body);
    }

    private void amounts(Line line, ObjectNode body) {
        fen(line, Column.WAGE, body, "wageFen");
        fen(line, Column.BUSINESS, body, "businessFen");
        fen(line, Column.TRANSFER, body, "transferFen");
        fen(line, Column.PROPERTY, body, "propertyFen");
        fen(line, Column.COST, body, "costFen");
    }

    private @Nullable Step change(Line line) {
        if (isEmpty(line, VisitKit.CHANGES)) return null;
        if (cells.required(line, Column.CHANGE) == null) return null;
        var change = cells.choice(line, Column.CHANGE);
        if (change == null) return null;
        var reason = change.substring(change.indexOf('/') + 1);
        var body = EventJson.MAPPER.createObjectNode().put("reason", reason);
        if (change.startsWith("JOIN")) {
            day(line, Column.CHANGED_ON, body, "joinedOn");
            body.set("member", new MemberReading(cells).read(line).body());
            return new Step("member-joining", body);
        }
        day(line, Column.CHANGED_ON, body, "leftOn");
        words(line, Column.PERSON, body, "personId");
        var head = cells.words(line, Column.NEW_HEAD, 100);
        if (head != null) body.put("newHead", Texts.halfWidth(head));
        return new Step("member-leaving", body);
    }

    private void words(Line line, Column column, ObjectNode into, String field) {
        if (cells.required(line, column) == null) return;
        var text = cells.words(line, column, 100);
        if (text != null) into.put(field, text);
    }

    private void day(Line line, Column column, ObjectNode into, String field) {
        if (cells.required(line, column) == null) return;
        var day = cells.date(line, column);
        if (day != null) into.put(field, day.toString());
    }

    private void whole(
            Line line, Column column, ObjectNode into, String field, int least, int most) {
        if (cells.required(line, column) == null) return;
        var number = cells.whole(line, column, least, most);
        if (number != null) into.put(field, number);
    }

    /** An amount left empty is none. */
    private void fen(Line line, Column column, ObjectNode into, String field) {
        var yuan = cells.number(line, column);
        into.put(
                field,
                yuan == null
                        ? 0
                        : yuan.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValue());
    }
}
