package cn.fupin.household.document;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.announcement.AnnouncementKind;
import cn.fupin.household.household.BenefitLinkEvent.LinkKind;
import cn.fupin.household.household.EarlierFiles.Outcome;
import cn.fupin.household.household.FileEvent.PlanKind;
import cn.fupin.household.household.FileEvent.VisitChannel;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.HelpEvent.ProjectType;
import cn.fupin.household.household.HouseholdDetails.DangerGrade;
import cn.fupin.household.household.HouseholdDetails.Fuel;
import cn.fupin.household.household.HouseholdDetails.Road;
import cn.fupin.household.household.HouseholdDetails.Structure;
import cn.fupin.household.household.HouseholdDetails.WaterSource;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.HouseholdEvent.Sex;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.MemberDetails.DisabilityCategory;
import cn.fupin.household.household.MemberDetails.Education;
import cn.fupin.household.household.MemberDetails.Health;
import cn.fupin.household.household.MemberDetails.LabourCapacity;
import cn.fupin.household.household.MemberDetails.StudentStatus;
import cn.fupin.household.household.MemberDetails.WorkPlace;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.Policy;
import cn.fupin.household.household.PolicyDetails;
import cn.fupin.household.household.PolicyDetails.Placement;
import cn.fupin.household.household.PolicyDetails.Work;
import cn.fupin.household.household.PolicyEvent.PolicyEnd;
import cn.fupin.household.household.RegisterEvent.HelperKind;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.region.PlaceEvent.Denominator;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The terms as the forms print them. */
final class Chinese {
    private Chinese() {}

