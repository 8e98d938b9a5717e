package cn.fupin.household.batch;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.batch.BatchReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.batch.BatchCommand.*;
import cn.fupin.household.batch.BatchEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String BATCH = "batch-00000000-0000-7000-8000-000000000001";
    private static final String VILLAGE = "513423199201";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static OpenBatch open(String openedOn, String from, String until, boolean listed) {
        return new OpenBatch(
                new OpenBatch.Asked(
                        BATCH,
                        VILLAGE,
                        2014,
                        "2014年度第一批",
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        LocalDate.parse(openedOn),
                        false,
                        RECEIVED),
                listed);
    }

    private static BatchOpened opened() {
        return new BatchOpened(
                BATCH,
                LocalDate.parse("2014-03-25"),
                VILLAGE,
                2014,
                "2014年度第一批",
                LocalDate.parse("2014-04-01"),
                LocalDate.parse("2014-04-20"),
                false);
    }

    private static CloseBatch close(String on) {
        return new CloseBatch(BATCH, LocalDate.parse(on), false, RECEIVED);
    }

    private static BatchClosed closed() {
        return new BatchClosed(BATCH, LocalDate.parse("2014-04-15"), false);
    }

    @Test
    void a_listed_village_opens_it_before_its_first_day() {
        var spec = given(BatchDecider.INSTANCE, List.<BatchEvent>of());
        spec.when(open("2014-03-25", "2014-04-01", "2014-04-20", true)).then(opened());
        spec.when(open("2014-04-01", "2014-04-01", "2014-04-01", true)).accepted();
        spec.when(open("2014-04-02", "2014-04-01", "2014-04-20", true))
                .refused(OPENED_AFTER_ITS_FIRST_DAY);
        spec.when(open("2014-03-25", "2014-04-01", "2014-04-20", false))
                .refused(VILLAGE_NOT_LISTED);
        spec.when(open("2020-01-02", "2020-04-01", "2020-04-20", true)).refused(IN_THE_FUTURE);
        assertThatThrownBy(() -> open("2014-03-25", "2014-04-01", "2014-03-31", true))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void once() {
        given(BatchDecider.INSTANCE, opened())
                .when(open("2014-03-25", "2014-04-01", "2014-04-20", true))
                .refused(ALREADY_OPENED);
    }

    @Test
    void it_may_be_closed_early_and_only_once() {
        given(BatchDecider.INSTANCE, opened()).when(close("2014-04-15")).then(closed());
        given(BatchDecider.INSTANCE, opened(), closed())
                .when(close("2014-04-16"))
                .refused(ALREADY_CLOSED);
        given(BatchDecider.INSTANCE, List.of()).when(close("2014-04-15")).refused(NOT_OPENED);
        given(BatchDecider.INSTANCE, opened())
                .when(close("2014-03-24"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(BatchDecider.INSTANCE, opened()).when(close("2020-01-02")).refused(IN_THE_FUTURE);
    }
}
