package cn.fupin.household.intake;

import cn.fupin.documents.sheet.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the registration form asks, by the titles under which files bring it. */
enum Column {
    NUMBER("户编号", Choices.NONE, "户号|贫困户编号|家庭编号"),
    VILLAGE("行政村编码", Choices.NONE, "村编码|村代码|行政区划代码|行政村代码"),
    GROUP("村民小组", Choices.NONE, "自然村|组"),
    BATCH("批次", Choices.NONE, "年度"),
    APPLIED_ON("申请日期", Choices.NONE, "申请时间"),
    SIZE("家庭人口数", Choices.NONE, "家庭人口|人数|人口数"),
    TYPE("贫困户属性", Choices.TYPES, "农户属性"),
    STANDARD("识别标准", Choices.STANDARDS, ""),
    MAIN_CAUSE("主要致贫原因", Choices.CAUSES, "致贫原因"),
    OTHER_CAUSES("其他致贫原因", Choices.NONE, "其它致贫原因"),
    SURVEYED_ON("入户调查日期", Choices.NONE, "调查日期"),
    SURVEYORS("调查人", Choices.NONE, ""),
    INCOME_YEAR("收入年度", Choices.NONE, ""),
    WAGE("工资性收入(元)", Choices.NONE, ""),
    BUSINESS("生产经营性收入(元)", Choices.NONE, "经营性收入"),
    PROPERTY("财产性收入(元)", Choices.NONE, ""),
    TRANSFER("转移性收入(元)", Choices.NONE, ""),
    COST("生产经营性支出(元)", Choices.NONE, ""),
    PER_HEAD("人均纯收入(元)", Choices.NONE, "家庭人均纯收入"),
    WATER_SAFE("饮水安全", Choices.YES_NO, "是否饮水安全"),
    HOUSING_SAFE("住房安全", Choices.YES_NO, "是否住房安全"),
    VOTES_FOR("赞成票", Choices.NONE, "同意票"),
    VOTES_AGAINST("反对票", Choices.NONE, "不同意票"),
    DWELLING_AREA("住房面积(平方米)", Choices.NONE, ""),
    STRUCTURE("住房结构", Choices.STRUCTURES, "房屋结构"),
    DANGER_GRADE("危房等级", Choices.GRADES, ""),
    BUILT_YEAR("建房年份", Choices.NONE, ""),
    CROP("耕地面积(亩)", Choices.NONE, ""),
    IRRIGATED("有效灌溉面积(亩)", Choices.NONE, ""),
    FOREST("林地面积(亩)", Choices.NONE, ""),
    RETURNED("退耕还林面积(亩)", Choices.NONE, ""),
    ORCHARD("林果面积(亩)", Choices.NONE, ""),
    PASTURE("牧草地面积(亩)", Choices.NONE, ""),
    POND("水面面积(亩)", Choices.NONE, ""),
    WATER_SCARCE("饮水困难", Choices.YES_NO, "是否饮水困难"),
    WATER_SOURCE("水源", Choices.WATER_SOURCES, ""),
    WATER_METRES("取水距离(米)", Choices.NONE, ""),
    ELECTRICITY("通生活用电", Choices.YES_NO, "是否通生活用电"),
    PRODUCTION_ELECTRICITY("通生产用电", Choices.YES_NO, "是否通生产用电"),
    TELEVISION("通广播电视", Choices.YES_NO, "是否通广播电视"),
    BROADBAND("通宽带", Choices.YES_NO, "是否通宽带"),
    FUEL("主要燃料", Choices.FUELS, "主要燃料类型"),
    TOILET("卫生厕所", Choices.YES_NO, "有无卫生厕所"),
    ROAD("入户路类型", Choices.ROADS, ""),
    MAIN_ROAD_METRES("与村主干路距离(米)", Choices.NONE, ""),
    SOLDIERS("军烈属", Choices.YES_NO, "是否军烈属"),
    ONLY_CHILD("独生子女户", Choices.YES_NO, "是否独生子女户"),
    TWO_DAUGHTERS("双女户", Choices.YES_NO, "是否双女户"),
    COOPERATIVE("加入合作社", Choices.YES_NO, "是否加入农民专业合作组织"),
    HELPER("帮扶责任人编号", Choices.NONE, ""),
    HELPER_UNIT("帮扶单位", Choices.NONE, "帮扶责任人单位"),
    HELPER_KIND("帮扶责任人类别", Choices.HELPER_KINDS, "帮扶责任人身份"),
    HELPED_SINCE("帮扶开始日期", Choices.NONE, "帮扶开始时间"),
    FILE_NUMBER("建档立卡户编号", Choices.NONE, "全国户编号|系统户编号"),

