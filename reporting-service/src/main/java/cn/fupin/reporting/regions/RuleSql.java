package cn.fupin.reporting.regions;

/** Looks a rule up within SQL: the legal durations and limits are data of a division and a day. */
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
        (select u.value from rules u
         where u.code = '%1$s' and u.effective_from <= %3$s and u.position <= :household
           and u.region in (%2$s, left(%2$s, 9) || '000', left(%2$s, 6) || '000000', left(%2$s, 4) || '00000000',
                            left(%2$s, 2) || '0000000000', '000000000000')
         order by u.region desc, u.effective_from desc, u.sequence desc
         limit 1)
        """
                .formatted(code, region, day);
    }
}