    static String of(@Nullable LocalDate date) {
        return date == null
                ? ""
                : "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String of(@Nullable Boolean said) {
        if (said == null) return "";
        return said ? "是" : "否";
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case ON_FILE -> "在档";
            case EXITED -> "脱贫";
            case REMOVED -> "清退";
            case DISSOLVED -> "自然销户";
            case MERGED -> "并户";
        };
    }

    static String of(Relation relation) {
        return switch (relation) {
            case HEAD -> "户主";
            case SPOUSE -> "配偶";
            case CHILD -> "子女";
            case PARENT -> "父母";
            case CHILD_IN_LAW -> "儿媳/女婿";
            case GRANDCHILD -> "孙辈";
            case PARENT_IN_LAW -> "岳父母/公婆";
            case GRANDPARENT -> "祖辈";
            case SIBLING -> "兄弟姐妹";
            case OTHER -> "其他";
        };
    }

    static String of(Sex sex) {
        return switch (sex) {
            case MALE -> "男";
            case FEMALE -> "女";
        };
    }

    static String of(@Nullable Standard standard) {
        return switch (standard) {
            case null -> "";
            case NATIONAL -> "国家标准";
            case PROVINCIAL -> "省定标准";
            case CITY -> "市定标准";
        };
    }

    static String of(@Nullable HouseholdType type) {
        return switch (type) {
            case null -> "";
            case GENERAL -> "一般贫困户";
            case DIBAO -> "低保户";
            case FIVE_GUARANTEES -> "五保户";
            case DIBAO_POOR -> "低保贫困户";
            case DESTITUTE -> "特困供养户";
        };
    }

    static String of(@Nullable Cause cause) {
        return cause == null ? "" : cause.zh();
    }

    static String of(@Nullable HelperKind kind) {
        return switch (kind) {
            case null -> "";
            case LEADER -> "领导";
            case CADRE -> "干部";
            case PARTY_MEMBER -> "党员";
            case CAPABLE -> "致富能人";
        };
    }

    /** At home, where nobody says. */
    static String of(@Nullable VisitChannel channel) {
        return switch (channel) {
            case null -> "入户";
            case HOME -> "入户";
            case PHONE -> "电话";
            case ONLINE -> "网络";
        };
    }

    static String of(VisitPurpose purpose) {
        return switch (purpose) {
            case VISIT -> "走访";
            case PLAN -> "制定计划";
            case INCOME_CHECK -> "收入核实";
            case DELIVERY -> "送物送款";
            case OTHER -> "其他";
        };
    }

    static String of(Denominator denominator) {
        return switch (denominator) {
            case RURAL -> "农村户籍人口";
            case TOTAL -> "总人口";
        };
    }

    static String of(PlanKind kind) {
        return switch (kind) {
            case THREE_YEAR -> "三年规划";
            case YEARLY -> "年度计划";
        };
    }

    static String of(LinkKind kind) {
        return switch (kind) {
            case SHARES -> "入股分红";
            case LAND_LEASE -> "土地流转";
            case ORDER -> "订单收购";
            case EMPLOYMENT -> "务工就业";
            case CUSTODY -> "托管代养";
            case OTHER -> "其他";
        };
    }

    static String of(ProjectType type) {
        return switch (type) {
            case RAIN_AND_DEW -> "雨露计划";
            case MICROCREDIT -> "扶贫小额信贷";
            case RELOCATION -> "易地扶贫搬迁";
            case INDUSTRY -> "产业发展";
            case INFRASTRUCTURE -> "基础设施";
            case PUBLIC_SERVICES -> "公共服务和社会事业";
        };
    }

    static String of(Policy policy) {
        return switch (policy) {
            case RAIN_AND_DEW -> "雨露计划";
            case STUDENT_GRANT -> "助学金";
            case TRAINING -> "职业技能培训";
            case EMPLOYMENT -> "务工就业";
            case RELOCATION -> "易地扶贫搬迁";
            case NEW_YI_VILLAGE -> "彝家新寨";
            case SUBSISTENCE_ALLOWANCE -> "低保兜底";
            case MEDICAL_AID -> "医疗救助";
            case SERIOUS_ILLNESS_INSURANCE -> "大病医保";
            case SERIOUS_ILLNESS_COMPENSATION -> "大病一次性补偿";
            case TWO_EXEMPTIONS_THREE_SUBSIDIES -> "两免三补";
            case OTHER -> "其他政策";
        };
    }

    /** What is told of a policy beside its kind. */
    static String of(PolicyDetails d) {
        var words = new ArrayList<String>();
        if (d.name() != null) words.add(d.name());
        if (d.schoolYear() != null) {
            words.add("%d—%d 学年".formatted(d.schoolYear(), d.schoolYear() + 1));
        }
        if (d.year() != null) words.add(d.year() + " 年");
        if (d.course() != null) words.add(d.course());
        if (d.work() != null) words.add(d.work() == Work.AWAY ? "外出务工" : "就近就业");
        if (d.workplace() != null) words.add(d.workplace());
        if (d.placement() != null) {
            words.add(d.placement() == Placement.CONCENTRATED ? "集中安置" : "分散安置");
        }
        if (d.settlement() != null) words.add(d.settlement());
        return String.join("，", words);
    }

    static String of(PolicyEnd reason) {
        return switch (reason) {
            case NOT_ELIGIBLE -> "不再符合条件";
            case EXPIRED -> "期满";
            case GIVEN_UP -> "自愿放弃";
            case LEFT_HOUSEHOLD -> "成员离户";
            case OTHER -> "其他";
        };
    }

    static String of(JoiningReason reason) {
        return switch (reason) {
            case BIRTH -> "出生";
            case MARRIAGE -> "婚入";
            case MOVED_IN -> "迁入";
            case RETURNED -> "回归";
            case ADOPTION -> "收养";
            case OTHER -> "其他";
            case MERGER -> "并户";
        };
    }

    static String of(LeavingReason reason) {
        return switch (reason) {
            case DEATH -> "死亡";
            case MARRIAGE -> "婚出";
            case MOVED_OUT -> "迁出";
            case ADOPTION -> "被收养";
            case OTHER -> "其他";
            case DIVISION -> "分户析产";
        };
    }

    static String of(MoveReason reason) {
        return switch (reason) {
            case REDIVISION -> "区划调整";
            case RELOCATION -> "易地搬迁";
            case OTHER -> "迁移";
        };
    }

    static String of(ClueSource source) {
        return switch (source) {
            case FARMER_REPORT -> "农户自主申报";
            case CADRE_CHECK -> "干部排查";
            case DEPARTMENT_WARNING -> "部门预警";
        };
    }

    static String of(@Nullable MonitoringKind kind) {
        return switch (kind) {
            case null -> "";
            case UNSTABLE_EXITED -> "脱贫不稳定户";
            case MARGINAL -> "边缘易致贫户";
            case SUDDEN_HARDSHIP -> "突发严重困难户";
        };
    }

    /**
     * @param matters what becomes of the households of the notice, where it does not go by the kind
     */
    static String of(NoticeKind kind, Collection<NoticeList.Matter> matters) {
        var matter =
                matters.isEmpty()
                        ? NoticeList.Matter.IDENTIFICATION.zh()
                        : matters.stream()
                                .sorted()
                                .map(NoticeList.Matter::zh)
                                .collect(Collectors.joining("、"));
        return switch (kind) {
            case FIRST -> matter + "第一次公示";
            case SECOND -> matter + "第二次公示";
            case EXIT -> "贫困户脱贫退出公示";
            case MONITORING -> "监测对象公示";
        };
    }

    static String of(AnnouncementKind kind) {
        return switch (kind) {
            case REGISTRATION -> "建档立卡贫困户公告";
            case EXIT -> "贫困户脱贫退出公告";
        };
    }

    static String of(VillageStep step) {
        return switch (step) {
            case IDENTIFICATION -> "贫困村识别";
            case EXIT -> "贫困村退出";
        };
    }

    static String intended(VillageStep step) {
        return switch (step) {
            case IDENTIFICATION -> "识别为贫困村";
            case EXIT -> "退出贫困村";
        };
    }

    /** Whose decision, with its number. */
    static String of(Decision decision) {
        return decision.documentNo() == null
                ? decision.body()
                : decision.body() + "（" + decision.documentNo() + "）";
    }

    static String of(@Nullable Education education) {
        return switch (education) {
            case null -> "";
            case ILLITERATE -> "文盲或半文盲";
            case PRIMARY -> "小学";
            case JUNIOR_SECONDARY -> "初中";
            case SENIOR_SECONDARY -> "高中";
            case COLLEGE -> "大专";
            case UNIVERSITY -> "本科及以上";
            case BELOW_SCHOOL_AGE -> "学龄前";
        };
    }

    static String of(@Nullable StudentStatus status) {
        return switch (status) {
            case null -> "";
            case NOT_A_STUDENT -> "非在校生";
            case PRESCHOOL -> "学前教育";
            case PRIMARY -> "小学";
            case JUNIOR_SECONDARY -> "初中";
            case SENIOR_SECONDARY -> "普通高中";
            case VOCATIONAL_SECONDARY -> "中职";
            case VOCATIONAL_COLLEGE -> "高职高专";
            case UNIVERSITY -> "本科";
            case POSTGRADUATE -> "研究生";
        };
    }

    static String of(@Nullable Health health) {
        return switch (health) {
            case null -> "";
            case HEALTHY -> "健康";
            case CHRONIC_ILLNESS -> "长期慢性病";
            case MAJOR_ILLNESS -> "患有大病";
            case DISABLED -> "残疾";
        };
    }

    static String of(@Nullable LabourCapacity capacity) {
        return switch (capacity) {
            case null -> "";
            case ORDINARY -> "普通劳动力";
            case SKILLED -> "技能劳动力";
            case LOST -> "丧失劳动力";
            case NONE -> "无劳动力";
            case WEAK -> "弱/半劳动力";
        };
    }

    static String of(DisabilityCategory category) {
        return switch (category) {
            case SIGHT -> "视力";
            case HEARING -> "听力";
            case SPEECH -> "言语";
            case PHYSICAL -> "肢体";
            case INTELLECTUAL -> "智力";
            case MENTAL -> "精神";
            case MULTIPLE -> "多重";
        };
    }

    static String of(WorkPlace place) {
        return switch (place) {
            case TOWNSHIP -> "乡镇内";
            case COUNTY -> "县内";
            case PROVINCE -> "省内县外";
            case OTHER_PROVINCE -> "省外";
            case ABROAD -> "境外";
        };
    }

    static String of(@Nullable Structure structure) {
        return switch (structure) {
            case null -> "";
            case REINFORCED_CONCRETE -> "钢混";
            case BRICK_CONCRETE -> "砖混";
            case BRICK_TIMBER -> "砖木";
            case TIMBER -> "木";
            case EARTH -> "土坯";
            case STONE -> "石";
            case OTHER -> "其他";
        };
    }

    static String of(@Nullable DangerGrade grade) {
        return grade == null ? "" : grade.name() + "级";
    }

    static String of(@Nullable WaterSource source) {
        return switch (source) {
            case null -> "";
            case TAP -> "自来水";
            case WELL -> "井水";
            case SPRING -> "山泉";
            case RIVER -> "江河湖";
            case CISTERN -> "水窖";
            case OTHER -> "其他";
        };
    }

    static String of(@Nullable Fuel fuel) {
        return switch (fuel) {
            case null -> "";
            case FIREWOOD -> "柴草";
            case DUNG -> "干畜粪";
            case COAL -> "煤炭";
            case CLEAN -> "清洁能源";
            case OTHER -> "其他";
        };
    }

    static String of(@Nullable Road road) {
        return switch (road) {
            case null -> "";
            case EARTH -> "泥土路";
            case GRAVEL -> "砂石路";
            case CONCRETE -> "水泥路";
            case ASPHALT -> "沥青路";
        };
    }
}
