package cn.fupin.household.intake;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entrance.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was refused may be entered once its cause is gone, and what was entered never again. The
 * door answers a key for ever as it did at first; so a command has a row of keys, and the first
 * that was not answered by a refusal is the one. Whoever dies before noting an answer finds it.
 */
final class Anew {
    private static final int MOST_REFUSALS = 1_000;

    private Anew() {}

    static Reply enter(
            Entrance entrance,
            String path,
            String key,
            Actor actor,
            @Nullable Long expectedSequence,
            ObjectNode body) {
        for (var refusals = 0; ; refusals++) {
            var reply = entrance.enter(path, key(key, refusals), actor, expectedSequence, body);
            var wasRefused = !reply.done() && reply.replayed() || reply.status() == 422;
            if (!wasRefused || refusals == MOST_REFUSALS) return reply;
        }
    }

    private static String key(String key, int refusals) {
        return refusals == 0 ? key : key + "." + refusals;
    }

    /** Whether the command was entered under a key of the row. */
    static boolean isOf(String key, String command) {
        return command.equals(key) || command.startsWith(key + ".");
    }
}
