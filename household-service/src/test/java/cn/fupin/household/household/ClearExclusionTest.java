package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.FileCommand.ClearExclusion;
import cn.fupin.household.household.FileEvent.ExclusionCleared;
import org.junit.jupiter.api.Test;

class ClearExclusionTest {
    private static ClearExclusion clear(String person, String item, String on) {
        return new ClearExclusion(
                HOUSEHOLD, person, item, "车已出售", by("镇"), null, false, day(on), RECEIVED);
    }

    static ExclusionCleared cleared(String person, String item, String on) {
        return new ExclusionCleared(HOUSEHOLD, day(on), person, item, "车已出售", by("镇"), null, false);
    }

    @Test
    void of_a_member_whether_it_applied_or_is_on_the_register() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(clear(CHILD, ExclusionItem.CAR, "2014-04-15"))
                .then(cleared(CHILD, ExclusionItem.CAR, "2014-04-15"));
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(clear(CHILD, ExclusionItem.CAR, "2014-06-15"))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(clear(THIRD, ExclusionItem.CAR, "2014-04-15"))
                .refused(NOT_A_MEMBER);
    }

    @Test
    void once_for_a_person_and_an_item() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(reviewed()), cleared(CHILD, ExclusionItem.CAR, "2014-04-15")));
        spec.when(clear(CHILD, ExclusionItem.CAR, "2014-04-20")).refused(ALREADY_CLEARED);
        spec.when(clear(CHILD, ExclusionItem.CAR, "2014-04-14")).accepted();
        spec.when(clear(CHILD, ExclusionItem.HOUSE, "2014-04-20")).accepted();
        spec.when(clear(HEAD, ExclusionItem.CAR, "2014-04-20")).accepted();
    }

    @Test
    void not_before_the_opening_nor_in_the_future_nor_after_its_end() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(clear(HEAD, ExclusionItem.CAR, "2014-03-31"))
                .refused(BEFORE_THE_OPENING);
        given(HouseholdDecider.INSTANCE, applied())
                .when(clear(HEAD, ExclusionItem.CAR, "2020-01-02"))
                .refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(clear(HEAD, ExclusionItem.CAR, "2014-08-01"))
                .refused(HOUSEHOLD_ENDED);
    }
}
