package cn.fupin.household.region;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.PlaceEvent.Criteria;
import cn.fupin.household.region.PlaceEvent.Denominator;
import cn.fupin.household.region.PlaceEvent.VillageNotice;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.RegionEvent.VillageType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a place is: its groups, its name, and whether a village is in poverty or out of it. */
sealed interface PlaceCommand extends RegionCommand {
    Pattern GROUP = Pattern.compile("\\d{2,3}");

    /** The day the ordered fact is to be true. */
    LocalDate on();

    private static void checkGroup(String field, String group) {
        if (!GROUP.matcher(group).matches()) {
            throw new Malformed(field, "group-number", "应为两位或三位组号", "must be two or three digits");
        }
    }

    private static void counted(int poorPersons, int denominatorPersons) {
        Check.range("denominatorPersons", denominatorPersons, 1, 100_000_000);
        Check.range("poorPersons", poorPersons, 0, denominatorPersons);
    }

    private static void hung(@Nullable VillageNotice notice) {
        if (notice == null) return;
        Check.text("notice.place", notice.place(), 200);
        if (notice.closedOn().isBefore(notice.postedOn())) {
            throw new Malformed(
                    "notice.closedOn", "order-of-days", "不能早于张贴之日", "must not be before postedOn");
        }
    }

    /**
     * @param corrected the listing when this place has it, some other event of its, or null
     * @param officialName the code's name in the national list, null when it is not there
     */
    @Needs(permission = "region.correct-place")
    record CorrectListing(
            Asked asked, @Nullable RegionEvent corrected, @Nullable String officialName)
            implements PlaceCommand {
        record Asked(
                String regionId,
                String correctsEventId,
                String name,
                @Nullable VillageType villageType,
                @Nullable String attestedBy,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                @Nullable List<Evidence> evidence,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                Check.text("name", name, 100);
                if (attestedBy != null) Check.text("attestedBy", attestedBy, 200);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                evidence = RegionCommand.files(evidence);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public LocalDate on() {
            return asked.correctedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "region.list")
    record ListVillageGroup(
            String regionId,
            String group,
            String name,
            @Nullable Integer households,
            LocalDate listedOn,
            boolean assumed,
            Instant receivedAt)
            implements PlaceCommand {
        public ListVillageGroup {
            checkGroup("group", group);
            Check.text("name", name, 50);
            if (households != null) Check.range("households", households, 0, 100_000);
        }

        @Override
        public LocalDate on() {
            return listedOn;
        }
    }

    @Needs(permission = "region.list")
    record RenameVillageGroup(
            String regionId,
            String group,
            String name,
            @Nullable String documentNo,
            LocalDate renamedOn,
            boolean assumed,
            Instant receivedAt)
            implements PlaceCommand {
        public RenameVillageGroup {
            checkGroup("group", group);
            Check.text("name", name, 50);
            if (documentNo != null) Check.text("documentNo", documentNo, 100);
        }

        @Override
        public LocalDate on() {
            return renamedOn;
        }
    }

    @Needs(permission = "region.list")
    record EndVillageGroup(
            String regionId,
            String group,
            List<String> successors,
            @Nullable String documentNo,
            LocalDate endedOn,
            boolean assumed,
            Instant receivedAt)
            implements PlaceCommand {
        public EndVillageGroup {
            checkGroup("group", group);
            Check.size("successors", successors, 0, 50);
            successors.forEach(successor -> checkGroup("successors", successor));
            Check.distinct("successors", successors);
            if (documentNo != null) Check.text("documentNo", documentNo, 100);
            successors = List.copyOf(successors);
        }

        @Override
        public LocalDate on() {
            return endedOn;
        }
    }

    @Needs(permission = "region.list")
    record RenameRegion(
            String regionId,
            String name,
            @Nullable String documentNo,
            LocalDate renamedOn,
            boolean assumed,
            Instant receivedAt)
            implements PlaceCommand {
        public RenameRegion {
            Check.text("name", name, 100);
            if (documentNo != null) Check.text("documentNo", documentNo, 100);
        }

        @Override
        public LocalDate on() {
            return renamedOn;
        }
    }

    /**
     * @param rules what holds there that day
     */
    @Needs(permission = "region.identify")
    record IdentifyPoorVillage(Asked asked, VillageRules rules) implements PlaceCommand {
        record Asked(
                String regionId,
                LocalDate identifiedOn,
                Decision decidedBy,
                boolean assumed,
                @Nullable Measured criteria,
                @Nullable VillageNotice notice,
                @Nullable List<Evidence> evidence,
                Instant receivedAt) {
            Asked {
                hung(notice);
                evidence = RegionCommand.files(evidence);
            }
        }

        /** 一高一低一无 as it comes in. */
        record Measured(
                int poorPersons,
                int denominatorPersons,
                Denominator denominator,
                int provincialIncidenceBasisPoints,
                long incomeFenPerHead,
                long provincialIncomeFenPerHead,
                long collectiveIncomeFen) {
            Measured {
                counted(poorPersons, denominatorPersons);
                Check.range(
                        "provincialIncidenceBasisPoints",
                        provincialIncidenceBasisPoints,
                        0,
                        10_000);
                Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
                Check.range(
                        "provincialIncomeFenPerHead",
                        provincialIncomeFenPerHead,
                        1,
                        Check.MOST_FEN);
                Check.range("collectiveIncomeFen", collectiveIncomeFen, 0, Check.MOST_FEN);
            }

            Criteria criteria() {
                return new Criteria(
                        poorPersons,
                        denominatorPersons,
                        denominator,
                        VillageRules.basisPoints(poorPersons, denominatorPersons),
                        provincialIncidenceBasisPoints,
                        incomeFenPerHead,
                        provincialIncomeFenPerHead,
                        collectiveIncomeFen);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public LocalDate on() {
            return asked.identifiedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param rules what holds there that day
     * @param poorBefore since when a village is poor that ended into this one by that day; null
     *     without one
     */
    @Needs(permission = "region.exit")
    record ExitPoorVillage(Asked asked, VillageRules rules, @Nullable LocalDate poorBefore)
            implements PlaceCommand {
        record Asked(
                String regionId,
                int poorPersons,
                int denominatorPersons,
                Denominator denominator,
                @Nullable VillageNotice notice,
                Decision decidedBy,
                LocalDate exitedOn,
                boolean assumed,
                @Nullable List<Evidence> evidence,
                Instant receivedAt) {
            Asked {
                counted(poorPersons, denominatorPersons);
                hung(notice);
                evidence = RegionCommand.files(evidence);
            }
        }

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public LocalDate on() {
            return asked.exitedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param corrected what the event to be corrected stated, null when this place has none such
     * @param rules what held there on the day of that step
     */
    @Needs(permission = "region.correct-figures")
    record CorrectPoorVillageFigures(Asked asked, @Nullable Stated corrected, VillageRules rules)
            implements PlaceCommand {
        record Asked(
                String regionId,
                String correctsEventId,
                int poorPersons,
                int denominatorPersons,
                Denominator denominator,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                @Nullable List<Evidence> evidence,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                counted(poorPersons, denominatorPersons);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                evidence = RegionCommand.files(evidence);
            }
        }

        /**
         * @param criteria of an identification that stated any
         */
        record Stated(VillageStep step, LocalDate on, @Nullable Criteria criteria) {}

        @Override
        public String regionId() {
            return asked.regionId();
        }

        @Override
        public LocalDate on() {
            return asked.correctedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
