package cn.fupin.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the system runs.
 *
 * @param home the repository, whose built jars are started
 * @param data everything that is kept: databases, records, keys, logs
 * @param ports one port of this machine for each program
 * @param detours variables that a service gets in place of the usual ones: for a service that is to
 *     reach its servers through something that watches
 * @param kafkaDetour a second way into Kafka; null for none
 */
public record Settings(
        Path home,
        Path data,
        Map<Program, Integer> ports,
        Map<Program, Map<String, String>> detours,
        KafkaBroker.@Nullable Detour kafkaDetour) {
    public Settings {
        ports = Map.copyOf(ports);
        detours = Map.copyOf(detours);
    }

    public Settings(Path home, Path data, Map<Program, Integer> ports) {
        this(home, data, ports, Map.of(), null);
    }

    public Settings withDetours(
            Map<Program, Map<String, String>> detours, KafkaBroker.@Nullable Detour kafkaDetour) {
        return new Settings(home, data, ports, detours, kafkaDetour);
    }

    /** The usual ports, moved where a {@code FUPIN_PORT_…} variable says so. */
    public static Settings standard(Path home, Map<String, String> environment) {
        var ports = new EnumMap<Program, Integer>(Program.class);
        for (Program program : Program.values()) {
            String set = environment.getOrDefault(program.portVariable(), "");
            ports.put(program, set.isBlank() ? program.usualPort : port(program, set));
        }
        return new Settings(home, home.resolve("data"), ports);
    }

    /** Ports nobody uses, for a run beside another one. */
    public static Settings onFreePorts(Path home, Path data) {
        var ports = new EnumMap<Program, Integer>(Program.class);
        Set<Integer> taken = new HashSet<>();
        for (Program program : Program.values()) {
            int port = Ports.free();
            while (!taken.add(port)) {
                port = Ports.free();
            }
            ports.put(program, port);
        }
        return new Settings(home, data, ports);
    }

    public int port(Program program) {
        return ports.getOrDefault(program, program.usualPort);
    }

    /** The address of a service. */
    public URI url(Program service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    Path log(Program program) {
        return data.resolve("logs").resolve(program.title + ".log");
    }

    private static int port(Program program, String text) {
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > 65535) {
            throw new CannotStart(
                    "环境变量 %s 应为 1–65535 的端口号，而不是“%s”。".formatted(program.portVariable(), text),
                    "%s must be a port number from 1 to 65535, not \"%s\"."
                            .formatted(program.portVariable(), text));
        }
        return Integer.parseInt(text);
    }
}
