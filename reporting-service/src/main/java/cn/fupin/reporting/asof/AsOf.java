package cn.fupin.reporting.asof;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The two dates of a question, resolved: what was true on {@code effective}, by the events up to a
 * position of each service. Once settled, the same question with the same positions has the same
 * answer for ever.
 *
 * @param settled every event up to these positions is in the rows: no projection is behind or has
 *     parked anything, and no position is asked for, or was recorded by the instant asked for, that
 *     has not arrived with all before it. If not, the answer may still change.
 */
public record AsOf(
        LocalDate effective,
        long household,
        long project,
        long funding,
        long reporting,
        boolean settled) {

    /** Another day by the same knowledge. */
    public AsOf at(LocalDate day) {
        return new AsOf(day, household, project, funding, reporting, settled);
    }

    /** {@code :effective} and a position per source, {@code :household}, {@code :project}, … */
    public MapSqlParameterSource parameters() {
        return new MapSqlParameterSource()
                .addValue("effective", effective)
                .addValue("household", household)
                .addValue("project", project)
                .addValue("funding", funding)
                .addValue("reporting", reporting);
    }

    public long position(String source) {
        return switch (source) {
            case "household" -> household;
            case "project" -> project;
            case "funding" -> funding;
            case "reporting" -> reporting;
            default -> 0;
        };
    }

    /** {@code {"household": 120, …}} as answers show it. */
    public Map<String, Long> known() {
        var known = new LinkedHashMap<String, Long>();
        for (var source : Source.values()) known.put(source.code(), position(source.code()));
        return known;
    }

    /** {@code household:120,project:3,…} as addresses carry it. */
    public String vector() {
        return String.join(
                ",",
                known().entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList());
    }
}
