package cn.fupin.backbone.store;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a database that cannot work just now, which is waited for, from a message that is wrong.
 */
public final class DatabaseAway {
    /** Connection, rollback and deadlock, resources, operator, system. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** The session was ended because this program stood still in the middle of a transaction. */
    private static final String STOOD_STILL = "25P03";

    private DatabaseAway() {}

    public static boolean caused(RuntimeException failure) {
        return Throwables.getCausalChain(failure).stream().anyMatch(DatabaseAway::is);
    }

    private static boolean is(Throwable e) {
        return switch (e) {
            case TransactionException t -> true;
            case TransientDataAccessException t -> true;
            case DataAccessResourceFailureException t -> true;
            case SQLException sql -> {
                var state = sql.getSQLState();
                yield state != null
                        && state.length() == 5
                        && (CLASSES.contains(state.substring(0, 2)) || state.equals(STOOD_STILL));
            }
            default -> false;
        };
    }
}
