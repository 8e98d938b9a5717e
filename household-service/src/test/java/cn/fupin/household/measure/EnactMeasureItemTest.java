package cn.fupin.household.measure;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.measure.MeasureReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.measure.MeasureCommand.*;
import cn.fupin.household.measure.MeasureEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnactMeasureItemTest {
    private static final String COUNTY = "513423000000";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static EnactMeasureItem enact(String code, String from) {
        return new EnactMeasureItem(
                MeasureCommand.idOf(COUNTY, code),
                COUNTY,
                code,
                "外出务工",
                false,
                LocalDate.parse(from),
                "县实施方案",
                false,
                RECEIVED);
    }

    private static EndMeasureItem end(String code, String on) {
        return new EndMeasureItem(
                MeasureCommand.idOf(COUNTY, code),
                COUNTY,
                code,
                LocalDate.parse(on),
                null,
                false,
                RECEIVED);
    }

    private static MeasureItemEnacted enacted() {
        return new MeasureItemEnacted(
                MeasureCommand.idOf(COUNTY, "LABOUR"),
                LocalDate.parse("2014-01-01"),
                COUNTY,
                "LABOUR",
                "外出务工",
                false,
                LocalDate.parse("2014-01-01"),
                "县实施方案",
                false);
    }

    private static MeasureItemEnded ended(String code, String on) {
        return new MeasureItemEnded(
                MeasureCommand.idOf(COUNTY, code), LocalDate.parse(on), COUNTY, code, null, false);
    }

    @Test
    void a_kind_is_enacted_once_and_not_for_the_future() {
        given(MeasureDecider.INSTANCE, List.of())
                .when(enact("LABOUR", "2014-01-01"))
                .then(enacted());
        given(MeasureDecider.INSTANCE, List.of())
                .when(enact("LABOUR", "2020-01-02"))
                .refused(IN_THE_FUTURE);
        given(MeasureDecider.INSTANCE, enacted())
                .when(enact("LABOUR", "2015-01-01"))
                .refused(ALREADY_ENACTED);
    }

    @Test
    void it_ends_once_after_it_took_effect_and_one_of_the_national_list_without_ado() {
        var spec = given(MeasureDecider.INSTANCE, enacted());
        spec.when(end("LABOUR", "2016-01-01")).then(ended("LABOUR", "2016-01-01"));
        spec.when(end("LABOUR", "2014-01-01")).refused(NOT_AFTER_IT_TOOK_EFFECT);
        spec.when(end("LABOUR", "2020-01-02")).refused(IN_THE_FUTURE);
        given(MeasureDecider.INSTANCE, enacted(), ended("LABOUR", "2016-01-01"))
                .when(end("LABOUR", "2017-01-01"))
                .refused(ALREADY_ENDED);
        given(MeasureDecider.INSTANCE, enacted(), ended("LABOUR", "2016-01-01"))
                .when(enact("LABOUR", "2017-01-01"))
                .refused(ALREADY_ENDED);
        given(MeasureDecider.INSTANCE, List.of())
                .when(end("ECOLOGY", "2015-01-01"))
                .then(ended("ECOLOGY", "2015-01-01"));
        given(MeasureDecider.INSTANCE, List.of())
                .when(end("LABOUR", "2015-01-01"))
                .refused(NOT_ENACTED);
    }

    @Test
    void what_is_known_everywhere_keeps_its_meaning() {
        for (var code : List.of("INDUSTRY", "MEDICAL", "labour", "A", "务工")) {
            assertThatThrownBy(() -> enact(code, "2014-01-01"))
                    .as(code)
                    .isInstanceOf(Malformed.class);
        }
    }
}
