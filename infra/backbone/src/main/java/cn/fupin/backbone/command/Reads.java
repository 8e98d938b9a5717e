package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What is answered to those only who may see it: the sender's headers are read and the permission
 * asked as at the door, and a refusal is answered as there.
 */
public final class Reads {
    /** What to answer; may ask {@link Reads#check} once it knows the region. */
    @FunctionalInterface
    public interface Reading {
        ServerResponse read(Entry entry) throws IOException;
    }

    private final Access access;
    private final DeniedAttempts attempts;
    private final Clock clock;

    public Reads(Access access, DeniedAttempts attempts, Clock clock) {
        this.access = access;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @param permission {@code <service>.<deed>}, as a command's
     * @param parameters what may stand behind the address, see {@link Parameters}
     */
    public ServerResponse of(
            ServerRequest request, String permission, Reading reading, String... parameters)
            throws IOException {
        try {
            Parameters.check(request, parameters);
            var actor = Envelope.actor(CommandHttp.headersOf(request.servletRequest()));
            access.check(actor, permission);
            var receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return reading.read(new Entry(receivedAt, actor));
        } catch (Malformed malformed) {
            return CommandHttp.respond(Answer.malformed(malformed));
        } catch (Denied denied) {
            return CommandHttp.respond(attempts.keep(denied, request.path()));
        } catch (Refused refused) {
            return CommandHttp.respond(Answer.refused(refused));
        } catch (UnknownId unknown) {
            return CommandHttp.respond(Answer.unknownId(unknown));
        }
    }

    /**
     * Orders that are no commands and concern no region: where roles are enforced, whoever posts
     * one is asked for the permission; to read it takes none.
     */
    public HandlerFilterFunction<ServerResponse, ServerResponse> ordering(String permission) {
        return (request, next) -> {
            if (request.method() != HttpMethod.POST || !access.isEnforced()) {
                return next.handle(request);
            }
            try {
                var headers = CommandHttp.headersOf(request.servletRequest());
                access.check(Envelope.actor(headers), permission);
            } catch (Malformed malformed) {
                return CommandHttp.respond(Answer.malformed(malformed));
            } catch (Denied denied) {
                return CommandHttp.respond(attempts.keep(denied, request.path()));
            }
            return next.handle(request);
        };
    }

    /** For routes of their own: {@code onError(Malformed.class, Reads::malformed)}. */
    public static ServerResponse malformed(Throwable malformed, ServerRequest request) {
        return CommandHttp.respond(Answer.malformed((Malformed) malformed));
    }

    public void check(Entry entry, String permission, String region) {
        access.check(entry.actor(), permission, region);
    }

    /** Whether the sender's role has the permission in some region; nothing is refused. */
    public boolean allows(Entry entry, String permission) {
        return !access.isEnforced() || access.allows(entry.actor().role(), permission);
    }

    /** The body, or a {@link Malformed} when it is longer. */
    public static byte[] body(ServerRequest request, int mostBytes) throws IOException {
        return CommandHttp.read(request, mostBytes);
    }

    /**
     * The same where the body is a file.
     *
     * @param field what a refusal calls it
     */
    public static byte[] body(ServerRequest request, int mostBytes, String field)
            throws IOException {
        try {
            return body(request, mostBytes);
        } catch (Malformed malformed) {
            throw malformed.under(field);
        }
    }

    /** What was asked for, as the events write it: what is not there is left out. */
    public static ServerResponse json(Object answer) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(answer));
    }

    /** A request's parameter that must be there. */
    public static String parameter(ServerRequest request, String name) {
        return request.param(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Malformed(name, "required", "必填", "is required"));
    }
}
