package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.DescriptionCommand.DescribeHousehold;
import cn.fupin.household.household.DescriptionCommand.DescribeMember;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.HouseholdDetails.*;
import cn.fupin.household.household.HouseholdEvent.Relation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribeHouseholdTest {
    private static DescribeHousehold describe(HouseholdDetails details, String on) {
        return new DescribeHousehold(HOUSEHOLD, details, false, day(on), RECEIVED, null);
    }

    private static DescribeMember describe(@Nullable String person, MemberDetails said, String on) {
        return new DescribeMember(
                HOUSEHOLD,
                person,
                said,
                "c2VhbGVk",
                List.of(SealedNumber.PHONE, SealedNumber.CARD_NUMBER),
                day(on),
                false,
                RECEIVED,
                null);
    }

    @Test
    void what_it_lives_in_and_on_is_told_of_any_day_since_the_opening() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(describe(Facts.dwelling(DangerGrade.D), "2014-04-01"))
                .then(
                        new HouseholdDescribed(
                                HOUSEHOLD,
                                day("2014-04-01"),
                                Facts.dwelling(DangerGrade.D),
                                false,
                                null));
        spec.when(describe(Facts.dwelling(DangerGrade.D), "2014-03-31"))
                .refused(BEFORE_THE_OPENING);
        spec.when(describe(Facts.dwelling(DangerGrade.D), "2020-01-02")).refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(describe(Facts.dwelling(DangerGrade.D), "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void a_house_is_not_of_the_future_and_something_is_said_of_it() {
        var dwelling = new Dwelling(null, null, null, 2050);
        assertThatThrownBy(() -> describe(of(dwelling), "2015-01-01"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.field()).isEqualTo("details.dwelling.builtYear"));
        var nothing = new Dwelling(null, null, null, null);
        assertThatThrownBy(() -> describe(of(nothing), "2015-01-01"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.rule()).isEqualTo("says-something"));
    }

    private static HouseholdDetails of(Dwelling dwelling) {
        return new HouseholdDetails(dwelling, null, null, null, null, null);
    }

    @Test
    void of_a_member_of_that_day() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), left(CHILD, "2015-06-01", null, 1)));
        spec.when(describe(CHILD, student(), "2015-05-31"))
                .then(
                        new MemberDescribed(
                                HOUSEHOLD,
                                day("2015-05-31"),
                                CHILD,
                                student(),
                                "c2VhbGVk",
                                false,
                                null,
                                List.of(SealedNumber.PHONE, SealedNumber.CARD_NUMBER)));
        spec.when(describe(CHILD, student(), "2015-06-01")).refused(NOT_A_MEMBER);
        spec.when(describe(null, student(), "2015-06-01")).refused(NOT_A_MEMBER);
    }

    @Test
    void the_head_is_nobody_elses_relation() {
        var parent =
                new MemberDetails(
                        Relation.PARENT, null, null, null, null, null, null, null, null, null);
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(describe(HEAD, parent, "2015-05-31")).refused(HEAD_HAS_NO_OTHER_RELATION);
        spec.when(describe(CHILD, parent, "2015-05-31")).accepted();
    }

    @Test
    void nothing_is_told_that_cannot_be() {
        malformed("details.dwelling.areaSquareMetres", dwelling("-1"));
        malformed("details.dwelling.areaSquareMetres", dwelling("5000.01"));
        malformed("details.dwelling.areaSquareMetres", dwelling("1.001"));
        malformed("details", new HouseholdDetails(null, null, null, null, null, null));
        var land = new Land(BigDecimal.TEN, BigDecimal.valueOf(11), null, null, null, null, null);
        malformed(
                "details.land.irrigatedSquareMetres",
                new HouseholdDetails(null, land, null, null, null, null));
    }

    private static HouseholdDetails dwelling(String area) {
        return new HouseholdDetails(
                new Dwelling(new BigDecimal(area), null, null, null), null, null, null, null, null);
    }

    private static void malformed(String field, HouseholdDetails details) {
        assertThatThrownBy(() -> describe(details, "2015-01-01"))
                .isInstanceOf(Malformed.class)
                .extracting("field")
                .isEqualTo(field);
    }
}
