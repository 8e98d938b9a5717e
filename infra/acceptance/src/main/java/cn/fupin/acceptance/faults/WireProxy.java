package cn.fupin.acceptance.faults;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a program and its server, passes every byte on, and can hold one message: so a
 * program can be taken away at exactly that point, with no hook in it.
 */
final class WireProxy implements AutoCloseable {

    /** A message on its way, as the reader of that protocol cut it out. */
    interface Wire {
        /** The next message to the server; null at the end. */
        byte @Nullable [] fromClient(DataInputStream in) throws IOException;

        /** The next message or bytes to the client; null at the end. */
        byte @Nullable [] fromServer(DataInputStream in) throws IOException;

        /** What this message means: the moment before it is passed on. */
        @Nullable Moment moment();
    }

    /** Where a program can be taken away. */
    enum Moment {
        /** Events are inserted; COMMIT is about to be asked for. */
        EVENTS_BEFORE_COMMIT,
        /** They are committed; the program is about to hear of it. */
        EVENTS_COMMITTED,
        /** Positions are given; COMMIT is about to be asked for. */
        POSITIONS_BEFORE_COMMIT,
        /** Rows of a projection are written; its offset is about to be moved. */
        ROWS_BEFORE_OFFSET,
        /** The offset is moved too; COMMIT is about to be asked for. */
        OFFSET_BEFORE_COMMIT,
        /** That is committed; the program is about to hear of it. */
        OFFSET_COMMITTED,
        /** Rows were copied by a rebuild; what says how far it is comes next. */
        COPIED_BEFORE_OFFSET,
        /** Readers are about to be sent to another generation; COMMIT comes next. */
        SWITCH_BEFORE_COMMIT,
        /** They are sent there; the program is about to hear of it. */
        SWITCH_COMMITTED,
        /** Records are produced; the transaction is about to end. */
        PRODUCED_BEFORE_END,
        /** It is ended; the program is about to hear of it. */
        TRANSACTION_ENDED
    }

    interface Protocol {
        Wire open();
    }

    /** One message of that moment is held until it is let go. */
    final class Trap {
        private final Moment moment;
        private final CompletableFuture<Void> caught = new CompletableFuture<>();
        private final CompletableFuture<Void> letGo = new CompletableFuture<>();

        private Trap(Moment moment) {
            this.moment = moment;
        }

        /** Whether the moment came in this time; the message is held from then on. */
        boolean sprung(long millis) {
            try {
                caught.get(millis, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        void release() {
            trap.compareAndSet(this, null);
            letGo.complete(null);
        }
    }

    private final int target;
    private final Protocol protocol;
    private final ServerSocket listener;
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();

    /**
     * @param target a port of this machine
     */
    WireProxy(int target, Protocol protocol) {
        this.target = target;
        this.protocol = protocol;
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + target).start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    Trap set(Moment moment) {
        var set = new Trap(moment);
        trap.set(set);
        return set;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket client) {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            closed(client); // the server is away: so it is for the client
            return;
        }
        Wire wire = protocol.open();
        Thread.ofVirtual().start(() -> pass(client, server, wire, true));
        pass(server, client, wire, false);
    }

    private void pass(Socket from, Socket to, Wire wire, boolean fromClient) {
        try {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] message = fromClient ? wire.fromClient(in) : wire.fromServer(in);
                if (message == null) {
                    break;
                }
                holdIf(wire.moment());
                out.write(message);
            }
        } catch (IOException e) {
            // one of the two is gone, and so the other must be
        } finally {
            closed(from);
            closed(to);
        }
    }

    private void holdIf(@Nullable Moment moment) {
        if (moment == null) {
            return;
        }
        Trap set = trap.get();
        if (set != null && set.moment == moment && set.caught.complete(null)) {
            set.letGo.join();
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed it is
        }
    }

    /** All there is up to {@code length} bytes; null at the end. */
    static byte @Nullable [] exactly(InputStream in, byte[] head, int length) throws IOException {
        byte[] message = new byte[head.length + length];
        System.arraycopy(head, 0, message, 0, head.length);
        int read = in.readNBytes(message, head.length, length);
        return read < length ? null : message;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
