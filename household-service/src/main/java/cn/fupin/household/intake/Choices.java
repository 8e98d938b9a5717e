package cn.fupin.household.intake;

import cn.fupin.household.household.HouseholdEvent.Cause;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the form lets one choose, in its own words, and the code each stands for. */
final class Choices {
    static final Map<String, String> NONE = Map.of();
    static final Map<String, String> YES_NO = of("是=true", "否=false");
    static final Map<String, String> TYPES =
            of(
                    "一般贫困户=GENERAL",
                    "低保贫困户=DIBAO_POOR",
                    "低保户=DIBAO",
                    "五保户=FIVE_GUARANTEES",
                    "特困供养户=DESTITUTE");
    static final Map<String, String> STANDARDS =
            of("国家标准=NATIONAL", "省定标准=PROVINCIAL", "市定标准=CITY");
    static final Map<String, String> CAUSES =
            of(
                    Arrays.stream(Cause.values())
                            .map(cause -> cause.zh() + "=" + cause.name())
                            .toArray(String[]::new));
    static final Map<String, String> RELATIONS =
            of(
                    "户主=HEAD",
                    "配偶=SPOUSE",
                    "子女=CHILD",
                    "父母=PARENT",
                    "儿媳或女婿=CHILD_IN_LAW",
                    "孙子女=GRANDCHILD",
                    "公婆或岳父母=PARENT_IN_LAW",
                    "祖父母=GRANDPARENT",
                    "兄弟姐妹=SIBLING",
                    "其他=OTHER");

    /** Of whoever is not the head. */
    static final Map<String, String> RELATIONS_TO_HEAD = without("户主", RELATIONS);

    static final Map<String, String> SEXES = of("男=MALE", "女=FEMALE");
    static final Map<String, String> WITHOUT_NUMBER =
            of("新生儿=NEWBORN", "未登记户口=UNREGISTERED", "正在办理=APPLIED_FOR", "其他=OTHER");
    static final Map<String, String> STRUCTURES =
            of(
                    "钢混=REINFORCED_CONCRETE",
                    "砖混=BRICK_CONCRETE",
                    "砖木=BRICK_TIMBER",
                    "木=TIMBER",
                    "土坯=EARTH",
                    "石=STONE",
                    "其他=OTHER");
    static final Map<String, String> GRADES = of("A=A", "B=B", "C=C", "D=D");
    static final Map<String, String> WATER_SOURCES =
            of("自来水=TAP", "井水=WELL", "山泉=SPRING", "江河湖=RIVER", "水窖=CISTERN", "其他=OTHER");
    static final Map<String, String> FUELS =
            of("柴草=FIREWOOD", "干畜粪=DUNG", "煤炭=COAL", "清洁能源=CLEAN", "其他=OTHER");
    static final Map<String, String> ROADS =
            of("泥土路=EARTH", "砂石路=GRAVEL", "水泥路=CONCRETE", "沥青路=ASPHALT");
    static final Map<String, String> EDUCATIONS =
            of(
                    "文盲或半文盲=ILLITERATE",
                    "小学=PRIMARY",
                    "初中=JUNIOR_SECONDARY",
                    "高中=SENIOR_SECONDARY",
                    "大专=COLLEGE",
                    "本科及以上=UNIVERSITY",
                    "学龄前=BELOW_SCHOOL_AGE");
    static final Map<String, String> STUDENTS =
            of(
                    "非在校生=NOT_A_STUDENT",
                    "学前教育=PRESCHOOL",
                    "小学=PRIMARY",
                    "初中=JUNIOR_SECONDARY",
                    "普通高中=SENIOR_SECONDARY",
                    "中职=VOCATIONAL_SECONDARY",
                    "高职高专=VOCATIONAL_COLLEGE",
                    "本科=UNIVERSITY",
                    "研究生=POSTGRADUATE");
    static final Map<String, String> HEALTHS =
            of("健康=HEALTHY", "长期慢性病=CHRONIC_ILLNESS", "患有大病=MAJOR_ILLNESS", "残疾=DISABLED");
    static final Map<String, String> LABOURS =
            of("普通劳动力=ORDINARY", "技能劳动力=SKILLED", "丧失劳动力=LOST", "无劳动力=NONE", "弱劳动力或半劳动力=WEAK");
    static final Map<String, String> DISABILITIES =
            of(
                    "视力=SIGHT",
                    "听力=HEARING",
                    "言语=SPEECH",
                    "肢体=PHYSICAL",
                    "智力=INTELLECTUAL",
                    "精神=MENTAL",
                    "多重=MULTIPLE");
    static final Map<String, String> WORK_PLACES =
            of("乡镇内=TOWNSHIP", "乡镇外县内=COUNTY", "县外省内=PROVINCE", "省外=OTHER_PROVINCE", "境外=ABROAD");

