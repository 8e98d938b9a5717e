package cn.fupin.household.region;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is recorded of a place. {@code assumed} marks what the source text does not state. */
public sealed interface RegionEvent extends Event {
    /** The 12-digit code of the place. */
    String region();

    /**
     * A place was entered into the register.
     *
     * @param official whether the code stands in the national list of {@code divisionsOf}
     * @param sample a stand-in for a place whose name the source hides
     * @param villageType which kind of place of the village level, null for a village 行政村
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
            @Nullable VillageType villageType)
            implements RegionEvent {}

    /** 村委会, 居委会, 管理服务中心 (quasi-village, as of a mining district). */
    enum VillageType {
        VILLAGE_COMMITTEE,
        RESIDENTS_COMMITTEE,
        SERVICE_CENTRE
    }

    /**
     * A measured attribute as of {@code occurredOn}, such as {@code population} in {@code person}.
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

    record PoorVillageIdentified(
            String region, LocalDate occurredOn, Decision decidedBy, boolean assumed)
            implements RegionEvent {}

    /**
     * A training was held.
     *
     * @param personTimes attendances 人次, not persons
     * @param persons distinct trainees, null when nobody says how many
     */
    record TrainingHeld(
            String region,
            LocalDate occurredOn,
            int classes,
            int personTimes,
            boolean assumed,
            @Nullable Integer persons)
            implements RegionEvent {}

    record SurveyRoundHeld(String region, LocalDate occurredOn, boolean assumed)
            implements RegionEvent {}

    record InspectionHeld(String region, LocalDate occurredOn, boolean assumed)
            implements RegionEvent {}

    record MeetingHeld(
            String region, LocalDate occurredOn, MeetingKind kind, String title, boolean assumed)
            implements RegionEvent {}

    /** 动员会, 党委扩大会议, 干部会, 群众会. */
    enum MeetingKind {
        MOBILISATION,
        COMMITTEE,
        CADRES,
        MASSES,
        OTHER
    }

    /** 红头文件. */
    record PolicyDocumentIssued(
            String region,
            LocalDate occurredOn,
            String documentNo,
            String title,
            String issuedBy,
            boolean assumed)
            implements RegionEvent {}

    /**
     * A team was formed for this place.
     *
     * @param team its name, the only one of that name in the region
     * @param level who sent it
     * @param units the units that staff it; empty when nobody says which
     */
    record WorkTeamFormed(
            String region,
            LocalDate occurredOn,
            String team,
            TeamKind kind,
            TeamLevel level,
            List<String> units,
            boolean assumed)
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

    /** So many persons took up a duty; several appointments add up. */
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
     * A unit, not a person, keeps contact with so many households of a village 单位联系: the limit of a
     * person's households does not touch it.
     */
    record UnitContactAssigned(
            String region, LocalDate occurredOn, String unit, int households, boolean assumed)
            implements RegionEvent {}

    /** A village's exit from poverty was looked into once more 复核验收. */
    record VillageExitRechecked(
            String region, LocalDate occurredOn, Decision decidedBy, boolean assumed)
            implements RegionEvent {}

    /**
     * The place ended as a division 区划调整; what is recorded of it stays under its code.
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