    NAME("姓名", Choices.NONE, "成员姓名"),
    IDENTITY("证件号码", Choices.NONE, "身份证号|身份证号码|公民身份号码|证件号"),
    RELATION("与户主关系", Choices.RELATIONS, "与户主的关系"),
    SEX("性别", Choices.SEXES, ""),
    BORN_ON("出生日期", Choices.NONE, "出生年月日"),
    WITHOUT_NUMBER("无证件原因", Choices.WITHOUT_NUMBER, ""),
    PHONE("联系电话", Choices.NONE, "电话|手机号"),
    CARD("银行卡号", Choices.NONE, "银行账号|社保卡号"),
    ETHNICITY("民族", Choices.NONE, ""),
    EDUCATION("文化程度", Choices.EDUCATIONS, ""),
    STUDENT("在校生状况", Choices.STUDENTS, ""),
    HEALTH("健康状况", Choices.HEALTHS, ""),
    LABOUR("劳动能力", Choices.LABOURS, "劳动技能"),
    DISABILITY("残疾类别", Choices.DISABILITIES, ""),
    DISABILITY_GRADE("残疾等级", Choices.NONE, ""),
    DISABILITY_CERTIFICATE("残疾证号", Choices.NONE, "残疾证号码"),
    SKILLS("技能", Choices.NONE, ""),
    MEDICAL("参加医疗保险", Choices.YES_NO, "是否参加新农合|是否参加城乡居民基本医疗保险"),
    MAJOR_ILLNESS("参加大病保险", Choices.YES_NO, "是否参加大病保险"),
    PENSION("参加养老保险", Choices.YES_NO, "是否参加城乡居民基本养老保险"),
    WORK_PLACE("务工地点", Choices.WORK_PLACES, "务工状况"),
    WORK_MONTHS("务工月数", Choices.NONE, "务工时间(月)"),

    ASSESSED_ON("评议日期", Choices.NONE, "民主评议日期"),
    ATTENDANCE("到会人数", Choices.NONE, ""),
    PLACE("公示地点", Choices.NONE, ""),
    HOTLINE("监督电话", Choices.NONE, ""),
    FIRST_FROM("第一次公示开始", Choices.NONE, "第一次公示日期"),
    FIRST_TO("第一次公示结束", Choices.NONE, ""),
    REVIEWED_ON("乡镇审核日期", Choices.NONE, ""),
    REVIEWED_BY("乡镇审核机关", Choices.NONE, ""),
    SECOND_FROM("第二次公示开始", Choices.NONE, "第二次公示日期"),
    SECOND_TO("第二次公示结束", Choices.NONE, ""),
    APPROVED_ON("县级审批日期", Choices.NONE, ""),
    ANNOUNCED_ON("公告日期", Choices.NONE, ""),
    APPROVED_BY("县级审批机关", Choices.NONE, ""),
    DOCUMENT("审批文号", Choices.NONE, "文号"),
    ASSUMED("推定", Choices.YES_NO, "是否推定"),

