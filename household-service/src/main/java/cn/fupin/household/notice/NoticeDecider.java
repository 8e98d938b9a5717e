package cn.fupin.household.notice;

import static cn.fupin.household.notice.NoticeReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.notice.Notice.Closed;
import cn.fupin.household.notice.Notice.Open;
import cn.fupin.household.notice.Notice.Public;
import cn.fupin.household.notice.NoticeCommand.*;
import cn.fupin.household.notice.NoticeEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice hangs for its whole legal duration. Nobody objects after its days; what was raised
 * within them is entered also after closing, and whatever step stands on the notice by then stands
 * with an objection for all to see.
 */
enum NoticeDecider implements Decider<NoticeCommand, Notice, NoticeEvent> {
    INSTANCE;

    @Override
    public Notice initial() {
        return new Notice.NotPosted();
    }

    @Override
    public List<NoticeEvent> decide(NoticeCommand command, Notice state) {
        return List.of(
                switch (command) {
                    case PostNotice c -> post(c, state);
                    case RaiseObjection c -> raise(c, state);
                    case SettleObjection c -> settle(c, state);
                    case RaiseOmission c -> raise(c, state);
                    case SettleOmission c -> settle(c, state);
                    case FollowUpOmission c -> followUp(c, state);
                    case CloseNotice c -> close(c, state);
                    case WithdrawNotice c -> withdraw(c, state);
                });
    }

    private static NoticePosted post(PostNotice c, Notice state) {
        var asked = c.asked();
        if (state instanceof Public) throw new Refused(ALREADY_POSTED);
        past(c, asked.postedOn());
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        if (c.lastDays() == null) {
            throw new Refused(NO_RULE_FOR_DAYS, Map.of("rule", asked.kind().days().code()));
        }
        if (c.hotlineRequired() && asked.hotline() == null) throw new Refused(HOTLINE_REQUIRED);
        ofItsBatch(asked, c.batch(), c.lineage());
        if (c.unknownHousehold() != null) {
            throw new Refused(HOUSEHOLD_NOT_ON_FILE, Map.of("householdId", c.unknownHousehold()));
        }
        var elsewhere = c.elsewhere();
        if (elsewhere != null) {
            var step = elsewhere.step();
            throw new Refused(
                    HOUSEHOLD_AT_ANOTHER_STEP,
                    Map.of(
                            "householdId",
                            elsewhere.householdId(),
                            "step",
                            step == null ? "" : step));
        }
        return new NoticePosted(
                asked.noticeId(),
                asked.postedOn(),
                asked.kind(),
                asked.region(),
                asked.place(),
                asked.hotline(),
                c.lastDays(),
                asked.householdIds(),
                asked.assumed(),
                asked.batchId(),
                asked.sheet());
    }

    /** A second notice may hang for the whole township, one of its villages being the batch's. */
    private static void ofItsBatch(
            PostNotice.Asked asked, @Nullable KnownBatch batch, Lineage lineage) {
        if (asked.batchId() == null) return;
        if (batch == null) throw new Refused(BATCH_UNKNOWN);
        if (!lineage.reaches(asked.region(), batch.region(), asked.postedOn())) {
            throw new Refused(BATCH_ELSEWHERE);
        }
        if (asked.postedOn().isBefore(batch.appliesFrom())) {
            throw new Refused(
                    BEFORE_ITS_BATCH, Map.of("appliesFrom", batch.appliesFrom().toString()));
        }
    }

    private static ObjectionRaised raise(RaiseObjection c, Notice state) {
        var sheet = hung(state).sheet();
        past(c, c.raisedOn());
        var named = sheet.named().get(c.householdId());
        if (named == null) throw new Refused(HOUSEHOLD_NOT_NAMED);
        inOrder(c.raisedOn(), named.on());
        if (!c.raisedOn().isBefore(sheet.over())) throw afterItsDays(sheet);
        var objection = named.objection();
        if (objection == Objection.OPEN) throw new Refused(OBJECTION_ALREADY_OPEN);
        if (objection == Objection.UPHELD) throw new Refused(OBJECTION_ALREADY_UPHELD);
        return new ObjectionRaised(
                c.noticeId(), c.raisedOn(), c.householdId(), c.grounds(), c.channel());
    }

    private static ObjectionSettled settle(SettleObjection c, Notice state) {
        if (!(state instanceof Public notice)) throw new Refused(NOT_POSTED);
        past(c, c.settledOn());
        var named = notice.sheet().named().get(c.householdId());
        if (named == null || named.objection() != Objection.OPEN) {
            throw new Refused(NO_OPEN_OBJECTION);
        }
        inOrder(c.settledOn(), named.on());
        return new ObjectionSettled(
                c.noticeId(),
                c.settledOn(),
                c.householdId(),
                c.upheld(),
                c.handling(),
                c.decidedBy(),
                c.evidence());
    }

