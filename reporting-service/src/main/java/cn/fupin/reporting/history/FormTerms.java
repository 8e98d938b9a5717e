package cn.fupin.reporting.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The registration form's fields and the codes in them, in the words of the form. The same code
 * means another thing in another field, so it is looked up by both; what nobody knows here is shown
 * as it is.
 */
public final class FormTerms {
    private record Term(String zh, String en) {}

    /** One thing that a form says, in words. */
    public record Said(String zh, String en, String value, String valueEn) {}

    private static final Map<String, Term> FIELDS = new HashMap<>();
    private static final Map<String, Term> CODES = new HashMap<>();

    static {
        BiConsumer<String, String> fields = (name, words) -> FIELDS.put(name, term(words));
        fields.accept("areaSquareMetres", "住房面积(平方米)|dwelling, square metres");
        fields.accept("structure", "房屋结构|structure");
        fields.accept("dangerGrade", "危房等级|danger grade");
        fields.accept("builtYear", "建房年份|built in");
        fields.accept("cropSquareMetres", "耕地(平方米)|crop land, square metres");
        fields.accept("irrigatedSquareMetres", "有效灌溉(平方米)|irrigated, square metres");
        fields.accept("forestSquareMetres", "林地(平方米)|forest, square metres");
        fields.accept(
                "returnedToForestSquareMetres", "退耕还林(平方米)|returned to forest, square metres");
        fields.accept("orchardSquareMetres", "林果(平方米)|orchard, square metres");
        fields.accept("pastureSquareMetres", "牧草地(平方米)|pasture, square metres");
        fields.accept("pondSquareMetres", "水面(平方米)|pond, square metres");
        fields.accept("safe", "饮水安全|water is safe");
        fields.accept("scarce", "饮水困难|water is scarce");
        fields.accept("source", "水源|water from");
        fields.accept("distanceMetres", "取水距离(米)|to the water, metres");
        fields.accept("electricity", "通生活用电|electricity");
        fields.accept("productionElectricity", "通生产用电|power for production");
        fields.accept("television", "通广播电视|television");
        fields.accept("broadband", "通宽带|broadband");
        fields.accept("fuel", "主要燃料|fuel");
        fields.accept("sanitaryToilet", "卫生厕所|sanitary toilet");
        fields.accept("road", "入户路|road to the house");
        fields.accept("toMainRoadMetres", "距村主干路(米)|to the main road, metres");
        fields.accept("soldiersFamily", "军烈属|soldier's family");
        fields.accept("onlyChild", "独生子女户|only child");
        fields.accept("twoDaughters", "双女户|two daughters");
        fields.accept("cooperativeMember", "加入合作社|in a cooperative");
        fields.accept("relation", "与户主关系|relation to the head");
        fields.accept("ethnicity", "民族|ethnicity");
        fields.accept("education", "文化程度|education");
        fields.accept("studentStatus", "在校情况|student status");
        fields.accept("health", "健康状况|health");
        fields.accept("labourCapacity", "劳动能力|labour capacity");
        fields.accept("category", "残疾类别|disability");
        fields.accept("grade", "残疾等级|grade of disability");
        fields.accept("skills", "技能|skills");
        fields.accept("medical", "参加医保|medical insurance");
        fields.accept("majorIllness", "大病保险|insurance of major illness");
        fields.accept("pension", "养老保险|pension insurance");
        fields.accept("place", "务工地点|works in");
        fields.accept("monthsPerYear", "务工月数|months of work a year");

        codes(
                "structure",
                "REINFORCED_CONCRETE=钢混|concrete",
                "BRICK_CONCRETE=砖混|brick and concrete",
                "BRICK_TIMBER=砖木|brick and timber",
                "TIMBER=木|timber",
                "EARTH=土坯|earth",
                "STONE=石|stone",
                "OTHER=其他|other");
        codes(
                "source",
                "TAP=自来水|tap",
                "WELL=井水|well",
                "SPRING=山泉|spring",
                "RIVER=江河湖|river",
                "CISTERN=水窖|cistern",
                "OTHER=其他|other");
        codes(
                "fuel",
                "FIREWOOD=柴草|firewood",
                "DUNG=干畜粪|dung",
                "COAL=煤炭|coal",
                "CLEAN=清洁能源|clean energy",
                "OTHER=其他|other");
        codes(
                "road",
                "EARTH=泥土路|earth",
                "GRAVEL=砂石路|gravel",
                "CONCRETE=水泥路|concrete",
                "ASPHALT=沥青路|asphalt");
        codes(
                "relation",
                "HEAD=户主|head",
                "SPOUSE=配偶|spouse",
                "CHILD=子女|child",
                "PARENT=父母|parent",
                "OTHER=其他|other",
                "CHILD_IN_LAW=儿媳女婿|child-in-law",
                "GRANDCHILD=孙辈|grandchild",
                "PARENT_IN_LAW=岳父母公婆|parent-in-law",
                "GRANDPARENT=祖辈|grandparent",
                "SIBLING=兄弟姐妹|sibling");
        codes(
                "education",
                "ILLITERATE=文盲或半文盲|illiterate",
                "PRIMARY=小学|primary",
                "JUNIOR_SECONDARY=初中|junior secondary",
                "SENIOR_SECONDARY=高中|senior secondary",
                "COLLEGE=大专|college",
                "UNIVERSITY=本科及以上|university",
                "BELOW_SCHOOL_AGE=学龄前|below school age");
        codes(
                "studentStatus",
                "NOT_A_STUDENT=非在校生|not a student",
                "PRESCHOOL=学前教育|preschool",
                "PRIMARY=小学|primary",
                "JUNIOR_SECONDARY=初中|junior secondary",
                "SENIOR_SECONDARY=普通高中|senior secondary",
                "VOCATIONAL_SECONDARY=中职|vocational secondary",
                "VOCATIONAL_COLLEGE=高职高专|vocational college",
                "UNIVERSITY=本科|university",
                "POSTGRADUATE=研究生|postgraduate");
        codes(
                "health",
                "HEALTHY=健康|healthy",
                "CHRONIC_ILLNESS=长期慢性病|chronic illness",
                "MAJOR_ILLNESS=患有大病|major illness",
                "DISABLED=残疾|disabled");
        codes(
                "labourCapacity",
                "ORDINARY=普通劳动力|ordinary",
                "SKILLED=技能劳动力|skilled",
                "LOST=丧失劳动力|lost",
                "NONE=无劳动力|none",
                "WEAK=弱劳动力|weak");
        codes(
                "category",
                "SIGHT=视力|sight",
                "HEARING=听力|hearing",
                "SPEECH=言语|speech",
                "PHYSICAL=肢体|physical",
                "INTELLECTUAL=智力|intellectual",
                "MENTAL=精神|mental",
                "MULTIPLE=多重|multiple");
        codes(
                "place",
                "TOWNSHIP=乡镇内|the township",
                "COUNTY=乡镇外县内|the county",
                "PROVINCE=县外省内|the province",
                "OTHER_PROVINCE=省外|another province",
                "ABROAD=境外|abroad");
        codes(
                "withoutNumber",
                "NEWBORN=新生儿|newborn",
                "UNREGISTERED=未登记户口|unregistered",
                "APPLIED_FOR=证件办理中|papers applied for",
                "OTHER=其他|other");
        codes(
                "item",
                "HOUSE=购建商品房|a house bought",
                "CAR=车船大型机械|cars and machines",
                "COMPANY=办企业或雇工|companies",
                "PUBLIC_PAYROLL=财政供养|the public payroll",
                "VILLAGE_POST=村四职干部|village posts",
                "AWAY=举家外出|families away",
                "OTHER=其他|other things");
        codes(
                "project",
                "RAIN_AND_DEW=雨露计划|rain and dew",
                "MICROCREDIT=扶贫小额信贷|microcredit",
                "RELOCATION=易地扶贫搬迁|relocation",
                "INDUSTRY=产业发展|industry",
                "INFRASTRUCTURE=基础设施|infrastructure",
                "PUBLIC_SERVICES=公共服务和社会事业|public services");
        codes(
                "projectKind",
                "WATER=安全饮水|drinking water",
                "ROAD=道路|road",
                "BRIDGE=桥梁|bridge",
                "NEW_VILLAGE=彝家新寨|new village",
                "WHOLE_VILLAGE=整村推进|whole-village project",
                "POWER_GRID=农网改造|power grid",
                "LIVESTOCK=养殖|livestock",
                "CROPS=种植|crops",
                "OTHER=其他|other");
        codes(
                "assurance",
                "food=吃|food",
                "clothing=穿|clothing",
                "education=义务教育|education",
                "medical=基本医疗|medical care",
                "housing=住房安全|safe housing",
                "water=饮水安全|safe water");
        codes(
                "channel",
                "HOTLINE=监督电话|hotline",
                "LETTER=来信|letter",
                "VISIT=来访|visit",
                "ONLINE=网络|online");
        codes(
                "announcement",
                "REGISTRATION=识别公告|announcement of registration",
                "EXIT=脱贫公告|announcement of exits");
        codes(
                "outcome",
                "FOUNDED=属实|founded",
                "PARTLY_FOUNDED=部分属实|partly founded",
                "UNFOUNDED=不属实|unfounded",
                "REFERRED=转办|referred");
        codes(
                "appraisal",
                "EXCELLENT=优秀|excellent",
                "COMPETENT=称职|competent",
                "BASICALLY_COMPETENT=基本称职|basically competent",
                "INCOMPETENT=不称职|incompetent");
        codes(
                "evidence",
                "MINUTES=会议记录|minutes",
                "SIGNED_NOTICE=签字公示|signed notice",
                "FORM=表格|form",
                "PHOTO=照片|photo",
                "AUTHORISATION=授权书|authorisation",
                "OTHER=其他|other");
        codes(
                "purpose",
                "VERIFICATION=核对身份|verification",
                "CONTACT=走访联系|contact",
                "PAYMENT=发放资金|payment",
                "COMPLAINT=处理投诉异议|a complaint",
                "DOCUMENT=制作文书|a document",
                "AUDIT=审计|audit",
                "OWN_REQUEST=本人查询|the person's own request",
                "OTHER=其他|other");
        codes(
                "personal",
                "NAME=姓名|name",
                "IDENTITY_NUMBER=身份证号|identity number",
                "PHONE=电话|phone",
                "CARD_NUMBER=银行卡号|card number",
                "DISABILITY_CERTIFICATE=残疾证号|disability certificate");
        codes("hold", "RETENTION=档案保管期|retention", "AUDIT=审计|audit");
        codes("effect", "REFUSE=不予识别|refused", "ASK=须核查|to be looked into");
        codes("denominator", "RURAL=农村户籍人口|rural population", "TOTAL=总人口|whole population");
        codes("step", "IDENTIFICATION=贫困村识别|identification", "EXIT=贫困村退出|exit");
        codes("dangerGrade", "A=A 级|A", "B=B 级|B", "C=C 级|C", "D=D 级|D");
        codes(
                "visit",
                "HOME=入户|visited at home",
                "PHONE=电话走访|called by telephone",
                "ONLINE=网络走访|met online");
        codes(
                "assessment",
                "VILLAGE_REPRESENTATIVES=村民代表评议会|assessment by village representatives",
                "VILLAGERS=村民评议大会|assessment by the villagers",
                "ASSESSMENT_GROUP=评议小组会|assessment by the assessment group");
        codes("joining", "RETURNED=返回|return");
        codes("separation", "MARRIAGE=婚嫁|marriage", "ADOPTION=收养|adoption", "BY_LAW=依法分户|by law");
        codes(
                "stage",
                "APPLIED=申请|application",
                "SURVEYED=入户调查|survey",
                "ASSESSED=民主评议|assessment",
                "TOWNSHIP_REVIEWED=乡镇审核|township's review");
        codes("standing", "ON_FILE=在档|on file", "REGISTERED=在册|registered", "EXITED=已脱贫|exited");
        codes("direction", "LEAVE=退|leave", "ENTER=进|enter");
        codes("fault", "MISSING=缺失|missing", "ALTERED=被改动|altered", "KEY_GONE=密钥不在|key gone");
        codes(
                "level",
                "CENTRAL=中央|central",
                "PROVINCE=省级|province",
                "CITY=市级|city",
                "COUNTY=县级|county",
                "TOWNSHIP=乡镇|township",
                "VILLAGE=村级|village");
        codes(
                "incomeConcept",
                "NET_INCOME=纯收入|net income",
                "DISPOSABLE_INCOME=可支配收入|disposable income");
        codes(
                "sourceType",
                "SPECIAL_FUND=财政专项扶贫资金|special fund",
                "SECTOR=行业部门资金|funds of a sector",
                "SOCIAL=社会帮扶资金|social funds");
        codes(
                "payee",
                "CONTRACTOR=承建单位|contractor",
                "SUPPLIER=供应商|supplier",
                "HOUSEHOLD=农户|household");
        codes(
                "team",
                "RESIDENT=驻村工作队|resident work team",
                "SURVEY_GROUP=调查组|survey group",
                "LEADING_GROUP=领导小组|leading group");
        codes(
                "staff",
                "OFFICER=扶贫专干|officers",
                "HELPER=帮扶人员|helpers",
                "DATA_CLERK=信息录入员|data clerks");
        codes(
                "policy",
                "RAIN_AND_DEW=雨露计划|Rain & Dew",
                "STUDENT_GRANT=助学金|student grant",
                "TRAINING=职业技能培训|training for work",
                "EMPLOYMENT=务工就业|employment",
                "RELOCATION=易地扶贫搬迁|relocation",
                "NEW_YI_VILLAGE=彝家新寨|new Yi village",
                "SUBSISTENCE_ALLOWANCE=低保兜底|subsistence allowance",
                "MEDICAL_AID=医疗救助|medical aid",
                "SERIOUS_ILLNESS_INSURANCE=大病医保|insurance of serious illness",
                "SERIOUS_ILLNESS_COMPENSATION=大病一次性补偿|compensation for a serious illness",
                "TWO_EXEMPTIONS_THREE_SUBSIDIES=两免三补|two exemptions and three subsidies",
                "OTHER=其他政策|another policy");
        codes("work", "AWAY=外出务工|away from home", "NEARBY=就近就业|nearby");
        codes("placement", "CONCENTRATED=集中安置|to a site", "SCATTERED=分散安置|scattered");
        codes(
                "usedBy",
                "HOUSEHOLD=农户自用|used by the household",
                "ENTERPRISE=企业使用|used by an enterprise");
        codes(
                "benefitLink",
                "SHARES=入股分红|shares",
                "LAND_LEASE=土地流转|lease of land",
                "ORDER=订单收购|purchase by order",
                "EMPLOYMENT=务工就业|employment",
                "CUSTODY=托管代养|keeping on its behalf",
                "OTHER=其他|other");
        codes(
                "benefitLinkEnd",
                "EXPIRED=期满|expired",
                "DISSOLVED=双方解除|dissolved by both",
                "BREACHED=对方违约|broken by the other side",
                "OUT_OF_BUSINESS=对方停业|the other side is out of business",
                "OTHER=其他|other");
        codes(
                "policyState",
                "APPLIED=申报待批|applied for, not decided",
                "HELD=享受|had",
                "ENDED=已停止|ended");
        codes(
                "policyEnd",
                "NOT_ELIGIBLE=不再符合条件|not eligible any more",
                "EXPIRED=期满|expired",
                "GIVEN_UP=自愿放弃|given up",
                "LEFT_HOUSEHOLD=成员离户|left the household",
                "OTHER=其他|other");
        codes(
                "meeting",
                "MOBILISATION=动员会|mobilisation meeting",
                "COMMITTEE=党委扩大会议|party committee meeting",
                "CADRES=干部会|meeting of cadres",
                "MASSES=群众会|meeting of villagers",
                "OTHER=会议|meeting",
                "PARTY_BRANCH=党支部会|party branch meeting",
                "TWO_COMMITTEES=两委会|meeting of the two committees",
                "PARTY_MEMBERS=党员大会|meeting of party members",
                "VILLAGE_REPRESENTATIVES=村民代表会议|meeting of village representatives",
                "LEADING_GROUP=领导小组会|meeting of the leading group");
    }

