package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.region.PlaceEvent.VillageNotice;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.Region.NeverPoor;
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
 * and for every objection to it. After closing nobody objects any more; what was raised before is
 * entered also then, and after the step, which stands all the same, for all to see.
 */
final class VillageNotices {
    enum Objection {
        NONE,
        OPEN,
        UPHELD
    }

    /**
     * What hangs, or hung.
     *
     * @param lastOn the latest day of what was done with it
     * @param objectionOn since when the objection stands so
     */
    record Hanging(
            VillageNoticePosted posted,
            LocalDate lastOn,
            @Nullable LocalDate closedOn,
            Objection objection,
            LocalDate objectionOn) {
        static Hanging of(VillageNoticePosted e) {
            return new Hanging(e, e.occurredOn(), null, Objection.NONE, e.occurredOn());
        }

        LocalDate over() {
            return Shanghai.dayAfterDuration(posted.occurredOn(), posted.lastDays());
        }

        Hanging on(LocalDate day, Objection now) {
            var last = day.isAfter(lastOn) ? day : lastOn;
            return new Hanging(posted, last, closedOn, now, day);
        }

        Hanging closed(LocalDate day) {
            return new Hanging(posted, day, day, objection, objectionOn);
        }
    }

    /**
     * Of each step.
     *
     * @param hanging no step stands on it yet
     * @param served the last on which the step stands
     * @param withdrawnOn the day of the last notice's withdrawal: the next is posted no earlier
     */
    record Notices(
            Map<VillageStep, Hanging> hanging,
            Map<VillageStep, Hanging> served,
            Map<VillageStep, LocalDate> withdrawnOn) {
        static final Notices NONE = new Notices(Map.of(), Map.of(), Map.of());

        @Nullable Hanging of(VillageStep step) {
            return hanging.get(step);
        }

        /** The one that hangs, and where none does the one on which the step stands. */
        @Nullable Hanging last(VillageStep step) {
            var notice = hanging.get(step);
            return notice == null ? served.get(step) : notice;
        }

        Notices posted(VillageStep step, Hanging notice) {
            return new Notices(with(hanging, step, notice), served, withdrawnOn);
        }

        /** Of whichever is the last. */
        Notices with(VillageStep step, Hanging changed) {
            return hanging.containsKey(step)
                    ? posted(step, changed)
                    : new Notices(hanging, with(served, step, changed), withdrawnOn);
        }

        /** The step stands on what hung: the next is another. */
        Notices went(VillageStep step) {
            var notice = hanging.get(step);
            if (notice == null) return this;
            return new Notices(without(step), with(served, step, notice), withdrawnOn);
        }

        Notices withdrawn(VillageStep step, LocalDate on) {
            return new Notices(without(step), served, with(withdrawnOn, step, on));
        }

        private Map<VillageStep, Hanging> without(VillageStep step) {
            var fewer = new HashMap<>(hanging);
            fewer.remove(step);
            return Map.copyOf(fewer);
        }

        private static <T> Map<VillageStep, T> with(
                Map<VillageStep, T> of, VillageStep step, T value) {
            var more = new HashMap<>(of);
            more.put(step, value);
            return Map.copyOf(more);
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
        canCome(c.step(), c.on(), village, c.poorBefore());
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

    /**
     * A village that came out of poverty may be identified again; one that was never identified
     * comes out of the poverty of those that ended into it.
     *
     * @param poorBefore since when one of these is poor, null without one
     */
    static void canCome(
            VillageStep step, LocalDate on, Listed village, @Nullable LocalDate poorBefore) {
        switch (step) {
            case IDENTIFICATION -> {
                if (village.poverty() instanceof Poor) throw new Refused(ALREADY_A_POOR_VILLAGE);
                if (village.poverty() instanceof OutOfPoverty out) {
                    notBefore(out.exitedOn(), on);
                }
            }
            case EXIT -> {
                switch (village.poverty()) {
                    case Poor poor -> notBefore(poor.identifiedOn(), on);
                    case NeverPoor _ -> {
                        if (poorBefore == null) throw new Refused(NOT_A_POOR_VILLAGE);
                        notBefore(poorBefore, on);
                    }
                    case OutOfPoverty _ -> throw new Refused(NOT_A_POOR_VILLAGE);
                }
            }
        }
    }

    private static void notBefore(LocalDate since, LocalDate on) {
        if (on.isBefore(since)) {
            throw new Refused(BEFORE_THE_LATEST_CHANGE, Map.of("since", since.toString()));
        }
    }

    private static VillageObjectionRaised raise(RaiseVillageObjection c, Listed village) {
        var notice = hung(c, village);
        notBefore(notice.objectionOn(), c.on());
        var closedOn = notice.closedOn();
        if (closedOn != null && !c.on().isBefore(closedOn)) {
            throw new Refused(VILLAGE_NOTICE_CLOSED);
        }
        switch (notice.objection()) {
            case NONE -> {}
            case OPEN -> throw new Refused(VILLAGE_OBJECTION_OPEN);
            case UPHELD -> throw new Refused(VILLAGE_OBJECTION_UPHELD);
        }
        return new VillageObjectionRaised(
                village.code(), c.on(), c.step(), c.grounds(), c.channel());
    }

    private static VillageObjectionSettled settle(SettleVillageObjection c, Listed village) {
        var notice = hung(c, village);
        if (notice.objection() != Objection.OPEN) throw new Refused(NO_OPEN_VILLAGE_OBJECTION);
        notBefore(notice.objectionOn(), c.on());
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

    /** Also one that is closed, or has served. */
    private static Hanging hung(VillageNoticeCommand c, Listed village) {
        var notice = village.notices().last(c.step());
        if (notice == null) throw new Refused(NO_VILLAGE_NOTICE);
        return notice;
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
