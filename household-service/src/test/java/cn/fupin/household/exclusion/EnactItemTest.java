package cn.fupin.household.exclusion;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.exclusion.ExclusionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.exclusion.ItemEvent.ExclusionItemEnacted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnactItemTest {
    private static EnactItem enact(String code, String from) {
        return new EnactItem(
                "exclusionitem-513423000000-" + code,
                "513423000000",
                code,
                "有商铺",
                "不动产登记",
                LocalDate.parse(from),
                "县实施细则",
                false,
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static ExclusionItemEnacted enacted() {
        return new ExclusionItemEnacted(
                "exclusionitem-513423000000-SHOP",
                LocalDate.parse("2014-01-01"),
                "513423000000",
                "SHOP",
                "有商铺",
                "不动产登记",
                LocalDate.parse("2014-01-01"),
                "县实施细则",
                false);
    }

    @Test
    void an_item_is_enacted_once_and_not_for_the_future() {
        given(ItemDecider.INSTANCE, List.of()).when(enact("SHOP", "2014-01-01")).then(enacted());
        given(ItemDecider.INSTANCE, List.of())
                .when(enact("SHOP", "2020-01-02"))
                .refused(IN_THE_FUTURE);
        given(ItemDecider.INSTANCE, enacted())
                .when(enact("SHOP", "2015-01-01"))
                .refused(ALREADY_ENACTED);
    }

    @Test
    void what_is_known_everywhere_keeps_its_meaning() {
        for (var code : List.of("CAR", "OTHER", "shop", "A", "商铺")) {
            assertThatThrownBy(() -> enact(code, "2014-01-01"))
                    .as(code)
                    .isInstanceOf(Malformed.class);
        }
    }
}