    private FormTerms() {}

    private static Term term(String words) {
        var bar = words.indexOf('|');
        return new Term(words.substring(0, bar), words.substring(bar + 1));
    }

    private static void codes(String field, String... codes) {
        for (var code : codes) {
            var is = code.indexOf('=');
            CODES.put(field + "." + code.substring(0, is), term(code.substring(is + 1)));
        }
    }

    public static String zh(String field, String code) {
        var term = CODES.get(field + "." + code);
        return term == null ? Terms.zh(code) : term.zh();
    }

    /** In a Chinese sentence: a code that has no term there stands as entered, in quotes. */
    static String orQuoted(String field, String code) {
        var term = CODES.get(field + "." + code);
        return term == null ? Terms.orQuoted(code) : term.zh();
    }

    public static String en(String field, String code) {
        var term = CODES.get(field + "." + code);
        return term == null ? Terms.en(code) : term.en();
    }

    /** What is told of a policy beside its kind, without the names of the fields. */
    public static String ofPolicy(JsonNode details, boolean chinese) {
        var words = new ArrayList<String>();
        for (var field : details.properties()) {
            var value = field.getValue();
            if (value.isNull()) continue;
            words.add(
                    switch (field.getKey()) {
                        case "schoolYear" -> schoolYear(value.asInt(0), chinese);
                        case "year" -> value.asInt(0) + (chinese ? " 年" : "");
                        default -> word(field.getKey(), value, chinese);
                    });
        }
        return String.join(chinese ? "," : ", ", words);
    }

