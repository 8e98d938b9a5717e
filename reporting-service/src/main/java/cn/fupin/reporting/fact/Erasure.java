package cn.fupin.reporting.fact;

/**
 * Names of persons who were erased. Their rows stay, so that nothing that is counted changes and a
 * rebuild gives the same rows; the names in them are shown to nobody, whatever dates are asked for.
 */
public final class Erasure {
    /** What stands where the name stood. */
    public static final String NAMELESS = "**";

    private Erasure() {}

    /** SQL: whether the person was erased, under this id or under the one of an identification. */
    public static String of(String personId) {
        return """
        (exists (select 1 from persons_erased x where x.person_id = %1$s)
         or exists (select 1 from persons_identified i join persons_erased x on x.person_id = i.identified_as
                    where i.person_id = %1$s)
         or exists (select 1 from persons_identified i join persons_erased x on x.person_id = i.person_id
                    where i.identified_as = %1$s))
        """
                .formatted(personId);
    }

    /** SQL: the name, or what stands in its place. */
    public static String name(String maskedName, String personId) {
        return "case when %s then '%s' else %s end".formatted(of(personId), NAMELESS, maskedName);
    }
}
