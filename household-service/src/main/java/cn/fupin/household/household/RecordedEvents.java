package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.CorrectionEvent.HouseholdNumberCorrected;
import cn.fupin.household.household.CorrectionEvent.RelapseIncomeCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdNumbered;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.MonitoringCommand.RevokeMonitoring;
import cn.fupin.household.household.MonitoringEvent.MonitoringConfirmed;
import cn.fupin.household.household.PolicyCommand.TakeBackPolicy;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import cn.fupin.household.household.StandingCommand.RevokeRelapse;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is recorded of a household, each asked by one event of it; for the door. */
@Component
class RecordedEvents {
    /**
     * @param relapsedOn of a relapse and of what corrects one: the day of the relapse
     */
    record KnownEvent(
            String eventId, String type, LocalDate occurredOn, @Nullable LocalDate relapsedOn) {}

    private final StoredEvents events;

    RecordedEvents(StoredEvents events) {
        this.events = events;
    }

    @Nullable KnownEvent find(String eventId, String streamId) {
        return events.find(streamId, eventId)
                .map(e ->
                        new KnownEvent(
                                e.eventId(),
                                e.type(),
                                e.event().occurredOn(),
                                relapsedOn(e.event())))
                .orElse(null);
    }

    /** Null when the stream has no such event. */
    @Nullable HouseholdEvent event(String eventId, String streamId) {
        return events.find(streamId, eventId).map(e -> (HouseholdEvent) e.event()).orElse(null);
    }

    /** Of a grant those before it that say the same of the same day; nothing is before others. */
    List<TakeBackPolicy.Grant> grantsEqualTo(String eventId, String streamId) {
        var before = new ArrayList<StoredEvent<PolicyGranted>>();
        for (var grant : events.<PolicyGranted>of(streamId, PolicyGranted.class)) {
            if (!grant.eventId().equals(eventId)) {
                before.add(grant);
                continue;
            }
            return before.stream()
                    .filter(one -> one.event().saysTheSameAs(grant.event()))
                    .map(one -> new TakeBackPolicy.Grant(one.eventId(), one.event().recipients()))
                    .toList();
        }
        return List.of();
    }

    /** The plans of the same kind, first year and day that were recorded before this one. */
    List<String> plansEqualTo(PlanAdopted plan, String eventId) {
        return events.<PlanAdopted>of(plan.householdId(), PlanAdopted.class).stream()
                .takeWhile(one -> !one.eventId().equals(eventId))
                .filter(one -> Plans.isEqual(one.event(), plan))
                .map(StoredEvent::eventId)
                .toList();
    }

    /** Whether it gave the household the number it has, or corrected that one. */
    boolean isOfTheNumberItHas(String eventId, String streamId) {
        var of = false;
        for (var numbering :
                events.<HouseholdEvent>of(
                        streamId, HouseholdNumbered.class, HouseholdNumberCorrected.class)) {
            var named = numbering.eventId().equals(eventId);
            of = numbering.event() instanceof HouseholdNumbered ? named : of || named;
        }
        return of;
    }

    private static @Nullable LocalDate relapsedOn(Event event) {
        return switch (event) {
            case HouseholdRelapsed e -> e.occurredOn();
            case CausesCorrected e -> e.relapsedOn();
            case RelapseIncomeCorrected e -> e.relapsedOn();
            default -> null;
        };
    }

    /** Who entered the latest event of those types in the stream; null without one. */
    @SafeVarargs
    final @Nullable String lastEnteredBy(
            String streamId, Class<? extends HouseholdEvent>... types) {
        return events.last(streamId, types).map(e -> e.enteredBy()).orElse(null);
    }

    /** The last relapse of the household; null without one. */
    RevokeRelapse.@Nullable Entered lastRelapse(String streamId) {
        return events.<HouseholdRelapsed>last(streamId, HouseholdRelapsed.class)
                .map(e ->
                        new RevokeRelapse.Entered(
                                e.eventId(),
                                e.event().occurredOn(),
                                e.event().quotaYear(),
                                e.enteredBy()))
                .orElse(null);
    }

    /** The last confirmation that the household is monitored; null without one. */
    RevokeMonitoring.@Nullable Entered lastMonitoring(String streamId) {
        return events.<MonitoringConfirmed>last(streamId, MonitoringConfirmed.class)
                .map(e ->
                        new RevokeMonitoring.Entered(
                                e.eventId(), e.event().occurredOn(), e.enteredBy()))
                .orElse(null);
    }

    /**
     * Of which year the income is by which it came onto the register last by that day; null when it
     * never did.
     */
    @Nullable Integer incomeYearOfEntry(String streamId, LocalDate by) {
        Integer year = null;
        Integer before = null;
        for (var entry :
                events.<HouseholdEvent>of(
                        streamId,
                        HouseholdRegistered.class,
                        HouseholdRelapsed.class,
                        RelapseRevoked.class)) {
            if (entry.event().occurredOn().isAfter(by)) break;
            switch (entry.event()) {
                case HouseholdRegistered e -> year = e.incomeYear();
                case HouseholdRelapsed e -> {
                    before = year;
                    year = incomeYearOf(e);
                }
                case RelapseRevoked _ -> year = before;
                default -> {}
            }
        }
        return year;
    }

    /** As corrected since. */
    private int incomeYearOf(HouseholdRelapsed relapse) {
        return events
                .<RelapseIncomeCorrected>of(relapse.householdId(), RelapseIncomeCorrected.class)
                .stream()
                .map(corrected -> corrected.event())
                .filter(corrected -> corrected.relapsedOn().equals(relapse.occurredOn()))
                .reduce((_, later) -> later)
                .map(RelapseIncomeCorrected::incomeYear)
                .orElse(relapse.incomeYear());
    }

    /** By which standard it stands registered that day; null when it never was. */
    @Nullable Standard standardOn(String streamId, LocalDate day) {
        return events.<HouseholdEvent>lastBy(
                        streamId,
                        day,
                        HouseholdRegistered.class,
                        HouseholdReclassified.class,
                        HouseholdSplitOff.class)
                .map(said ->
                        switch (said.event()) {
                            case HouseholdRegistered e -> e.standard();
                            case HouseholdReclassified e -> e.standard();
                            case HouseholdSplitOff e -> e.standard();
                            default -> null;
                        })
                .orElse(null);
    }
}
