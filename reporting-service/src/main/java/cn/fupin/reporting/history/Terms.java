package cn.fupin.reporting.history;

import cn.fupin.reporting.fact.Cause;
import java.util.HashMap;
import java.util.Map;

/** The register's codes in the words of the forms; a code nobody knows here is shown as it is. */
public final class Terms {
    private record Term(String zh, String en) {}

    private static final Map<String, Term> TERMS =
            withCauses(
                    Map.entry("GENERAL", new Term("一般贫困户", "general poor household")),
                    Map.entry("DIBAO", new Term("低保户", "subsistence-allowance household")),
                    Map.entry("FIVE_GUARANTEES", new Term("五保户", "five-guarantee household")),
                    Map.entry("DIBAO_POOR", new Term("低保贫困户", "poor household with allowance")),
                    Map.entry("DESTITUTE", new Term("特困供养户", "destitute household in support")),
                    Map.entry("NATIONAL", new Term("国家标准", "national standard")),
                    Map.entry("PROVINCIAL", new Term("省定标准", "provincial standard")),
                    Map.entry("CITY", new Term("市定标准", "city standard")),
                    Map.entry("FIRST", new Term("第一次公示", "first public notice")),
                    Map.entry("SECOND", new Term("第二次公示", "second public notice")),
                    Map.entry("EXIT", new Term("脱贫公示", "exit notice")),
                    Map.entry("MONITORING", new Term("监测对象公示", "notice of monitoring")),
                    Map.entry(
                            "VILLAGE_IDENTIFICATION",
                            new Term("贫困村识别公示", "notice of the village's identification")),
                    Map.entry("VILLAGE_EXIT", new Term("贫困村退出公示", "notice of the village's exit")),
                    Map.entry("BIRTH", new Term("出生", "birth")),
                    Map.entry("MARRIAGE", new Term("婚姻", "marriage")),
                    Map.entry("MOVED_IN", new Term("迁入", "moving in")),
                    Map.entry("ADOPTION", new Term("收养", "adoption")),
                    Map.entry("DEATH", new Term("死亡", "death")),
                    Map.entry("MOVED_OUT", new Term("迁出", "moving out")),
                    Map.entry("DIVISION", new Term("分户析产", "division of the household")),
                    Map.entry("MERGER", new Term("并户", "merger of households")),
                    Map.entry("REDIVISION", new Term("区划调整", "another division of the land")),
                    Map.entry("UNDER_INVESTIGATION", new Term("核查中", "under investigation")),
                    Map.entry("HAS_CAR", new Term("家有小汽车", "has a car")),
                    Map.entry("MISIDENTIFIED", new Term("识别不准", "wrongly identified")),
                    Map.entry("REMOVAL", new Term("清退", "the removal")),
                    Map.entry("DISSOLUTION", new Term("自然销户", "the dissolution")),
                    Map.entry("VISIT", new Term("走访", "visit")),
                    Map.entry("PLAN", new Term("商定规划", "plan")),
                    Map.entry("INCOME_CHECK", new Term("核实收支", "income check")),
                    Map.entry("DELIVERY", new Term("送物送策", "delivery")),
                    Map.entry("THREE_YEAR", new Term("三年规划", "three-year plan")),
                    Map.entry("YEARLY", new Term("年度计划", "yearly plan")),
                    Map.entry("INDUSTRY", new Term("发展生产", "industry")),
                    Map.entry("RELOCATION", new Term("易地搬迁", "relocation")),
                    Map.entry("ECOLOGY", new Term("生态补偿", "ecological compensation")),
                    Map.entry("EDUCATION", new Term("发展教育", "education")),
                    Map.entry("MEDICAL", new Term("医疗救助", "medical aid")),
                    Map.entry("SAFETY_NET", new Term("社会保障兜底", "safety net")),
                    Map.entry("FARMER_REPORT", new Term("农户自主申报", "report by the household")),
                    Map.entry("CADRE_CHECK", new Term("干部排查", "check by cadres")),
                    Map.entry("DEPARTMENT_WARNING", new Term("部门预警", "warning by a department")),
                    Map.entry("UNSTABLE_EXITED", new Term("脱贫不稳定户", "exited but unstable")),
                    Map.entry("MARGINAL", new Term("边缘易致贫户", "marginal household")),
                    Map.entry("SUDDEN_HARDSHIP", new Term("突发严重困难户", "sudden severe hardship")),
                    Map.entry("LEADER", new Term("领导", "leader")),
                    Map.entry("CADRE", new Term("干部", "cadre")),
                    Map.entry("PARTY_MEMBER", new Term("党员", "party member")),
                    Map.entry("CAPABLE", new Term("致富能人", "capable person")),
                    Map.entry(
                            "REVERIFIED_NOT_ELIGIBLE",
                            new Term("重新核实不符合条件", "found not eligible when verified again")),
                    Map.entry("ALL_DECEASED", new Term("全户亡故", "all deceased")),
                    Map.entry("MOVED_AWAY", new Term("整户迁出", "whole household moved away")),
                    Map.entry("VILLAGE_COMMITTEE", new Term("村委会", "village committee")),
                    Map.entry("RESIDENTS_COMMITTEE", new Term("居委会", "residents' committee")),
                    Map.entry("SERVICE_CENTRE", new Term("管理服务中心", "service centre")),
                    Map.entry("HEAD", new Term("户主", "head")),
                    Map.entry("SPOUSE", new Term("配偶", "spouse")),
                    Map.entry("CHILD", new Term("子女", "child")),
                    Map.entry("PARENT", new Term("父母", "parent")),
                    Map.entry("MALE", new Term("男", "male")),
                    Map.entry("FEMALE", new Term("女", "female")),
                    Map.entry("ROAD", new Term("道路", "road")),
                    Map.entry("BRIDGE", new Term("桥梁", "bridge")),
                    Map.entry("NEW_VILLAGE", new Term("彝家新寨", "new village")),
                    Map.entry("WHOLE_VILLAGE", new Term("整村推进", "whole-village project")),
                    Map.entry("POWER_GRID", new Term("农网改造", "power grid")),
                    Map.entry("LIVESTOCK", new Term("养殖", "livestock")),
                    Map.entry("CROPS", new Term("种植", "crops")),
                    Map.entry("REQUESTED", new Term("已申请", "requested")),
                    Map.entry("APPROVED", new Term("已审批", "approved")),
                    Map.entry("PAID", new Term("已拨付", "paid")),
                    Map.entry("FAILED", new Term("拨付失败", "failed")),
                    Map.entry("RETURNED", new Term("已退回", "returned")),
                    Map.entry(
                            "NEW_YI_VILLAGE_BENEFICIARY",
                            new Term("已享受彝家新寨", "beneficiary of a new Yi village")));

    private Terms() {}

    @SafeVarargs
    private static Map<String, Term> withCauses(Map.Entry<String, Term>... others) {
        var terms = new HashMap<String, Term>();
        for (var cause : Cause.values()) terms.put(cause.name(), new Term(cause.zh(), cause.en()));
        terms.putAll(Map.ofEntries(others));
        return Map.copyOf(terms);
    }

    public static String zh(String code) {
        var term = TERMS.get(code);
        return term == null ? code : term.zh();
    }

    /** In a Chinese sentence: a code that has no term there stands as entered, in quotes. */
    static String orQuoted(String code) {
        return code.isEmpty() || TERMS.containsKey(code) ? zh(code) : "“" + code + "”";
    }

    public static String en(String code) {
        var term = TERMS.get(code);
        return term == null ? code : term.en();
    }
}
