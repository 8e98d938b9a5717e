package cn.fupin.reporting.asof;

import cn.fupin.backbone.event.Shanghai;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The day it is in the register's calendar: what a question means when it names no date. */
@Component
public class Today {
    private final InstantSource clock;

    public Today(InstantSource clock) {
        this.clock = clock;
    }

    public LocalDate date() {
        return Shanghai.dateOf(clock.instant());
    }
}
