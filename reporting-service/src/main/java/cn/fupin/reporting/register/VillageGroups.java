package cn.fupin.reporting.register;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Places.Group;
import cn.fupin.reporting.regions.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The households of a villagers' group 村民小组 on a day. Which group a household lies in was said when
 * it came; what that group became since is where it lies now, as long as there is one heir.
 */
public final class VillageGroups {
    private static final String LISTED =
            "from village_groups l where l.step in ('LISTED', 'RENAMED') and l.effective_on <= :effective"
                    + " and l.position <= :household and l.region = ";

    /** By any of its names it is found, and it goes by the last. */
    private static final String CALLED =
            """
            (
                select x.name from village_groups x
                where x.region = l.region and x.village_group = l.village_group and x.step in ('LISTED', 'RENAMED')
                  and x.effective_on <= :effective and x.position <= :household
                order by x.effective_on desc, x.sequence desc
                limit 1) as name\
            """;

    private static final String THERE =
            """
            not exists (
                select 1 from village_groups x
                where x.region = l.region and x.village_group = l.village_group and x.step = 'ENDED'
                  and x.effective_on <= g.effective_on and x.position <= :household)\
            """;

    private static final String ENDED =
            """
            left join village_groups e on e.region = n.region and e.village_group = n.village_group
              and e.step = 'ENDED' and e.effective_on <= :effective and e.position <= :household
            """;

    /**
     * SQL: the last word of {@code group} of a household on the day, with what it means by then.
     */
    private static final String LAST_SAID =
            """
            (
                select g.region, g.said, g.effective_on from household_groups g
                where g.household_id = HOUSEHOLD and g.effective_on <= :effective and g.position <= :household
                order by g.effective_on desc, g.sequence desc
                limit 1)\
            """;

    // A group of that day before one of another, a name before a number, as household-service has
    // it.
    private static final String HEIRS =
            """
            (
                with recursive heir (village_group, name, ended_on, successors) as (
                    select n.village_group, n.name, e.effective_on, coalesce(e.successors, '{}')
                    from (
                        select l.region, l.village_group, CALLED WHERE_LISTED g.region
                          and (SAID = NAME or SAID = NUMBER)
                        order by (l.effective_on <= g.effective_on and THERE) desc, (SAID = NAME) desc,
                            l.effective_on desc, l.village_group
                        limit 1) n
                    JOIN_ENDED
                    union all
                    select n.village_group, n.name, e.effective_on, coalesce(e.successors, '{}')
                    from heir h
                    cross join lateral (
                        select l.region, l.village_group, CALLED WHERE_LISTED g.region
                          and l.village_group = h.successors[1]
                        order by l.effective_on desc
                        limit 1) n
                    JOIN_ENDED
                    where h.ended_on is not null and cardinality(h.successors) = 1)
                select * from heir
                where ended_on is null or cardinality(successors) <> 1
                limit 1)\
            """
                    .replace("SAID", number("g.said"))
                    .replace("NAME", number("l.name"))
                    .replace("NUMBER", number("l.village_group"))
                    .replace("CALLED", CALLED)
                    .replace("JOIN_ENDED", ENDED)
                    .replace("WHERE_LISTED", LISTED)
                    .replace("THERE", THERE);

    /** SQL: a name or number of a group as it is compared, as {@link #bare} has it in Java. */
    public static String number(String column) {
        return "regexp_replace(btrim(normalize(%s, NFKC)), '^第?0*([0-9]+)(村民小组|组)?$', '\\1')"
                .formatted(column);
    }

    /**
     * SQL: {@code region, said, village_group, name, ended_on, successors} of a household: in which
     * group it lies; of a group that ended without one heir, itself; nulls where none is listed
     * that is called so, and no row where nobody says.
     *
     * @param household the column of its id
     */
    public static String of(String household) {
        return """
        (
            select g.region, g.said, n.village_group, n.name, n.ended_on, n.successors
            from SAID g
            left join lateral HEIRS n on true
            where g.said is not null)\
        """
                .replace("SAID", LAST_SAID)
                .replace("HEIRS", HEIRS)
                .replace("HOUSEHOLD", household);
    }

    private static final String LYING =
            """
            select h.household_id, g.region, g.said, g.village_group, g.name
            from (HERE) h
            cross join lateral GROUP g
            where {in g.region}
            order by h.household_id
            """
                    .replace("HERE", Register.HERE)
                    .replace("GROUP", of("h.household_id"));

    private record Lying(
            String householdId,
            String region,
            String said,
            @Nullable String villageGroup,
            @Nullable String name) {}

    /**
     * What was asked for as {@code group}.
     *
     * @param groups which are meant by it; of one that ended what it became
     * @param ended those of them that had ended by the day, and what took them in
     * @param lying how many households are on file as lying there, whatever they stand as
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            String asked, List<There> groups, @Nullable List<Ended> ended, long lying) {}

    /**
     * @param group its number in the village; null of one that nobody listed
     * @param households how many are said to live there; null when nobody says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record There(@Nullable String group, String name, @Nullable Long households) {}

    public record Ended(String group, String name, LocalDate endedOn, List<String> successors) {}

    /**
     * @param group null where none was asked for
     * @param households those of the group; none where no group was asked for
     */
    public record Narrowed(Scope scope, @Nullable Asked group, List<String> households) {}

