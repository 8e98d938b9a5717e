package cn.fupin.reporting.fact;

/**
 * Names of persons who were erased. Their rows stay, so that nothing that is counted changes and a
 * rebuild gives the same rows; the names in them are shown to nobody, whatever dates are asked for.
 */
public final class Erasure {
    /** What stands where the name stood. */
    public static final String NAMELESS = "**";

    private Erasure() {}

    /**
     * SQL: whether whom a row is about was erased, under whatever id.
     *
     * @param row of a table with {@code household_id, person_id, position}
     */
    public static String of(String row) {
        return erased(OnePerson.now(row, OnePerson.ALL));
    }

    /** SQL: the same of an id that is said of no household. */
    public static String ofId(String personId) {
        return erased(OnePerson.of(personId, "''", "true", OnePerson.ALL));
    }

    private static String erased(String personId) {
        return "exists (select 1 from persons_erased gone where gone.person_id = (%s))"
                .formatted(personId);
    }

    /** SQL: the name in a row of a household, or what stands in its place. */
    public static String name(String row) {
        return name(row + ".masked_name", of(row));
    }

    /** SQL: the same of somebody who is named for no household. */
    public static String nameOfId(String row) {
        return name(row + ".masked_name", ofId(row + ".person_id"));
    }

    private static String name(String maskedName, String erased) {
        return "case when %s then '%s' else %s end".formatted(erased, NAMELESS, maskedName);
    }
}
