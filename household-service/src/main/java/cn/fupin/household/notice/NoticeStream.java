package cn.fupin.household.notice;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.notice.NoticeCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class NoticeStream extends DecidedStream<NoticeCommand, Notice, NoticeEvent> {
    NoticeStream() {
        super(NoticeDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PostNotice c) {
        decide(c);
    }

    @CommandHandler
    void handle(RaiseObjection c) {
        decide(c);
    }

    @CommandHandler
    void handle(SettleObjection c) {
        decide(c);
    }

    @CommandHandler
    void handle(RaiseOmission c) {
        decide(c);
    }

    @CommandHandler
    void handle(SettleOmission c) {
        decide(c);
    }

    @CommandHandler
    void handle(FollowUpOmission c) {
        decide(c);
    }

    @CommandHandler
    void handle(CloseNotice c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawNotice c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(NoticeEvent e) {
        evolve(e, e.noticeId());
    }
}