    private VillageGroups() {}

    /**
     * The households of the group alone; all of the region where none is asked for.
     *
     * @param said its number, as {@code 03}, {@code 3组} or {@code 第3村民小组}, or its name
     * @throws Malformed where the region is no village
     * @throws NotThere where there is no such group in the village
     */
    public static Narrowed narrowed(Scope scope, @Nullable String said, AsOf asOf, JdbcClient db) {
        if (said == null || said.isBlank()) return new Narrowed(scope, null, List.of());
        var asked = PlainText.spelling(said);
        Check.text("group", asked, 50);
        if (scope.region().prefix().length() != 12) {
            throw new Malformed(
                    "group",
                    "of-a-village",
                    "须与村级区划（region）一同填写",
                    "is asked for with a village as region");
        }
        var listed = new Places(db).groups(scope.region().code(), asOf);
        var lying =
                db.sql(scope.sql(LYING))
                        .paramSource(scope.addTo(asOf.parameters()))
                        .query(Lying.class)
                        .list();
        var meant = meant(asked, listed);
        var groups = meant.map(group -> withHeirs(group, listed)).orElse(List.of());
        var here =
                lying.stream()
                        .filter(one -> isIn(one, groups, asked, scope))
                        .map(Lying::householdId)
                        .toList();
        if (meant.isEmpty() && here.isEmpty()) throw unknown(asked, listed, lying);
        return new Narrowed(scope.households(here), told(asked, groups, here.size()), here);
    }

    /** One of the day before one that has ended, of those the last; a name before a number. */
    private static Optional<Group> meant(String asked, List<Group> listed) {
        return listed.stream()
                .filter(group -> isSame(asked, group.name()) || isSame(asked, group.group()))
                .min(
                        Comparator.comparing(
                                        Group::ended,
                                        Comparator.nullsFirst(Comparator.reverseOrder()))
                                .thenComparing(group -> !isSame(asked, group.name())));
    }

    private static List<Group> withHeirs(Group group, List<Group> listed) {
        var all = new ArrayList<Group>(List.of(group));
        for (var i = 0; i < all.size(); i++) {
            List<String> successors =
                    all.get(i).ended() == null ? List.of() : all.get(i).successors();
            listed.stream()
                    .filter(other -> successors.contains(other.group()) && !all.contains(other))
                    .forEach(all::add);
        }
        return all;
    }

    /**
     * What lies in a village that has this one's place now goes by the name of its group there, as
     * long as it is the only one: of two, nobody knows which third group is meant.
     */
    private static boolean isIn(Lying one, List<Group> groups, String asked, Scope scope) {
        if (one.region().equals(scope.region().code())) {
            return one.villageGroup() == null
                    ? isSame(one.said(), asked)
                            || groups.stream().anyMatch(group -> isSame(one.said(), group.name()))
                    : groups.stream().anyMatch(group -> group.group().equals(one.villageGroup()));
        }
        if (scope.cameIn().stream().distinct().count() > 1) return false;
        var name = one.name() == null ? one.said() : one.name();
        return isSame(name, asked)
                || groups.stream()
                        .anyMatch(
                                group -> isSame(name, group.name()) || isSame(name, group.group()));
    }

    private static Asked told(String asked, List<Group> groups, long lying) {
        var there =
                groups.stream()
                        .filter(group -> group.ended() == null)
                        .map(group -> new There(group.group(), group.name(), group.households()))
                        .toList();
        var ended =
                groups.stream()
                        .flatMap(group ->
                                group.ended() == null
                                        ? Stream.empty()
                                        : Stream.of(
                                                new Ended(
                                                        group.group(),
                                                        group.name(),
                                                        group.ended(),
                                                        group.successors())))
                        .toList();
        return new Asked(
                asked,
                groups.isEmpty() ? List.of(new There(null, asked, null)) : there,
                ended.isEmpty() ? null : ended,
                lying);
    }

    private static NotThere unknown(String asked, List<Group> listed, List<Lying> lying) {
        var names =
                Stream.concat(
                                listed.stream()
                                        .filter(group -> group.ended() == null)
                                        .map(group -> group.group() + " " + group.name()),
                                lying.stream()
                                        .filter(one -> one.villageGroup() == null)
                                        .map(Lying::said))
                        .distinct()
                        .sorted()
                        .limit(50)
                        .collect(Collectors.joining("、"));
        return new NotThere(
                "group",
                "该村没有村民小组“%s”；当日有：%s".formatted(asked, names.isEmpty() ? "无" : names),
                "this village has no group “%s”; on that day it has: %s"
                        .formatted(asked, names.isEmpty() ? "none" : names));
    }

    private static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** Of full width too; a name without a number stays what it is. */
    private static String bare(String text) {
        return Normalizer.normalize(PlainText.spelling(text), Normalizer.Form.NFKC)
                .replaceFirst("^第?0*(\\d+)(村民小组|组)?$", "$1");
    }
}
