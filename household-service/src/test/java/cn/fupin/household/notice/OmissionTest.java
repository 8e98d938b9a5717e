package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.notice.NoticeCommand.FollowUpOmission;
import cn.fupin.household.notice.NoticeCommand.RaiseOmission;
import cn.fupin.household.notice.NoticeCommand.SettleOmission;
import cn.fupin.household.notice.NoticeEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 漏评: somebody objects that a household is not on the list. */
class OmissionTest {
    private static final String ONE = "omission-00000000-0000-7000-8000-000000000001";
    private static final String TWO = "omission-00000000-0000-7000-8000-000000000002";
    private static final String PERSON = "person-00000000-0000-4000-8000-000000000001";
    private static final Decision TOWN = new Decision("镇人民政府", null);

    private static RaiseOmission raise(String id, String household, boolean onFile, String on) {
        return new RaiseOmission(
                NOTICE, id, household, onFile, null, null, null, null, "住危房", null, day(on),
                RECEIVED);
    }

    private static OmissionRaised raisedOf(String id, String household) {
        return new OmissionRaised(
                NOTICE, day("2014-04-23"), id, household, null, null, null, null, "住危房", null);
    }

    private static SettleOmission settle(boolean upheld, String on) {
        return new SettleOmission(
                NOTICE,
                ONE,
                upheld,
                "已入户核实",
                TOWN,
                upheld ? day("2014-05-10") : null,
                null,
                day(on),
                RECEIVED);
    }

    private static OmissionSettled settledAs(boolean upheld, @Nullable String household) {
        return new OmissionSettled(
                NOTICE,
                day("2014-05-02"),
                ONE,
                household,
                upheld,
                "已入户核实",
                TOWN,
                upheld ? day("2014-05-10") : null,
                null);
    }

    private static FollowUpOmission followUp(String household, boolean onFile, String on) {
        return new FollowUpOmission(
                new FollowUpOmission.Asked(NOTICE, ONE, household, null, day(on), RECEIVED),
                onFile);
    }

    @Test
    void of_a_household_that_is_not_on_the_list_while_it_hangs() {
        var spec = given(NoticeDecider.INSTANCE, posted());
        spec.when(raise(ONE, STRANGER, true, "2014-04-23")).then(raisedOf(ONE, STRANGER));
        spec.when(raise(ONE, STRANGER, true, "2014-04-28")).accepted();
        spec.when(raise(ONE, STRANGER, true, "2014-04-29")).refused(AFTER_THE_HANGING_DAYS);
        spec.when(raise(ONE, STRANGER, true, "2014-04-20")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(raise(ONE, STRANGER, true, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(raise(ONE, STRANGER, false, "2014-04-23")).refused(HOUSEHOLD_NOT_ON_FILE);
        spec.when(raise(ONE, HOUSEHOLD, true, "2014-04-23")).refused(HOUSEHOLD_ON_THE_LIST);
        var closed = given(NoticeDecider.INSTANCE, posted(), closed());
        closed.when(raise(ONE, STRANGER, true, "2014-04-23")).then(raisedOf(ONE, STRANGER));
        closed.when(raise(ONE, STRANGER, true, "2014-04-29")).refused(AFTER_THE_HANGING_DAYS);
        given(NoticeDecider.INSTANCE, List.of())
                .when(raise(ONE, STRANGER, true, "2014-04-23"))
                .refused(NOT_POSTED);
    }

    @Test
    void of_somebody_who_has_no_file_by_the_sealed_name() {
        var said =
                new RaiseOmission(
                        NOTICE,
                        ONE,
                        null,
                        false,
                        PERSON,
                        "王**",
                        "c2VhbGVk",
                        "三组",
                        "住危房",
                        null,
                        day("2014-04-23"),
                        RECEIVED);
        given(NoticeDecider.INSTANCE, posted())
                .when(said)
                .then(
                        new OmissionRaised(
                                NOTICE,
                                day("2014-04-23"),
                                ONE,
                                null,
                                PERSON,
                                "王**",
                                "c2VhbGVk",
                                "三组",
                                "住危房",
                                null));
    }

    @Test
    void once_by_an_id_and_of_a_household_until_it_is_dismissed() {
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER))
                .when(raise(ONE, STRANGER, true, "2014-04-24"))
                .refused(OMISSION_ID_USED);
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER))
                .when(raise(TWO, STRANGER, true, "2014-04-24"))
                .refused(OBJECTION_ALREADY_OPEN);
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER), settledAs(true, STRANGER))
                .when(raise(TWO, STRANGER, true, "2014-04-24"))
                .refused(OBJECTION_ALREADY_UPHELD);
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER), settledAs(false, STRANGER))
                .when(raise(TWO, STRANGER, true, "2014-04-24"))
                .accepted();
    }

    @Test
    void it_is_settled_also_after_the_notice_is_closed_and_once() {
        var spec = given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER), closed());
        spec.when(settle(true, "2014-05-02")).then(settledAs(true, STRANGER));
        spec.when(settle(false, "2014-05-02")).then(settledAs(false, STRANGER));
        spec.when(settle(true, "2014-04-22")).refused(BEFORE_PREVIOUS_STEP);
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER), settledAs(false, STRANGER))
                .when(settle(true, "2014-05-03"))
                .refused(OMISSION_ALREADY_SETTLED);
        given(NoticeDecider.INSTANCE, posted())
                .when(settle(true, "2014-05-02"))
                .refused(NO_SUCH_OMISSION);
    }

    @Test
    void what_was_upheld_is_followed_up_with_a_household_that_has_a_file() {
        var upheld =
                given(
                        NoticeDecider.INSTANCE,
                        posted(),
                        raisedOf(ONE, STRANGER),
                        settledAs(true, STRANGER));
        upheld.when(followUp(STRANGER, true, "2014-05-08"))
                .then(new OmissionFollowedUp(NOTICE, day("2014-05-08"), ONE, STRANGER, null));
        upheld.when(followUp(HOUSEHOLD, true, "2014-05-08")).accepted();
        upheld.when(followUp(STRANGER, false, "2014-05-08")).refused(HOUSEHOLD_NOT_ON_FILE);
        upheld.when(followUp(STRANGER, true, "2014-05-01")).refused(BEFORE_PREVIOUS_STEP);
        given(NoticeDecider.INSTANCE, posted(), raisedOf(ONE, STRANGER), settledAs(false, STRANGER))
                .when(followUp(STRANGER, true, "2014-05-08"))
                .refused(OMISSION_NOT_UPHELD);
    }

    @Test
    void a_day_to_look_into_it_again_is_of_what_is_upheld() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() ->
                        new SettleOmission(
                                NOTICE,
                                ONE,
                                false,
                                "不属实",
                                TOWN,
                                day("2014-05-10"),
                                null,
                                day("2014-05-02"),
                                RECEIVED))
                .satisfies(malformed -> assertThat(malformed.field()).isEqualTo("revisitBy"));
    }
}
