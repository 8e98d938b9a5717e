package cn.fupin.reporting.figure;

import static cn.fupin.reporting.figure.Figure.Group.DYNAMIC;
import static cn.fupin.reporting.figure.Figure.Group.HELP;
import static cn.fupin.reporting.figure.Figure.Group.INDUSTRY;
import static cn.fupin.reporting.figure.Figure.Group.OVERSIGHT;
import static cn.fupin.reporting.figure.Figure.Group.OVERVIEW;
import static cn.fupin.reporting.figure.Figure.Group.PROCESS;
import static cn.fupin.reporting.figure.Figure.Group.PROJECTS;
import static cn.fupin.reporting.figure.Figure.Group.REGISTER;

import cn.fupin.reporting.figure.Figure.Group;
import cn.fupin.reporting.figure.Figure.Kind;
import cn.fupin.reporting.figure.Figure.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All figures that are published, in the order of a township's report. */
public final class Figures {
    private static final Map<String, Figure> BY_ID = new LinkedHashMap<>();
    private static final String[] ANY_LEVEL = {"CITY", "COUNTY", "TOWNSHIP", "VILLAGE"};

    static {
        listed("villages", "行政村", "villages", "VILLAGE_COMMITTEE");
        listed("residents-committees", "居委会", "residents' committees", "RESIDENTS_COMMITTEE");
        listed("service-centres", "管理服务中心", "service centres", "SERVICE_CENTRE");
        measure("village-groups", "村民小组", "village groups", OVERVIEW, Unit.GROUP);
        measure("area", "幅员面积", "area", OVERVIEW, Unit.SQUARE_KILOMETRE);
        measure("households-total", "总户数", "households", OVERVIEW, Unit.HOUSEHOLD, "households");
        measure("population", "总人口", "population", OVERVIEW, Unit.PERSON);
        measure("rural-households", "农业户", "rural households", OVERVIEW, Unit.HOUSEHOLD);
        measure("rural-population", "农业人口", "rural population", OVERVIEW, Unit.PERSON);
        measure("arable-land", "耕地面积", "arable land", OVERVIEW, Unit.MU);
        measure(
                "distance-to-county-seat",
                "距县城",
                "distance to the county seat",
                OVERVIEW,
                Unit.KILOMETRE);

        held(
                "meetings",
                "会议",
                "meetings",
                Unit.MEETING,
                Kind.OCCASION,
                FigureSql.HELD_TITLED,
                "MEETING");
        held(
                "policy-documents",
                "文件",
                "policy documents",
                Unit.DOCUMENT,
                Kind.OCCASION,
                FigureSql.HELD_TITLED,
                "DOCUMENT");
        held(
                "training-classes",
                "培训班",
                "training classes",
                Unit.CLASS,
                Kind.REGION,
                FigureSql.HELD_CLASSES,
                "TRAINING");
        held(
                "training-person-times",
                "培训人次",
                "persons trained, counted each time",
                Unit.PERSON_TIME,
                Kind.REGION,
                FigureSql.HELD_PERSON_TIMES,
                "TRAINING");
        held(
                "training-persons",
                "培训学员",
                "persons trained, each counted once",
                Unit.PERSON,
                Kind.REGION,
                FigureSql.HELD_PERSONS,
                "TRAINING");
        held(
                "survey-rounds",
                "进村入户识别",
                "survey rounds",
                Unit.ROUND,
                Kind.REGION,
                FigureSql.HELD_TIMES,
                "SURVEY_ROUND");
        held(
                "survey-days",
                "调查天数",
                "days of surveying",
                Unit.DAY,
                Kind.DAY,
                FigureSql.HELD_DAYS,
                "SURVEY_ROUND");
        teams("survey-groups", "调查组", "survey groups", "SURVEY_GROUP", ANY_LEVEL);
        held(
                "inspections",
                "督查指导",
                "inspections",
                Unit.ROUND,
                Kind.REGION,
                FigureSql.HELD_TIMES,
                "INSPECTION");
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
                "poor-villages-exited",
                "贫困村出列",
                "villages out of poverty",
                PROCESS,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.POOR_VILLAGES_STANDING,
                Map.of("said", "OUT"));
        add(
                "poor-villages-remaining",
                "未出列贫困村",
                "villages still poor",
                PROCESS,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.POOR_VILLAGES_STANDING,
                Map.of("said", "POOR"));
        villagesOut("rural", "农业人口", "rural population", "RURAL");
        villagesOut("total", "总人口", "whole population", "TOTAL");
        stated(
                "key-villages-of-county",
                "全县扶贫村",
                "key villages of the county",
                PROCESS,
                Unit.VILLAGE,
                FigureSql.MEASURE_OF_COUNTY_SAID,
                FigureSql.MEASURE,
                Map.of("measures", List.of("key-villages-of-county")));
        ratio(
                "key-village-share",
                "贫困村占全县扶贫村",
                "poor villages of the county's key villages",
                PROCESS,
                "poor-villages",
                "key-villages-of-county");
        add(
                "poverty-line",
                "扶贫标准(每人每年)",
                "poverty line per person and year",
                PROCESS,
                Unit.FEN,
                Kind.POVERTY_LINE,
                FigureSql.POVERTY_LINE,
                Map.of());
        stated(
                "quota-persons",
                "规模控制人数",
                "quota of persons",
                PROCESS,
                Unit.PERSON,
                FigureSql.QUOTA_SAID,
                FigureSql.QUOTA,
                Map.of());
        stated(
                "quota-ceiling-persons",
                "规模上限人数",
                "ceiling of the quota",
                PROCESS,
                Unit.PERSON,
                FigureSql.QUOTA_SAID,
                FigureSql.QUOTA_CEILING,
                Map.of());
        rule("quota-rise-percent", "规模可上浮", "how far a quota may rise", PROCESS, Unit.PERCENT);