    HOUSEHOLD_ID("户标识", Choices.NONE, ""),
    HEAD_SHOWN("户主", Choices.NONE, ""),
    VERSION("版本", Choices.NONE, ""),
    KIT("走访包编号", Choices.NONE, ""),
    STATE("成员", Choices.NONE, ""),
    VISITED_ON("走访日期", Choices.NONE, ""),
    VISITED_BY("走访人", Choices.NONE, ""),
    PURPOSE("走访目的", Choices.PURPOSES, ""),
    CHANNEL("走访方式", Choices.CHANNELS, ""),
    NOTE("走访记录", Choices.NONE, ""),
    DESCRIBED_ON("生活条件登记日期", Choices.NONE, ""),
    CHANGE("变动", Choices.CHANGES, ""),
    CHANGED_ON("变动日期", Choices.NONE, ""),
    PERSON("离开成员标识", Choices.NONE, ""),
    NEW_HEAD("新户主标识", Choices.NONE, ""),
    HEAD_CHANGED_ON("户主变更日期", Choices.NONE, ""),
    FORMER_RELATION("原户主与新户主关系", Choices.RELATIONS_TO_HEAD, ""),
    OTHER_RELATIONS("其他成员与新户主关系", Choices.NONE, ""),
    HEAD_REASON("户主变更原因", Choices.NONE, ""),
    YEAR("登记年度", Choices.NONE, ""),
    RECORDED_ON("登记日期", Choices.NONE, ""),
    QUARTER("季度", Choices.NONE, ""),
    CHECKED_BY("核查人", Choices.NONE, ""),
    CHECKED_ON("核查日期", Choices.NONE, ""),
    LIVING("生活支出(元)", Choices.NONE, ""),
    SCHOOLING("教育支出(元)", Choices.NONE, ""),
    MEDICINE("医疗支出(元)", Choices.NONE, ""),
    OTHER_EXPENSE("其他支出(元)", Choices.NONE, ""),
    SIGNED_BY("签字成员标识", Choices.NONE, "");

    static final List<Column> OF_HOUSEHOLD = between(NUMBER, FILE_NUMBER);
    static final List<Column> OF_MEMBER = between(NAME, WORK_MONTHS);

    /** What a household lives in, on and by. */
    static final List<Column> OF_CONDITIONS = between(DWELLING_AREA, COOPERATIVE);

    /** What is decided with a household's course, and cannot be entered without one. */
    static final List<Column> OF_REGISTRATION =
            List.of(
                    TYPE,
                    STANDARD,
                    MAIN_CAUSE,
                    OTHER_CAUSES,
                    VOTES_FOR,
                    VOTES_AGAINST,
                    HELPER,
                    HELPER_UNIT,
                    HELPER_KIND,
                    HELPED_SINCE);

    static final List<Column> OF_COURSE = between(ASSESSED_ON, ASSUMED);

    private static final Pattern UNIT = Pattern.compile("[(（][^)）]*[)）]$");
    private static final Map<String, Column> BY_TITLE = byTitle();

    private final String title;
    private final Map<String, String> choices;
    private final String otherTitles;

    Column(String title, Map<String, String> choices, String otherTitles) {
        this.title = title;
        this.choices = choices;
        this.otherTitles = otherTitles;
    }

    String title() {
        return title;
    }

    Map<String, String> choices() {
        return choices;
    }

    /** By its title, whatever stars, spaces and units stand around it. */
    static @Nullable Column titled(String text) {
        return BY_TITLE.get(plain(text));
    }

    private static String plain(String text) {
        var bare = Texts.halfWidth(text).replaceAll("[\\s*]", "");
        return UNIT.matcher(bare).replaceAll("");
    }

    private static List<Column> between(Column first, Column last) {
        return Arrays.stream(values())
                .filter(c -> c.ordinal() >= first.ordinal() && c.ordinal() <= last.ordinal())
                .toList();
    }

    private static Map<String, Column> byTitle() {
        var titles = new HashMap<String, Column>();
        for (var column : values()) {
            titles.put(plain(column.title), column);
            for (var other : column.otherTitles.split("\\|")) {
                if (!other.isEmpty()) titles.put(plain(other), column);
            }
        }
        return Map.copyOf(titles);
    }
}
