package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.HouseholdEvent.Relation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form asks of each member beside name and numbers. Everything may be left out.
 *
 * @param relation to the head of that day
 * @param ethnicity 民族 as people write it
 */
public record MemberDetails(
        @Nullable Relation relation,
        @Nullable String ethnicity,
        @Nullable Education education,
        @Nullable StudentStatus studentStatus,
        @Nullable Health health,
        @Nullable LabourCapacity labourCapacity,
        @Nullable Disability disability,
        @Nullable List<String> skills,
        @Nullable Insurance insurance,
        @Nullable Work work) {
    private static final int MOST_SKILLS = 10;

    public MemberDetails {
        if (skills != null) skills = List.copyOf(skills);
    }

    /** 文盲或半文盲, 小学, 初中, 高中（中职）, 大专, 本科及以上, 学龄前. */
    public enum Education {
        ILLITERATE,
        PRIMARY,
        JUNIOR_SECONDARY,
        SENIOR_SECONDARY,
        COLLEGE,
        UNIVERSITY,
        BELOW_SCHOOL_AGE
    }

    /** 非在校生, 学前教育, 小学, 初中, 普通高中, 中职, 高职高专, 本科, 研究生. */
    public enum StudentStatus {
        NOT_A_STUDENT,
        PRESCHOOL,
        PRIMARY,
        JUNIOR_SECONDARY,
        SENIOR_SECONDARY,
        VOCATIONAL_SECONDARY,
        VOCATIONAL_COLLEGE,
        UNIVERSITY,
        POSTGRADUATE
    }

    /** 健康, 长期慢性病, 患有大病, 残疾. */
    public enum Health {
        HEALTHY,
        CHRONIC_ILLNESS,
        MAJOR_ILLNESS,
        DISABLED
    }

    /** 普通劳动力, 技能劳动力, 丧失劳动力, 无劳动力, 弱劳动力或半劳动力. */
    public enum LabourCapacity {
        ORDINARY,
        SKILLED,
        LOST,
        NONE,
        WEAK
    }

    /**
     * As the certificate 残疾证 has it, whose number is sealed.
     *
     * @param grade 1 the gravest, 4 the slightest
     */
    public record Disability(DisabilityCategory category, int grade) {}

    /** 视力, 听力, 言语, 肢体, 智力, 精神, 多重. */
    public enum DisabilityCategory {
        SIGHT,
        HEARING,
        SPEECH,
        PHYSICAL,
        INTELLECTUAL,
        MENTAL,
        MULTIPLE
    }

    /** 新农合（城乡居民医保）, 大病保险, 养老保险. */
    public record Insurance(
            @Nullable Boolean medical, @Nullable Boolean majorIllness, @Nullable Boolean pension) {}

    /** 务工: where, and how many months of the year. */
    public record Work(WorkPlace place, @Nullable Integer monthsPerYear) {}

    /** 乡镇内, 乡镇外县内, 县外省内, 省外, 境外. */
    public enum WorkPlace {
        TOWNSHIP,
        COUNTY,
        PROVINCE,
        OTHER_PROVINCE,
        ABROAD
    }

    boolean saysNothing() {
        return Stream.of(
                        relation,
                        ethnicity,
                        education,
                        studentStatus,
                        health,
                        labourCapacity,
                        disability,
                        skills,
                        insurance,
                        work)
                .allMatch(Objects::isNull);
    }

    /** To be asked where it comes in, and never of what is stored already. */
    void check(String field) {
        if (relation == Relation.HEAD) {
            throw new Malformed(
                    field + ".relation",
                    "not-head",
                    "不能填户主：户主离户时在 member-leaving 中另定，户主仍在户的请办理 head-change（户主变更）",
                    "must not be HEAD: the next head is named in member-leaving when the head leaves, and by head-change while the head stays");
        }
        if (ethnicity != null) Check.text(field + ".ethnicity", ethnicity, 20);
        if (disability != null) {
            Check.range(field + ".disability.grade", disability.grade(), 1, 4);
        }
        if (skills != null) {
            Check.size(field + ".skills", skills, 0, MOST_SKILLS);
            skills.forEach(skill -> Check.text(field + ".skills", skill, 50));
            Check.distinct(field + ".skills", skills);
        }
        if (work != null && work.monthsPerYear() != null) {
            Check.range(field + ".work.monthsPerYear", work.monthsPerYear(), 0, 12);
        }
    }
}
