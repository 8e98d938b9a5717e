package cn.fupin.reporting.asof;

import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.relay.KafkaSettings;
import java.util.ArrayList;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the events have come in, within the caller's snapshot. The twelve partitions of a topic
 * arrive in any order and every projection reads at its own pace, so the highest position that was
 * seen says little: below it there may be holes, and another projection may not have come so far.
 */
final class Arrivals {
    private final JdbcClient db;

    Arrivals(JdbcClient db) {
        this.db = db;
    }

    /** The highest position that was recorded by then, whatever is missing below it. */
    long latest(Source source, String instant) {
        return db.sql(
                        """
                        select coalesce(max(position), 0) from recorded_positions
                        where source = :source and recorded_at <= cast(:instant as timestamptz)
                        """)
                .param("source", source.code())
                .param("instant", instant)
                .query(Long.class)
                .single();
    }

    /** The highest position below which none is missing. */
    long dense(Source source) {
        var floor = floor(source);
        return db.sql(
                        """
                        select coalesce(max(position), :floor)
                        from (select position, row_number() over (order by position) as nth
                              from recorded_positions
                              where source = :source and position > :floor) above
                        where position = :floor + nth
                        """)
                .param("source", source.code())
                .param("floor", floor)
                .query(Long.class)
                .single();
    }

    /**
     * Saves counting from 1: each partition is in order of position, so nothing is missing up to
     * where the slowest has come, unless it is parked.
     */
    private long floor(Source source) {
        return db.sql(
                        """
                        select min(o.last_position)
                        from projection_live l
                        join projection_offset o on o.projection = l.name and o.generation = l.generation
                        where l.name = :timeline and o.topic = :topic
                          and not exists (
                            select 1 from parked_key k
                            where k.projection = l.name and k.generation = l.generation and k.topic = o.topic)
                        having count(*) = :partitions
                        """)
                .param("timeline", TimelineProjection.NAME)
                .param("topic", source.topic())
                .param("partitions", KafkaSettings.PARTITIONS)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Whether each of these has applied what the timeline has, and nothing is parked. Offsets alone
     * would not do: the marker at the end of a producer's transaction is an offset too, and whether
     * a reader has stepped over the last one is chance. So one that stands behind by its offset but
     * has applied the last event is not behind.
     */
    boolean allAsFarAsTheTimeline(Collection<Projection> projections) {
        var names = new ArrayList<String>();
        var topics = new ArrayList<String>();
        for (var projection : projections) {
            for (var topic : projection.topics()) {
                names.add(projection.name());
                topics.add(topic);
            }
        }
        return db.sql(
                        """
                        with reads as (
                            select r.topic, l.name, l.generation
                            from unnest(:names::text[], :topics::text[]) as r (name, topic)
                            join projection_live l on l.name = r.name),
                        behind as (
                            select 1
                            from reads timeline
                            join projection_offset t on t.projection = timeline.name
                                and t.generation = timeline.generation and t.topic = timeline.topic
                            join reads r on r.topic = timeline.topic
                            left join projection_offset p on p.projection = r.name
                                and p.generation = r.generation and p.topic = r.topic
                                and p.partition = t.partition
                            where timeline.name = :timeline
                              and coalesce(p.next_offset, 0) < t.next_offset
                              and coalesce(p.last_position, 0) < t.last_position),
                        parked as (
                            select 1
                            from reads r
                            join parked_key k on k.projection = r.name
                                and k.generation = r.generation and k.topic = r.topic)
                        select not exists (select 1 from behind) and not exists (select 1 from parked)
                        """)
                .param("names", names.toArray(String[]::new))
                .param("topics", topics.toArray(String[]::new))
                .param("timeline", TimelineProjection.NAME)
                .query(Boolean.class)
                .single();
    }
}
