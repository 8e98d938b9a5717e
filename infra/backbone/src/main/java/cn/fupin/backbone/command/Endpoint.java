package cn.fupin.backbone.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command's place at the door, served at its own path and through the bulk endpoint alike.
 *
 * @param path URI template; its variables and {@code receivedAt}, {@code enteredBy} are put into
 *     the body before it is bound, where {@code request} has a component of that name
 * @param request the record the JSON body binds to
 * @param command the command records it may become (what {@code GET /commands} lists)
 * @param sealed dotted paths (no indexes) of the fields that may carry personal numbers, since the
 *     maker seals them
 * @param teller what the caller alone is told once the command is recorded, null for nothing
 */
public record Endpoint<R>(
        String path,
        Class<R> request,
        Class<? extends Command> command,
        Maker<R> maker,
        Set<String> sealed,
        @Nullable Teller teller) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What is no record, or says nowhere who may, is found when the service starts. */
    public Endpoint {
        if (!request.isRecord()) {
            throw new IllegalArgumentException(
                    "%s: a body binds to a record, %s is none".formatted(path, request.getName()));
        }
        if (!command.isRecord() || !command.isAnnotationPresent(Needs.class)) {
            throw new IllegalArgumentException(
                    "%s: %s is no record that says what it @Needs; of a sealed interface each record has a path of its own"
                            .formatted(path, command.getName()));
        }
    }

    /** Makes the command of a request: the place for look-ups and sealing, never for deciding. */
    @FunctionalInterface
    public interface Maker<R> {
        Command make(R request, Entry entry);
    }

    /**
     * Says what nobody may keep: asked after the commit, put into the answer as {@code told}, and
     * never again: the same key is answered without it.
     */
    @FunctionalInterface
    public interface Teller {
        JsonNode tell(Command command, Entry entry);
    }

    public static <C extends Command> Endpoint<C> post(String path, Class<C> command) {
        return new Endpoint<>(path, command, command, (request, entry) -> request, Set.of(), null);
    }

    public static <R> Endpoint<R> post(
            String path, Class<R> request, Class<? extends Command> command, Maker<R> maker) {
        return new Endpoint<>(path, request, command, maker, Set.of(), null);
    }

    /** What is no matter of the body: what the path says, and what the door knows. */
    Set<String> given() {
        var given = new HashSet<>(Set.of("receivedAt", "enteredBy"));
        VARIABLE.matcher(path).results().forEach(found -> given.add(found.group(1)));
        return given;
    }

    public Endpoint<R> sealing(String... fields) {
        return new Endpoint<>(path, request, command, maker, Set.copyOf(List.of(fields)), teller);
    }

    public Endpoint<R> telling(Teller told) {
        return new Endpoint<>(path, request, command, maker, sealed, told);
    }
}
