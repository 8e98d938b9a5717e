package cn.fupin.household.person;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.person.PersonFacts.*;
import static cn.fupin.household.person.PersonReason.*;

import org.junit.jupiter.api.Test;

class HoldTest {
    @Test
    void a_hold_is_placed_and_lifted() {
        given(PersonDecider.INSTANCE)
                .when(place("2016-01-01", "2016-12-31"))
                .then(placed("2016-01-01", "2016-12-31"));
        given(PersonDecider.INSTANCE, placed("2016-01-01", null))
                .when(lift("2016-06-01"))
                .then(lifted("2016-06-01"));
    }

    @Test
    void not_twice_not_in_the_future_not_until_before_it_begins() {
        given(PersonDecider.INSTANCE, placed("2016-01-01", null))
                .when(place("2016-02-01", null))
                .refused(HOLD_ALREADY_PLACED);
        given(PersonDecider.INSTANCE).when(place("2016-07-01", null)).refused(IN_THE_FUTURE);
        given(PersonDecider.INSTANCE)
                .when(place("2016-06-01", "2016-05-31"))
                .refused(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void none_is_lifted_that_does_not_stand() {
        given(PersonDecider.INSTANCE).when(lift("2016-06-01")).refused(NO_SUCH_HOLD);
        given(PersonDecider.INSTANCE, placed("2016-01-01", null), lifted("2016-02-01"))
                .when(lift("2016-06-01"))
                .refused(NO_SUCH_HOLD);
        given(PersonDecider.INSTANCE, placed("2016-01-01", null))
                .when(lift("2016-07-01"))
                .refused(IN_THE_FUTURE);
        given(PersonDecider.INSTANCE, placed("2016-01-02", null))
                .when(lift("2016-01-01"))
                .refused(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void one_that_was_placed_before_the_number_was_known_is_lifted_where_it_was_placed() {
        given(PersonDecider.INSTANCE, placed("2016-01-01", null))
                .when(lift("2016-06-01", IDENTIFIED))
                .then(lifted("2016-06-01"));
    }
}
