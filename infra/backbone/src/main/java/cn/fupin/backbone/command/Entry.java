package cn.fupin.backbone.command;

import cn.fupin.backbone.event.Shanghai;
import java.time.Instant;
import java.time.LocalDate;

/** What the door knows of a request beside its body. */
public record Entry(Instant receivedAt, Actor actor) {
    public LocalDate today() {
        return Shanghai.dateOf(receivedAt);
    }
}
