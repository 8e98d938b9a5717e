package cn.fupin.household.intake;

import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewRow;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import cn.fupin.household.intake.VillageHouseholds.Household;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A village's file to take along where there is no network: each line knows its household and what
 * its stream stood at; what is filled in comes back as that household's commands.
 */
final class VisitKit {
    /** Of a village's households, several lines each; a few villages bring theirs at once. */
    static final Limits LIMITS = new Limits(5 << 20, 128L << 20, 16L << 20, 50_000, 200);

    static final List<Column> KNOWN =
            List.of(
                    Column.HOUSEHOLD_ID,
                    Column.HEAD_SHOWN,
                    Column.GROUP,
                    Column.VERSION,
                    Column.KIT);
    static final List<Column> VISITS =
            List.of(
                    Column.VISITED_ON,
                    Column.VISITED_BY,
                    Column.PURPOSE,
                    Column.CHANNEL,
                    Column.NOTE);
    static final List<Column> SURVEYS =
            List.of(
                    Column.SURVEYED_ON,
                    Column.SURVEYORS,
                    Column.INCOME_YEAR,
                    Column.WAGE,
                    Column.BUSINESS,
                    Column.PROPERTY,
                    Column.TRANSFER,
                    Column.COST,
                    Column.WATER_SAFE,
                    Column.HOUSING_SAFE);
    static final List<Column> CONDITIONS =
            Stream.concat(Stream.of(Column.DESCRIBED_ON), Column.OF_CONDITIONS.stream()).toList();
    static final List<Column> CHANGES =
            List.of(
                    Column.STATE,
                    Column.CHANGE,
                    Column.CHANGED_ON,
                    Column.PERSON,
                    Column.NEW_HEAD,
                    Column.NAME,
                    Column.IDENTITY,
                    Column.SEX,
                    Column.BORN_ON,
                    Column.WITHOUT_NUMBER,
                    Column.RELATION);
    static final List<Column> HEADS =
            List.of(
                    Column.STATE,
                    Column.HEAD_CHANGED_ON,
                    Column.NEW_HEAD,
                    Column.FORMER_RELATION,
                    Column.OTHER_RELATIONS,
                    Column.HEAD_REASON);
    static final List<Column> INCOMES =
            List.of(
                    Column.YEAR,
                    Column.RECORDED_ON,
                    Column.WAGE,
                    Column.BUSINESS,
                    Column.PROPERTY,
                    Column.TRANSFER,
                    Column.COST);
    static final List<Column> QUARTERS =
            List.of(
                    Column.YEAR,
                    Column.QUARTER,
                    Column.CHECKED_ON,
                    Column.CHECKED_BY,
                    Column.WAGE,
                    Column.BUSINESS,
                    Column.PROPERTY,
                    Column.TRANSFER,
                    Column.COST,
                    Column.LIVING,
                    Column.SCHOOLING,
                    Column.MEDICINE,
                    Column.OTHER_EXPENSE,
                    Column.SIGNED_BY);

    private VisitKit() {}

    /**
     * @param kit by which what comes back of it, sheet by sheet, is known for its own
     * @param toSurvey whose application waits for its survey
     */
    static byte[] file(
            String village, String kit, List<Household> households, List<Household> toSurvey) {
        var both = new LinkedHashMap<String, Household>();
        households.forEach(each -> both.put(each.householdId(), each));
        toSurvey.forEach(each -> both.put(each.householdId(), each));
        return SheetBook.of(
                List.of(
                        NewSheet.text(
                                "填写说明",
                                List.of(
                                        List.of(
                                                "入户走访包 " + village,
                                                "",
                                                "离线填写：走访、入户调查、生活条件、户主变更、成员变动、收入、季度核查各一表；一户有几件事就复制几行，户标识、版本和走访包编号不要改。"),
                                        List.of(
                                                "Visit kit",
                                                "",
                                                "Fill in offline; copy a household's line for each thing that happened, and keep its id, version and kit."),
                                        List.of(
                                                "",
                                                "",
                                                "带回上传后逐行录入；带走之后已有别的改动的户，其各行列为冲突，不会覆盖；已撤回申请、迁出、注销的户逐行说明。没有填写的行不作处理。"),
                                        List.of(
                                                "",
                                                "",
                                                "Lines of a household that changed since the kit was taken are told as conflicts, and so is what became of one that withdrew, moved away or ended; nothing is overwritten."),
                                        List.of(
                                                "成员",
                                                "",
                                                "“成员”列为现有成员：与户主关系、性别、出生年份及其标识，户主在前；离开的人填其标识；户主离开须填新户主标识。"),
                                        List.of(
                                                "户主",
                                                "",
                                                "户主仍在户而换户主的填“户主变更”；其他成员与新户主的关系每行一人：标识、空格、关系。"),
                                        List.of(
                                                "Head",
                                                "",
                                                "A head who stays and is head no more goes into 户主变更; of the others' relations to the new head one a line: id, space, relation."),
                                        List.of(
                                                "走访",
                                                "",
                                                "走访方式不填即未说明；电话、网络不算到户。走访人填编号、单位或“李某”；走访记录不写姓名和号码。"),
                                        List.of(
                                                "Visits",
                                                "",
                                                "How: a call is no visit to the house. By whom: an id, an office or a surname; the note says no names and no numbers."),
                                        List.of(
                                                "调查",
                                                "",
                                                toSurvey.isEmpty()
                                                        ? "本村没有待入户调查的申请。No application waits for its survey."
                                                        : "“入户调查”列待调查的申请，共 %d 户；饮水、住房是否安全都要填。住房、土地、水电等填“生活条件”，没有填的不改动。"
                                                                .formatted(toSurvey.size())),
                                        List.of(
                                                "农户",
                                                "",
                                                households.isEmpty()
                                                        ? "本村当日没有建档的农户，各表为空。There is no household on file in this village."
                                                        : "共 %d 户：一般农户（已建档）、在册、中止和已脱贫的户；只提出申请的户只列入“入户调查”和“生活条件”。"
                                                                .formatted(households.size())))),
                        sheet("走访", VISITS, kit, households),
                        sheet("入户调查", SURVEYS, kit, toSurvey),
                        sheet("生活条件", CONDITIONS, kit, List.copyOf(both.values())),
                        sheet("户主变更", HEADS, kit, households),
                        sheet("成员变动", CHANGES, kit, households),
                        sheet("收入", INCOMES, kit, households),
                        sheet("季度核查", QUARTERS, kit, households)));
    }

    private static NewSheet sheet(
            String name, List<Column> asked, String kit, List<Household> households) {
        var columns = new ArrayList<>(KNOWN);
        columns.addAll(asked);
        columns.add(Column.FILE_NUMBER);
        return new NewSheet(
                name,
                columns.stream()
                        .map(c ->
                                NewColumn.of(c.title(), c == Column.STATE ? 40 : 14)
                                        .choosing(Choices.words(c.choices())))
                        .toList(),
                households.stream().map(h -> row(h, asked, kit)).toList(),
                500);
    }

    private static NewRow row(Household household, List<Column> asked, String kit) {
        var values = new ArrayList<@Nullable String>();
        values.add(household.householdId());
        values.add(household.head());
        values.add(household.group());
        values.add(Long.toString(household.sequence()));
        values.add(kit);
        if (asked.getFirst() == Column.STATE) {
            values.add(
                    household.members().stream()
                            .map(m -> m.shown() + " " + m.personId())
                            .collect(Collectors.joining("\n")));
        }
        while (values.size() < KNOWN.size() + asked.size()) values.add(null);
        values.add(household.number());
        return NewRow.of(values);
    }
}