        both("identified", "识别贫困", "identified", REGISTER, FigureSql.IDENTIFIED, Map.of());
        add(
                "households-cause-classified",
                "致贫原因已分类户数",
                "households with a main cause",
                REGISTER,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.households(FigureSql.CAUSE_CLASSIFIED),
                Map.of());
        add(
                "persons-cause-classified",
                "致贫原因已分类人数",
                "persons of households with a main cause",
                REGISTER,
                Unit.PERSON,
                Kind.HOUSEHOLD,
                FigureSql.persons(FigureSql.CAUSE_CLASSIFIED),
                Map.of());
        both("registered", "在册贫困", "registered", REGISTER, FigureSql.REGISTERED, Map.of());
        both(
                "on-file",
                "建档立卡对象(含已脱贫)",
                "on file, exited ones included",
                REGISTER,
                FigureSql.ON_FILE,
                Map.of());
        ratio(
                "incidence-rural",
                "贫困发生率(农业人口)",
                "poverty incidence of the rural population",
                REGISTER,
                "persons-registered",
                "rural-population");
        ratio(
                "incidence-total",
                "贫困发生率(总人口)",
                "poverty incidence of the whole population",
                REGISTER,
                "persons-registered",
                "population");

        // One that had exited and never was poor leaves the register as it was.
        both(
                "removed",
                "移除",
                "removed by order",
                DYNAMIC,
                FigureSql.ENDED,
                Map.of("state", "REMOVED"));
        both(
                "removed-after-exit",
                "脱贫后按错评剔除(不影响在册)",
                "removed as misidentified after an exit, which leaves the register as it was",
                DYNAMIC,
                FigureSql.REMOVED_AFTER_EXIT,
                Map.of());
        both("exited", "脱贫", "exited", DYNAMIC, FigureSql.EXITED, Map.of());
        moved("relapsed", "返贫", "relapsed", "RELAPSED");
        changed("persons-joined", "在册期间增加人数", "persons who joined while registered", 1);
        changed("persons-left", "在册期间减少人数", "persons who left while registered", -1);
        both(
                "dissolved",
                "在册期间销户",
                "dissolved while registered",
                DYNAMIC,
                FigureSql.ENDED,
                Map.of("state", "DISSOLVED"));
        both(
                "merged",
                "在册期间并入他户",
                "merged into others while registered",
                DYNAMIC,
                FigureSql.ENDED,
                Map.of("state", "MERGED"));
        both(
                "split-off",
                "从在册户更正分出",
                "split off registered ones by correction",
                DYNAMIC,
                FigureSql.SPLIT_OFF,
                Map.of());
        both(
                "moved-in",
                "在册期间整户迁入",
                "moved in while registered",
                DYNAMIC,
                FigureSql.MOVED_IN,
                Map.of());
        both(
                "moved-out",
                "在册期间整户迁出",
                "moved out while registered",
                DYNAMIC,
                FigureSql.MOVED_OUT,
                Map.of());
        both(
                "suspended",
                "中止(不计入在册)",
                "suspended, not counted as registered",
                DYNAMIC,
                FigureSql.SUSPENDED,
                Map.of());
        both(
                "reverified",
                "重新核实保留",
                "verified again and kept",
                DYNAMIC,
                FigureSql.ACTED_FOR,
                Map.of("what", "REVERIFIED"));
        both(
                "round-entered",
                "重新核实纳入",
                "entered by a round of re-verification",
                DYNAMIC,
                FigureSql.OF_ROUNDS,
                Map.of("left", false));
        both(
                "round-left",
                "重新核实退出",
                "removed by a round of re-verification",
                DYNAMIC,
                FigureSql.OF_ROUNDS,
                Map.of("left", true));
        both("monitored", "监测对象", "monitored", DYNAMIC, FigureSql.MONITORED, Map.of());
        add(
                "households-risk-eliminated",
                "风险消除户数",
                "households whose risk was eliminated",
                DYNAMIC,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.households(FigureSql.RISK_ELIMINATED),
                Map.of());
        held(
                "villages-rechecked",
                "复核验收村",
                "villages whose exit was rechecked",
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.VILLAGES_RECHECKED,
                "RECHECK");
        add(
                "villages-recheck-failed",
                "复核验收不合格村",
                "villages whose exit did not hold when rechecked",
                DYNAMIC,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.RECHECK_FAILED,
                Map.of());
        follows("households", List.of());
        follows("persons", List.of(new Term(1, "persons-joined"), new Term(-1, "persons-left")));

