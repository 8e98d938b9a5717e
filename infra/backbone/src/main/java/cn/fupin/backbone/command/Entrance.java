package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.StoreGate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The door from inside: a program of this service (an import, a file brought back from a village)
 * enters a command as if it had come over HTTP, with the same key, checks, permission and answer.
 */
public final class Entrance {
    /**
     * The answer as a client would have got it.
     *
     * @param json the events, or the problem
     * @param replayed the key had been answered before; nothing happened this time
     */
    public record Reply(int status, ObjectNode json, boolean replayed) {
        public boolean done() {
            return status == 200;
        }

        /** Worth entering again with the same key: a clash, a fault, a look-up that lags. */
        public boolean retryable() {
            return status >= 500 || json.path("retryable").asBoolean(false);
        }

        /**
         * What a program can tell a problem by: its reason, the rule that was broken, or DENIED.
         */
        public String code() {
            if (!reason().isEmpty()) return reason();
            if (status == 403) return "DENIED";
            return json.path("rule").asString("MALFORMED");
        }

        /** The refusal's reason or an empty text. */
        public String reason() {
            return json.path("reason").asString("");
        }
    }

    private final Door door;
    private final Supplier<Routes> routes;
    private final StoreGate gate;

    /**
     * @param routes asked for at the first command: what stands behind a path may itself want to
     *     enter
     */
    public Entrance(Door door, Supplier<Routes> routes, StoreGate gate) {
        this.door = door;
        this.routes = routes;
        this.gate = gate;
    }

    /**
     * @param path the command's path, such as {@code /households/household-…/income}
     * @param key its Idempotency-Key: the same key has one effect, also after a restart
     * @param expectedSequence the last sequence of the stream its author saw, -1 for none yet; null
     *     when it does not matter
     */
    public Reply enter(
            String path,
            String key,
            Actor actor,
            @Nullable Long expectedSequence,
            ObjectNode body) {
        return enter(path, headers(key, actor, expectedSequence), body);
    }

    private static Map<String, String> headers(
            String key, Actor actor, @Nullable Long expectedSequence) {
        var headers = new HashMap<String, String>();
        headers.put("idempotency-key", key);
        headers.put("fupin-actor", actor.id());
        headers.put("fupin-role", actor.role());
        headers.put("fupin-region", actor.region());
        if (expectedSequence != null) {
            headers.put("fupin-expected-sequence", expectedSequence.toString());
        }
        return headers;
    }

    /**
     * @param headers by lower-case name, as a request would bring them
     */
    public Reply enter(String path, Map<String, String> headers, ObjectNode body) {
        var closed = gate.why();
        if (closed != null) return reply(Answer.closed(closed));
        var found = routes.get().find(path).orElse(null);
        if (found == null) {
            throw new IllegalArgumentException("no command has the path " + path);
        }
        // bound in place by the door, and still the caller's
        return reply(
                door.enter(found.endpoint(), path, found.variables(), headers, body.deepCopy()));
    }

    /**
     * A command of the service's own, which has no address and which nobody outside can send: the
     * actor's permission was asked for before, or there is none to ask for.
     *
     * @param path what its key stands for
     */
    public Reply enterOwn(
            Endpoint<?> endpoint, String path, String key, Actor actor, ObjectNode body) {
        var closed = gate.why();
        if (closed != null) return reply(Answer.closed(closed));
        var headers = headers(key, actor, null);
        return reply(door.enter(endpoint, path, Map.of(), headers, body.deepCopy(), false));
    }

    private static Reply reply(Answer answer) {
        return new Reply(
                answer.status(),
                (ObjectNode) EventJson.MAPPER.readTree(answer.json()),
                answer.replayed());
    }
}
