package cn.fupin.household.exclusion;

import static cn.fupin.household.exclusion.ExclusionReason.ALREADY_ENACTED;
import static cn.fupin.household.exclusion.ExclusionReason.IN_THE_FUTURE;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.ItemEvent.ExclusionItemEnacted;
import java.util.List;

/** What an item means is said once: rules and lists that name it stand for ever. */
enum ItemDecider implements Decider<EnactItem, ItemDecider.Item, ItemEvent> {
    INSTANCE;

    sealed interface Item {
        record NotEnacted() implements Item {}

        record Enacted(String region) implements Item {}
    }

    @Override
    public Item initial() {
        return new Item.NotEnacted();
    }

    @Override
    public List<ItemEvent> decide(EnactItem c, Item state) {
        if (state instanceof Item.Enacted) throw new Refused(ALREADY_ENACTED);
        if (c.effectiveFrom().isAfter(Shanghai.dateOf(c.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        return List.of(
                new ExclusionItemEnacted(
                        c.itemId(),
                        c.effectiveFrom(),
                        c.region(),
                        c.code(),
                        c.name(),
                        c.list(),
                        c.effectiveFrom(),
                        c.source(),
                        c.assumed()));
    }

    @Override
    public Item evolve(Item state, ItemEvent event) {
        return switch (event) {
            case ExclusionItemEnacted e -> new Item.Enacted(e.region());
        };
    }

    @Override
    public String region(Item state) {
        return ((Item.Enacted) state).region();
    }
}
