package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.region.PlaceEvent.VillageNotice;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.Region.OutOfPoverty;
import cn.fupin.household.region.Region.Poor;
import cn.fupin.household.region.VillageNoticeCommand.*;
import cn.fupin.household.region.VillageNoticeEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A village's notice hangs for its whole legal duration, and the step it is about waits for its end
 * and for every objection to it. After closing nobody objects any more.
 */
final class VillageNotices {
    enum Objection {
        NONE,
        OPEN,
        UPHELD
    }

    /**
     * What hangs, or hung, and no step stands on yet.
     *
     * @param lastOn the day of what was last done with it
     */
    record Hanging(
            VillageNoticePosted posted,
            LocalDate lastOn,
            @Nullable LocalDate closedOn,
            Objection objection) {
        LocalDate over() {
            return Shanghai.dayAfterDuration(posted.occurredOn(), posted.lastDays());
        }

        Hanging on(LocalDate day, Objection now) {
            return new Hanging(posted, day, closedOn, now);
        }

        Hanging closed(LocalDate day) {
            return new Hanging(posted, day, day, objection);
        }
    }

    /**
     * Of each step.
     *
     * @param withdrawnOn the day of the last notice's withdrawal: the next is posted no earlier
     */
    record Notices(Map<VillageStep, Hanging> hanging, Map<VillageStep, LocalDate> withdrawnOn) {
        static final Notices NONE = new Notices(Map.of(), Map.of());

        @Nullable Hanging of(VillageStep step) {
            return hanging.get(step);
        }

        Notices with(VillageStep step, Hanging changed) {
            var more = new HashMap<>(hanging);
            more.put(step, changed);
            return new Notices(Map.copyOf(more), withdrawnOn);
        }

        /** A step stands on it: the next is another. */
        Notices without(VillageStep step) {
            var fewer = new HashMap<>(hanging);
            fewer.remove(step);
            return new Notices(Map.copyOf(fewer), withdrawnOn);
        }

        Notices withdrawn(VillageStep step, LocalDate on) {
            var days = new HashMap<>(withdrawnOn);
            days.put(step, on);
            return new Notices(without(step).hanging, Map.copyOf(days));
        }

        void notBeforeWithdrawal(VillageStep step, LocalDate on) {
            var withdrawn = withdrawnOn.get(step);
            if (withdrawn != null) notBefore(withdrawn, on);
        }
    }

    private VillageNotices() {}

    static VillageNoticeEvent decide(VillageNoticeCommand command, Listed village) {
        return switch (command) {
            case PostVillageNotice c -> post(c, village);
            case RaiseVillageObjection c -> raise(c, village);
            case SettleVillageObjection c -> settle(c, village);
            case CloseVillageNotice c -> close(c, village);
            case WithdrawVillageNotice c -> withdraw(c, village);
        };
    }

    private static VillageNoticePosted post(PostVillageNotice c, Listed village) {
        if (village.notices().of(c.step()) != null) throw new Refused(VILLAGE_NOTICE_POSTED);
        village.notices().notBeforeWithdrawal(c.step(), c.on());
        var ended = village.supersededOn();
        if (ended != null && !c.on().isBefore(ended)) throw new Refused(ALREADY_SUPERSEDED);
        canCome(c.step(), c.on(), village);
        if (c.rules().noticeDays() == null) throw new Refused(NO_RULE_FOR_VILLAGE_NOTICE);
        var asked = c.asked();
        if (c.rules().hotlineRequired() && asked.hotline() == null) {
            throw new Refused(VILLAGE_NOTICE_WITHOUT_HOTLINE);
        }
        return new VillageNoticePosted(
                village.code(),
                c.on(),
                c.step(),
                asked.place(),
                asked.hotline(),
                c.rules().noticeDays(),
                asked.assumed(),
                asked.sheet(),
                asked.figures() == null ? null : asked.figures().stated());
    }

