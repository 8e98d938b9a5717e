package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationCommand.RecordHousehold;
import cn.fupin.household.household.IdentificationCommand.SurveyHousehold;
import cn.fupin.household.household.IdentificationCommand.Village;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordHouseholdTest {
    private static final Village LISTED = new Village(day("2000-01-01"), null, List.of());
    private static final Member THE_HEAD = member(HEAD, Relation.HEAD);
    private static final Member THE_CHILD = member(CHILD, Relation.CHILD);

    private static RecordHousehold record(LocalDate on, Village village, Member... members) {
        return new RecordHousehold(
                HOUSEHOLD,
                VILLAGE,
                "三组",
                List.of(members),
                village,
                on,
                false,
                Enclosures.NONE,
                RECEIVED);
    }

    @Test
    void an_ordinary_household_is_put_on_file() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(record(day("2014-04-01"), LISTED, THE_HEAD, THE_CHILD))
                .then(recorded());
    }

    @Test
    void once_and_not_when_it_has_applied() {
        given(HouseholdDecider.INSTANCE, recorded())
                .when(record(day("2014-04-01"), LISTED, THE_HEAD))
                .refused(ALREADY_APPLIED);
        given(HouseholdDecider.INSTANCE, applied())
                .when(record(day("2014-04-01"), LISTED, THE_HEAD))
                .refused(ALREADY_APPLIED);
    }

    @Test
    void only_from_a_listed_village_of_that_day_and_not_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(record(TOMORROW, LISTED, THE_HEAD)).refused(IN_THE_FUTURE);
        spec.when(record(TODAY, new Village(null, null, List.of()), THE_HEAD))
                .refused(VILLAGE_NOT_LISTED);
        spec.when(record(TODAY, new Village(day("2000-01-01"), TODAY, List.of()), THE_HEAD))
                .refused(VILLAGE_SUPERSEDED);
    }

    @Test
    void with_exactly_one_head_and_nobody_twice() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(record(TODAY, LISTED, THE_CHILD)).refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(record(TODAY, LISTED, THE_HEAD, member(HEAD, Relation.CHILD)))
                .refused(SAME_PERSON_TWICE);
    }

    @Test
    void it_is_no_candidate() {
        given(HouseholdDecider.INSTANCE, recorded())
                .when(
                        new SurveyHousehold(
                                HOUSEHOLD,
                                day("2014-04-05"),
                                List.of("李某"),
                                2013,
                                0,
                                0,
                                0,
                                0,
                                0,
                                true,
                                true,
                                false,
                                RECEIVED,
                                null))
                .refused(NOT_TO_BE_SURVEYED);
    }
}
