package cn.fupin.household.person;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.person.PersonFacts.*;
import static cn.fupin.household.person.PersonReason.*;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErasePersonTest {
    @Test
    void one_asks_another_approves_and_all_that_goes_is_named() {
        given(PersonDecider.INSTANCE).when(request("wang")).then(requested("wang"));
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(erase("li"))
                .then(erased("wang", "li"));
    }

    @Test
    void whoever_asks_does_not_approve() {
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(erase("wang"))
                .refused(REQUESTER_IS_APPROVER);
    }

    @Test
    void nothing_happens_without_a_request_and_none_is_made_twice() {
        given(PersonDecider.INSTANCE).when(erase("li")).refused(NO_ERASURE_REQUESTED);
        given(PersonDecider.INSTANCE).when(decline("li")).refused(NO_ERASURE_REQUESTED);
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(request("li"))
                .refused(ERASURE_ALREADY_REQUESTED);
    }

    @Test
    void what_was_declined_is_asked_for_again() {
        given(PersonDecider.INSTANCE, requested("wang")).when(decline("li")).then(declined("li"));
        given(PersonDecider.INSTANCE, requested("wang"), declined("li"))
                .when(erase("li"))
                .refused(NO_ERASURE_REQUESTED);
        given(PersonDecider.INSTANCE, requested("wang"), declined("li"))
                .when(request("wang"))
                .then(requested("wang"));
    }

    @Test
    void a_hold_stops_it_until_its_last_day_is_over_or_it_is_lifted() {
        var until = placed("2016-01-01", "2016-06-30"); // today is its last day
        given(PersonDecider.INSTANCE, until).when(request("wang")).refused(UNDER_HOLD);
        given(PersonDecider.INSTANCE, requested("wang"), until)
                .when(erase("li"))
                .refused(UNDER_HOLD);
        given(PersonDecider.INSTANCE, placed("2016-01-01", "2016-06-29"), requested("wang"))
                .when(erase("li"))
                .then(erased("wang", "li"));
        given(PersonDecider.INSTANCE, placed("2016-01-01", null), requested("wang"))
                .when(erase("li"))
                .refused(UNDER_HOLD);
        given(
                        PersonDecider.INSTANCE,
                        placed("2016-01-01", null),
                        lifted("2016-02-01"),
                        requested("wang"))
                .when(erase("li"))
                .then(erased("wang", "li"));
    }

    @Test
    void nor_does_it_happen_while_an_earlier_id_or_somebody_in_the_same_file_is_held() {
        var held = List.of(held("2016-06-30"));
        given(PersonDecider.INSTANCE).when(request("wang", held)).refused(UNDER_HOLD);
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(erase("li", held))
                .refused(UNDER_HOLD);
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(erase("li", List.of(held(null))))
                .refused(UNDER_HOLD);
        given(PersonDecider.INSTANCE, requested("wang"))
                .when(erase("li", List.of(held("2016-06-29"))))
                .then(erased("wang", "li"));
    }

    @Test
    void once() {
        var past = given(PersonDecider.INSTANCE, requested("wang"), erased("wang", "li"));
        past.when(erase("li")).refused(ALREADY_ERASED);
        past.when(request("zhao")).refused(ALREADY_ERASED);
        past.when(place("2016-06-01", null)).refused(ALREADY_ERASED);
    }
}
