package cn.fupin.local;

import java.util.List;

/**
 * {@code --rebuild <projection>}, and what is to be done with it; goes together with nothing else.
 *
 * @param projection of reporting-service
 */
record RebuildOrder(String projection, Source from, Act act) {
    private static final String PROJECTION = "[a-z][a-z0-9_]{0,39}";

    enum Source {
        TOPIC,
        HISTORY
    }

    enum Act {
        START,
        PAUSE,
        RESUME,
        CANCEL
    }

    static boolean isIn(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals("--rebuild");
    }

    /**
     * @throws CannotStart if it does not say what is to be done with which projection
     */
    static RebuildOrder of(List<String> arguments) {
        var rest = arguments.subList(1, arguments.size());
        if (rest.isEmpty() || !rest.getFirst().matches(PROJECTION)) throw wrong();
        String name = rest.getFirst();
        return switch (String.join(" ", rest.subList(1, rest.size()))) {
            case "", "--from topic" -> new RebuildOrder(name, Source.TOPIC, Act.START);
            case "--from history" -> new RebuildOrder(name, Source.HISTORY, Act.START);
            case "--pause" -> new RebuildOrder(name, Source.TOPIC, Act.PAUSE);
            case "--resume" -> new RebuildOrder(name, Source.TOPIC, Act.RESUME);
            case "--cancel" -> new RebuildOrder(name, Source.TOPIC, Act.CANCEL);
            default -> throw wrong();
        };
    }

    private static CannotStart wrong() {
        return new CannotStart(
                "用法：./run --rebuild <投影> [--from topic|history | --pause | --resume | --cancel]",
                "Usage: ./run --rebuild <projection> [--from topic|history | --pause | --resume | --cancel]");
    }
}
