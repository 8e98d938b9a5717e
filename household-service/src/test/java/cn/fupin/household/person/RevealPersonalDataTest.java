package cn.fupin.household.person;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.person.PersonFacts.*;
import static cn.fupin.household.person.PersonReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.person.PersonCommand.RevealPersonalData;
import cn.fupin.household.person.PersonCommand.Whereabouts;
import cn.fupin.household.person.PersonEvent.PersonalField;
import cn.fupin.household.person.PersonEvent.RevealPurpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevealPersonalDataTest {
    @Test
    void it_is_recorded_what_was_shown_to_whom_and_why() {
        given(PersonDecider.INSTANCE).when(reveal(HERE)).then(revealed());
        given(PersonDecider.INSTANCE, revealed(), requested("wang"))
                .when(reveal(HERE))
                .then(revealed());
    }

    @Test
    void a_hold_and_a_request_do_not_hinder_it_an_erasure_does() {
        given(PersonDecider.INSTANCE, placed("2016-01-01", null))
                .when(reveal(HERE))
                .then(revealed());
        given(PersonDecider.INSTANCE, requested("wang"), erased("wang", "li"))
                .when(reveal(HERE))
                .refused(ALREADY_ERASED);
    }

    @Test
    void whoever_was_identified_goes_by_the_other_id() {
        given(PersonDecider.INSTANCE)
                .when(reveal(new Whereabouts(VILLAGE, HOUSEHOLD, ALIAS)))
                .refused(KNOWN_UNDER_ANOTHER_ID);
    }

    @Test
    void not_without_a_reason_nor_without_a_field() {
        for (var reason : List.of("", " ")) {
            assertThatThrownBy(() ->
                            new RevealPersonalData.Asked(
                                    PERSON,
                                    List.of(PersonalField.NAME),
                                    RevealPurpose.AUDIT,
                                    reason,
                                    "li",
                                    RECEIVED))
                    .isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() ->
                        new RevealPersonalData.Asked(
                                PERSON, List.of(), RevealPurpose.AUDIT, "核对", "li", RECEIVED))
                .isInstanceOf(Malformed.class);
    }
}