        teams("work-teams-city", "市级驻村工作队", "work teams sent by the city", "RESIDENT", "CITY");
        teams(
                "work-teams-county",
                "县级驻村工作队",
                "work teams sent by the county",
                "RESIDENT",
                "COUNTY");
        teams(
                "work-teams-township",
                "乡镇驻村工作队",
                "work teams sent by the township",
                "RESIDENT",
                "TOWNSHIP");
        add(
                "helper-units",
                "驻村工作队单位",
                "units in resident teams",
                HELP,
                Unit.UNIT,
                Kind.UNIT,
                FigureSql.TEAM_UNITS,
                Map.of("kind", "RESIDENT"));
        staff("officers", "扶贫专干", "officers", "OFFICER");
        staff("helpers-staffed", "帮扶人员", "helpers", "HELPER");
        staff("data-clerks", "信息录入员", "data clerks", "DATA_CLERK");
        add(
                "contact-units",
                "联系单位",
                "units with contact households",
                HELP,
                Unit.UNIT,
                Kind.UNIT,
                FigureSql.CONTACT_UNITS,
                Map.of());
        add(
                "unit-contact-households",
                "单位联系户",
                "households in contact with units",
                HELP,
                Unit.HOUSEHOLD,
                Kind.UNIT,
                FigureSql.CONTACT_HOUSEHOLDS,
                Map.of());
        add(
                "leader-contact-households",
                "领导联系户",
                "households whose helper is a leader",
                HELP,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.households(FigureSql.LED),
                Map.of());
        rule(
                "helper-households-max",
                "每名帮扶责任人至多联系",
                "most households of one helper",
                HELP,
                Unit.HOUSEHOLD);
        rule("visits-per-month-min", "每月至少走访", "least visits a month", HELP, Unit.VISIT);
        add(
                "visits",
                "入户走访",
                "visits",
                HELP,
                Unit.VISIT,
                Kind.HOUSEHOLD,
                FigureSql.VISITS,
                Map.of());
        add(
                "households-with-plan",
                "有脱贫规划的户",
                "households with a plan",
                HELP,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.households(FigureSql.ACTED_FOR),
                Map.of("what", "PLAN"));
        both("exit-planned", "列入脱贫名单", "planned to exit", HELP, FigureSql.EXIT_PLANNED, Map.of());
        assigned("industry", "发展生产", "industry");
        assigned("relocation", "易地搬迁", "relocation");
        assigned("ecology", "生态补偿", "ecological compensation");
        assigned("education", "发展教育", "education");
        assigned("medical", "医疗救助", "medical aid");
        assigned("safety-net", "社会保障兜底", "safety net");
        policies();

