package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.PlaceCommand.*;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.Region.Group;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a place is, each change of it no earlier than the one before. */
final class Places {
    private Places() {}

    static RegionEvent decide(PlaceCommand command, Listed region) {
        return switch (command) {
            case CorrectListing c -> correct(c, region);
            case ListVillageGroup c -> list(c, village(region));
            case RenameVillageGroup c -> rename(c, village(region));
            case EndVillageGroup c -> end(c, village(region));
            case RenameRegion c -> rename(c, region);
            case IdentifyPoorVillage c -> identify(c, village(region));
            case ExitPoorVillage c -> exit(c, village(region));
            case CorrectPoorVillageFigures c -> correct(c, village(region));
        };
    }

    /** Two persons; the code and what it lies in stay: a place of another code is another place. */
    private static RegionListingCorrected correct(CorrectListing c, Listed region) {
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        if (c.corrected() == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        if (!(c.corrected() instanceof RegionListed wrong)) {
            throw new Refused(CORRECTS_ANOTHER_KIND);
        }
        if (c.on().isBefore(wrong.occurredOn())) throw new Refused(CORRECTION_BEFORE_FACT);
        if (region.recorded().takenBack().contains(asked.correctsEventId())) {
            throw new Refused(TAKEN_BACK_ALREADY);
        }
        var kind = asked.villageType();
        if (kind != null && region.level() != Level.VILLAGE) throw new Refused(NOT_A_VILLAGE);
        called(asked.name(), c.officialName(), wrong.sample(), asked.attestedBy());
        return new RegionListingCorrected(
                region.code(),
                c.on(),
                asked.correctsEventId(),
                wrong.occurredOn(),
                asked.name(),
                region.name().first(),
                wrong.level(),
                wrong.parent(),
                c.officialName() != null,
                wrong.sample(),
                NationalList.AS_OF,
                kind,
                asked.attestedBy(),
                asked.reason(),
                asked.approvedBy(),
                asked.evidence());
    }

    /** A real place goes by its name in the national list, or a document shows another. */
    static void called(
            String name, @Nullable String officialName, boolean sample, @Nullable String document) {
        if (document != null && sample) throw new Refused(SAMPLE_IS_NOT_ATTESTED);
        if (officialName == null && !sample && document == null) {
            throw new Refused(CODE_NOT_IN_NATIONAL_LIST);
        }
        if (officialName != null && sample) throw new Refused(SAMPLE_HAS_A_REAL_CODE);
        if (officialName != null && document == null && !officialName.equals(name)) {
            throw new Refused(
                    NAME_DIFFERS_FROM_NATIONAL_LIST, Map.of("officialName", officialName));
        }
    }

    private static VillageGroupListed list(ListVillageGroup c, Listed village) {
        if (village.groups().containsKey(c.group())) throw new Refused(GROUP_ALREADY_LISTED);
        itsOwn(c.group(), c.name(), c.on(), village);
        notAfterTheEnd(c, village);
        return new VillageGroupListed(
                village.code(), c.on(), c.group(), c.name(), c.households(), c.assumed());
    }

    /**
     * A household's group is found by its number and by its name, also by one it had: no other
     * group that is still there by that day has or had it.
     */
    private static void itsOwn(String group, String name, LocalDate on, Listed village) {
        village.groups()
                .forEach((other, known) -> {
                    if (other.equals(group)) return;
                    if (known.endedOn() != null && !on.isBefore(known.endedOn())) return;
                    if (Stream.concat(Stream.of(other), known.names().stream())
                            .anyMatch(called ->
                                    KnownGroup.isSame(name, called)
                                            || KnownGroup.isSame(group, called))) {
                        throw new Refused(
                                GROUP_OF_THAT_NAME, Map.of("group", other, "name", known.name()));
                    }
                });
    }

    private static VillageGroupRenamed rename(RenameVillageGroup c, Listed village) {
        var group = group(village, c.group());
        if (group.endedOn() != null) throw new Refused(GROUP_ALREADY_ENDED);
        if (group.name().equals(c.name())) throw new Refused(SAME_NAME);
        itsOwn(c.group(), c.name(), c.on(), village);
        notAfterTheEnd(c, village);
        if (!c.on().isAfter(group.since())) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", group.since().toString()));
        }
        return new VillageGroupRenamed(
                village.code(),
                c.on(),
                c.group(),
                c.name(),
                group.name(),
                c.documentNo(),
                c.assumed());
    }

