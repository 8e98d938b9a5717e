package cn.fupin.reporting.history;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers for one household. */
@Component
public class Histories {
    private final Snapshots snapshots;

    public Histories(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** One stop of the time slider: a day on which something came to be true, and what was then. */
    public record Step(LocalDate day, HouseholdHistory history) {}

    /**
     * The whole life as known by a moment, day by day.
     *
     * @param all up to the effective date asked for
     * @param later the days after it on which more is known
     */
    public record Days(HouseholdHistory all, List<Step> steps, AsOf asOf) {}

    public HouseholdHistory at(String householdId, Asked asked) {
        return snapshots.read(
                asked, (db, asOf) -> history(householdId, asOf, known(householdId, asOf, db)));
    }

    /**
     * @param place what the county, the township and the village are called on the day, where
     *     somebody listed them; null where it lies nowhere yet
     */
    public record Placed(HouseholdHistory history, @Nullable String place) {}

    public Placed placed(String householdId, Asked asked) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var history = history(householdId, asOf, known(householdId, asOf, db));
                    var region = history.state().region();
                    return new Placed(
                            history, region == null ? null : PlaceNames.title(region, asOf, db));
                });
    }

    /** Every day of the life that is known, with the state and the events up to it. */
    public Days days(String householdId, Asked asked) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var life = known(householdId, asOf, db);
                    var steps = new ArrayList<Step>();
                    for (var day : life.days()) {
                        steps.add(new Step(day, history(householdId, asOf.at(day), life)));
                    }
                    return new Days(history(householdId, asOf, life), steps, asOf);
                });
    }

    private static Life known(String householdId, AsOf asOf, JdbcClient db) {
        if (!Lives.isThere(householdId, db)) {
            throw new NotThere("householdId", "没有该户的记录", "nothing is known of this household");
        }
        return Lives.known(householdId, asOf, db);
    }

    private static HouseholdHistory history(String householdId, AsOf asOf, Life known) {
        var life = known.on(asOf.effective());
        return new HouseholdHistory(
                householdId,
                asOf.effective(),
                asOf.known(),
                asOf.settled(),
                HouseholdAt.of(householdId, life),
                HouseholdHistory.events(householdId, life));
    }
}