        // Persons are those of the day, with whoever came or went; other kinds of places are no
        // villages.
        revised(
                "villages",
                "persons-identified",
                "persons-removed",
                "persons-exited",
                "persons-relapsed",
                "persons-registered");
        // A call is no visit to the house.
        revised("visits");
        // What has ended is none of them any more.
        revised(
                "survey-groups",
                "work-teams-city",
                "work-teams-county",
                "work-teams-township",
                "helper-units",
                "officers",
                "helpers-staffed",
                "contact-units",
                "unit-contact-households",
                "households-exit-planned",
                "persons-exit-planned");

        oversight();
        // Where the household lies, and no longer where whoever sampled it is.
        revised(
                "households-sampled",
                "households-sampled-faulty",
                "households-faults-open",
                "households-faults-rectified");

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

    private static void oversight() {
        complaints("received", "受理投诉", "received", FigureSql.COMPLAINTS_RECEIVED);
        complaints("handled", "办结投诉", "handled", FigureSql.COMPLAINTS_HANDLED);
        complaints("open", "未办结投诉", "not handled yet", FigureSql.COMPLAINTS_OPEN);
        complaints(
                "founded",
                "查实投诉(含部分属实)",
                "found true, wholly or in part",
                FigureSql.COMPLAINTS_FOUNDED);
        add(
                "samplings",
                "抽查档案",
                "samplings of archives",
                OVERSIGHT,
                Unit.ROUND,
                Kind.OCCASION,
                FigureSql.SAMPLINGS,
                Map.of());
        add(
                "households-sampled",
                "抽查档案户数",
                "households whose files were sampled",
                OVERSIGHT,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.HOUSEHOLDS_SAMPLED,
                Map.of());
        add(
                "households-sampled-faulty",
                "抽查发现问题户数",
                "households in whose files faults were found",
                OVERSIGHT,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.HOUSEHOLDS_SAMPLED_FAULTY,
                Map.of());
        add(
                "households-faults-open",
                "抽查问题待整改户数",
                "households whose faults found by sampling wait to be rectified",
                OVERSIGHT,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.HOUSEHOLDS_FAULTS_OPEN,
                Map.of());
        add(
                "households-faults-rectified",
                "抽查问题已整改户数",
                "households whose faults found by sampling are all rectified",
                OVERSIGHT,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.HOUSEHOLDS_FAULTS_RECTIFIED,
                Map.of());
        appraised("excellent", "优秀", "excellent");
        appraised("competent", "称职", "competent");
        appraised("basically-competent", "基本称职", "basically competent");
        appraised("incompetent", "不称职", "incompetent");
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
        BY_ID.put(
                id,
                new Figure(
                        id, 1, zh, en, group, unit, kind, sql, constants, List.of(), null, null));
    }

    /** What was said of divisions, where not all of it counts. */
    private static void stated(
            String id,
            String zh,
            String en,
            Group group,
            Unit unit,
            String said,
            String sql,
            Map<String, Object> constants) {
        BY_ID.put(
                id,
                new Figure(
                        id,
                        // until then a part and the whole could both count
                        2,
                        zh,
                        en,
                        group,
                        unit,
                        Kind.REGION,
                        sql,
                        constants,
                        List.of(),
                        null,
                        said));
    }

    private static void measure(
            String id, String zh, String en, Group group, Unit unit, String... otherNames) {
        var measures = new ArrayList<>(List.of(otherNames));
        measures.add(id);
        stated(
                id,
                zh,
                en,
                group,
                unit,
                FigureSql.MEASURE_SAID,
                FigureSql.MEASURE,
                Map.of("measures", List.copyOf(measures)));
    }

    private static void revised(String... ids) {
        for (var id : ids) BY_ID.computeIfPresent(id, (_, figure) -> figure.revised());
    }

