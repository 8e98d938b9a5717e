package cn.fupin.household.region;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.PlaceEvent.Denominator;
import cn.fupin.household.region.PlaceEvent.NoticeFigures;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A village's notice is posted, objected to and over, as a household's is. */
sealed interface VillageNoticeCommand extends RegionCommand {
    VillageStep step();

    /** The day the ordered fact is to be true. */
    LocalDate on();

    /**
     * @param rules what holds there that day
     * @param poorBefore as of {@link PlaceCommand.ExitPoorVillage}
     */
    @Needs(permission = "notice.post")
    record PostVillageNotice(Asked asked, VillageRules rules, @Nullable LocalDate poorBefore)
            implements VillageNoticeCommand {
        record Asked(
                String regionId,
                VillageStep step,
                String place,
                @Nullable String hotline,
                LocalDate postedOn,
                @Nullable Evidence sheet,
                boolean assumed,
                @Nullable Figures figures,
                Instant receivedAt) {
            Asked {
                Check.text("place", place, 200);
                if (hotline != null) Check.text("hotline", hotline, 30);
            }
        }

        /** What it states of the village, as it comes in. */
        record Figures(
                int poorPersons,
                int denominatorPersons,
                Denominator denominator,
                @Nullable Integer provincialIncidenceBasisPoints,
                @Nullable Long incomeFenPerHead,
                @Nullable Long provincialIncomeFenPerHead,
                @Nullable Long collectiveIncomeFen) {
            Figures {
                Check.range("denominatorPersons", denominatorPersons, 1, 100_000_000);
                Check.range("poorPersons", poorPersons, 0, denominatorPersons);
                if (provincialIncidenceBasisPoints != null) {
                    Check.range(
                            "provincialIncidenceBasisPoints",
                            provincialIncidenceBasisPoints,
                            0,
                            10_000);
                }
                if (incomeFenPerHead != null) {
                    Check.range(
                            "incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
                }
                if (provincialIncomeFenPerHead != null) {
                    Check.range(
                            "provincialIncomeFenPerHead",
                            provincialIncomeFenPerHead,
                            1,
                            Check.MOST_FEN);
                }
                if (collectiveIncomeFen != null) {
                    Check.range("collectiveIncomeFen", collectiveIncomeFen, 0, Check.MOST_FEN);
                }
            }

            NoticeFigures stated() {
                return new NoticeFigures(
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
        public VillageStep step() {
            return asked.step();
        }

        @Override
        public LocalDate on() {
            return asked.postedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "notice.object")
    record RaiseVillageObjection(
            String regionId,
            VillageStep step,
            String grounds,
            @Nullable Channel channel,
            LocalDate raisedOn,
            Instant receivedAt)
            implements VillageNoticeCommand {
        public RaiseVillageObjection {
            Check.text("grounds", grounds, 1000);
        }

        @Override
        public LocalDate on() {
            return raisedOn;
        }
    }

    @Needs(permission = "notice.settle")
    record SettleVillageObjection(
            String regionId,
            VillageStep step,
            boolean upheld,
            String handling,
            Decision decidedBy,
            @Nullable List<Evidence> evidence,
            LocalDate settledOn,
            Instant receivedAt)
            implements VillageNoticeCommand {
        public SettleVillageObjection {
            Check.text("handling", handling, 1000);
            evidence = RegionCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return settledOn;
        }
    }

    @Needs(permission = "notice.close")
    record CloseVillageNotice(
            String regionId,
            VillageStep step,
            LocalDate closedOn,
            boolean assumed,
            Instant receivedAt)
            implements VillageNoticeCommand {
        @Override
        public LocalDate on() {
            return closedOn;
        }
    }

    @Needs(permission = "notice.withdraw")
    record WithdrawVillageNotice(
            String regionId,
            VillageStep step,
            String reason,
            Decision decidedBy,
            LocalDate withdrawnOn,
            boolean assumed,
            Instant receivedAt)
            implements VillageNoticeCommand {
        public WithdrawVillageNotice {
            Check.text("reason", reason, 500);
        }

        @Override
        public LocalDate on() {
            return withdrawnOn;
        }
    }
}
