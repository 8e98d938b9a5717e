package cn.fupin.reporting.asof;

import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.ProjectionReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers a question in one snapshot of all projections. What it takes as known has no hole below
 * it, and it says whether the rows of every projection have come as far.
 */
@Component
public class Snapshots {
    private final ProjectionReader reader;
    private final List<Projection> projections;

    public Snapshots(ProjectionReader reader, List<Projection> projections) {
        this.reader = reader;
        this.projections = projections;
    }

    public <T> T read(Asked asked, BiFunction<JdbcClient, AsOf, T> answer) {
        return reader.read(db -> answer.apply(db, resolve(asked, db)));
    }

    /** Turns the words into positions, within the caller's snapshot. */
    public AsOf resolve(Asked asked, JdbcClient db) {
        var arrivals = new Arrivals(db);
        var known = new EnumMap<Source, Long>(Source.class);
        var settled = arrivals.allAsFarAsTheTimeline(projections);
        for (var source : Source.values()) {
            var dense = arrivals.dense(source);
            var wanted = wanted(asked.known(), source, arrivals);
            known.put(source, isExplicit(asked, source) ? wanted : Math.min(wanted, dense));
            settled &= wanted <= dense;
        }
        return asOf(asked, known, settled && !isToCome(asked.known()));
    }

    private static long wanted(Known known, Source source, Arrivals arrivals) {
        return switch (known) {
            case Known.Everything _ -> arrivals.latest(source, "infinity");
            case Known.By by ->
                    arrivals.latest(source, by.instant().atOffset(ZoneOffset.UTC).toString());
            case Known.Upto upto -> {
                var position = upto.positions().get(source);
                yield position == null ? arrivals.latest(source, "infinity") : position;
            }
        };
    }

    /** More may be recorded until then. */
    private static boolean isToCome(Known known) {
        return known instanceof Known.By by && by.instant().isAfter(Instant.now());
    }

    private static boolean isExplicit(Asked asked, Source source) {
        return asked.known() instanceof Known.Upto upto && upto.positions().containsKey(source);
    }

    private static AsOf asOf(Asked asked, Map<Source, Long> known, boolean settled) {
        return new AsOf(
                asked.effective(),
                known.getOrDefault(Source.HOUSEHOLD, 0L),
                known.getOrDefault(Source.PROJECT, 0L),
                known.getOrDefault(Source.FUNDING, 0L),
                known.getOrDefault(Source.REPORTING, 0L),
                settled);
    }
}
