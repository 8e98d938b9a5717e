package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String COUNTY = "513423000000";
    private static final String TOWN = "513423199000";

    private final Access access =
            new Access(
                    Map.of(
                            "clerk", List.of("household.*", "-household.register", "notice.post"),
                            "inspector", List.of("*", "everywhere", "-person.erase")),
                    Access.Territory::byDigits);

    @Test
    void a_role_has_what_is_written_and_a_minus_takes_away() {
        assertThat(access.allows("clerk", "household.survey")).isTrue();
        assertThat(access.allows("clerk", "household.register")).isFalse();
        assertThat(access.allows("clerk", "householdx.survey")).isFalse();
        assertThat(access.allows("clerk", "notice.post")).isTrue();
        assertThat(access.allows("clerk", "notice.close")).isFalse();
        assertThat(access.allows("inspector", "anything.else")).isTrue();
        assertThat(access.allows("inspector", "person.erase")).isFalse();
        assertThat(access.allows("nobody", "household.survey")).isFalse();
        assertThat(access.allows("*", "household.survey")).isFalse();
    }

    @Test
    void a_region_covers_itself_and_what_lies_below() {
        assertThat(Access.Territory.byDigits(COUNTY, TOWN)).isTrue();
        assertThat(Access.Territory.byDigits(TOWN, TOWN)).isTrue();
        assertThat(Access.Territory.byDigits(TOWN, COUNTY)).isFalse();
        assertThat(Access.Territory.byDigits("513423198000", TOWN)).isFalse();
        assertThat(Access.Territory.byDigits("000000000000", COUNTY)).isTrue();
        assertThat(Access.Territory.byDigits("513423100000", "513423199000")).isFalse();
        assertThat(Access.Territory.byDigits("510000000000", COUNTY)).isTrue();
        assertThat(Access.Territory.byDigits("510000000000", "520000000000")).isFalse();
    }

    @Test
    void who_may_not_is_denied_unless_the_role_is_for_everywhere() {
        var clerk = new Actor("li", "clerk", TOWN);
        access.check(clerk, "household.survey", "513423199201");
        assertThatThrownBy(() -> access.check(clerk, "household.survey", COUNTY))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> access.check(clerk, "household.register"))
                .isInstanceOf(Denied.class);
        access.check(new Actor("wang", "inspector", TOWN), "household.survey", "110000000000");
    }

    @Test
    void where_no_role_is_named_nothing_is_enforced() {
        new Access(Map.of(), Access.Territory::byDigits)
                .check(new Actor("li", "anybody", TOWN), "household.survey", COUNTY);
    }
}
