package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.Value;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** County, township, village: every region that is listed, with what became of it. */
@Component
class RegionTree {
    private static final Region ALL = new Region("000000000000");

    private final Snapshots snapshots;

    RegionTree(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param lost villages that ended and that none is known to follow
     */
    record Page(List<Node> roots, AsOf asOf, Divisions divisions, List<Node> lost) {}

    /**
     * @param households registered in it, with all that lies under it
     * @param claimed whether a text makes claims about it
     */
    record Node(
            Places.Place place,
            String households,
            String persons,
            boolean claimed,
            List<Node> under) {

        public boolean isEmpty() {
            return households.equals("0");
        }
    }

    Page page(Asked asked, Divisions divisions) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var book = new FigureBook(db);
                    var growing =
                            new Growing(
                                    new Places(db).all(asOf),
                                    book.claimedRegions(asOf),
                                    byPlace("households-registered", divisions, asOf, book),
                                    byPlace("persons-registered", divisions, asOf, book));
                    return new Page(growing.under(null), asOf, divisions, growing.lost());
                });
    }

    private static Map<String, Value> byPlace(
            String figure, Divisions divisions, AsOf asOf, FigureBook book) {
        return book.byPlace(Objects.requireNonNull(Figures.find(figure)), ALL, divisions, asOf);
    }

    /** The tree while it is put together from the list. */
    private static final class Growing {
        private final Map<String, List<Places.Place>> byParent = new HashMap<>();
        private final List<Places.Place> places;
        private final Set<String> claimed;
        private final Map<String, Value> households;
        private final Map<String, Value> persons;
        private final Set<String> shown = new HashSet<>();

        Growing(
                List<Places.Place> places,
                Set<String> claimed,
                Map<String, Value> households,
                Map<String, Value> persons) {
            this.places = places;
            this.claimed = claimed;
            this.households = households;
            this.persons = persons;
            for (var place : places) {
                var parent = place.parentName() == null ? "" : place.parent();
                byParent.computeIfAbsent(parent, _ -> new ArrayList<>()).add(place);
            }
        }

        List<Node> under(@Nullable String parent) {
            return byParent.getOrDefault(parent == null ? "" : parent, List.of()).stream()
                    .filter(place -> shown.add(place.code()))
                    .map(this::node)
                    .toList();
        }

        private Node node(Places.Place place) {
            return new Node(
                    place,
                    sum(households, place),
                    sum(persons, place),
                    claimed.contains(place.code()),
                    under(place.code()));
        }

        List<Node> lost() {
            return places.stream()
                    .filter(place -> place.ended() != null && place.ended().noSuccessor())
                    .map(this::node)
                    .toList();
        }

        private static String sum(Map<String, Value> values, Places.Place place) {
            var region = new Region(place.code());
            return Display.number(
                    values.entrySet().stream()
                            .filter(e -> region.holds(e.getKey()))
                            .map(e -> e.getValue().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
