package cn.fupin.backbone.relay;

import java.time.Duration;

/**
 * How long one answer may take while a session opens. A machine that is overloaded just now would
 * miss the same short time again and again, and the relay would begin from the start for minutes:
 * so each time that was too short is followed by twice as much, up to a bound.
 */
final class OpeningPatience {
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Duration usual;
    private Duration now;

    OpeningPatience(Duration usual) {
        this.usual = usual;
        this.now = usual;
    }

    Duration now() {
        return now;
    }

    /** The brokers are there and did not answer in time. */
    void wasTooShort() {
        var twice = now.multipliedBy(2);
        var longest = usual.compareTo(LONGEST) > 0 ? usual : LONGEST;
        now = twice.compareTo(longest) > 0 ? longest : twice;
    }

    void opened() {
        now = usual;
    }
}
