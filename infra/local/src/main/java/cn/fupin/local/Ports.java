package cn.fupin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. Everything listens on 127.0.0.1 only, services excepted. */
public final class Ports {
    private Ports() {}

    /** Below those that systems take for outgoing connections, which come and go unasked. */
    private static final int FIRST = 20_000;

    private static final int BEYOND = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /**
     * A port that was free a moment ago, and another one each time: who asked before may not have
     * taken his yet, and it is not touched again. Another program can still be quicker.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(FIRST, BEYOND)
                .limit(BEYOND - FIRST)
                .filter(port -> GIVEN.add(port) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new CannotStart("没有空闲的端口。", "No port is free on this machine."));
    }

    private static boolean isFree(int port) {
        try {
            bindBoth(port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a port that something listens on, before anything has been started. */
    static void requireFree(int port, String wantedBy) {
        try {
            bindBoth(port);
        } catch (IOException e) {
            throw new CannotStart(
                    "端口 %d 已被占用，而 %s 需要它；请停止占用它的程序，或换一个端口。".formatted(port, wantedBy),
                    "Port %d is taken, and %s needs it; stop the program that holds it, or choose another port."
                            .formatted(port, wantedBy),
                    e);
        }
    }

    // Some systems let the wildcard address and 127.0.0.1 be taken side by side: ask for both.
    private static void bindBoth(int port) throws IOException {
        bind(new InetSocketAddress(port));
        bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static void bind(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of the last run may linger in TIME_WAIT
            socket.bind(address);
        }
    }

    /** Whether something accepts connections there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
