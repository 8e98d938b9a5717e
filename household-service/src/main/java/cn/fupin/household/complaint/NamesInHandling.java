package cn.fupin.household.complaint;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.BodyRule;
import cn.fupin.household.complaint.ComplaintEvent.ComplaintReceived;
import cn.fupin.household.household.NamesInTexts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a complaint was handled is held to the names of the household it is about, which it was
 * received of and which the handling does not say again.
 */
@Component
class NamesInHandling implements BodyRule {
    private final StoredEvents events;
    private final NamesInTexts names;

    NamesInHandling(StoredEvents events, NamesInTexts names) {
        this.events = events;
        this.names = names;
    }

    @Override
    public void check(ObjectNode body) {
        var complaint = body.path("complaintId").asString("");
        if (complaint.isEmpty() || body.has("householdId")) return;
        events.<ComplaintReceived>last(complaint, ComplaintReceived.class)
                .map(received -> received.event().householdId())
                .ifPresent(household -> names.check(household, body));
    }
}
