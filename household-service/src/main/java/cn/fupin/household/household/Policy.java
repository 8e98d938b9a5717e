package cn.fupin.household.household;

import cn.fupin.household.household.PolicyDetails.Field;
import java.util.EnumSet;
import java.util.Set;

/** 雨露计划, 助学金, 职业技能培训, 务工就业, 易地扶贫搬迁, 彝家新寨, 低保兜底, 医疗救助, 大病医保, 大病一次性补偿, 两免三补, 其他. */
public enum Policy {
    RAIN_AND_DEW(Whom.PERSONS, Time.ONCE, Field.SCHOOL_YEAR),
    STUDENT_GRANT(Whom.PERSONS, Time.ONCE, Field.SCHOOL_YEAR),
    TRAINING(Whom.PERSONS, Time.ONCE, Field.COURSE),
    EMPLOYMENT(Whom.PERSONS, Time.LASTING, Field.WORKPLACE, Field.WORK),
    RELOCATION(Whom.HOUSEHOLD, Time.ONCE, Field.PLACEMENT),
    NEW_YI_VILLAGE(Whom.HOUSEHOLD, Time.ONCE),
    SUBSISTENCE_ALLOWANCE(Whom.EITHER, Time.LASTING),
    MEDICAL_AID(Whom.EITHER, Time.ONCE, Field.YEAR),
    SERIOUS_ILLNESS_INSURANCE(Whom.EITHER, Time.ONCE, Field.YEAR),
    SERIOUS_ILLNESS_COMPENSATION(Whom.PERSONS, Time.ONCE, Field.YEAR),
    TWO_EXEMPTIONS_THREE_SUBSIDIES(Whom.EITHER, Time.LASTING),
    OTHER(Whom.EITHER, Time.LASTING, Field.NAME);

    /** Who receives it: members by name, the household as a whole, or as is said. */
    enum Whom {
        PERSONS,
        HOUSEHOLD,
        EITHER
    }

    /** Whether it goes on until it ends, or is of one year, one course, one move. */
    enum Time {
        LASTING,
        ONCE
    }

    private final Whom whom;
    private final Time time;
    private final Set<Field> told;

    Policy(Whom whom, Time time, Field... told) {
        this.whom = whom;
        this.time = time;
        this.told = told.length == 0 ? EnumSet.noneOf(Field.class) : EnumSet.of(told[0], told);
    }

    Whom whom() {
        return whom;
    }

    public boolean lasts() {
        return time == Time.LASTING;
    }

    /** What has to be told of it. */
    Set<Field> told() {
        return told;
    }

    /** Whoever reads of it knows that somebody is ill. */
    public boolean tellsOfHealth() {
        return switch (this) {
            case MEDICAL_AID,
                    SERIOUS_ILLNESS_INSURANCE,
                    SERIOUS_ILLNESS_COMPENSATION,
                    TWO_EXEMPTIONS_THREE_SUBSIDIES ->
                    true;
            case RAIN_AND_DEW,
                    STUDENT_GRANT,
                    TRAINING,
                    EMPLOYMENT,
                    RELOCATION,
                    NEW_YI_VILLAGE,
                    SUBSISTENCE_ALLOWANCE,
                    OTHER ->
                    false;
        };
    }

    /** Where one finds work and which course is held nobody decides by document. */
    boolean isDecided() {
        return this != EMPLOYMENT && this != TRAINING;
    }
}