    private static void listed(String id, String zh, String en, String type) {
        add(
                id,
                zh,
                en,
                OVERVIEW,
                Unit.VILLAGE,
                Kind.REGION,
                FigureSql.LISTED_VILLAGES,
                Map.of("type", type));
    }

    private static void held(
            String id, String zh, String en, Unit unit, Kind kind, String sql, String what) {
        add(id, zh, en, PROCESS, unit, kind, sql, Map.of("what", what));
    }

    private static void teams(String id, String zh, String en, String kind, String... levels) {
        add(
                id,
                zh,
                en,
                kind.equals("RESIDENT") ? HELP : PROCESS,
                Unit.TEAM,
                Kind.TEAM,
                FigureSql.TEAMS,
                Map.of("kind", kind, "levels", List.of(levels)));
    }

    private static void complaints(String id, String zh, String en, String sql) {
        add(
                "complaints-" + id,
                zh,
                "complaints " + en,
                OVERSIGHT,
                Unit.CASE,
                Kind.COMPLAINT,
                sql,
                Map.of());
    }

    /** Helpers by the grade of a year, each year counted. */
    private static void appraised(String id, String zh, String en) {
        add(
                "helpers-appraised-" + id,
                "帮扶人考核" + zh,
                "helpers appraised as " + en + ", each year counted",
                OVERSIGHT,
                Unit.PERSON_TIME,
                Kind.HELPER,
                FigureSql.APPRAISED,
                Map.of("grade", id.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static void staff(String id, String zh, String en, String kind) {
        add(id, zh, en, HELP, Unit.PERSON, Kind.REGION, FigureSql.STAFF, Map.of("kind", kind));
    }

    /** The rule of that code, in force for the region on the day. */
    private static void rule(String id, String zh, String en, Group group, Unit unit) {
        add(id, zh, en, group, unit, Kind.RULE, FigureSql.RULE, Map.of("code", id));
    }

    /** In percent, to two decimals; nothing where there is nothing to divide by. */
    private static void ratio(
            String id, String zh, String en, Group group, String part, String whole) {
        var of = Objects.requireNonNull(BY_ID.get(part), part);
        BY_ID.put(
                id,
                new Figure(
                        id,
                        1,
                        zh,
                        en,
                        group,
                        Unit.PERCENT,
                        of.kind(),
                        "",
                        Map.of(),
                        List.of(),
                        new Figure.Ratio(part, whole),
                        null));
    }

    /** By what was held against the threshold when each came out of poverty. */
    private static void villagesOut(String of, String zh, String en, String denominator) {
        add(
                "villages-out-poor-" + of,
                "出列村出列时贫困人口(分母为" + zh + ")",
                "poor persons of villages that came out, of their " + en,
                PROCESS,
                Unit.PERSON,
                Kind.REGION,
                FigureSql.VILLAGES_OUT,
                Map.of("stated", "POOR", "denominator", denominator));
        add(
                "villages-out-population-" + of,
                "出列村出列时" + zh,
                en + " of villages that came out",
                PROCESS,
                Unit.PERSON,
                Kind.REGION,
                FigureSql.VILLAGES_OUT,
                Map.of("stated", "WHOLE", "denominator", denominator));
        ratio(
                "villages-out-incidence-" + of,
                "出列村出列时贫困发生率(" + zh + ")",
                "poverty incidence of villages that came out, of their " + en,
                PROCESS,
                "villages-out-poor-" + of,
                "villages-out-population-" + of);
    }

    private static void changed(String id, String zh, String en, int change) {
        add(
                id,
                zh,
                en,
                DYNAMIC,
                Unit.PERSON,
                Kind.HOUSEHOLD,
                FigureSql.MEMBERS_CHANGED,
                Map.of("change", change));
    }

    /** Households, and the persons in them. */
    private static void both(
            String id,
            String zh,
            String en,
            Group group,
            String lines,
            Map<String, Object> constants) {
        add(
                "households-" + id,
                zh + "户数",
                "households " + en,
                group,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.households(lines),
                constants);
        add(
                "persons-" + id,
                zh + "人数",
                "persons " + en,
                group,
                Unit.PERSON,
                Kind.HOUSEHOLD,
                FigureSql.persons(lines),
                constants);
    }

    private static void moved(String id, String zh, String en, String state) {
        both(id, zh, en, DYNAMIC, FigureSql.MOVED, Map.of("state", state));
    }

    private static void assigned(String id, String zh, String en) {
        both(
                "measure-" + id,
                zh,
                "with the measure " + en,
                HELP,
                FigureSql.ACTED_BY,
                Map.of("what", "MEASURE", "detail", code(id)));
    }

    /** 享受政策: of what lasts, whoever has it on the day; of the others, whoever had it by then. */
    private static void policies() {
        policy("rain-and-dew", "雨露计划", "Rain & Dew", false);
        supported(
                "applied-rain-and-dew",
                "申报雨露计划",
                "who applied for Rain & Dew",
                false,
                Map.of("policy", "RAIN_AND_DEW", "steps", List.of("APPLIED")));
        policy("student-grant", "助学金", "a student grant", false);
        policy("training", "职业技能培训", "trained for work", false);
        policy("employment", "务工就业", "in work", true);
        way("employment", "away", "外出务工", "in work away from home", true);
        way("employment", "nearby", "就近就业", "in work nearby", true);
        policy("relocation", "易地扶贫搬迁", "relocated", false);
        way("relocation", "concentrated", "集中安置", "relocated to a site", false);
        way("relocation", "scattered", "分散安置", "relocated scattered", false);
        add(
                "relocation-sites",
                "集中安置点",
                "sites of relocation",
                HELP,
                Unit.SITE,
                Kind.SITE,
                FigureSql.RELOCATION_SITES,
                Map.of("policy", "RELOCATION", "steps", List.of("GRANTED")));
        policy("new-yi-village", "彝家新寨", "in a new Yi village", false);
        policy("subsistence-allowance", "低保兜底", "with the subsistence allowance", true);
        policy("medical-aid", "医疗救助", "with medical aid", false);
        policy("serious-illness-insurance", "大病医保", "insured against serious illness", false);
        policy(
                "serious-illness-compensation",
                "大病一次性补偿",
                "compensated for a serious illness",
                false);
        policy(
                "two-exemptions-three-subsidies",
                "两免三补",
                "with two exemptions and three subsidies",
                true);
        policy("other", "其他政策", "with another policy", true);
    }

    private static void policy(String id, String zh, String en, boolean lasts) {
        supported("policy-" + id, "享受" + zh, en, lasts, constantsOf(id));
    }

    private static void way(String id, String way, String zh, String en, boolean lasts) {
        var constants = new HashMap<>(constantsOf(id));
        constants.put("way", code(way));
        supported("policy-" + id + "-" + way, zh, en, lasts, Map.copyOf(constants));
    }

    private static Map<String, Object> constantsOf(String policy) {
        return Map.of("policy", code(policy), "steps", List.of("GRANTED", "ENDED"));
    }

    private static void supported(
            String id, String zh, String en, boolean lasts, Map<String, Object> constants) {
        var ofOneWay = constants.containsKey("way");
        add(
                "households-" + id,
                zh + "户数",
                "households " + en,
                HELP,
                Unit.HOUSEHOLD,
                Kind.HOUSEHOLD,
                FigureSql.policyHouseholds(lasts, ofOneWay),
                constants);
        add(
                "persons-" + id,
                zh + "人数",
                "persons " + en,
                HELP,
                Unit.PERSON,
                Kind.HOUSEHOLD,
                FigureSql.policyPersons(lasts, ofOneWay),
                constants);
    }

    private static String code(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void follows(String what, List<Term> changes) {
        var terms = new ArrayList<Term>();
        terms.add(new Term(1, what + "-identified"));
        terms.add(new Term(-1, what + "-removed"));
        terms.add(new Term(-1, what + "-exited"));
        terms.add(new Term(1, what + "-relapsed"));
        terms.addAll(changes);
        terms.add(new Term(-1, what + "-dissolved"));
        terms.add(new Term(-1, what + "-merged"));
        terms.add(new Term(1, what + "-split-off"));
        terms.add(new Term(1, what + "-moved-in"));
        terms.add(new Term(-1, what + "-moved-out"));
        terms.add(new Term(-1, what + "-suspended"));
        BY_ID.computeIfPresent(what + "-registered", (_, figure) -> figure.by(terms));
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
