package cn.fupin.reporting.figure;

import static cn.fupin.reporting.figure.Figure.Group.INDUSTRY;
import static cn.fupin.reporting.figure.Figure.Group.OVERVIEW;
import static cn.fupin.reporting.figure.Figure.Group.PROCESS;
import static cn.fupin.reporting.figure.Figure.Group.PROJECTS;
import static cn.fupin.reporting.figure.Figure.Group.REGISTER;

import cn.fupin.reporting.figure.Figure.Group;
import cn.fupin.reporting.figure.Figure.Kind;
import cn.fupin.reporting.figure.Figure.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All figures that are published, in the order of a township's report. */
public final class Figures {
    private static final Map<String, Figure> BY_ID = new LinkedHashMap<>();

    static {
        add(
                "villages",
                "行政村",
                "villages",
                OVERVIEW,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.LISTED_VILLAGES,
                Map.of());
        measure("village-groups", "村民小组", "village groups", OVERVIEW, Unit.GROUP);
        measure("area", "幅员面积", "area", OVERVIEW, Unit.SQUARE_KILOMETRE);
        measure("households-total", "总户数", "households", OVERVIEW, Unit.HOUSEHOLD, "households");
        measure("population", "总人口", "population", OVERVIEW, Unit.PERSON);
        measure("arable-land", "耕地面积", "arable land", OVERVIEW, Unit.MU);

        held(
                "training-classes",
                "培训班",
                "training classes",
                Unit.CLASS,
                FigureSql.HELD_CLASSES,
                "TRAINING");
        held(
                "training-person-times",
                "培训人次",
                "persons trained, counted each time",
                Unit.PERSON_TIME,
                FigureSql.HELD_PERSON_TIMES,
                "TRAINING");
        held(
                "survey-rounds",
                "进村入户识别",
                "survey rounds",
                Unit.ROUND,
                FigureSql.HELD_TIMES,
                "SURVEY_ROUND");
        held("inspections", "督查指导", "inspections", Unit.ROUND, FigureSql.HELD_TIMES, "INSPECTION");
        add(
                "poor-villages",
                "贫困村",
                "poor villages",
                PROCESS,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.POOR_VILLAGES,
                Map.of());
        add(
                "poverty-line",
                "扶贫标准(每人每年)",
                "poverty line per person and year",
                PROCESS,
                Unit.FEN,
                Kind.POVERTY_LINE,
                FigureSql.POVERTY_LINE,
                Map.of());
        add(
                "quota-persons",
                "规模控制人数",
                "quota of persons",
                PROCESS,
                Unit.PERSON,
                Kind.REGION,
                FigureSql.QUOTA,
                Map.of());

        register(
                "households-identified",
                "识别贫困户",
                "households identified",
                Unit.HOUSEHOLD,
                FigureSql.IDENTIFIED_HOUSEHOLDS,
                Map.of());
        register(
                "persons-identified",
                "识别贫困人口",
                "persons identified",
                Unit.PERSON,
                FigureSql.IDENTIFIED_PERSONS,
                Map.of());
        moved("removed", "移除", "removed by order", "REMOVED");
        moved("exited", "脱贫", "exited", "EXITED");
        moved("relapsed", "返贫", "relapsed", "RELAPSED");
        register(
                "households-registered",
                "在册贫困户",
                "households registered",
                Unit.HOUSEHOLD,
                FigureSql.REGISTERED_HOUSEHOLDS,
                Map.of());
        register(
                "persons-registered",
                "在册贫困人口",
                "persons registered",
                Unit.PERSON,
                FigureSql.REGISTERED_PERSONS,
                Map.of());
        follows("households");
        follows("persons");

        funds("water", "安全饮水", "drinking water", "WATER");
        villagesServed("water", "安全饮水", "drinking water", "WATER");
        groupsServed("water", "安全饮水", "drinking water", "WATER");
        funds("road", "通村通组道路", "roads", "ROAD");
        villagesServed("road", "通村通组道路", "roads", "ROAD");
        groupsServed("road", "通村通组道路", "roads", "ROAD");
        funds("bridge", "桥梁", "bridges", "BRIDGE");
        add(
                "bridges-built",
                "修建桥梁",
                "bridges built",
                PROJECTS,
                Unit.BRIDGE,
                Kind.PROJECT,
                FigureSql.BUILT,
                Map.of(
                        "kind",
                        "BRIDGE",
                        "measures",
                        List.of("bridge", "bridges", "bridges-built")));
        villagesServed("bridge", "桥梁", "bridges", "BRIDGE");
        villagesServed("new-village", "彝家新寨", "new villages", "NEW_VILLAGE");
        funds("whole-village", "整村推进", "whole-village projects", "WHOLE_VILLAGE");
        villagesServed("whole-village", "整村推进", "whole-village projects", "WHOLE_VILLAGE");
        villagesServed("power-grid", "农网改造", "power grid", "POWER_GRID");
        funds("livestock", "养殖业", "livestock", "LIVESTOCK");
        add(
                "funds-paid",
                "已拨付资金",
                "funds paid",
                PROJECTS,
                Unit.FEN,
                Kind.PAYMENT,
                FigureSql.PAID,
                Map.of());

        measure("walnut-area", "核桃种植", "walnuts", INDUSTRY, Unit.MU);
        measure("walnut-grafted-area", "核桃改良嫁接", "walnuts grafted", INDUSTRY, Unit.MU);
        measure("pepper-area", "青(花)椒种植", "Sichuan pepper", INDUSTRY, Unit.MU);
        add(
                "tobacco-villages",
                "烤烟村",
                "villages growing tobacco",
                INDUSTRY,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.VILLAGES_WITH,
                Map.of("measure", "tobacco-area"));
        measure("tobacco-area", "烤烟种植", "tobacco", INDUSTRY, Unit.MU);
        measure("tobacco-output", "烤烟产量", "tobacco output", INDUSTRY, Unit.DAN);
    }

