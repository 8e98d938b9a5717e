package cn.fupin.reporting.fact;

/**
 * A correction says what was true all along: it counts from the day of the fact it corrects, in the
 * place of that fact among others of its day. Who wants to see what was believed before it came
 * asks with an earlier {@code known}.
 */
public final class Corrections {
    private Corrections() {}

    /**
     * SQL: the day from which a row counts.
     *
     * @param table with {@code event_id, corrects_event_id, effective_on, sequence}
     */
    public static String day(String row, String table) {
        return ofFact("effective_on", row, table);
    }

    /** SQL: where a row stands in its stream, for facts of one day. */
    public static String sequence(String row, String table) {
        return ofFact("sequence", row, table);
    }

    /**
     * SQL: whether nothing that is known stands in the place of a row, for facts whose correction
     * has a day of its own.
     *
     * @param table with {@code event_id, corrects_event_id, sequence, position}
     */
    public static String stands(String row, String table) {
        return """
        not exists (
            select 1 from %2$s w
            where w.corrects_event_id in (%1$s.event_id, %1$s.corrects_event_id)
              and w.sequence > %1$s.sequence and w.position <= :household)\
        """
                .formatted(row, table);
    }

    /** Looked up for corrections alone, which are few; one may correct another. */
    private static String ofFact(String column, String row, String table) {
        return """
        case when %2$s.corrects_event_id is null then %2$s.%1$s
        else coalesce((
            with recursive fact as (
                select o.event_id, o.corrects_event_id, o.effective_on, o.sequence
                from %3$s o where o.event_id = %2$s.corrects_event_id
                union all
                select o.event_id, o.corrects_event_id, o.effective_on, o.sequence
                from fact join %3$s o on o.event_id = fact.corrects_event_id and o.sequence < fact.sequence)
            select fact.%1$s from fact order by fact.sequence limit 1), %2$s.%1$s) end
        """
                .formatted(column, row, table);
    }

    /**
     * SQL: the rows of a household that count on the day, the latest first; for {@code order by}.
     */
    public static String latestFirst(String row, String table) {
        return "%s desc, %s desc, %s.sequence desc"
                .formatted(day(row, table), sequence(row, table), row);
    }
}