    /** A village that came out of poverty may be identified again. */
    static void canCome(VillageStep step, LocalDate on, Listed village) {
        switch (step) {
            case IDENTIFICATION -> {
                if (village.poverty() instanceof Poor) throw new Refused(ALREADY_A_POOR_VILLAGE);
                if (village.poverty() instanceof OutOfPoverty(var since)) notBefore(since, on);
            }
            case EXIT -> {
                if (!(village.poverty() instanceof Poor(var since))) {
                    throw new Refused(NOT_A_POOR_VILLAGE);
                }
                notBefore(since, on);
            }
        }
    }

    private static void notBefore(LocalDate since, LocalDate on) {
        if (on.isBefore(since)) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", since.toString()));
        }
    }

    private static VillageObjectionRaised raise(RaiseVillageObjection c, Listed village) {
        var notice = open(c, village);
        switch (notice.objection()) {
            case NONE -> {}
            case OPEN -> throw new Refused(VILLAGE_OBJECTION_OPEN);
            case UPHELD -> throw new Refused(VILLAGE_OBJECTION_UPHELD);
        }
        return new VillageObjectionRaised(
                village.code(), c.on(), c.step(), c.grounds(), c.channel());
    }

    private static VillageObjectionSettled settle(SettleVillageObjection c, Listed village) {
        if (posted(c, village).objection() != Objection.OPEN) {
            throw new Refused(NO_OPEN_VILLAGE_OBJECTION);
        }
        return new VillageObjectionSettled(
                village.code(),
                c.on(),
                c.step(),
                c.upheld(),
                c.handling(),
                c.decidedBy(),
                c.evidence());
    }

    private static VillageNoticeClosed close(CloseVillageNotice c, Listed village) {
        var over = open(c, village).over();
        if (c.on().isBefore(over)) {
            throw new Refused(VILLAGE_NOTICE_TOO_SHORT, Map.of("earliest", over.toString()));
        }
        return new VillageNoticeClosed(village.code(), c.on(), c.step(), c.assumed());
    }

    private static VillageNoticeWithdrawn withdraw(WithdrawVillageNotice c, Listed village) {
        posted(c, village);
        return new VillageNoticeWithdrawn(
                village.code(), c.on(), c.step(), c.reason(), c.decidedBy(), c.assumed());
    }

    private static Hanging posted(VillageNoticeCommand c, Listed village) {
        var notice = village.notices().of(c.step());
        if (notice == null) throw new Refused(NO_VILLAGE_NOTICE);
        notBefore(notice.lastOn(), c.on());
        return notice;
    }

    private static Hanging open(VillageNoticeCommand c, Listed village) {
        var notice = posted(c, village);
        if (notice.closedOn() != null) throw new Refused(VILLAGE_NOTICE_CLOSED);
        return notice;
    }

    /**
     * How the step was made known: by the notice that was posted, and where none was, as it is
     * said, unless the rules ask for one.
     */
    static @Nullable VillageNotice before(
            VillageStep step,
            @Nullable VillageNotice said,
            VillageRules rules,
            LocalDate on,
            Listed village) {
        var notice = village.notices().of(step);
        if (notice == null) {
            if (rules.noticeRequired()) throw new Refused(NO_VILLAGE_NOTICE);
            village.notices().notBeforeWithdrawal(step, on);
            rules.hung(said, on);
            return said;
        }
        var closedOn = notice.closedOn();
        if (closedOn == null) {
            throw new Refused(
                    VILLAGE_NOTICE_STILL_HANGS, Map.of("earliest", notice.over().toString()));
        }
        switch (notice.objection()) {
            case NONE -> {}
            case OPEN -> throw new Refused(VILLAGE_OBJECTION_OPEN);
            case UPHELD -> throw new Refused(VILLAGE_OBJECTION_UPHELD);
        }
        if (on.isBefore(notice.lastOn())) {
            throw new Refused(
                    BEFORE_NOTICE_IS_OVER, Map.of("earliest", notice.lastOn().toString()));
        }
        var posted = notice.posted();
        var hung =
                new VillageNotice(
                        posted.place(),
                        posted.occurredOn(),
                        closedOn,
                        said == null ? null : said.announcedOn());
        if (said != null && !said.equals(hung)) throw new Refused(VILLAGE_NOTICE_DIFFERS);
        return hung;
    }
}
