package cn.fupin.backbone.projection;

import java.util.stream.Stream;

/** The events of other services, from the first one on, wherever they are kept. */
public interface History {

    /** Whether it is known where the events of this service are. */
    boolean knows(String source);

    /** The highest position the service has given so far. */
    long head(String source);

    /** Everything after a position that the service has by the time it is reached, in order. */
    Stream<Message> after(String source, long position);
}
