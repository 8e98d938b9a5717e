package cn.fupin.townships;

import java.time.Duration;

/** Loads a township through the services' public commands. */
public final class Loader {

    private Loader() {}

    /** What a load did; {@code replayed} commands had been there already. */
    public record Loaded(long commands, long replayed, Duration took) {}

    /**
     * Sends every command of the township and waits until the figures have caught up.
     *
     * @throws LoadRefused when a service refuses a command for good, or does not answer in time
     */
    public static Loaded load(Township township, Services services, Progress progress) {
        throw new UnsupportedOperationException("not written yet");
    }
}
