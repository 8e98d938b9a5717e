package cn.fupin.reporting.clerk;

/** Registered households to which nobody came in a month in which the rule asks for a visit. */
public final class Unvisited {
    /** Takes {@code :from} and {@code :until} from a {@link Month}. */
    public static final String SQL = DueSql.UNVISITED;

    private Unvisited() {}
}
