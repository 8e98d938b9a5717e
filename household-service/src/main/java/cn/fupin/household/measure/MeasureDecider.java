package cn.fupin.household.measure;

import static cn.fupin.household.measure.MeasureReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.measure.MeasureCommand.*;
import cn.fupin.household.measure.MeasureEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a kind means is said once, and it ends once: plans and measures that name it stand for ever.
 */
enum MeasureDecider implements Decider<MeasureCommand, MeasureDecider.Item, MeasureEvent> {
    INSTANCE;

    sealed interface Item {
        record Unsaid() implements Item {}

        record InForce(String region, LocalDate since) implements Item {}

        record Ended(String region) implements Item {}
    }

    @Override
    public Item initial() {
        return new Item.Unsaid();
    }

    @Override
    public List<MeasureEvent> decide(MeasureCommand command, Item state) {
        return List.of(
                switch (command) {
                    case EnactMeasureItem c -> enact(c, state);
                    case EndMeasureItem c -> end(c, state);
                });
    }

    private static MeasureItemEnacted enact(EnactMeasureItem c, Item state) {
        switch (state) {
            case Item.Unsaid _ -> {}
            case Item.InForce _ -> throw new Refused(ALREADY_ENACTED);
            case Item.Ended _ -> throw new Refused(ALREADY_ENDED);
        }
        past(c.effectiveFrom(), c.receivedAt());
        return new MeasureItemEnacted(
                c.itemId(),
                c.effectiveFrom(),
                c.region(),
                c.code(),
                c.name(),
                c.tellsOfHealth(),
                c.effectiveFrom(),
                c.source(),
                c.assumed());
    }

    /** One of the national list is in force everywhere until it ends. */
    private static MeasureItemEnded end(EndMeasureItem c, Item state) {
        switch (state) {
            case Item.Unsaid _ -> {
                if (!MeasureItem.isFromTheBeginning(c.code())) throw new Refused(NOT_ENACTED);
            }
            case Item.InForce in -> {
                if (!c.endedOn().isAfter(in.since())) throw new Refused(NOT_AFTER_IT_TOOK_EFFECT);
            }
            case Item.Ended _ -> throw new Refused(ALREADY_ENDED);
        }
        past(c.endedOn(), c.receivedAt());
        return new MeasureItemEnded(
                c.itemId(), c.endedOn(), c.region(), c.code(), c.source(), c.assumed());
    }

    private static void past(LocalDate date, Instant receivedAt) {
        if (date.isAfter(Shanghai.dateOf(receivedAt))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Item evolve(Item state, MeasureEvent event) {
        return switch (event) {
            case MeasureItemEnacted e -> new Item.InForce(e.region(), e.effectiveFrom());
            case MeasureItemEnded e -> new Item.Ended(e.region());
        };
    }

    @Override
    public String region(Item state) {
        return switch (state) {
            case Item.InForce in -> in.region();
            case Item.Ended ended -> ended.region();
            case Item.Unsaid _ -> throw new IllegalStateException("opened by neither");
        };
    }
}
