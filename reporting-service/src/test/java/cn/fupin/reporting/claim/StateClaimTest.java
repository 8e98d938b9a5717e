package cn.fupin.reporting.claim;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.reporting.claim.ClaimReason.ALREADY_CLAIMED;
import static cn.fupin.reporting.claim.ClaimReason.IN_THE_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.claim.ClaimEvent.OpenQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateClaimTest {
    private static final String TOWN = "513423199000";
    private static final LocalDate STATED_ON = LocalDate.of(2016, 1, 10);

    @Test
    void isKeptAsTheTextSaysIt() {
        given(ClaimDecider.INSTANCE)
                .when(claim("persons-registered", "3152", "person"))
                .then(claimed("persons-registered", "3152", "person"));
    }

    @Test
    void isStatedOnce() {
        given(ClaimDecider.INSTANCE, claimed("persons-registered", "3152", "person"))
                .when(claim("persons-registered", "3167", "person"))
                .refused(ALREADY_CLAIMED);
    }

    @Test
    void ofAnotherDayIsAClaimOfItsOwn() {
        assertThat(ofArea("claim-%s-area-2015-12-31".formatted(TOWN), null, null).streamId())
                .endsWith("2015-12-31");
        assertThatThrownBy(() -> ofArea("claim-%s-area-2014-12-31".formatted(TOWN), null, null))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("claimId"));
    }

    @Test
    void saysByWhichDivisionsAndWhatItLeavesOpen() {
        var id = "claim-%s-area".formatted(TOWN);
        var question =
                new OpenQuestion("为何", "why", List.of(new OpenQuestion.Candidate("或许", "perhaps")));
        assertThat(ofArea(id, "today", question).openQuestion()).isEqualTo(question);
        var nothing = new OpenQuestion("为何", "why", List.of());
        assertThatThrownBy(() -> ofArea(id, "today", nothing))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("openQuestion"));
        assertThatThrownBy(() -> ofArea(id, "soon", null))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("divisions"));
    }

    private static ClaimCommand.StateClaim ofArea(
            String claimId, @Nullable String divisions, @Nullable OpenQuestion question) {
        return new ClaimCommand.StateClaim(
                claimId,
                TOWN,
                "area",
                "面积",
                BigDecimal.ONE,
                "km2",
                false,
                LocalDate.of(2015, 12, 31),
                "乡镇总结",
                divisions,
                question,
                STATED_ON,
                Instant.parse("2016-01-10T15:59:59Z"));
    }

    @Test
    void isNotOfTheFuture() {
        given(ClaimDecider.INSTANCE)
                .when(claim("area", "468.23", "km2", LocalDate.of(2016, 2, 1), STATED_ON))
                .refused(IN_THE_FUTURE);
        given(ClaimDecider.INSTANCE)
                .when(claim("area", "468.23", "km2", STATED_ON, LocalDate.of(2016, 1, 12)))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void aShanghaiDayHasBegunBeforeItDoesInLondon() {
        given(ClaimDecider.INSTANCE)
                .when(claim("area", "468.23", "km2", STATED_ON, LocalDate.of(2016, 1, 11)))
                .refused(IN_THE_FUTURE);
        given(ClaimDecider.INSTANCE)
                .when(claim("area", "468.23", "km2", LocalDate.of(2015, 12, 31), STATED_ON))
                .then(claimed("area", "468.23", "km2"));
    }

    @Test
    void moneyMayBeClaimedInWanYuan() {
        given(ClaimDecider.INSTANCE)
                .when(claim("water-funds", "82.3", "wan-yuan"))
                .then(claimed("water-funds", "82.3", "wan-yuan"));
    }

    @Test
    void isOfADefinedFigureInItsUnit() {
        assertThatThrownBy(() -> claim("happiness", "1", "person"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("figure"));
        assertThatThrownBy(() -> claim("persons-registered", "1", "household"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("unit"));
        assertThatThrownBy(() -> claim("water-funds", "1", "mu"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("unit"));
        assertThatThrownBy(() -> claim("water-funds", "1e30", "fen"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("value"));
    }

    private static ClaimCommand.StateClaim claim(String figure, String value, String unit) {
        return claim(figure, value, unit, LocalDate.of(2015, 12, 31), STATED_ON);
    }

    private static ClaimCommand.StateClaim claim(
            String figure, String value, String unit, LocalDate claimedFor, LocalDate statedOn) {
        return new ClaimCommand.StateClaim(
                "claim-%s-%s".formatted(TOWN, figure),
                TOWN,
                figure,
                "最后录入系统",
                new BigDecimal(value),
                unit,
                false,
                claimedFor,
                "乡镇总结",
                null,
                null,
                statedOn,
                Instant.parse("2016-01-10T15:59:59Z"));
    }

    private static ClaimEvent.FigureClaimed claimed(String figure, String value, String unit) {
        return new ClaimEvent.FigureClaimed(
                "claim-%s-%s".formatted(TOWN, figure),
                TOWN,
                figure,
                "最后录入系统",
                new BigDecimal(value),
                unit,
                false,
                LocalDate.of(2015, 12, 31),
                "乡镇总结",
                STATED_ON,
                null,
                null);
    }
}
