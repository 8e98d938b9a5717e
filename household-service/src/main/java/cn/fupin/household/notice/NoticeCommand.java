package cn.fupin.household.notice;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.region.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface NoticeCommand extends Command {
    String noticeId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return noticeId();
    }

    /**
     * Puts up a notice.
     *
     * @param lastDays what the rule book says for the day of posting, null when it says nothing
     * @param hotlineRequired whether it must name a telephone by the rule of that day
     * @param batch the batch it names, null when it names none or there is no such batch
     * @param lineage what became of the place it hangs in
     * @param unknownHousehold one it names that is not on file, null when all of them are
     * @param elsewhere one it names that is at another step that day, null when none is
     */
    @Needs(permission = "notice.post", region = Needs.Region.COMMAND)
    record PostNotice(
            Asked asked,
            @Nullable Integer lastDays,
            boolean regionListed,
            boolean hotlineRequired,
            @Nullable KnownBatch batch,
            Lineage lineage,
            @Nullable String unknownHousehold,
            HouseholdSteps.@Nullable Elsewhere elsewhere)
            implements NoticeCommand {
        record Asked(
                String noticeId,
                NoticeKind kind,
                String region,
                String place,
                @Nullable String hotline,
                List<String> householdIds,
                LocalDate postedOn,
                @Nullable String batchId,
                @Nullable Evidence sheet,
                boolean assumed,
                Instant receivedAt) {
            Asked {
                Check.id("notice", "noticeId", noticeId);
                Check.region("region", region);
                Check.text("place", place, 200);
                if (hotline != null) Check.text("hotline", hotline, 30);
                Check.size("householdIds", householdIds, 1, 5000);
                Check.distinct("householdIds", householdIds);
                householdIds.forEach(id -> Check.id("household", "householdIds", id));
                if (batchId != null) Check.id("batch", "batchId", batchId);
                householdIds = List.copyOf(householdIds);
            }
        }

        @Override
        public String noticeId() {
            return asked.noticeId();
        }

        /** Where the stream opens. */
        public String region() {
            return asked.region();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "notice.object")
    record RaiseObjection(
            String noticeId,
            String householdId,
            String grounds,
            @Nullable Channel channel,
            LocalDate raisedOn,
            Instant receivedAt)
            implements NoticeCommand {
        public RaiseObjection {
            Check.id("household", "householdId", householdId);
            Check.text("grounds", grounds, 1000);
        }
    }

    @Needs(permission = "notice.settle")
    record SettleObjection(
            String noticeId,
            String householdId,
            boolean upheld,
            String handling,
            @Nullable Decision decidedBy,
            @Nullable List<Evidence> evidence,
            LocalDate settledOn,
            Instant receivedAt)
            implements NoticeCommand {
        public SettleObjection {
            Check.id("household", "householdId", householdId);
            Check.text("handling", handling, 1000);
            evidence = files(evidence);
        }
    }

    /**
     * That a household was left out 漏评; the form it comes in is {@link OmissionForm}.
     *
     * @param onFile whether the household it names has a file
     * @param personId of one without a file, whose name is in {@code sealed}
     */
    @Needs(permission = "notice.object")
    record RaiseOmission(
            String noticeId,
            String omissionId,
            @Nullable String householdId,
            boolean onFile,
            @Nullable String personId,
            @Nullable String maskedName,
            @Nullable String sealed,
            @Nullable String group,
            String grounds,
            @Nullable Channel channel,
            LocalDate raisedOn,
            Instant receivedAt)
            implements NoticeCommand {}

    @Needs(permission = "notice.settle")
    record SettleOmission(
            String noticeId,
            String omissionId,
            boolean upheld,
            String handling,
            Decision decidedBy,
            @Nullable LocalDate revisitBy,
            @Nullable List<Evidence> evidence,
            LocalDate settledOn,
            Instant receivedAt)
            implements NoticeCommand {
        public SettleOmission {
            Check.id("omission", "omissionId", omissionId);
            Check.text("handling", handling, 1000);
            evidence = files(evidence);
            if (revisitBy != null && !upheld) {
                throw new Malformed(
                        "revisitBy", "when-upheld", "异议成立时才填", "is said of one that is upheld");
            }
            if (revisitBy != null && revisitBy.isBefore(settledOn)) {
                throw new Malformed(
                        "revisitBy",
                        "not-before-settledOn",
                        "不得早于 settledOn",
                        "must not be before settledOn");
            }
        }
    }

    /**
     * @param onFile whether the household it names has a file
     */
    @Needs(permission = "notice.settle")
    record FollowUpOmission(Asked asked, boolean onFile) implements NoticeCommand {
        record Asked(
                String noticeId,
                String omissionId,
                String householdId,
                @Nullable List<Evidence> evidence,
                LocalDate followedUpOn,
                Instant receivedAt) {
            Asked {
                Check.id("omission", "omissionId", omissionId);
                Check.id("household", "householdId", householdId);
                evidence = files(evidence);
            }
        }

        @Override
        public String noticeId() {
            return asked.noticeId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    private static @Nullable List<Evidence> files(@Nullable List<Evidence> evidence) {
        if (evidence == null) return null;
        Check.size("evidence", evidence, 1, 20);
        Check.distinct("evidence", evidence);
        return List.copyOf(evidence);
    }

    @Needs(permission = "notice.close")
    record CloseNotice(String noticeId, LocalDate closedOn, boolean assumed, Instant receivedAt)
            implements NoticeCommand {}

    /** It was posted wrongly; another takes its place. */
    @Needs(permission = "notice.withdraw")
    record WithdrawNotice(
            String noticeId,
            String reason,
            Decision decidedBy,
            LocalDate withdrawnOn,
            boolean assumed,
            Instant receivedAt)
            implements NoticeCommand {
        public WithdrawNotice {
            Check.text("reason", reason, 500);
        }
    }
}
