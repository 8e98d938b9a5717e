package cn.fupin.reporting.regions;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The region that is asked about, by the divisions that are asked for. In SQL {@code {in r}} is
 * whether the code in column {@code r} lies in it, {@code {place r}} where the code lies, and
 * {@code {village r}} the same for a village, which stays one even where only the township it went
 * to is known. {@code {mine h}} is whether the household in column {@code h} is one of those that
 * are asked about, all unless it was narrowed with {@link #households}. Of a scope that was
 * narrowed with {@link #only}, {@code {whole r}} is what {@code {in r}} was before.
 */
public final class Scope {
    private static final Pattern TOKEN =
            Pattern.compile("\\{(in|whole|place|village|mine) ([a-z_.]+)}");

    private final Region region;
    private final Casts places;
    // Those that concern the region: most regions have none, and then the SQL is the plain one.
    private final Map<String, String> casts = new TreeMap<>();
    private final List<String> cameIn = new ArrayList<>();
    private final List<String> wentOut = new ArrayList<>();
    private final @Nullable List<String> only;
    private final @Nullable List<String> households;

    public Scope(Region region, Casts places) {
        this(region, places, null, null);
    }

    /**
     * As an address asks for it.
     *
     * @param divisions those of then unless it is said
     * @throws NotThere where nobody listed the region or anything in it
     */
    public static Scope of(String region, @Nullable String divisions, AsOf asOf, JdbcClient db) {
        var asked = new Region(region);
        var by = Divisions.orThen(divisions);
        new Places(db).require("region", asked, asOf);
        return new Scope(asked, new Lineages(db).of(by, asOf));
    }

    private Scope(
            Region region,
            Casts places,
            @Nullable List<String> only,
            @Nullable List<String> households) {
        this.region = region;
        this.places = places;
        this.only = only;
        this.households = households;
        places.casts().forEach(this::cast);
    }

    private void cast(String from, String to) {
        var before = region.holds(from);
        var after = region.holds(to);
        if (before || after) casts.put(from, to);
        if (after && !before) cameIn.add(from);
        if (before && !after) wentOut.add(from);
    }

    /** Of the region these codes alone: for who works it off place by place. */
    public Scope only(List<String> codes) {
        return new Scope(region, places, List.copyOf(codes), households);
    }

    /** Of the region these households alone. */
    public Scope households(List<String> ids) {
        return new Scope(region, places, only, List.copyOf(ids));
    }

    /** Whether only some households of the region are asked about. */
    public boolean isOfSomeHouseholds() {
        return households != null;
    }

    /** The codes from elsewhere that lie in it by these divisions. */
    public List<String> cameIn() {
        return List.copyOf(cameIn);
    }

    public Region region() {
        return region;
    }

    public Casts places() {
        return places;
    }

    /** Whether it is another region by these divisions than by its code alone. */
    public boolean isRedivided() {
        return !casts.isEmpty();
    }

    /** No code in it is less, and none is more than {@link #to}: where a sorted list begins. */
    public String from() {
        return cameIn.isEmpty() ? region.code().substring(0, digits()) : "";
    }

    public String to() {
        return cameIn.isEmpty()
                ? region.code().substring(0, digits()) + "9".repeat(12 - digits())
                : "9".repeat(12);
    }

    private int digits() {
        return region.isCountry() ? 0 : region.prefix().length();
    }

    /** {@code template} with what stands for the region put in its place. */
    public String sql(String template) {
        return TOKEN.matcher(template)
                .replaceAll(token -> {
                    var column = token.group(2);
                    return switch (token.group(1)) {
                        case "in" -> only == null ? whole(column) : among(column);
                        case "whole" -> whole(column);
                        case "place" -> place(column);
                        case "mine" ->
                                households == null
                                        ? "true"
                                        : "(" + column + " = any(cast(:mine as text[])))";
                        default -> village(column);
                    };
                });
    }

    private static String among(String column) {
        return column + " = any(cast(:only as text[]))";
    }

    private String whole(String column) {
        var inside = column + " like :region";
        if (!cameIn.isEmpty()) {
            inside = "(%s or %s = any(cast(:cameIn as text[])))".formatted(inside, column);
        }
        if (!wentOut.isEmpty())
            inside += " and %s <> all(cast(:wentOut as text[]))".formatted(column);
        return "(" + inside + ")";
    }

    private String place(String column) {
        return casts.isEmpty()
                ? column
                : "coalesce(cast(:casts as jsonb) ->> %1$s, %1$s)".formatted(column);
    }

    private String village(String column) {
        return casts.isEmpty()
                ? column
                : "case when %2$s like '%%000' then %1$s else %2$s end"
                        .formatted(column, place(column));
    }

    /** The parameters that {@link #sql} needs. */
    public MapSqlParameterSource addTo(MapSqlParameterSource parameters) {
        return parameters
                .addValue("region", region.pattern())
                .addValue("lineage", region.lineage())
                .addValue("county", region.code().substring(0, 6) + "000000")
                .addValue("cameIn", cameIn.toArray(String[]::new))
                .addValue("wentOut", wentOut.toArray(String[]::new))
                .addValue("only", only == null ? new String[0] : only.toArray(String[]::new))
                .addValue(
                        "mine",
                        households == null ? new String[0] : households.toArray(String[]::new))
                .addValue("casts", JsonMapper.shared().writeValueAsString(casts));
    }
}
