package cn.fupin.reporting.regions;

/**
 * Looks a rule up within SQL: the legal durations and limits are data of a division and a day. As
 * household-service does, it asks the place and what it lies in, and failing that what came after
 * it: a household keeps the code it was registered under, while rules of later years are set for
 * the division of their time.
 */
public final class RuleSql {
    private RuleSql() {}

    /**
     * A scalar subquery: the value in force in the nearest division that has one, null where no
     * rule says anything.
     *
     * @param code as events write it, {@code visits-per-month-min}
     * @param region the column of a 12-digit code
     * @param day an SQL date
     */
    public static String valueOf(String code, String region, String day) {
        return """
        coalesce(%s, (
            select ruled.value from %s heir
            cross join lateral %s ruled
            order by heir.nth
            limit 1))
        """
                .formatted(
                        nearest(code, region, day), after(region), nearest(code, "heir.code", day));
    }

    private static String nearest(String code, String region, String day) {
        return """
        (select u.value from rules u
         where u.code = '%s' and u.effective_from <= %s and u.position <= :household and u.region in (%s)
         order by u.region desc, u.effective_from desc, u.sequence desc
         limit 1)\
        """
                .formatted(code, day, lineage(region));
    }

    /** SQL: the place and all that it lies in, the nearest first. */
    public static String lineage(String region) {
        return """
        %1$s, left(%1$s, 9) || '000', left(%1$s, 6) || '000000', left(%1$s, 4) || '00000000',
        left(%1$s, 2) || '0000000000', '000000000000'\
        """
                .formatted(region);
    }

    /**
     * SQL: a table of everything that came after the place or after a division above it: {@code
     * code}, and the {@code nth} it is, the nearest first and in the order the documents name them.
     */
    public static String after(String region) {
        return """
        (
            with recursive later (code, depth, path) as (
                select successor.code, array_position(array[{lineage}], ended.region), array[successor.at]
                from region_successions ended cross join unnest(ended.successors) with ordinality successor (code, at)
                where ended.region in ({lineage}) and ended.position <= :household
              union all
                select successor.code, later.depth, later.path || successor.at
                from later join region_successions ended on ended.region = later.code and ended.position <= :household
                cross join unnest(ended.successors) with ordinality successor (code, at))
            select code, row_number() over (order by min(depth), min(cardinality(path)), min(path)) as nth
            from later group by code)\
        """
                .replace("{lineage}", lineage(region));
    }
}