    private static VillageGroupEnded end(EndVillageGroup c, Listed village) {
        var group = group(village, c.group());
        if (group.endedOn() != null) throw new Refused(GROUP_ALREADY_ENDED);
        if (c.on().isBefore(group.since())) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", group.since().toString()));
        }
        for (var successor : c.successors()) {
            if (successor.equals(c.group())) throw new Refused(SUCCEEDED_BY_ITSELF);
            var ended = group(village, successor).endedOn();
            if (ended != null) throw new Refused(GROUP_ALREADY_ENDED);
        }
        return new VillageGroupEnded(
                village.code(), c.on(), c.group(), c.successors(), c.documentNo(), c.assumed());
    }

    private static RegionRenamed rename(RenameRegion c, Listed region) {
        var name = region.name();
        if (name.name().equals(c.name())) throw new Refused(SAME_NAME);
        notAfterTheEnd(c, region);
        if (name.since() != null && !c.on().isAfter(name.since())) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", name.since().toString()));
        }
        return new RegionRenamed(
                region.code(), c.on(), c.name(), name.name(), c.documentNo(), c.assumed());
    }

    private static PoorVillageIdentified identify(IdentifyPoorVillage c, Listed village) {
        VillageNotices.canCome(VillageStep.IDENTIFICATION, c.on(), village, null);
        var asked = c.asked();
        var criteria = asked.criteria() == null ? null : asked.criteria().criteria();
        c.rules().poor(criteria);
        var notice = notice(c, VillageStep.IDENTIFICATION, asked.notice(), c.rules(), village);
        return new PoorVillageIdentified(
                village.code(),
                c.on(),
                asked.decidedBy(),
                asked.assumed(),
                criteria,
                notice,
                asked.evidence());
    }

    private static PoorVillageExited exit(ExitPoorVillage c, Listed village) {
        VillageNotices.canCome(VillageStep.EXIT, c.on(), village, c.poorBefore());
        var asked = c.asked();
        var most = c.rules().exits(asked.poorPersons(), asked.denominatorPersons());
        var notice = notice(c, VillageStep.EXIT, asked.notice(), c.rules(), village);
        return new PoorVillageExited(
                village.code(),
                c.on(),
                asked.poorPersons(),
                asked.denominatorPersons(),
                asked.denominator(),
                VillageRules.basisPoints(asked.poorPersons(), asked.denominatorPersons()),
                most,
                notice,
                asked.decidedBy(),
                asked.assumed(),
                asked.evidence());
    }

    private static @Nullable VillageNotice notice(
            PlaceCommand c,
            VillageStep step,
            @Nullable VillageNotice said,
            VillageRules rules,
            Listed village) {
        var notice = VillageNotices.before(step, said, rules, c.on(), village);
        VillageRules.announced(notice, c.on(), Shanghai.dateOf(c.receivedAt()));
        return notice;
    }

    /**
     * Held against the rules of the step's day as the step was: a number that would undo the
     * decision is no slip of the pen.
     */
    private static PoorVillageFiguresCorrected correct(
            CorrectPoorVillageFigures c, Listed village) {
        var asked = c.asked();
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        var stated = c.corrected();
        if (stated == null) throw new Refused(NO_SUCH_VILLAGE_STEP);
        if (village.recorded().takenBack().contains(asked.correctsEventId())) {
            throw new Refused(TAKEN_BACK_ALREADY);
        }
        if (c.on().isBefore(stated.on())) throw new Refused(CORRECTION_BEFORE_FACT);
        switch (stated.step()) {
            case EXIT -> c.rules().exits(asked.poorPersons(), asked.denominatorPersons());
            case IDENTIFICATION -> {
                if (stated.criteria() == null) throw new Refused(NO_FIGURES_STATED);
                c.rules().poor(corrected(stated.criteria(), asked));
            }
        }
        return new PoorVillageFiguresCorrected(
                village.code(),
                c.on(),
                asked.correctsEventId(),
                stated.step(),
                stated.on(),
                asked.poorPersons(),
                asked.denominatorPersons(),
                asked.denominator(),
                VillageRules.basisPoints(asked.poorPersons(), asked.denominatorPersons()),
                asked.reason(),
                asked.approvedBy(),
                asked.evidence());
    }

    private static Criteria corrected(Criteria was, CorrectPoorVillageFigures.Asked asked) {
        return new Criteria(
                asked.poorPersons(),
                asked.denominatorPersons(),
                asked.denominator(),
                VillageRules.basisPoints(asked.poorPersons(), asked.denominatorPersons()),
                was.provincialIncidenceBasisPoints(),
                was.incomeFenPerHead(),
                was.provincialIncomeFenPerHead(),
                was.collectiveIncomeFen());
    }

    private static Group group(Listed village, String group) {
        var known = village.groups().get(group);
        if (known == null) throw new Refused(GROUP_NOT_LISTED, Map.of("group", group));
        return known;
    }

    private static void notAfterTheEnd(PlaceCommand c, Listed region) {
        var ended = region.supersededOn();
        if (ended != null && !c.on().isBefore(ended)) throw new Refused(ALREADY_SUPERSEDED);
    }

    static Listed village(Listed region) {
        if (region.level() != Level.VILLAGE) throw new Refused(NOT_A_VILLAGE);
        return region;
    }
}
