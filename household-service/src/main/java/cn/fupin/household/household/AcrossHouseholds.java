package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.NO_SUCH_HOUSEHOLD;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.CorrectMembers;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.StandingCommand.MergeHousehold;
import cn.fupin.household.household.StandingCommand.SplitHousehold;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Two households become one, or one two, or a person is corrected in several: all streams take
 * their part in one transaction, so that nobody is in neither of two households or in both, or two
 * persons in the two, at any moment.
 */
@Component
class AcrossHouseholds {
    private final Configuration axon;

    AcrossHouseholds(Configuration axon) {
        this.axon = axon;
    }

    @CommandHandler
    void handle(MergeHousehold c) {
        // In the order of their ids, or two mergers the other way round would wait for each other.
        if (c.householdId().compareTo(c.intoHouseholdId()) < 0) {
            merge(c, load(c.householdId()), other(c.intoHouseholdId()));
        } else {
            var into = other(c.intoHouseholdId());
            merge(c, load(c.householdId()), into);
        }
    }

    private static void merge(
            MergeHousehold c, Aggregate<HouseholdStream> one, Aggregate<HouseholdStream> into) {
        var before = one.invoke(HouseholdStream::now);
        one.execute(household -> household.take(c));
        into.execute(household -> household.take(c.takenIn(before)));
    }

    /** Nobody else knows the new one's id, so there is nobody to wait for. */
    @CommandHandler
    void handle(SplitHousehold c) throws Exception {
        var one = load(c.householdId());
        var before = (Known) one.invoke(HouseholdStream::now);
        one.execute(household -> household.take(c));
        var after = (Known) one.invoke(HouseholdStream::now);
        households()
                .loadOrCreate(c.newHouseholdId(), HouseholdStream::new)
                .execute(household -> household.take(c.opening(before, after)));
    }

    /**
     * A person is corrected in every household; all of them are taken in the order of their ids.
     */
    @CommandHandler
    void handle(CorrectMembers c) {
        var taken = new TreeMap<String, Aggregate<HouseholdStream>>();
        var ids = new TreeSet<>(c.elsewhere().keySet());
        ids.add(c.householdId());
        for (var id : ids) taken.put(id, load(id));
        var here = Objects.requireNonNull(taken.remove(c.householdId()));
        var before = here.invoke(HouseholdStream::now);
        here.execute(household -> household.take(c));
        taken.forEach((id, other) ->
                other.execute(household -> household.take(c.in(id, (Known) before))));
    }

    private Aggregate<HouseholdStream> load(String householdId) {
        return households().load(householdId);
    }

    private Aggregate<HouseholdStream> other(String householdId) {
        try {
            return load(householdId);
        } catch (AggregateNotFoundException _) {
            throw new Refused(NO_SUCH_HOUSEHOLD, Map.of("householdId", householdId));
        }
    }

    private Repository<HouseholdStream> households() {
        return axon.repository(HouseholdStream.class);
    }
}
