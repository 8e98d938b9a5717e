package cn.fupin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A repository whose four jars start a service that can be healthy, and crash, and nothing else.
 */
final class FakeServices {
    private FakeServices() {}

    static Path home(Path directory) {
        for (Program service : Program.SERVICES) {
            Path jar = directory.resolve(service.jar());
            try {
                Files.createDirectories(Objects.requireNonNull(jar.getParent()));
                new JarOutputStream(Files.newOutputStream(jar), manifest()).close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return directory;
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, FakeServices.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                FakeServices.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toExternalForm());
        return manifest;
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(Objects.requireNonNull(System.getenv("SERVER_PORT")));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 10);
        server.createContext(
                "/actuator/health",
                exchange -> {
                    byte[] body = "{\"status\":\"UP\"}".getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.createContext(
                "/crash",
                exchange -> {
                    System.out.println("2026-01-01T00:00:00Z ERROR the store is on fire");
                    System.out.println("Caused by: a match");
                    System.exit(7);
                });
        server.start();
    }
}
