package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.faults.WireProxy.Moment;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's protocol 3.0, as far as it takes to know which statement is run: prepared statements
 * are remembered by their name. The connection must come without encryption.
 */
final class PostgresWire implements WireProxy.Wire {
    private static final int LONGEST = 64 << 20;

    private final Map<String, String> statements = new HashMap<>();
    private boolean started;

    // what the open transaction has done; set by the client's side, asked by the server's
    private volatile boolean events;
    private volatile boolean positions;
    private volatile boolean rows;
    private volatile boolean offset;
    private volatile boolean copied;
    private volatile boolean switched;
    private volatile @Nullable Moment committing;
    private final ThreadLocal<@Nullable Moment> now = new ThreadLocal<>();

    @Override
    public @Nullable Moment moment() {
        return now.get();
    }

    @Override
    public byte @Nullable [] fromClient(DataInputStream in) throws IOException {
        now.remove();
        if (!started) {
            // the start has a length and no type
            byte[] head = WireProxy.exactly(in, new byte[0], 4);
            if (head == null) {
                return null;
            }
            started = true;
            return WireProxy.exactly(in, head, length(head, 0) - 4);
        }
        byte[] message = typed(in);
        if (message != null) {
            client(message);
        }
        return message;
    }

    @Override
    public byte @Nullable [] fromServer(DataInputStream in) throws IOException {
        now.remove();
        byte[] message = typed(in);
        if (message != null && message[0] == 'C' && text(message, 5).equals("COMMIT")) {
            Moment committed = committing;
            committing = null;
            if (committed != null) {
                now.set(committed);
            }
        }
        return message;
    }

    private static byte @Nullable [] typed(DataInputStream in) throws IOException {
        byte[] head = WireProxy.exactly(in, new byte[0], 5);
        if (head == null) {
            return null;
        }
        int length = length(head, 1) - 4;
        if (length < 0 || length > LONGEST) {
            throw new IOException("no message of PostgreSQL's: " + length + " bytes");
        }
        return WireProxy.exactly(in, head, length);
    }

    private void client(byte[] message) {
        switch (message[0]) {
            case 'P' -> {
                String name = text(message, 5);
                int query = 5 + name.getBytes(StandardCharsets.UTF_8).length + 1;
                statements.put(name, text(message, query));
            }
            case 'B' -> {
                String portal = text(message, 5);
                int statement = 5 + portal.getBytes(StandardCharsets.UTF_8).length + 1;
                runs(statements.getOrDefault(text(message, statement), ""));
            }
            case 'Q' -> runs(text(message, 5));
            case 'c' -> copied = true;
            default -> {} // says nothing of what is run
        }
    }

    private void runs(String statement) {
        String sql = statement.strip().toLowerCase(Locale.ROOT);
        if (sql.equals("begin") || sql.startsWith("begin ") || sql.equals("rollback")) {
            forget();
        } else if (sql.equals("commit")) {
            commit();
        } else if (sql.startsWith("insert into events")) {
            events = true;
        } else if (sql.contains("insert into positions")) {
            positions = true;
        } else if (sql.contains("projection_live") && !sql.startsWith("select")) {
            switched = true;
        } else if (movesAnOffset(sql)) {
            if (copied && !offset) {
                now.set(Moment.COPIED_BEFORE_OFFSET);
            } else if (rows && !offset) {
                now.set(Moment.ROWS_BEFORE_OFFSET);
            }
            offset = true;
        } else if (sql.startsWith("insert into")) {
            rows = true;
        }
    }

    private static boolean movesAnOffset(String sql) {
        return sql.contains("projection_offset")
                        && (sql.startsWith("update") || sql.startsWith("insert"))
                || sql.startsWith("update") && sql.contains("rebuild");
    }

    private void commit() {
        if (switched) {
            now.set(Moment.SWITCH_BEFORE_COMMIT);
            committing = Moment.SWITCH_COMMITTED;
        } else if (events) {
            now.set(Moment.EVENTS_BEFORE_COMMIT);
            committing = Moment.EVENTS_COMMITTED;
        } else if (positions) {
            now.set(Moment.POSITIONS_BEFORE_COMMIT);
        } else if (rows && offset) {
            now.set(Moment.OFFSET_BEFORE_COMMIT);
            committing = Moment.OFFSET_COMMITTED;
        }
        forget();
    }

    private void forget() {
        events = false;
        positions = false;
        rows = false;
        offset = false;
        copied = false;
        switched = false;
    }

    private static int length(byte[] message, int at) {
        return ByteBuffer.wrap(message, at, 4).getInt();
    }

    /** A text that ends with a zero byte. */
    private static String text(byte[] message, int from) {
        int end = from;
        while (end < message.length && message[end] != 0) {
            end++;
        }
        return new String(message, from, Math.max(0, end - from), StandardCharsets.UTF_8);
    }
}
