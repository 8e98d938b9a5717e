package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.notice.NoticeCommand.PostNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostNoticeTest {
    private static PostNotice post(
            String on, @Nullable Integer lastDays, boolean listed, String... households) {
        return new PostNotice(
                new PostNotice.Asked(
                        NOTICE,
                        NoticeKind.FIRST,
                        "513423199201",
                        "村务公开栏",
                        null,
                        List.of(households),
                        day(on),
                        false,
                        RECEIVED),
                lastDays,
                listed);
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