    /**
     * Whether it belongs there is for its handling to say; on a list of exits nobody is missing.
     */
    private static OmissionRaised raise(RaiseOmission c, Notice state) {
        var sheet = hung(state).sheet();
        past(c, c.raisedOn());
        inOrder(c.raisedOn(), sheet.postedOn());
        if (sheet.kind() == NoticeKind.EXIT) throw new Refused(NOBODY_MISSES_AN_EXIT);
        if (!c.raisedOn().isBefore(sheet.over())) throw afterItsDays(sheet);
        if (sheet.omissions().containsKey(c.omissionId())) throw new Refused(OMISSION_ID_USED);
        var household = c.householdId();
        if (household != null) {
            if (sheet.named().containsKey(household)) throw new Refused(HOUSEHOLD_ON_THE_LIST);
            if (!c.onFile()) {
                throw new Refused(HOUSEHOLD_NOT_ON_FILE, Map.of("householdId", household));
            }
            for (var other : sheet.omissions().values()) {
                if (!household.equals(other.householdId())) continue;
                switch (other.state()) {
                    case OPEN -> throw new Refused(OBJECTION_ALREADY_OPEN);
                    case UPHELD, FOLLOWED_UP -> throw new Refused(OBJECTION_ALREADY_UPHELD);
                    case DISMISSED -> {}
                }
            }
        }
        return new OmissionRaised(
                c.noticeId(),
                c.raisedOn(),
                c.omissionId(),
                household,
                c.personId(),
                c.maskedName(),
                c.sealed(),
                c.group(),
                c.grounds(),
                c.channel());
    }

    /** Also after the notice is closed or taken down: whoever was left out is so all the same. */
    private static OmissionSettled settle(SettleOmission c, Notice state) {
        var omission = omission(c.omissionId(), state);
        past(c, c.settledOn());
        if (omission.state() != Omission.State.OPEN) throw new Refused(OMISSION_ALREADY_SETTLED);
        inOrder(c.settledOn(), omission.on());
        return new OmissionSettled(
                c.noticeId(),
                c.settledOn(),
                c.omissionId(),
                omission.householdId(),
                c.upheld(),
                c.handling(),
                c.decidedBy(),
                c.revisitBy(),
                c.evidence());
    }

    /** One whose application came to nothing has applied as another household. */
    private static OmissionFollowedUp followUp(FollowUpOmission c, Notice state) {
        var asked = c.asked();
        var omission = omission(asked.omissionId(), state);
        past(c, asked.followedUpOn());
        if (omission.state() == Omission.State.FOLLOWED_UP) {
            throw new Refused(OMISSION_ALREADY_FOLLOWED_UP);
        }
        if (omission.state() != Omission.State.UPHELD) throw new Refused(OMISSION_NOT_UPHELD);
        inOrder(asked.followedUpOn(), omission.on());
        if (!c.onFile()) {
            throw new Refused(HOUSEHOLD_NOT_ON_FILE, Map.of("householdId", asked.householdId()));
        }
        return new OmissionFollowedUp(
                asked.noticeId(),
                asked.followedUpOn(),
                asked.omissionId(),
                asked.householdId(),
                asked.evidence());
    }

    private static Omission omission(String omissionId, Notice state) {
        if (!(state instanceof Public notice)) throw new Refused(NOT_POSTED);
        var omission = notice.sheet().omissions().get(omissionId);
        if (omission == null) throw new Refused(NO_SUCH_OMISSION);
        return omission;
    }

    private static Refused afterItsDays(Notice.Sheet sheet) {
        return new Refused(
                AFTER_THE_HANGING_DAYS, Map.of("hangsUntil", sheet.over().minusDays(1).toString()));
    }

    private static NoticeClosed close(CloseNotice c, Notice state) {
        var sheet = open(state).sheet();
        past(c, c.closedOn());
        if (c.closedOn().isBefore(sheet.over())) {
            throw new Refused(BEFORE_LEGAL_DURATION, Map.of("earliest", sheet.over().toString()));
        }
        return new NoticeClosed(c.noticeId(), c.closedOn(), c.assumed());
    }

    /** That no step stands on it is guarded by {@link Notices}. */
    private static NoticeWithdrawn withdraw(WithdrawNotice c, Notice state) {
        var sheet =
                switch (state) {
                    case Open s -> s.sheet();
                    case Closed s -> s.sheet();
                    case Notice.Withdrawn _ -> throw new Refused(ALREADY_WITHDRAWN);
                    case Notice.NotPosted _ -> throw new Refused(NOT_POSTED);
                };
        past(c, c.withdrawnOn());
        inOrder(c.withdrawnOn(), sheet.lastOn());
        return new NoticeWithdrawn(
                c.noticeId(), c.withdrawnOn(), c.reason(), c.decidedBy(), c.assumed());
    }

    /** Whether or not it is closed: the paper of a day within its days may come in later. */
    private static Public hung(Notice state) {
        return state instanceof Closed closed ? closed : open(state);
    }

    private static Open open(Notice state) {
        return switch (state) {
            case Open open -> open;
            case Closed _ -> throw new Refused(ALREADY_CLOSED);
            case Notice.Withdrawn _ -> throw new Refused(ALREADY_WITHDRAWN);
            case Notice.NotPosted _ -> throw new Refused(NOT_POSTED);
        };
    }

    private static void inOrder(LocalDate date, LocalDate previous) {
        if (date.isBefore(previous)) {
            throw new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", previous.toString()));
        }
    }

    private static void past(NoticeCommand c, LocalDate date) {
        if (date.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Notice evolve(Notice state, NoticeEvent event) {
        return Notice.evolve(state, event);
    }

    @Override
    public String region(Notice state) {
        return ((Public) state).sheet().region();
    }
}
