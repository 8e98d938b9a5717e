package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.StandingEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 曾建档: households that were on the register once and had members of this one, before they came
 * here. Who it is, the ids of persons tell; nobody's number is looked at. What was one household
 * with this one by correction is no other file.
 */
@Component
public class EarlierFiles {
    /** What became of it: 在档, 已脱贫, 已清退, 已销户, 已并户. */
    public enum Outcome {
        ON_FILE,
        EXITED,
        REMOVED,
        DISSOLVED,
        MERGED
    }

    /**
     * @param since the day that is so from; null while it is on file
     * @param personIds who of this household were in it
     */
    public record EarlierFile(
            String householdId,
            String region,
            LocalDate registeredOn,
            Outcome outcome,
            @Nullable LocalDate since,
            List<String> personIds) {}

    private final StoredEvents events;
    private final KnownPersons persons;

    EarlierFiles(StoredEvents events, KnownPersons persons) {
        this.events = events;
        this.persons = persons;
    }

    /** By what was recorded up to that position. */
    public EarlierFiles knownUpTo(long position) {
        return new EarlierFiles(events.knownUpTo(position), persons);
    }

    /** Of whoever is or was a member of it; empty for a household there is not. */
    List<EarlierFile> of(String householdId) {
        var read = read(householdId);
        if (!(read.state() instanceof Known known)) return List.of();
        var family = known.file().family();
        var came = new HashMap<String, LocalDate>();
        family.stays().forEach(stay -> came.put(stay.personId(), family.firstDay(stay.personId())));
        return of(householdId, came);
    }

    /**
     * @param came who of the household is looked at, and since when they are there
     */
    public List<EarlierFile> of(String householdId, Map<String, LocalDate> came) {
        var ids = persons.withFormerIds(came.keySet());
        var all = ids.values().stream().flatMap(List::stream).toList();
        return persons.elsewhere(all, householdId).keySet().stream()
                .flatMap(other ->
                        Stream.ofNullable(file(read(other), other, householdId, came, ids)))
                .toList();
    }

    /**
     * @param registeredOn null when it never was
     * @param oneWith of which others it was, by correction
     */
    private record Read(Household state, @Nullable LocalDate registeredOn, List<String> oneWith) {}

    private Read read(String householdId) {
        Household state = new None();
        LocalDate registeredOn = null;
        var oneWith = new ArrayList<String>();
        for (var stored : events.of(householdId)) {
            var event = (HouseholdEvent) stored.event();
            state = Evolution.evolve(state, event);
            switch (event) {
                case HouseholdRegistered e -> {
                    if (registeredOn == null) registeredOn = e.occurredOn();
                }
                case HouseholdSplitOff e -> {
                    registeredOn = e.registeredOn();
                    oneWith.add(e.fromHouseholdId());
                }
                case HouseholdSplit e -> oneWith.add(e.newHouseholdId());
                case HouseholdMerged e -> oneWith.add(e.intoHouseholdId());
                default -> {}
            }
        }
        return new Read(state, registeredOn, oneWith);
    }

    private static @Nullable EarlierFile file(
            Read other,
            String otherId,
            String householdId,
            Map<String, LocalDate> came,
            Map<String, List<String>> ids) {
        var registeredOn = other.registeredOn();
        if (registeredOn == null
                || other.oneWith().contains(householdId)
                || !(other.state() instanceof Known known)) {
            return null;
        }
        return file(known, registeredOn, otherId, came, ids);
    }

    private static @Nullable EarlierFile file(
            Known known,
            LocalDate registeredOn,
            String otherId,
            Map<String, LocalDate> came,
            Map<String, List<String>> ids) {
        var family = known.file().family();
        var here =
                came.keySet().stream()
                        .filter(person -> registeredOn.isBefore(cameOn(person, came)))
                        .filter(person -> wasThere(person, came, ids, family))
                        .sorted()
                        .toList();
        if (here.isEmpty()) return null;
        var outcome = outcome(known);
        return new EarlierFile(
                otherId, known.file().region(), registeredOn, outcome, since(known, outcome), here);
    }

    /** Before coming here: whoever went there from here is another matter. */
    private static boolean wasThere(
            String person,
            Map<String, LocalDate> came,
            Map<String, List<String>> ids,
            Family there) {
        return ids.getOrDefault(person, List.of()).stream()
                .filter(there::everHad)
                .anyMatch(id -> !there.firstDay(id).isAfter(cameOn(person, came)));
    }

    private static LocalDate cameOn(String person, Map<String, LocalDate> came) {
        return Objects.requireNonNull(came.get(person));
    }

    private static Outcome outcome(Known household) {
        return switch (household) {
            case Removed _ -> Outcome.REMOVED;
            case Dissolved _ -> Outcome.DISSOLVED;
            case Merged _ -> Outcome.MERGED;
            case Exited _ -> Outcome.EXITED;
            case Active _, Rejected _, Withdrawn _ -> Outcome.ON_FILE;
        };
    }

    private static @Nullable LocalDate since(Known household, Outcome outcome) {
        if (outcome == Outcome.ON_FILE) return null;
        return household instanceof Exited exited
                ? exited.registration().help().exitedOn()
                : household.file().lastOn();
    }
}
