package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.Lives.Helped;
import cn.fupin.townships.Township.Chosen;
import cn.fupin.townships.Township.Helpers;
import cn.fupin.townships.Township.Leader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the households that exit, are measured, visited and so on, to exactly the households and
 * persons that the file counts. Nobody exits twice, or is planned to exit after an exit, or has two
 * measures of one scheme, or two leaders; persons join and leave only households of which nothing
 * else is counted, and no policy reaches those.
 */
final class LifeChoices {
    /** Apart from the households' own sequence: one exit more must not change who they are. */
    private static final long ANOTHER_SEQUENCE = 0x5DEECE66DL;

    private final Township t;
    private final List<Households> batches;
    private final Ids ids;
    private final Random random;
    private final MemberChoices members;

    LifeChoices(Township township, List<Households> batches, IdentityNumbers identityNumbers) {
        this.t = township;
        this.batches = batches;
        this.ids = new Ids(township.id());
        this.random = new Random(township.synthesis().seed() ^ ANOTHER_SEQUENCE);
        this.members = new MemberChoices(identityNumbers, random);
    }

    Lives choose() {
        Set<String> exited = new HashSet<>();
        var exits =
                each(
                        "/exits/",
                        t.exits(),
                        (at, e) -> taken(at, e.of(), e.stages().proposedOn(), exited));
        Set<String> leaving = new HashSet<>(exited);
        var exitPlans =
                each(
                        "/exitPlans/",
                        t.exitPlans(),
                        (at, p) -> taken(at, p.of(), p.plannedOn(), leaving));
        Map<String, Set<String>> measured = new HashMap<>();
        var measures =
                each(
                        "/measures/",
                        t.measures(),
                        (at, m) -> taken(at, m.of(), m.assignedOn(), ofScheme(measured, m)));
        Set<String> led = new HashSet<>(exited);
        var leaders = each("/leaders/", t.leaders(), (at, l) -> led(at, l, led));
        var helpers = helpers(leaders);
        Set<String> helped = new HashSet<>();
        Stream.concat(leaders.stream(), helpers.stream())
                .flatMap(List::stream)
                .forEach(h -> helped.add(h.household().id()));
        var visits =
                each(
                        "/visits/",
                        t.visits(),
                        (at, v) -> any(at, v.of(), v.from(), h -> helped.contains(h.id())));
        Set<String> counted = new HashSet<>(leaving);
        measured.values().forEach(counted::addAll);
        var reverifications =
                each(
                        "/reverifications/",
                        t.reverifications(),
                        (at, r) -> any(at, r.of(), r.reverifiedOn(), h -> true));
        var plans =
                each("/plans/", t.plans(), (at, p) -> any(at, p.of(), p.adoptedOn(), h -> true));
        var joinings =
                each(
                        "/joinings/",
                        t.joinings(),
                        (at, c) ->
                                members.joinings(at, c, staying(c.batches(), c.from(), counted)));
        var leavings =
                each(
                        "/leavings/",
                        t.leavings(),
                        (at, c) ->
                                members.leavings(at, c, staying(c.batches(), c.from(), counted)));
        Set<String> changing = new HashSet<>();
        joinings.forEach(part -> part.forEach(j -> changing.add(j.household().id())));
        leavings.forEach(part -> part.forEach(l -> changing.add(l.household().id())));
        return new Lives(
                leaders,
                helpers,
                reverifications,
                measures,
                new PolicyChoices(t, this, measures, changing).choose(),
                plans,
                visits,
                exits,
                exitPlans,
                joinings,
                leavings);
    }

    private static <P, C> List<List<C>> each(
            String at, List<P> parts, BiFunction<String, P, List<C>> choose) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> choose.apply(at + i, parts.get(i)))
                .toList();
    }

    private static Set<String> ofScheme(
            Map<String, Set<String>> measured, Township.Measure measure) {
        return measured.computeIfAbsent(measure.scheme(), scheme -> new HashSet<>());
    }

    /** Chosen among those not taken yet, and taken. */
    private List<Household> taken(String at, Chosen of, LocalDate on, Set<String> taken) {
        List<Household> chosen = any(at, of, on, h -> !taken.contains(h.id()));
        chosen.forEach(h -> taken.add(h.id()));
        return chosen;
    }

    private List<Household> any(String at, Chosen of, LocalDate on, Predicate<Household> may) {
        return any(at, of, on, may, random);
    }

    List<Household> any(
            String at, Chosen of, LocalDate on, Predicate<Household> may, Random sequence) {
        List<Household> eligible =
                onTheRegister(of.batches(), on)
                        .filter(h -> of.villages().isEmpty() || of.villages().contains(h.village()))
                        .filter(may)
                        .toList();
        List<Integer> sizes = eligible.stream().map(h -> h.members().size()).toList();
        return Shares.chosen(sizes, of.households(), of.persons(), sequence)
                .orElseThrow(() -> refused(at + "/of", of, sizes.size()))
                .stream()
                .map(eligible::get)
                .toList();
    }

    private static Impossible refused(String at, Chosen of, int eligible) {
        Integer persons = of.persons();
        return persons == null || of.households() > eligible
                ? new Impossible(
                        at + "/households",
                        "可选的只有 " + eligible + " 户",
                        "fewer households are there to choose from: " + eligible)
                : Impossible.choice(at + "/persons", of.households(), persons);
    }

    /** Those registered by that day, whom no order removes. */
    Stream<Household> onTheRegister(List<String> of, LocalDate on) {
        return batches.stream()
                .filter(b -> of.isEmpty() || of.contains(b.batch().id()))
                .filter(b -> !b.batch().stages().announcedOn().isAfter(on))
                .flatMap(b -> b.kept().stream());
    }

    private List<Household> staying(List<String> of, LocalDate on, Set<String> counted) {
        return onTheRegister(of, on).filter(h -> !counted.contains(h.id())).toList();
    }

    private List<Helped> led(String at, Leader leader, Set<String> led) {
        String id = ids.of("helper", "leader/" + leader.name());
        return taken(at, leader.of(), leader.assignedOn(), led).stream()
                .map(h -> new Helped(h, id))
                .toList();
    }

    /** One village's households are shared out among its helpers, so many to each. */
    private List<List<Helped>> helpers(List<List<Helped>> leaders) {
        Set<String> led = new HashSet<>();
        leaders.forEach(part -> part.forEach(h -> led.add(h.household().id())));
        List<List<Helped>> parts = new ArrayList<>();
        for (Helpers helpers : t.helpers()) {
            // The first part's helpers are named as they were when a file had only one.
            String part = parts.isEmpty() ? "" : parts.size() + "/";
            Map<String, Integer> inVillage = new HashMap<>();
            List<Helped> helped = new ArrayList<>();
            onTheRegister(helpers.batches(), helpers.assignedOn())
                    .filter(h -> !led.contains(h.id()))
                    .forEach(h -> {
                        int nth = inVillage.merge(h.village(), 1, Integer::sum) - 1;
                        String name = h.village() + "/" + nth / helpers.householdsPerHelper();
                        helped.add(new Helped(h, ids.of("helper", part + name)));
                    });
            parts.add(List.copyOf(helped));
        }
        return List.copyOf(parts);
    }
}
