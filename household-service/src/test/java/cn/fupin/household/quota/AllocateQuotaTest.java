package cn.fupin.household.quota;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.quota.QuotaReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.quota.QuotaCommand.AllocateQuota;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocateQuotaTest {
    private static final Decision COUNTY = new Decision("县扶贫移民局", null);

    private static AllocateQuota allocate(int persons, int ceiling, String on, boolean listed) {
        return allocate(persons, ceiling, on, listed, null);
    }

    private static AllocateQuota allocate(
            int persons, int ceiling, String on, boolean listed, @Nullable Integer risePercent) {
        return new AllocateQuota(
                new QuotaCommand.Allocation.Asked(
                        "quota-513423199000-2014",
                        "513423199000",
                        2014,
                        persons,
                        ceiling,
                        COUNTY,
                        LocalDate.parse(on),
                        true,
                        Instant.parse("2020-01-01T00:00:00Z")),
                listed,
                risePercent);
    }

    private static QuotaAllocated allocated() {
        return new QuotaAllocated(
                "quota-513423199000-2014",
                LocalDate.parse("2014-03-01"),
                "513423199000",
                2014,
                3274,
                3300,
                COUNTY,
                true);
    }

    @Test
    void to_a_listed_region_for_a_year() {
        given(QuotaDecider.INSTANCE, List.of())
                .when(allocate(3274, 3300, "2014-03-01", true))
                .then(allocated());
    }

    @Test
    void once_not_in_the_future_and_not_to_a_region_unknown() {
        given(QuotaDecider.INSTANCE, allocated())
                .when(allocate(3274, 3300, "2014-03-01", true))
                .refused(ALREADY_ALLOCATED);
        given(QuotaDecider.INSTANCE, List.of())
                .when(allocate(3274, 3300, "2020-01-02", true))
                .refused(IN_THE_FUTURE);
        given(QuotaDecider.INSTANCE, List.of())
                .when(allocate(3274, 3300, "2014-03-01", false))
                .refused(REGION_NOT_LISTED);
    }

    @Test
    void the_ceiling_lies_no_further_above_the_number_than_the_rule_allows_rounded_down() {
        var spec = given(QuotaDecider.INSTANCE, List.<QuotaEvent>of());
        spec.when(allocate(927, 1019, "2014-03-01", true, 10)).accepted();
        spec.when(allocate(927, 1020, "2014-03-01", true, 10)).refused(CEILING_ABOVE_THE_RISE);
        spec.when(allocate(927, 2000, "2014-03-01", true, null)).accepted();
    }

    @Test
    void the_ceiling_is_not_below_the_number_allocated() {
        assertThatThrownBy(() -> allocate(3274, 3273, "2014-03-01", true))
                .isInstanceOf(Malformed.class);
    }
}
