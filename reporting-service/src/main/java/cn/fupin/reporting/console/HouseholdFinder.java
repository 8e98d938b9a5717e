package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Search;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Standing;
import cn.fupin.reporting.history.Terms;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.Register;
import cn.fupin.reporting.register.VillageGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The households of a region, looked for by what a clerk knows of them, page by page. */
@Component
class HouseholdFinder {
    private static final int ROWS = 50;

    /**
     * Of a wider region than a township nobody is kept waiting for how many stand where; and of a
     * group they are few enough to be looked at.
     */
    private static final int COUNTED_FROM = 9;

    private final Snapshots snapshots;

    HouseholdFinder(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param below what lies right in it, to narrow the search
     * @param group the villagers' group that was asked for, null for none
     * @param steps the states that are steps under way
     * @param causes the codes of the causes with their words
     * @param policies the codes of the policies with their words
     * @param policyStates how one may stand with a policy, with their words
     * @param next null on the last page
     * @param later whether it is not the first page
     */
    record Page(
            Places.Place place,
            List<Places.Place> above,
            List<Places.Place> below,
            VillageGroups.@Nullable Asked group,
            AsOf asOf,
            Divisions divisions,
            boolean redivided,
            Wanted wanted,
            List<Choice> choices,
            List<Choice> steps,
            List<Term> causes,
            List<Term> policies,
            List<Term> policyStates,
            List<Row> rows,
            @Nullable String next,
            boolean later) {}

    /**
     * @param households null where they are not counted
     */
    record Choice(
            @Nullable String code,
            String zh,
            String en,
            @Nullable Long households,
            boolean current) {}

    record Term(String code, String zh) {}

    record Row(
            Search.Found found,
            Standing standing,
            @Nullable Standing underWay,
            String briefId,
            String village,
            String cause,
            boolean noSuccessor) {}

    Page page(
            Region region,
            @Nullable String group,
            Asked asked,
            Divisions divisions,
            Wanted wanted,
            @Nullable String after) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var places = new Places(db);
                    var place = Crumbs.listed(region, asOf, db);
                    var found =
                            Households.page(
                                    region, divisions, group, wanted, after, ROWS, asOf, db);
                    var names = new Names(places, asOf);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            place.isVillage() ? List.of() : places.under(place.code(), asOf),
                            found.group(),
                            asOf,
                            divisions,
                            new FigureBook(db).isRedivided(region, asOf),
                            wanted,
                            region.prefix().length() >= COUNTED_FROM && found.group() == null
                                    ? counted(new Register(db).counts(found.scope(), asOf), wanted)
                                    : uncounted(wanted),
                            steps(wanted),
                            Wanted.causes().stream()
                                    .map(code -> new Term(code, Terms.zh(code)))
                                    .toList(),
                            terms("policy", Wanted.policies()),
                            terms("policyState", Wanted.policyStates()),
                            found.households().stream()
                                    .map(row -> row(row, found.scope(), names))
                                    .toList(),
                            found.next(),
                            after != null && !after.isBlank());
                });
    }

    private static List<Term> terms(String field, List<String> codes) {
        return codes.stream().map(code -> new Term(code, FormTerms.zh(field, code))).toList();
    }

    private static List<Choice> counted(Map<String, Long> counts, Wanted wanted) {
        var choices = new ArrayList<Choice>();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        choices.add(new Choice(null, "全部", "all", all, wanted.state() == null));
        var onRegister =
                Arrays.stream(Standing.values())
                        .filter(Standing::isOnRegister)
                        .flatMap(standing -> Stream.ofNullable(counts.get(standing.name())))
                        .toList();
        // where there is one kind of them alone that says it
        if (onRegister.size() > 1 || Wanted.ON_REGISTER.equals(wanted.state())) {
            choices.add(onRegister(onRegister.stream().mapToLong(Long::longValue).sum(), wanted));
        }
        for (var standing : Standing.values()) {
            var households = counts.get(standing.name());
            if (!standing.isLasting()) continue;
            if (households == null && !standing.name().equals(wanted.state())) continue;
            choices.add(
                    choice(standing, households == null ? Long.valueOf(0) : households, wanted));
        }
        return choices;
    }

    private static List<Choice> uncounted(Wanted wanted) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(null, "全部", "all", null, wanted.state() == null));
        choices.add(onRegister(null, wanted));
        for (var standing : Standing.values()) {
            if (standing.isLasting()) choices.add(choice(standing, null, wanted));
        }
        return choices;
    }

    private static List<Choice> steps(Wanted wanted) {
        return Arrays.stream(Standing.values())
                .filter(standing -> !standing.isLasting() && standing != Standing.NONE)
                .map(standing -> choice(standing, null, wanted))
                .toList();
    }

    private static Choice onRegister(@Nullable Long households, Wanted wanted) {
        return new Choice(
                Wanted.ON_REGISTER,
                "在册(合计)",
                "on the register, all together",
                households,
                Wanted.ON_REGISTER.equals(wanted.state()));
    }

    private static Choice choice(Standing standing, @Nullable Long households, Wanted wanted) {
        return new Choice(
                standing.name(),
                standing.zh(),
                standing.en(),
                households,
                standing.name().equals(wanted.state()));
    }

    /** The main one first. */
    private static String causes(Search.Found found) {
        return Stream.concat(Stream.ofNullable(found.mainCause()), found.otherCauses().stream())
                .map(Terms::zh)
                .collect(Collectors.joining("、"));
    }

    private static Row row(Search.Found found, Scope scope, Names names) {
        var village = scope.places().place(found.region());
        return new Row(
                found,
                Standing.valueOf(found.state()),
                found.underWay() == null ? null : Standing.valueOf(found.underWay()),
                Display.shortId(found.householdId()),
                names.of(village),
                causes(found),
                scope.places().hasNoSuccessor(found.region()));
    }
}
