package cn.fupin.reporting.regions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Lineage.Succession;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastsTest {
    private static final String VILLAGE = "511129205201";
    private static final String OTHER_VILLAGE = "511129205202";
    private static final String TOWN = "511129205000";
    private static final String NEW_TOWN = "511129105000";
    private static final String NEW_VILLAGE = "511129105212";

    @Test
    void aCodeThatNothingFollowsStaysWhereItIs() {
        var casts = casts(followed(VILLAGE));
        assertThat(casts.place(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(casts.hasNoSuccessor(VILLAGE)).isTrue();
        assertThat(casts.place(OTHER_VILLAGE)).isEqualTo(OTHER_VILLAGE);
        assertThat(casts.hasNoSuccessor(OTHER_VILLAGE)).isFalse();
    }

    @Test
    void successionsAreFollowedToTheEnd() {
        var casts = casts(followed(VILLAGE, OTHER_VILLAGE), followed(OTHER_VILLAGE, NEW_VILLAGE));
        assertThat(casts.place(VILLAGE)).isEqualTo(NEW_VILLAGE);
        assertThat(casts.hasNoSuccessor(VILLAGE)).isFalse();
        assertThat(casts.casts()).hasSize(2);
    }

    @Test
    void whatWasDividedLiesInTheNarrowestRegionThatHoldsTheParts() {
        assertThat(casts(followed(VILLAGE, NEW_VILLAGE, "511129105213")).place(VILLAGE))
                .isEqualTo(NEW_TOWN);
        assertThat(casts(followed(VILLAGE, NEW_VILLAGE, "511129106201")).place(VILLAGE))
                .isEqualTo("511129000000");
        assertThat(casts(followed(VILLAGE, NEW_VILLAGE, "431123104209")).place(VILLAGE))
                .isEqualTo("000000000000");
    }

    @Test
    void aVillageGoesWhereItsTownshipWentUnlessItWentElsewhere() {
        var casts =
                Casts.of(
                        List.of(followed(TOWN, NEW_TOWN), followed(OTHER_VILLAGE)),
                        List.of(TOWN, VILLAGE, OTHER_VILLAGE));
        assertThat(casts.place(VILLAGE)).isEqualTo(NEW_TOWN);
        assertThat(casts.place(OTHER_VILLAGE)).isEqualTo(OTHER_VILLAGE);
        assertThat(casts.hasNoSuccessor(OTHER_VILLAGE)).isTrue();
        assertThat(casts.hasNoSuccessor(VILLAGE)).isFalse();
    }

    @Test
    void aVillageOfATownshipThatNothingFollowsHasNoSuccessorEither() {
        var casts = Casts.of(List.of(followed(TOWN)), List.of(VILLAGE));
        assertThat(casts.place(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(casts.hasNoSuccessor(VILLAGE)).isTrue();
    }

    @Test
    void aCircleLeadsNowhereElse() {
        var casts = casts(followed(VILLAGE, OTHER_VILLAGE), followed(OTHER_VILLAGE, VILLAGE));
        assertThat(casts.place(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(casts(followed(VILLAGE, VILLAGE)).place(VILLAGE)).isEqualTo(VILLAGE);
    }

    private static Casts casts(Succession... successions) {
        return Casts.of(List.of(successions), List.of());
    }

    private static Succession followed(String region, String... successors) {
        return new Succession(region, LocalDate.of(2019, 12, 1), List.of(successors));
    }
}
