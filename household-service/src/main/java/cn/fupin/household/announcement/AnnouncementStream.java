package cn.fupin.household.announcement;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.household.announcement.AnnouncementCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class AnnouncementStream
        extends DecidedStream<
                AnnouncementCommand, AnnouncementDecider.Announcement, AnnouncementEvent> {
    AnnouncementStream() {
        super(AnnouncementDecider.INSTANCE);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishAnnouncement c) {
        decide(c);
    }

    @CommandHandler
    void handle(WithdrawAnnouncement c) {
        decide(c);
    }

    @EventSourcingHandler
    void on(AnnouncementEvent e) {
        evolve(e, e.announcementId());
    }
}
