package cn.fupin.reporting.regions;

import cn.fupin.reporting.fact.TakenBack;

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
     * SQL: a table of everything that came after the place, as {@link
     * cn.fupin.backbone.division.Lineage#successorsOf} has it: {@code code}, and the {@code nth} it
     * is, the nearest first and in the order the documents name them. A circle is gone round once.
     */
    public static String after(String region) {
        return """
        (
            with recursive later (code, path, codes) as (
                select heir.code, array[heir.at], array[heir.code] from {heirs} heir
              union all
                select heir.code, later.path || heir.at, later.codes || heir.code
                from later cross join lateral {heirs of later} heir
                where heir.code <> all(later.codes))
            select code, row_number() over (order by cardinality(path), path) as nth
            from (select distinct on (code) code, path from later order by code, cardinality(path), path) first)\
        """
                .replace("{heirs}", heirs(region))
                .replace("{heirs of later}", heirs("later.code"));
    }

    /**
     * SQL: {@code code, at}: the successors of the place, or of the nearest division above it of
     * which any are known. The caller's column is read within: no name here may be one of theirs.
     */
    private static String heirs(String region) {
        return """
        (select heir.code, heir.at
         from (
            select ended.successors
            from (
                select distinct on (succession.region) succession.region, succession.successors
                from region_successions succession
                where succession.region in (%s) and succession.position <= :household and %s
                order by succession.region, succession.effective_on, succession.sequence) ended
            where cardinality(ended.successors) > 0
            order by ended.region desc
            limit 1) nearest
         cross join unnest(nearest.successors) with ordinality heir (code, at))\
        """
                .formatted(lineage(region), TakenBack.stands("succession"));
    }
}
