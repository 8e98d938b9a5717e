package cn.fupin.reporting.clerk;

import cn.fupin.reporting.fact.Corrections;
import cn.fupin.reporting.fact.OnePerson;

/** Who is in a household as of a day, and what is known of them, in SQL. */
public final class Persons {
    private Persons() {}

    /**
     * SQL: whether a coming or a going is of that day by what is known, and of no other.
     *
     * @param row of household_persons
     */
    public static String stands(String row) {
        return Corrections.stands(row, "household_persons");
    }

    /**
     * SQL: of each who ever was in the household the last coming or going by the day, with {@code
     * who}, the id by which the person goes by what is known.
     *
     * @param household the column of its id
     */
    public static String of(String household) {
        return """
        (
            select distinct on (l.who) l.*
            from (
                select r.*, {now} as who from household_persons r
                where r.household_id = {household} and r.step in ('IN', 'OUT')
                  and r.effective_on <= :effective and r.position <= :household and {stands}) l
            order by l.who, l.effective_on desc, l.sequence desc, l.line desc)\
        """
                .replace("{stands}", stands("r"))
                .replace("{now}", OnePerson.now("r"))
                .replace("{household}", household);
    }

    /**
     * SQL: the last coming or going of one person by the day.
     *
     * @param person a row with {@code household_id, who}
     */
    public static String stay(String person) {
        return """
        (
            select r.* from household_persons r
            where r.household_id = {person}.household_id and r.step in ('IN', 'OUT')
              and r.effective_on <= :effective and r.position <= :household and {stands} and {now} = {person}.who
            order by r.effective_on desc, r.sequence desc, r.line desc
            limit 1)\
        """
                .replace("{stands}", stands("r"))
                .replace("{now}", OnePerson.now("r"))
                .replace("{person}", person);
    }

    /**
     * SQL: how one person is called and when born: as last said by the day, or as corrected after
     * that was said.
     *
     * @param person a row with {@code household_id, who}
     */
    public static String called(String person) {
        return """
        (
            select c.* from (
                (select r.* from household_persons r
                 where r.household_id = {person}.household_id and r.step in ('IN', 'IDENTIFIED')
                   and r.effective_on <= :effective and r.position <= :household and {stands} and {now} = {person}.who
                 order by r.effective_on desc, r.sequence desc
                 limit 1)
                union all
                (select r.* from household_persons r
                 where r.household_id = {person}.household_id and r.step = 'CORRECTED'
                   and r.position <= :household and {now} = {person}.who
                 order by r.sequence desc
                 limit 1)) c
            order by c.sequence desc
            limit 1)\
        """
                .replace("{stands}", stands("r"))
                .replace("{now}", OnePerson.now("r"))
                .replace("{person}", person);
    }
}