    static final Map<String, String> HELPER_KINDS =
            of("领导=LEADER", "干部=CADRE", "党员=PARTY_MEMBER", "致富能人=CAPABLE");

    static final Map<String, String> PURPOSES =
            of("走访=VISIT", "制定计划=PLAN", "收入核算=INCOME_CHECK", "送达物资=DELIVERY", "其他=OTHER");

    static final Map<String, String> CHANNELS = of("入户=HOME", "电话=PHONE", "网络=ONLINE");

    /** Joining before the stroke, leaving after it. */
    static final Map<String, String> CHANGES =
            of(
                    "出生=JOIN/BIRTH",
                    "婚入=JOIN/MARRIAGE",
                    "迁入=JOIN/MOVED_IN",
                    "返回=JOIN/RETURNED",
                    "收养=JOIN/ADOPTION",
                    "其他加入=JOIN/OTHER",
                    "去世=LEAVE/DEATH",
                    "婚出=LEAVE/MARRIAGE",
                    "迁出=LEAVE/MOVED_OUT",
                    "送养=LEAVE/ADOPTION",
                    "分户=LEAVE/DIVISION",
                    "其他离开=LEAVE/OTHER");

    /** How people and other systems write the same. */
    private static final Map<String, String> OTHERWISE =
            of(
                    "其他=其它",
                    "其它=其他",
                    "一般农户=一般贫困户",
                    "一般=一般贫困户",
                    "扶贫户=一般贫困户",
                    "贫困户=一般贫困户",
                    "扶贫低保户=低保贫困户",
                    "低保扶贫户=低保贫困户",
                    "低保=低保户",
                    "五保=五保户",
                    "五保贫困户=五保户",
                    "特困=特困供养户",
                    "特困户=特困供养户",
                    "特困供养=特困供养户",
                    "特困供养贫困户=特困供养户",
                    "特困人员=特困供养户",
                    "国定标准=国家标准",
                    "国家=国家标准",
                    "省定=省定标准",
                    "市定=市定标准",
                    "缺劳动力=缺劳力",
                    "交通落后=交通条件落后",
                    "内生动力不足=自身发展动力不足",
                    "本人=户主",
                    "妻=配偶",
                    "妻子=配偶",
                    "丈夫=配偶",
                    "夫=配偶",
                    "子=子女",
                    "女=子女",
                    "儿子=子女",
                    "女儿=子女",
                    "长子=子女",
                    "次子=子女",
                    "长女=子女",
                    "次女=子女",
                    "之子=子女",
                    "之女=子女",
                    "之配偶=配偶",
                    "父亲=父母",
                    "母亲=父母",
                    "父=父母",
                    "母=父母",
                    "之父=父母",
                    "之母=父母",
                    "儿媳=儿媳或女婿",
                    "之儿媳=儿媳或女婿",
                    "女婿=儿媳或女婿",
                    "之女婿=儿媳或女婿",
                    "孙子=孙子女",
                    "孙女=孙子女",
                    "之孙子=孙子女",
                    "之孙女=孙子女",
                    "外孙=孙子女",
                    "外孙女=孙子女",
                    "公公=公婆或岳父母",
                    "婆婆=公婆或岳父母",
                    "岳父=公婆或岳父母",
                    "岳母=公婆或岳父母",
                    "祖父=祖父母",
                    "祖母=祖父母",
                    "之祖父=祖父母",
                    "之祖母=祖父母",
                    "兄=兄弟姐妹",
                    "弟=兄弟姐妹",
                    "姐=兄弟姐妹",
                    "妹=兄弟姐妹",
                    "哥哥=兄弟姐妹",
                    "弟弟=兄弟姐妹",
                    "姐姐=兄弟姐妹",
                    "妹妹=兄弟姐妹",
                    "三子=子女",
                    "四子=子女",
                    "三女=子女",
                    "四女=子女",
                    "养子=子女",
                    "养女=子女",
                    "继子=子女",
                    "继女=子女",
                    "之养子=子女",
                    "之养女=子女",
                    "继父=父母",
                    "继母=父母",
                    "养父=父母",
                    "养母=父母",
                    "之儿媳或女婿=儿媳或女婿",
                    "之外孙子=孙子女",
                    "之外孙女=孙子女",
                    "外孙子=孙子女",
                    "之孙子女=孙子女",
                    "外孙子女=孙子女",
                    "之公公=公婆或岳父母",
                    "之婆婆=公婆或岳父母",
                    "之岳父=公婆或岳父母",
                    "之岳母=公婆或岳父母",
                    "公婆=公婆或岳父母",
                    "岳父母=公婆或岳父母",
                    "外祖父=祖父母",
                    "外祖母=祖父母",
                    "之外祖父=祖父母",
                    "之外祖母=祖父母",
                    "爷爷=祖父母",
                    "奶奶=祖父母",
                    "外公=祖父母",
                    "外婆=祖父母",
                    "外祖父母=祖父母",
                    "之兄弟姐妹=兄弟姐妹",
                    "之兄=兄弟姐妹",
                    "之弟=兄弟姐妹",
                    "之姐=兄弟姐妹",
                    "之妹=兄弟姐妹",
                    "之妻=配偶",
                    "之夫=配偶",
                    "之其他=其他",
                    "非亲属=其他",
                    "之非亲属=其他",
                    "领导干部=领导",
                    "一般干部=干部",
                    "男性=男",
                    "女性=女",
                    "砖瓦=砖木",
                    "土木=土坯",
                    "木结构=木",
                    "砖混结构=砖混",
                    "砖木结构=砖木",
                    "钢筋混凝土=钢混",
                    "A级=A",
                    "B级=B",
                    "C级=C",
                    "D级=D",
                    "自来水厂=自来水",
                    "浅井=井水",
                    "深井=井水",
                    "文盲=文盲或半文盲",
                    "高中（中职）=高中",
                    "高中(中职)=高中",
                    "本科=本科及以上",
                    "慢性病=长期慢性病",
                    "大病=患有大病",
                    "半劳动力=弱劳动力或半劳动力",
                    "弱劳动力=弱劳动力或半劳动力",
                    "有=是",
                    "无=否",
                    "√=是",
                    "×=否",
                    "Y=是",
                    "N=否");

    private Choices() {}

    private static Map<String, String> of(String... pairs) {
        var choices = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            choices.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return java.util.Collections.unmodifiableMap(choices);
    }

    private static Map<String, String> without(String word, Map<String, String> all) {
        var choices = new LinkedHashMap<>(all);
        choices.remove(word);
        return java.util.Collections.unmodifiableMap(choices);
    }

    /** The code, or an empty text for what is none of the choices. */
    static String code(Map<String, String> choices, String said) {
        var known = choices.get(said);
        if (known != null) return known;
        var other = OTHERWISE.get(said);
        return other == null ? "" : choices.getOrDefault(other, "");
    }

    /** The word that the form has for a code. */
    static String word(Map<String, String> choices, String code) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static List<String> words(Map<String, String> choices) {
        return List.copyOf(choices.keySet());
    }
}