    private static String schoolYear(int from, boolean chinese) {
        return (chinese ? "%d—%d 学年" : "school year %d–%d").formatted(from, from + 1);
    }

    /** All that the details of a household or of a member say, groups and all, in their order. */
    public static List<Said> of(JsonNode details) {
        var said = new ArrayList<Said>();
        details.properties().forEach(field -> add(field.getKey(), field.getValue(), said));
        return said;
    }

    private static void add(String field, JsonNode value, List<Said> said) {
        if (value.isObject()) {
            value.properties().forEach(below -> add(below.getKey(), below.getValue(), said));
        } else if (!value.isNull()) {
            var name = FIELDS.getOrDefault(field, new Term(field, field));
            said.add(
                    new Said(
                            name.zh(),
                            name.en(),
                            word(field, value, true),
                            word(field, value, false)));
        }
    }

    private static String word(String field, JsonNode value, boolean chinese) {
        if (value.isBoolean()) {
            if (chinese) return value.asBoolean() ? "是" : "否";
            return value.asBoolean() ? "yes" : "no";
        }
        if (value.isArray()) {
            var words = new ArrayList<String>();
            value.forEach(one -> words.add(one.asString("")));
            return String.join(chinese ? "、" : ", ", words);
        }
        if (value.isNumber()) return new BigDecimal(value.asString()).toPlainString();
        return chinese ? zh(field, value.asString("")) : en(field, value.asString(""));
    }
}
