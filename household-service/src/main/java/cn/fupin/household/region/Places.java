package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.region.PlaceCommand.*;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.Region.Group;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a place is, each change of it no earlier than the one before. */
final class Places {
    private Places() {}

    static RegionEvent decide(PlaceCommand command, Listed region) {
        return switch (command) {
            case ListVillageGroup c -> list(c, village(region));
            case EndVillageGroup c -> end(c, village(region));
            case RenameRegion c -> rename(c, region);
            case IdentifyPoorVillage c -> identify(c, village(region));
            case ExitPoorVillage c -> exit(c, village(region));
            case CorrectPoorVillageFigures c -> correct(c, village(region));
        };
    }

    private static VillageGroupListed list(ListVillageGroup c, Listed village) {
        if (village.groups().containsKey(c.group())) throw new Refused(GROUP_ALREADY_LISTED);
        village.groups()
                .forEach((group, known) -> {
                    if (known.endedOn() != null && !c.on().isBefore(known.endedOn())) return;
                    if (isCalled(c, known.name()) || isCalled(c, group)) {
                        throw new Refused(
                                GROUP_OF_THAT_NAME, Map.of("group", group, "name", known.name()));
                    }
                });
        notAfterTheEnd(c, village);
        return new VillageGroupListed(
                village.code(), c.on(), c.group(), c.name(), c.households(), c.assumed());
    }

    /** A household's group is found by its number and by its name. */
    private static boolean isCalled(ListVillageGroup c, String known) {
        return KnownGroup.isSame(c.name(), known) || KnownGroup.isSame(c.group(), known);
    }

    private static VillageGroupEnded end(EndVillageGroup c, Listed village) {
        var group = group(village, c.group());
        if (group.endedOn() != null) throw new Refused(GROUP_ALREADY_ENDED);
        if (c.on().isBefore(group.listedOn())) {
            throw new Refused(
                    BEFORE_THE_LATEST_CHANGE, Map.of("since", group.listedOn().toString()));
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
        VillageNotices.canCome(VillageStep.IDENTIFICATION, c.on(), village);
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
        VillageNotices.canCome(VillageStep.EXIT, c.on(), village);
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
