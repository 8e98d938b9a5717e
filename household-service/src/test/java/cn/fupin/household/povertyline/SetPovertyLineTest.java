package cn.fupin.household.povertyline;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.povertyline.PovertyLineReason.*;

import cn.fupin.household.povertyline.PovertyLineCommand.*;
import cn.fupin.household.povertyline.PovertyLineEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPovertyLineTest {
    private static SetPovertyLine set(String on) {
        return new SetPovertyLine(
                "povertyline-000000000000-2013",
                "000000000000",
                2013,
                2736_00,
                IncomeConcept.NET_INCOME,
                null,
                LocalDate.parse(on),
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static PovertyLineSet wasSet() {
        return new PovertyLineSet(
                "povertyline-000000000000-2013",
                LocalDate.parse("2014-01-01"),
                "000000000000",
                2013,
                2736_00,
                IncomeConcept.NET_INCOME,
                null);
    }

    @Test
    void for_a_division_and_year() {
        given(PovertyLineDecider.INSTANCE, List.of()).when(set("2014-01-01")).then(wasSet());
    }

    private static CorrectPovertyLine correct(
            long fen, String on, String approvedBy, boolean isSetting) {
        return new CorrectPovertyLine(
                new CorrectPovertyLine.Asked(
                        "povertyline-000000000000-2013",
                        "event-1",
                        fen,
                        IncomeConcept.NET_INCOME,
                        null,
                        "数字颠倒",
                        approvedBy,
                        LocalDate.parse(on),
                        "officer-1",
                        Instant.parse("2020-01-01T00:00:00Z")),
                isSetting);
    }

    private static PovertyLineCorrected corrected() {
        return new PovertyLineCorrected(
                "povertyline-000000000000-2013",
                LocalDate.parse("2015-01-01"),
                "000000000000",
                2013,
                "event-1",
                2763_00,
                IncomeConcept.NET_INCOME,
                null,
                "数字颠倒",
                "officer-2");
    }

    @Test
    void what_was_entered_wrongly_is_corrected_by_two() {
        var spec = given(PovertyLineDecider.INSTANCE, wasSet());
        spec.when(correct(2763_00, "2015-01-01", "officer-2", true)).then(corrected());
        spec.when(correct(2763_00, "2015-01-01", "officer-1", true))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(2763_00, "2015-01-01", "officer-2", false)).refused(NO_SUCH_SETTING);
        spec.when(correct(2763_00, "2013-12-31", "officer-2", true))
                .refused(CORRECTION_BEFORE_FACT);
        spec.when(correct(2763_00, "2020-01-02", "officer-2", true)).refused(IN_THE_FUTURE);
        spec.when(correct(2736_00, "2015-01-01", "officer-2", true)).refused(NOTHING_CHANGES);
        given(PovertyLineDecider.INSTANCE, wasSet(), corrected())
                .when(correct(2763_00, "2015-02-01", "officer-2", true))
                .refused(NOTHING_CHANGES);
        given(PovertyLineDecider.INSTANCE, List.of())
                .when(correct(2763_00, "2015-01-01", "officer-2", false))
                .refused(NOT_SET);
    }

    @Test
    void once_and_not_in_the_future() {
        given(PovertyLineDecider.INSTANCE, wasSet()).when(set("2014-01-01")).refused(ALREADY_SET);
        given(PovertyLineDecider.INSTANCE, List.of())
                .when(set("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
