package cn.fupin.reporting.fact;

/**
 * One person under several ids: a number became known, or was corrected, perhaps more than once.
 */
public final class OnePerson {
    private OnePerson() {}

    /** SQL: a query of all the ids of a person, that one among them. */
    public static String ids(String personId) {
        return """
        with recursive ids(id) as (
            select cast(%s as text)
            union
            select case when i.person_id = k.id then i.identified_as else i.person_id end
            from ids k join persons_identified i on k.id in (i.person_id, i.identified_as))
        select id from ids\
        """
                .formatted(personId);
    }
}
