package cn.fupin.household.household;

import static cn.fupin.household.household.Facts.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.CorrectCauses;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.DescriptionCommand.ReclassifyHousehold;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.ExitEvent.HouseholdExited;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.Household.Exited;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Households that exit and relapse, are reclassified and corrected by chance, and what they are
 * poor by, worked out from the events alone: the fact of the latest day, of one day the one
 * recorded last, as its last correction reads. The event at {@code i} goes by {@code event-i}.
 */
public final class CauseLives {
    public record Causes(Cause main, List<Cause> others) {}

    private final Random random;
    private final List<HouseholdEvent> events = new ArrayList<>(until(exited()));
    private LocalDate now = day("2016-12-01");

    private CauseLives(int seed) {
        random = new Random(seed);
    }

    public static List<HouseholdEvent> life(int seed) {
        var life = new CauseLives(seed);
        for (var i = 0; i < 30; i++) life.goOn();
        return life.events;
    }

    /** As the decider has it, of the latest day; null once it is not on file. */
    public static @Nullable Causes decided(List<HouseholdEvent> events) {
        var registration = Household.registration(known(events));
        if (registration == null) return null;
        var now = registration.classification();
        return new Causes(now.mainCause(), now.otherCauses());
    }

    public static Causes plain(List<HouseholdEvent> events, LocalDate day) {
        var found = -1;
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (said(event) == null || event instanceof CausesCorrected) continue;
            if (event.occurredOn().isAfter(day)) continue;
            if (found < 0 || !event.occurredOn().isBefore(events.get(found).occurredOn())) {
                found = i;
            }
        }
        var causes = said(events.get(found));
        for (var i = found + 1; i < events.size(); i++) {
            if (events.get(i) instanceof CausesCorrected && fact(events, i) == found) {
                causes = said(events.get(i));
            }
        }
        return Objects.requireNonNull(causes);
    }

    private static int fact(List<HouseholdEvent> events, int at) {
        var fact = at;
        while (events.get(fact) instanceof CausesCorrected e) {
            fact = Integer.parseInt(e.correctsEventId().substring("event-".length()));
        }
        return fact;
    }

    private static @Nullable Causes said(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered e -> new Causes(e.mainCause(), e.otherCauses());
            case HouseholdReclassified e -> new Causes(e.mainCause(), e.otherCauses());
            case CausesCorrected e -> new Causes(e.mainCause(), e.otherCauses());
            case HouseholdRelapsed e -> new Causes(e.cause(), List.of());
            default -> null;
        };
    }

    private void goOn() {
        now = now.plusDays(1 + random.nextInt(30));
        switch (random.nextInt(6)) {
            case 0, 1 -> decide(reclassify());
            case 2, 3 -> correct();
            default -> {
                if (known(events) instanceof Exited) decide(relapse());
                else {
                    events.add(
                            new HouseholdExited(
                                    HOUSEHOLD, now, NOTICE, by("县"), 2, false, null, null));
                }
            }
        }
    }

    private void decide(HouseholdCommand order) {
        try {
            events.addAll(HouseholdDecider.INSTANCE.decide(order, known(events)));
        } catch (Refused _) {
            // as chance has it
        }
    }

    private Cause cause() {
        return Cause.values()[random.nextInt(Cause.values().length)];
    }

    private List<Cause> others() {
        return random.nextBoolean() ? List.of() : List.of(cause());
    }

    private ReclassifyHousehold reclassify() {
        return new ReclassifyHousehold(
                new ReclassifyHousehold.Asked(
                        HOUSEHOLD,
                        null,
                        random.nextBoolean() ? HouseholdType.DIBAO_POOR : HouseholdType.GENERAL,
                        random.nextInt(3) == 0 ? null : cause(),
                        random.nextInt(3) == 0 ? null : others(),
                        by("县"),
                        false,
                        now.minusDays(random.nextInt(200)),
                        RECEIVED,
                        null),
                null);
    }

    private RecordRelapse relapse() {
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        null,
                        now,
                        cause(),
                        now.getYear(),
                        1000_00,
                        now.getYear(),
                        by("县"),
                        false,
                        RECEIVED,
                        null,
                        null,
                        null),
                null,
                null,
                line(now.getYear(), 2952_00),
                Screening.NOT_NEEDED,
                null,
                null);
    }

    private void correct() {
        var facts = new ArrayList<Integer>();
        for (var i = 0; i < events.size(); i++) {
            if (said(events.get(i)) != null) facts.add(i);
        }
        int corrected = facts.get(random.nextInt(facts.size()));
        var event = events.get(corrected);
        var relapse =
                switch (event) {
                    case HouseholdRelapsed e -> e.occurredOn();
                    case CausesCorrected e -> e.relapsedOn();
                    default -> null;
                };
        decide(
                new CorrectCauses(
                        new CorrectCauses.Asked(
                                HOUSEHOLD,
                                now,
                                "event-" + corrected,
                                "误填",
                                "chief",
                                cause(),
                                others(),
                                "clerk",
                                RECEIVED,
                                null),
                        new KnownEvent(
                                "event-" + corrected,
                                event.getClass().getSimpleName(),
                                event.occurredOn(),
                                relapse)));
    }
}
