package cn.fupin.household.complaint;

import static cn.fupin.household.complaint.ComplaintReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.complaint.ComplaintCommand.*;
import cn.fupin.household.complaint.ComplaintEvent.*;
import cn.fupin.household.household.HouseholdPlaces.OnFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A complaint is answered once, by somebody who stands for the answer. */
enum ComplaintDecider
        implements Decider<ComplaintCommand, ComplaintDecider.Complaint, ComplaintEvent> {
    INSTANCE;

    sealed interface Complaint {
        record NotReceived() implements Complaint {}

        record Open(String region, LocalDate receivedOn) implements Complaint {}

        record Handled(String region) implements Complaint {}
    }

    @Override
    public Complaint initial() {
        return new Complaint.NotReceived();
    }

    @Override
    public List<ComplaintEvent> decide(ComplaintCommand command, Complaint state) {
        return List.of(
                switch (command) {
                    case ReceiveComplaint c -> receive(c, state);
                    case HandleComplaint c -> handle(c, state);
                });
    }

    private static ComplaintReceived receive(ReceiveComplaint c, Complaint state) {
        var asked = c.asked();
        if (!(state instanceof Complaint.NotReceived)) throw new Refused(ALREADY_RECEIVED);
        past(asked.receivedOn(), asked.receivedAt());
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        if (c.onFile() != null) onFile(c.onFile());
        return new ComplaintReceived(
                asked.complaintId(),
                asked.receivedOn(),
                asked.region(),
                asked.channel(),
                asked.householdId(),
                asked.subject(),
                asked.assumed());
    }

    private static void onFile(OnFile onFile) {
        if (!onFile.there()) throw new Refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        var early = onFile.early();
        if (early != null) {
            throw new Refused(
                    HOUSEHOLD_NOT_ON_FILE_YET,
                    Map.of(
                            "householdId",
                            early.householdId(),
                            "onFileSince",
                            early.onFileSince().toString()));
        }
    }

    private static ComplaintHandled handle(HandleComplaint c, Complaint state) {
        var open =
                switch (state) {
                    case Complaint.Open o -> o;
                    case Complaint.Handled _ -> throw new Refused(ALREADY_HANDLED);
                    case Complaint.NotReceived _ -> throw new Refused(NOT_RECEIVED);
                };
        past(c.handledOn(), c.receivedAt());
        if (c.handledOn().isBefore(open.receivedOn())) {
            throw new Refused(
                    BEFORE_PREVIOUS_STEP, Map.of("previous", open.receivedOn().toString()));
        }
        return new ComplaintHandled(
                c.complaintId(),
                c.handledOn(),
                c.outcome(),
                c.handling(),
                c.decidedBy(),
                c.evidence(),
                c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Complaint evolve(Complaint state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintReceived e -> new Complaint.Open(e.region(), e.occurredOn());
            case ComplaintHandled _ -> new Complaint.Handled(((Complaint.Open) state).region());
        };
    }

    @Override
    public String region(Complaint state) {
        return switch (state) {
            case Complaint.Open(var region, _) -> region;
            case Complaint.Handled(var region) -> region;
            case Complaint.NotReceived _ -> throw new IllegalStateException("not received");
        };
    }
}
