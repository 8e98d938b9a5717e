package cn.fupin.backbone.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody listens where the brokers should be. */
final class Brokers {
    private static final int CONNECT_MILLIS = 1000;

    private Brokers() {}

    /** Asked without a Kafka client, which would wait long for brokers that are not there. */
    static boolean reachable(KafkaSettings kafka) {
        for (var server : kafka.bootstrapServers().split(",")) {
            var colon = server.lastIndexOf(':');
            if (colon < 0) continue;
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                server.substring(0, colon).strip(),
                                Integer.parseInt(server.substring(colon + 1).strip())),
                        CONNECT_MILLIS);
                return true;
            } catch (IOException | NumberFormatException e) {
                // the next may answer
            }
        }
        return false;
    }
}
