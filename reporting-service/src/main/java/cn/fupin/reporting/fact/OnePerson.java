package cn.fupin.reporting.fact;

/**
 * One person under several ids: a number became known, or was corrected, perhaps more than once.
 * What is said of an id is said of whoever went by it then: from there the ids are followed in the
 * order in which they were given, by the household's own facts before those of others. Ids that one
 * command gives are given at once: two who change their numbers stay two.
 */
public final class OnePerson {
    /** In place of {@code :household}: whatever came to be known. */
    static final String ALL = Long.toString(Long.MAX_VALUE);

    private OnePerson() {}

    /**
     * SQL: the id by which whom a row is about goes by what is known.
     *
     * @param row of a table with {@code household_id, person_id, position}
     */
    public static String now(String row) {
        return now(row, ":household");
    }

    static String now(String row, String known) {
        return of(
                row + ".person_id",
                row + ".household_id",
                "given.position <= " + row + ".position",
                known);
    }

    /**
     * SQL: the same of an id that was said elsewhere, of a member of the household.
     *
     * @param recordedAt when it was said
     */
    public static String said(String personId, String householdId, String recordedAt) {
        return of(personId, householdId, "given.recorded_at <= " + recordedAt, ":household");
    }

    /**
     * @param before SQL: whether the id was {@code given} to somebody before it was said
     * @param known the position up to which it is known who got another id
     */
    static String of(String personId, String householdId, String before, String known) {
        return """
        case when exists (select 1 from same_persons same where same.person_id = ID) then (
            with recursive line (id, position, command_id) as (
                (select cast(ID as text), given.position, given.command_id
                 from same_persons given
                 where given.same_as = ID and BEFORE and given.position <= KNOWN
                 union all select cast(ID as text), 0, null
                 order by 2 desc
                 limit 1)
              union all
                select next.same_as, next.position, next.command_id
                from line
                cross join lateral (
                    select same.same_as, same.position, same.command_id from same_persons same
                    where same.person_id = line.id and same.position > line.position and same.position <= KNOWN
                      and (line.command_id is null or same.command_id <> line.command_id)
                    order by (same.household_id = HOUSEHOLD) desc, same.position
                    limit 1) next)
            select id from line order by position desc limit 1)
          else ID end\
        """
                .replace("BEFORE", before)
                .replace("HOUSEHOLD", householdId)
                .replace("KNOWN", known)
                .replace("ID", personId);
    }

    /** SQL: whether somebody ever went by the id and by another. */
    public static String hasTwo(String personId) {
        return """
        (exists (select 1 from same_persons same where same.person_id = %1$s)
         or exists (select 1 from same_persons same where same.same_as = %1$s))\
        """
                .formatted(personId);
    }

    /** SQL: a query of the ids of all who ever went by it, or by another of theirs. */
    public static String ids(String personId) {
        return """
        with recursive ids(id) as (
            select cast(%s as text)
            union
            select case when same.person_id = ids.id then same.same_as else same.person_id end
            from ids join same_persons same on same.person_id = ids.id or same.same_as = ids.id)
        select id from ids\
        """
                .formatted(personId);
    }
}
