package cn.fupin.household.region;

import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.PlaceTakenBack.*;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.VillageNoticeEvent.*;
import cn.fupin.household.region.VillageNotices.Hanging;
import cn.fupin.household.region.VillageNotices.Notices;
import cn.fupin.household.region.VillageNotices.Objection;
import cn.fupin.household.region.WorkTakenBack.VillageExitRecheckTakenBack;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place as far as its own decisions need it. */
sealed interface Region {
    /**
     * Nothing that is on the register.
     *
     * @param code null before it was listed for the first time
     * @param takenBack the ids of the events that were entered wrongly
     */
    record Unlisted(@Nullable String code, Set<String> takenBack) implements Region {
        static final Unlisted NEVER_LISTED = new Unlisted(null, Set.of());
    }

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

        Listed endedOn(@Nullable LocalDate day) {
            return new Listed(
                    code, level, name, poverty, organisation, groups, notices, recorded, day);
        }
    }

    /**
     * @param since null for the name it was listed under, which it may have had before
     * @param before what it was called until then, null for the name it was listed under
     */
    record Name(String name, @Nullable LocalDate since, @Nullable Name before) {
        /** What it was listed under. */
        String first() {
            return before == null ? name : before.first();
        }

        Name listedAs(String right) {
            return before == null
                    ? new Name(right, since, null)
                    : new Name(name, since, before.listedAs(right));
        }
    }

    /** Whether it counts as a poor village. */
    sealed interface Poverty {}

    record NeverPoor() implements Poverty {}

    /**
     * @param before what it counted as until then
     * @param rechecks how often an exit that nobody had entered yet was looked into
     */
    record Poor(LocalDate identifiedOn, Poverty before, int rechecks) implements Poverty {}

    /**
     * @param before what it counted as until then
     * @param rechecks how often its exit was looked into once more
     */
    record OutOfPoverty(LocalDate exitedOn, Poverty before, int rechecks) implements Poverty {}

    /**
     * A villagers' group.
     *
     * @param since the day of its last change, that it was listed, renamed or ended
     * @param names all it was ever called, of which no other is while it is there
     */
    record Group(String name, LocalDate since, @Nullable LocalDate endedOn, Set<String> names) {
        Group renamed(String to, LocalDate on) {
            var more = new HashSet<>(names);
            more.add(to);
            return new Group(to, on, endedOn, Set.copyOf(more));
        }

        Group endedOn(LocalDate on) {
            return new Group(name, on, on, names);
        }
    }

    static Region evolve(Region state, RegionEvent event) {
        return switch (event) {
            case RegionListed e ->
                    new Listed(
                            e.region(),
                            e.level(),
                            new Name(e.name(), null, null),
                            new NeverPoor(),
                            Organisation.NOBODY,
                            Map.of(),
                            Notices.NONE,
                            new Recorded(Set.of(), Set.of(), ((Unlisted) state).takenBack()),
                            null);
            case PoorVillageIdentified e ->
                    went(
                            VillageStep.IDENTIFICATION,
                            listed(state)
                                    .with(new Poor(e.occurredOn(), listed(state).poverty(), 0)));
            case WorkTeamFormed e -> listed(state).with(organisation(state).formed(e));
            case StaffAppointed e -> listed(state).with(duties(state, duties(state).after(e)));
            case UnitContactAssigned e -> listed(state).with(duties(state, duties(state).after(e)));
            case RegionSuperseded e -> listed(state).endedOn(e.occurredOn());
            case PlaceEvent e -> evolve(listed(state), e);
            case VillageNoticeEvent e -> evolve(listed(state), e);
            case OrganisationEvent e -> listed(state).with(organisation(state).after(e));
            case TrainingHeld e -> listed(state).with(listed(state).recorded().and(e));
            case PolicyDocumentIssued e -> listed(state).with(listed(state).recorded().and(e));
            case VillageExitRecheckTakenBack e ->
                    rechecked(listed(state).with(listed(state).recorded().without(e)), -1);
            case WorkTakenBack e -> listed(state).with(listed(state).recorded().without(e));
            case PlaceTakenBack e -> without(e, listed(state));
            case VillageExitRechecked _ -> rechecked(listed(state), 1);
            case RegionFactRecorded _,
                    SurveyRoundHeld _,
                    InspectionHeld _,
                    MeetingHeld _,
                    ExitsReported _ ->
                    state;
        };
    }

    private static Listed evolve(Listed state, PlaceEvent event) {
        return switch (event) {
            case VillageGroupListed e ->
                    state.with(
                            e.group(), new Group(e.name(), e.occurredOn(), null, Set.of(e.name())));
            case VillageGroupRenamed e ->
                    state.with(
                            e.group(), group(state, e.group()).renamed(e.name(), e.occurredOn()));
            case VillageGroupEnded e ->
                    state.with(e.group(), group(state, e.group()).endedOn(e.occurredOn()));
            case RegionListingCorrected e -> state.with(state.name().listedAs(e.name()));
            case RegionRenamed e -> state.with(new Name(e.name(), e.occurredOn(), state.name()));
            case PoorVillageExited e ->
                    went(
                            VillageStep.EXIT,
                            state.with(new OutOfPoverty(e.occurredOn(), state.poverty(), 0)));
            case PoorVillageFiguresCorrected _ -> state;
        };
    }

    private static Group group(Listed village, String group) {
        return Objects.requireNonNull(village.groups().get(group));
    }

    /** As it stood before; the notice that had hung for a step has served. */
    private static Region without(PlaceTakenBack event, Listed state) {
        var recorded = state.recorded().without(event.correctsEventId());
        var listed = state.with(recorded);
        return switch (event) {
            case ListingTakenBack _ -> new Unlisted(state.code(), recorded.takenBack());
            case SuccessionTakenBack _ -> listed.endedOn(null);
            case RenamingTakenBack _ -> {
                var before = state.name().before();
                yield before == null ? listed : listed.with(before);
            }
            case PoorVillageIdentificationTakenBack _, PoorVillageExitTakenBack _ ->
                    switch (state.poverty()) {
                        case Poor(_, var before, _) -> listed.with(before);
                        case OutOfPoverty out -> listed.with(out.before());
                        case NeverPoor _ -> listed;
                    };
        };
    }

    private static Listed rechecked(Listed village, int more) {
        return switch (village.poverty()) {
            case Poor(var on, var before, var times) ->
                    village.with(new Poor(on, before, Math.max(0, times + more)));
            case OutOfPoverty(var on, var before, var times) ->
                    village.with(new OutOfPoverty(on, before, Math.max(0, times + more)));
            case NeverPoor _ -> village;
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
