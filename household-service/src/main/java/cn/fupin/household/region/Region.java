package cn.fupin.household.region;

import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.VillageNoticeEvent.*;
import cn.fupin.household.region.VillageNotices.Hanging;
import cn.fupin.household.region.VillageNotices.Notices;
import cn.fupin.household.region.VillageNotices.Objection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place as far as its own decisions need it. */
sealed interface Region {
    record Unlisted() implements Region {}

    /**
     * A place on the register.
     *
     * @param supersededOn the day it ended as a division, null while it has not
     */
    record Listed(
            String code,
            Level level,
            Name name,
            Poverty poverty,
            Organisation organisation,
            Map<String, Group> groups,
            Notices notices,
            Recorded recorded,
            @Nullable LocalDate supersededOn)
            implements Region {
        Listed with(Name changed) {
            return new Listed(
                    code,
                    level,
                    changed,
                    poverty,
                    organisation,
                    groups,
                    notices,
                    recorded,
                    supersededOn);
        }

        Listed with(Poverty changed) {
            return new Listed(
                    code,
                    level,
                    name,
                    changed,
                    organisation,
                    groups,
                    notices,
                    recorded,
                    supersededOn);
        }

        Listed with(Organisation changed) {
            return new Listed(
                    code, level, name, poverty, changed, groups, notices, recorded, supersededOn);
        }

        Listed with(String group, Group changed) {
            var more = new HashMap<>(groups);
            more.put(group, changed);
            return new Listed(
                    code,
                    level,
                    name,
                    poverty,
                    organisation,
                    Map.copyOf(more),
                    notices,
                    recorded,
                    supersededOn);
        }

        Listed with(Notices changed) {
            return new Listed(
                    code,
                    level,
                    name,
                    poverty,
                    organisation,
                    groups,
                    changed,
                    recorded,
                    supersededOn);
        }

        Listed with(Recorded more) {
            return new Listed(
                    code, level, name, poverty, organisation, groups, notices, more, supersededOn);
        }

        Listed endedOn(LocalDate day) {
            return new Listed(
                    code, level, name, poverty, organisation, groups, notices, recorded, day);
        }
    }

    /**
     * @param since null for the name it was listed under, which it may have had before
     */
    record Name(String name, @Nullable LocalDate since) {}

    /** Whether it counts as a poor village. */
    sealed interface Poverty {}

    record NeverPoor() implements Poverty {}

    record Poor(LocalDate identifiedOn) implements Poverty {}

    record OutOfPoverty(LocalDate exitedOn) implements Poverty {}

    /** A villagers' group. */
    record Group(String name, LocalDate listedOn, @Nullable LocalDate endedOn) {}

    static Region evolve(Region state, RegionEvent event) {
        return switch (event) {
            case RegionListed e ->
                    new Listed(
                            e.region(),
                            e.level(),
                            new Name(e.name(), null),
                            new NeverPoor(),
                            Organisation.NOBODY,
                            Map.of(),
                            Notices.NONE,
                            Recorded.NOTHING,
                            null);
            case PoorVillageIdentified e ->
                    went(VillageStep.IDENTIFICATION, listed(state).with(new Poor(e.occurredOn())));
            case WorkTeamFormed e -> listed(state).with(organisation(state).formed(e));
            case StaffAppointed e -> listed(state).with(duties(state, duties(state).after(e)));
            case UnitContactAssigned e -> listed(state).with(duties(state, duties(state).after(e)));
            case RegionSuperseded e -> listed(state).endedOn(e.occurredOn());
            case PlaceEvent e -> evolve(listed(state), e);
            case VillageNoticeEvent e -> evolve(listed(state), e);
            case OrganisationEvent e -> listed(state).with(organisation(state).after(e));
            case TrainingHeld e -> listed(state).with(listed(state).recorded().and(e));
            case PolicyDocumentIssued e -> listed(state).with(listed(state).recorded().and(e));
            case WorkTakenBack e -> listed(state).with(listed(state).recorded().without(e));
            case RegionFactRecorded _,
                    SurveyRoundHeld _,
                    InspectionHeld _,
                    MeetingHeld _,
                    VillageExitRechecked _,
                    ExitsReported _ ->
                    state;
        };
    }

    private static Listed evolve(Listed state, PlaceEvent event) {
        return switch (event) {
            case VillageGroupListed e ->
                    state.with(e.group(), new Group(e.name(), e.occurredOn(), null));
            case VillageGroupEnded e -> {
                var was = state.groups().get(e.group());
                var ended =
                        was == null
                                ? new Group(e.group(), e.occurredOn(), e.occurredOn())
                                : new Group(was.name(), was.listedOn(), e.occurredOn());
                yield state.with(e.group(), ended);
            }
            case RegionRenamed e -> state.with(new Name(e.name(), e.occurredOn()));
            case PoorVillageExited e ->
                    went(VillageStep.EXIT, state.with(new OutOfPoverty(e.occurredOn())));
            case PoorVillageFiguresCorrected _ -> state;
        };
    }

    private static Listed evolve(Listed state, VillageNoticeEvent event) {
        return state.with(evolve(state.notices(), event));
    }

    private static Notices evolve(Notices notices, VillageNoticeEvent event) {
        var step = event.step();
        var on = event.occurredOn();
        if (event instanceof VillageNoticePosted e) {
            return notices.posted(step, Hanging.of(e));
        }
        var hanging = Objects.requireNonNull(notices.last(step));
        return switch (event) {
            case VillageNoticePosted _ -> notices;
            case VillageObjectionRaised _ -> notices.with(step, hanging.on(on, Objection.OPEN));
            case VillageObjectionSettled e ->
                    notices.with(
                            step, hanging.on(on, e.upheld() ? Objection.UPHELD : Objection.NONE));
            case VillageNoticeClosed _ -> notices.with(step, hanging.closed(on));
            case VillageNoticeWithdrawn _ -> notices.withdrawn(step, on);
        };
    }

    /** What was posted for the step has served. */
    private static Listed went(VillageStep step, Listed village) {
        return village.with(village.notices().went(step));
    }

    private static Listed listed(Region state) {
        return (Listed) state;
    }

    private static Organisation organisation(Region state) {
        return listed(state).organisation();
    }

    private static Duties duties(Region state) {
        return organisation(state).duties();
    }

    private static Organisation duties(Region state, Duties changed) {
        return organisation(state).with(changed);
    }
}