    private Figures() {}

    public static List<Figure> all() {
        return List.copyOf(BY_ID.values());
    }

    /** The figure of that name, or null if there is none. */
    public static @Nullable Figure find(String id) {
        return BY_ID.get(id);
    }

    private static void add(
            String id,
            String zh,
            String en,
            Group group,
            Unit unit,
            Kind kind,
            String sql,
            Map<String, Object> constants) {
        BY_ID.put(id, new Figure(id, 1, zh, en, group, unit, kind, sql, constants, List.of()));
    }

    private static void measure(
            String id, String zh, String en, Group group, Unit unit, String... otherNames) {
        var measures = new ArrayList<>(List.of(otherNames));
        measures.add(id);
        add(
                id,
                zh,
                en,
                group,
                unit,
                Kind.REGION,
                FigureSql.MEASURE,
                Map.of("measures", List.copyOf(measures)));
    }

    private static void held(String id, String zh, String en, Unit unit, String sql, String what) {
        add(id, zh, en, PROCESS, unit, Kind.REGION, sql, Map.of("what", what));
    }

    private static void register(
            String id, String zh, String en, Unit unit, String sql, Map<String, Object> constants) {
        add(id, zh, en, REGISTER, unit, Kind.HOUSEHOLD, sql, constants);
    }

    private static void moved(String id, String zh, String en, String state) {
        register(
                "households-" + id,
                zh + "户数",
                "households " + en,
                Unit.HOUSEHOLD,
                FigureSql.MOVED_HOUSEHOLDS,
                Map.of("state", state));
        register(
                "persons-" + id,
                zh + "人数",
                "persons " + en,
                Unit.PERSON,
                FigureSql.MOVED_PERSONS,
                Map.of("state", state));
    }

    private static void follows(String what) {
        BY_ID.computeIfPresent(
                what + "-registered",
                (_, figure) ->
                        figure.by(
                                List.of(
                                        new Term(1, what + "-identified"),
                                        new Term(-1, what + "-removed"),
                                        new Term(-1, what + "-exited"),
                                        new Term(1, what + "-relapsed"))));
    }

    private static void funds(String id, String zh, String en, String kind) {
        add(
                id + "-funds",
                zh + "资金",
                "funds committed to " + en,
                PROJECTS,
                Unit.FEN,
                Kind.COMMITMENT,
                FigureSql.COMMITTED,
                Map.of("kind", kind));
    }

    private static void villagesServed(String id, String zh, String en, String kind) {
        add(
                id + "-villages",
                zh + "惠及村",
                "villages served by " + en,
                PROJECTS,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.SERVED_VILLAGES,
                Map.of("kind", kind));
    }

    private static void groupsServed(String id, String zh, String en, String kind) {
        add(
                id + "-groups",
                zh + "惠及村民小组",
                "village groups served by " + en,
                PROJECTS,
                Unit.GROUP,
                Kind.REGION,
                FigureSql.SERVED_GROUPS,
                Map.of("kind", kind));
    }
}
