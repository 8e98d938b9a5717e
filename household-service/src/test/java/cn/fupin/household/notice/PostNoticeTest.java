package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.notice.NoticeCommand.PostNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostNoticeTest {
    private static final String BATCH = "batch-00000000-0000-7000-8000-000000000001";

    private static PostNotice post(
            String on, @Nullable Integer lastDays, boolean listed, String... households) {
        return new PostNotice(
                asked(on, null, households),
                lastDays,
                listed,
                false,
                null,
                Lineage.UNDIVIDED,
                null,
                null);
    }

    private static PostNotice.Asked asked(
            String on, @Nullable String batchId, String... households) {
        return new PostNotice.Asked(
                NOTICE,
                NoticeKind.FIRST,
                "513423199201",
                "村务公开栏",
                null,
                List.of(households),
                day(on),
                batchId,
                null,
                false,
                RECEIVED);
    }

    private static PostNotice ofABatch(String on, @Nullable KnownBatch batch) {
        return ofABatch(on, batch, Lineage.UNDIVIDED);
    }

    private static PostNotice ofABatch(String on, @Nullable KnownBatch batch, Lineage lineage) {
        return new PostNotice(
                asked(on, BATCH, HOUSEHOLD), 7, true, false, batch, lineage, null, null);
    }

    private static KnownBatch batch(String region) {
        return new KnownBatch(BATCH, region, day("2014-04-01"), day("2014-04-20"), null);
    }

    @Test
    void with_a_telephone_where_the_rule_of_its_day_asks_for_one() {
        given(NoticeDecider.INSTANCE, List.of())
                .when(
                        new PostNotice(
                                asked("2014-04-21", null, HOUSEHOLD),
                                7,
                                true,
                                true,
                                null,
                                Lineage.UNDIVIDED,
                                null,
                                null))
                .refused(HOTLINE_REQUIRED);
    }

    @Test
    void nobody_is_named_who_is_not_on_file() {
        given(NoticeDecider.INSTANCE, List.of())
                .when(
                        new PostNotice(
                                asked("2014-04-21", null, HOUSEHOLD),
                                7,
                                true,
                                false,
                                null,
                                Lineage.UNDIVIDED,
                                HOUSEHOLD,
                                null))
                .refused(HOUSEHOLD_NOT_ON_FILE);
    }

    @Test
    void nobody_is_named_who_is_at_another_step() {
        given(NoticeDecider.INSTANCE, List.of())
                .when(
                        new PostNotice(
                                asked("2014-04-21", null, HOUSEHOLD),
                                7,
                                true,
                                false,
                                null,
                                Lineage.UNDIVIDED,
                                null,
                                new HouseholdSteps.Elsewhere(HOUSEHOLD, "HouseholdApplied")))
                .refused(HOUSEHOLD_AT_ANOTHER_STEP);
    }

    @Test
    void of_a_batch_of_a_village_that_ended_into_its_place_by_then() {
        var heir =
                Lineage.of(
                        List.of(
                                new Succession(
                                        "513423198201",
                                        day("2014-04-21"),
                                        List.of("513423199201"))));
        var spec = given(NoticeDecider.INSTANCE, List.<NoticeEvent>of());
        spec.when(ofABatch("2014-04-21", batch("513423198201"), heir)).accepted();
        spec.when(ofABatch("2014-04-20", batch("513423198201"), heir)).refused(BATCH_ELSEWHERE);
    }

    @Test
    void of_a_batch_of_its_place_that_takes_applications_already() {
        var spec = given(NoticeDecider.INSTANCE, List.<NoticeEvent>of());
        spec.when(ofABatch("2014-04-21", batch("513423199201"))).accepted();
        spec.when(ofABatch("2014-04-21", batch("513423199202"))).refused(BATCH_ELSEWHERE);
        spec.when(ofABatch("2014-03-31", batch("513423199201"))).refused(BEFORE_ITS_BATCH);
        spec.when(ofABatch("2014-04-21", null)).refused(BATCH_UNKNOWN);
    }

    @Test
    void it_carries_the_days_that_the_rule_of_its_day_gives() {
        given(NoticeDecider.INSTANCE, List.of())
                .when(post("2014-04-21", 7, true, HOUSEHOLD))
                .then(posted());
    }

    @Test
    void not_without_a_rule_not_in_a_region_unknown_not_in_the_future_not_twice() {
        var spec = given(NoticeDecider.INSTANCE, List.<NoticeEvent>of());
        spec.when(post("2014-04-21", null, true, HOUSEHOLD)).refused(NO_RULE_FOR_DAYS);
        spec.when(post("2014-04-21", 7, false, HOUSEHOLD)).refused(REGION_NOT_LISTED);
        spec.when(post("2020-01-02", 7, true, HOUSEHOLD)).refused(IN_THE_FUTURE);
        given(NoticeDecider.INSTANCE, posted())
                .when(post("2014-04-21", 7, true, HOUSEHOLD))
                .refused(ALREADY_POSTED);
    }

    @Test
    void it_names_households_each_once() {
        assertThatThrownBy(() -> post("2014-04-21", 7, true)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> post("2014-04-21", 7, true, HOUSEHOLD, HOUSEHOLD))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> post("2014-04-21", 7, true, "王小明")).isInstanceOf(Malformed.class);
    }
}
