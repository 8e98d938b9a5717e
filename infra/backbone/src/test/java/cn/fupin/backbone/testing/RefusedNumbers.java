package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Numbers nobody has are sent to where none belongs: to every text of every command that does not
 * seal it, to paths, keys, headers and parameters, and asked for where things are read. Afterwards
 * they are in no answer to a command, in no event, no file of the servers and no line of a log.
 */
public final class RefusedNumbers {
    private static final String PHONE = "19870650321";
    private static final List<String> NUMBERS =
            List.of(PHONE, "6217003810706500219", identityNumber("99870419470923032"));

    private final DoorClient door;
    private final Canary canary = new Canary(NUMBERS);
    private final Map<String, List<String>> taken = new TreeMap<>();
    private int refused;

    private RefusedNumbers(DoorClient door) {
        this.door = door;
    }

    /**
     * @param door of somebody who may send most commands
     * @return how many texts refused a number
     */
    public static int areNowhere(RunningService service, DoorClient door)
            throws IOException, SQLException {
        var since = FileTime.from(Instant.now().minusSeconds(2));
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        var numbers = new RefusedNumbers(door);
        try {
            numbers.sent(service);
            numbers.askedFor(service);
        } finally {
            root.detachAppender(log);
        }
        assertThat(numbers.taken).isEmpty();
        for (var line : List.copyOf(log.list)) {
            var thrown = line.getThrowableProxy();
            var text =
                    line.getFormattedMessage()
                            + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
            assertThat(numbers.canary.in(text)).as(text).isEmpty();
        }
        for (var folder : RealServers.directories()) {
            assertThat(numbers.canary.under(folder, since)).isEmpty();
        }
        assertThat(numbers.canary.in(door.get("/events?after=0&limit=100000").text())).isEmpty();
        return numbers.refused;
    }

    private void sent(RunningService service) {
        var sealed = new TreeMap<String, Set<String>>();
        for (var endpoints : service.beans(Endpoints.class)) {
            endpoints.all().forEach(endpoint -> sealed.put(endpoint.path(), endpoint.sealed()));
        }
        for (var command : door.get("/commands").json()) {
            var path = command.path("path").asString();
            var fields = new ArrayList<String>();
            gather(command.path("fields"), "", fields);
            fields.removeAll(sealed.getOrDefault(path, Set.of()));
            var address = path.replaceAll("\\{(\\w+?)(?:Id)?}", "$1-1");
            for (var number : NUMBERS) {
                for (var field : fields) {
                    refusing(path, door.post(address, at(field, "联系 " + number)));
                }
                refusing(path, door.post(address, Map.of(number, 1)));
                var empty = Map.of();
                refusing(path, door.post(address + "?of=" + number, empty));
                refusing(path, door.post(address, empty, "key-" + number));
                refusing(path, door.as("clerk-" + number).post(address, empty));
                refusing(path, door.post(address, "{\"note\":\"" + number));
                if (path.contains("{")) {
                    var of = path.replaceAll("\\{(\\w+?)(?:Id)?}", "$1-" + number);
                    refusing(path, door.post(of, empty));
                }
            }
        }
    }

    private void refusing(String path, Reply reply) {
        if (!canary.in(reply.text()).isEmpty() || reply.status() < 400) {
            taken.computeIfAbsent(path, _ -> new ArrayList<>()).add(reply.text());
        }
        if (reply.rule().equals("personal-number")) refused++;
    }

    private void askedFor(RunningService service) {
        for (var path : ReadRoutes.paths(service)) {
            for (var number : NUMBERS) {
                door.get(path.replaceAll("\\{\\w+}", number));
                door.get(
                        path.replaceAll("\\{\\w+}", "x")
                                + "?region="
                                + number
                                + "&after="
                                + number);
            }
        }
    }

    /** Every text that is no word of a list, by where it stands. */
    private static void gather(JsonNode shape, String at, List<String> fields) {
        for (var field : shape.properties()) {
            var path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            var of = field.getValue();
            while (of.path("type").asString("").equals("list")) of = of.path("of");
            if (of.path("type").asString("").equals("text") && !of.has("values")) fields.add(path);
            if (of.has("fields")) gather(of.path("fields"), path, fields);
        }
    }

    private static Map<String, Object> at(String field, String value) {
        var dot = field.indexOf('.');
        return dot < 0
                ? Map.of(field, value)
                : Map.of(field.substring(0, dot), at(field.substring(dot + 1), value));
    }

    private static String identityNumber(String first) {
        var sum = 0;
        var weight = 2;
        for (var i = 16; i >= 0; i--) {
            sum += (first.charAt(i) - '0') * weight;
            weight = weight * 2 % 11;
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
