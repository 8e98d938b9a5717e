package cn.fupin.household.povertyline;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.povertyline.PovertyLineReason.*;

import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
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

    @Test
    void once_and_not_in_the_future() {
        given(PovertyLineDecider.INSTANCE, wasSet()).when(set("2014-01-01")).refused(ALREADY_SET);
        given(PovertyLineDecider.INSTANCE, List.of())
                .when(set("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
