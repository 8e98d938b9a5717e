package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. Everything listens on 127.0.0.1 only, services excepted. */
public final class Ports {
    private Ports() {}

    /** A port that was free a moment ago: another program can still be quicker. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a port that something listens on, before anything has been started. */
    static void requireFree(int port, String wantedBy) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of the last run may linger in TIME_WAIT
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new CannotStart(
                    "端口 %d 已被占用，而 %s 需要它；请停止占用它的程序，或换一个端口。".formatted(port, wantedBy),
                    "Port %d is taken, and %s needs it; stop the program that holds it, or choose another port."
                            .formatted(port, wantedBy),
                    e);
        }
    }
}
