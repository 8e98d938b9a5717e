package cn.fupin.reporting.clerk;

/** Registered households to which nobody came in a month in which the rule asks for a visit. */
public final class Unvisited {
    private Unvisited() {}

    /**
     * SQL that takes {@code :from} and {@code :until} from a {@link Month}.
     *
     * @param households SQL of the ids of those of which it may be so
     */
    public static String sql(String households) {
        return DueSql.unvisited(households);
    }
}
