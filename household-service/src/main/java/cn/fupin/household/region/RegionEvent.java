package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.OrganisationEvent.TeamMember;
import cn.fupin.household.region.PlaceEvent.Criteria;
import cn.fupin.household.region.PlaceEvent.VillageNotice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a place. {@code assumed} marks what the source text does not state. What it
 * is and who sees to it stand in files of their own: {@link PlaceEvent}, {@link OrganisationEvent}.
 */
public sealed interface RegionEvent extends Event
        permits OrganisationEvent,
                PlaceEvent,
                VillageNoticeEvent,
                WorkTakenBack,
                PlaceTakenBack,
                RegionEvent.RegionListed,
                RegionEvent.RegionFactRecorded,
                RegionEvent.PoorVillageIdentified,
                RegionEvent.TrainingHeld,
                RegionEvent.SurveyRoundHeld,
                RegionEvent.InspectionHeld,
                RegionEvent.MeetingHeld,
                RegionEvent.PolicyDocumentIssued,
                RegionEvent.WorkTeamFormed,
                RegionEvent.StaffAppointed,
                RegionEvent.UnitContactAssigned,
                RegionEvent.VillageExitRechecked,
                RegionEvent.ExitsReported,
                RegionEvent.RegionSuperseded {
    /** The 12-digit code of the place. */
    String region();

    /**
     * 列入区划: A place was entered into the register.
     *
     * @param official whether the code stands in the national list of {@code divisionsOf}
     * @param sample a stand-in for a place whose name the source hides
     * @param villageType which kind of place of the village level, null for a village 行政村
     * @param attestedBy the document that shows a code or name of former days, which the list of
     *     {@code divisionsOf} does not have; null for one that stands there, and for a sample
     */
    record RegionListed(
            String region,
            LocalDate occurredOn,
            String name,
            Level level,
            @Nullable String parent,
            boolean official,
            boolean sample,
            LocalDate divisionsOf,
            @Nullable VillageType villageType,
            @Nullable String attestedBy)
            implements RegionEvent {}

    /** 村委会, 居委会, 管理服务中心 (quasi-village, as of a mining district). */
    enum VillageType {
        VILLAGE_COMMITTEE,
        RESIDENTS_COMMITTEE,
        SERVICE_CENTRE
    }

    /**
     * 登记地区数据: A measured attribute as of {@code occurredOn}, such as {@code population} in {@code
     * person}.
     */
    record RegionFactRecorded(
            String region,
            LocalDate occurredOn,
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed)
            implements RegionEvent {}

    /**
     * 识别贫困村: A village was found poor by the criteria of its day 一高一低一无.
     *
     * @param criteria what it was judged by, null when nobody says
     * @param notice how that was made known, null when nobody says
     */
    record PoorVillageIdentified(
            String region,
            LocalDate occurredOn,
            Decision decidedBy,
            boolean assumed,
            @Nullable Criteria criteria,
            @Nullable VillageNotice notice,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /**
     * 举办培训: A training was held.
     *
     * @param personTimes attendances 人次, not persons
     * @param persons distinct trainees, null when nobody says how many
     * @param subject what they learnt
     */
    record TrainingHeld(
            String region,
            LocalDate occurredOn,
            int classes,
            int personTimes,
            boolean assumed,
            @Nullable Integer persons,
            @Nullable String subject)
            implements RegionEvent {}

    /** 开展调查摸底: One round of going from house to house before anybody applied. */
    record SurveyRoundHeld(String region, LocalDate occurredOn, boolean assumed)
            implements RegionEvent {}

    /**
     * 督导督查: A body came to see how the work is done.
     *
     * @param inspectedBy a body, null when nobody says; so the findings
     */
    record InspectionHeld(
            String region,
            LocalDate occurredOn,
            boolean assumed,
            @Nullable String inspectedBy,
            @Nullable String findings,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /** 召开会议: A meeting about the work was held in the place. */
    record MeetingHeld(
            String region,
            LocalDate occurredOn,
            MeetingKind kind,
            String title,
            boolean assumed,
            @Nullable Integer attendance,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /** 动员会, 党委扩大会议, 干部会, 群众会, 其他; of 四议两公开 党支部会, 两委会, 党员大会, 村民代表会议; 领导小组会. */
    enum MeetingKind {
        MOBILISATION,
        COMMITTEE,
        CADRES,
        MASSES,
        OTHER,
        PARTY_BRANCH,
        TWO_COMMITTEES,
        PARTY_MEMBERS,
        VILLAGE_REPRESENTATIVES,
        LEADING_GROUP
    }

    /** 印发文件: A document 红头文件 on the work was issued with a number. */
    record PolicyDocumentIssued(
            String region,
            LocalDate occurredOn,
            String documentNo,
            String title,
            String issuedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /**
     * 组建工作队: A team was formed for this place.
     *
     * @param team its name, the only one of that name in the region
     * @param level who sent it
     * @param units the units that staff it; empty when nobody says which
     * @param members who works in it at first, null when nobody says
     */
    record WorkTeamFormed(
            String region,
            LocalDate occurredOn,
            String team,
            TeamKind kind,
            TeamLevel level,
            List<String> units,
            boolean assumed,
            @Nullable List<TeamMember> members)
            implements RegionEvent {}

    /** 驻村工作队, 调查组, 领导小组. */
    enum TeamKind {
        RESIDENT,
        SURVEY_GROUP,
        LEADING_GROUP
    }

    enum TeamLevel {
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    /** 配备人员: So many persons took up a duty; several appointments add up. */
    record StaffAppointed(
            String region, LocalDate occurredOn, StaffKind kind, int persons, boolean assumed)
            implements RegionEvent {}

    /** 扶贫专干, 帮扶人员, 信息录入员. */
    enum StaffKind {
        OFFICER,
        HELPER,
        DATA_CLERK
    }

    /**
     * 单位联系农户: A unit, not a person, keeps contact with so many households of a village 单位联系: the
     * limit of a person's households does not touch it. Until it ends, or is assigned anew.
     *
     * @param households how many, as stated
     * @param householdIds which, as far as they are named; null where nobody says
     */
    record UnitContactAssigned(
            String region,
            LocalDate occurredOn,
            String unit,
            int households,
            boolean assumed,
            @Nullable List<String> householdIds)
            implements RegionEvent {}

    /**
     * 贫困村退出复核验收: A village's exit from poverty was looked into once more.
     *
     * @param confirmed whether it holds, null when nobody says
     */
    record VillageExitRechecked(
            String region,
            LocalDate occurredOn,
            Decision decidedBy,
            boolean assumed,
            @Nullable Boolean confirmed,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /**
     * 脱贫上报: How many came out of poverty in a year was reported upward. What was reported may
     * differ from what the register counts: both stand here, and so does every other report of that
     * year.
     *
     * @param households as reported, of the place and everything below it
     * @param registerHouseholds whose exit of that year stood on the day of the report, by what was
     *     recorded when the report was entered
     * @param registerPersons how many these had when they exited
     * @param reportedTo the office above
     */
    record ExitsReported(
            String region,
            LocalDate occurredOn,
            int year,
            int households,
            int persons,
            int registerHouseholds,
            int registerPersons,
            String reportedTo,
            @Nullable String documentNo,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements RegionEvent {}

    /**
     * 区划调整撤销: The place ended as a division 区划调整; what is recorded of it stays under its code.
     *
     * @param region the old code
     * @param successors the codes that followed it; empty when none is known
     */
    record RegionSuperseded(
            String region,
            LocalDate occurredOn,
            List<String> successors,
            @Nullable String documentNo,
            boolean assumed)
            implements RegionEvent {}
}
