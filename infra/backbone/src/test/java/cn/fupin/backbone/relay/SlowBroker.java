package cn.fupin.backbone.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** In front of a broker: each of its answers comes late, as from a machine with too much to do. */
final class SlowBroker implements AutoCloseable {
    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Duration late;

    SlowBroker(String broker, Duration late) throws IOException {
        var colon = broker.lastIndexOf(':');
        this.host = broker.substring(0, colon);
        this.port = Integer.parseInt(broker.substring(colon + 1));
        this.late = late;
        this.door = new ServerSocket(0);
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        while (true) {
            Socket client;
            try {
                client = door.accept();
            } catch (IOException e) {
                return; // closed
            }
            try {
                var broker = new Socket(host, port);
                pump(client.getInputStream(), broker.getOutputStream(), broker, Duration.ZERO);
                pump(broker.getInputStream(), client.getOutputStream(), client, late);
            } catch (IOException e) {
                hangUp(client); // one that does not get through; the next one may
            }
        }
    }

    private static void hangUp(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            // has gone already
        }
    }

    private static void pump(InputStream from, OutputStream to, Socket end, Duration late) {
        Thread.ofVirtual()
                .start(() -> {
                    var bytes = new byte[65_536];
                    try (end) {
                        for (var n = from.read(bytes); n >= 0; n = from.read(bytes)) {
                            Thread.sleep(late);
                            to.write(bytes, 0, n);
                        }
                    } catch (IOException | InterruptedException e) {
                        // one of the two has gone
                    }
                });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
