package cn.fupin.household.announcement;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.announcement.AnnouncementReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.announcement.AnnouncementCommand.*;
import cn.fupin.household.announcement.AnnouncementEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final String ID = "announcement-00000000-0000-7000-8000-000000000001";
    private static final String VILLAGE = "513423199201";
    private static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    private static final Decision COUNTY = new Decision("县扶贫移民局", "盐扶公〔2014〕3号");
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static PublishAnnouncement publish(
            AnnouncementKind kind, boolean listed, boolean there, @Nullable String undecided) {
        return new PublishAnnouncement(
                asked(kind, "2014-05-10", HOUSEHOLD), listed, there, undecided);
    }

    private static PublishAnnouncement.Asked asked(
            AnnouncementKind kind, String on, String... households) {
        return new PublishAnnouncement.Asked(
                ID,
                kind,
                VILLAGE,
                "村务公开栏",
                List.of(households),
                COUNTY,
                day(on),
                null,
                false,
                RECEIVED);
    }

    private static AnnouncementPublished published() {
        return new AnnouncementPublished(
                ID,
                day("2014-05-10"),
                AnnouncementKind.REGISTRATION,
                VILLAGE,
                "村务公开栏",
                List.of(HOUSEHOLD),
                COUNTY,
                false,
                null);
    }

    private static WithdrawAnnouncement withdraw(String on) {
        return new WithdrawAnnouncement(ID, "名单有误", COUNTY, day(on), false, RECEIVED);
    }

    private static AnnouncementWithdrawn withdrawn() {
        return new AnnouncementWithdrawn(ID, day("2014-05-12"), "名单有误", COUNTY, false);
    }

    @Test
    void it_names_who_was_registered_by_then() {
        var spec = given(AnnouncementDecider.INSTANCE, List.<AnnouncementEvent>of());
        spec.when(publish(AnnouncementKind.REGISTRATION, true, true, null)).then(published());
        spec.when(publish(AnnouncementKind.REGISTRATION, true, true, HOUSEHOLD))
                .refused(NOT_REGISTERED_BY_THEN);
        spec.when(publish(AnnouncementKind.EXIT, true, true, HOUSEHOLD))
                .refused(NOT_EXITED_BY_THEN);
    }

    @Test
    void of_a_listed_place_and_its_households_not_in_the_future_and_once() {
        var spec = given(AnnouncementDecider.INSTANCE, List.<AnnouncementEvent>of());
        spec.when(publish(AnnouncementKind.EXIT, false, true, null)).refused(REGION_NOT_LISTED);
        spec.when(publish(AnnouncementKind.EXIT, true, false, null))
                .refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        var tomorrow = asked(AnnouncementKind.EXIT, "2020-01-02", HOUSEHOLD);
        spec.when(new PublishAnnouncement(tomorrow, true, true, null)).refused(IN_THE_FUTURE);
        given(AnnouncementDecider.INSTANCE, published())
                .when(publish(AnnouncementKind.REGISTRATION, true, true, null))
                .refused(ALREADY_PUBLISHED);
    }

    @Test
    void it_names_households_each_once() {
        for (var wrong : List.of(List.of(HOUSEHOLD, HOUSEHOLD), List.<String>of())) {
            assertThatThrownBy(() ->
                            asked(
                                    AnnouncementKind.EXIT,
                                    "2014-05-10",
                                    wrong.toArray(String[]::new)))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void one_that_was_wrong_is_taken_down_once() {
        var spec = given(AnnouncementDecider.INSTANCE, published());
        spec.when(withdraw("2014-05-12")).then(withdrawn());
        spec.when(withdraw("2014-05-09")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(withdraw("2020-01-02")).refused(IN_THE_FUTURE);
        given(AnnouncementDecider.INSTANCE, List.<AnnouncementEvent>of())
                .when(withdraw("2014-05-12"))
                .refused(NOT_PUBLISHED);
        given(AnnouncementDecider.INSTANCE, published(), withdrawn())
                .when(withdraw("2014-05-13"))
                .refused(ALREADY_WITHDRAWN);
        given(AnnouncementDecider.INSTANCE, published(), withdrawn())
                .when(publish(AnnouncementKind.REGISTRATION, true, true, null))
                .refused(ALREADY_PUBLISHED);
    }
}
