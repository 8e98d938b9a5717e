package cn.fupin.household.naming;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.naming.HelperReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.testing.DeciderSpec;
import cn.fupin.household.naming.HelperCommand.*;
import cn.fupin.household.naming.HelperEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameHelperTest {
    private static final String HELPER = "helper-1";
    private static final String TOWN = "513423199000";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static DeciderSpec<HelperCommand, HelperDecider.Helper, HelperEvent> said(
            HelperEvent... past) {
        return given(HelperDecider.INSTANCE, List.of(past));
    }

    private static HelperCommand.Told told(@Nullable String known, String person, String on) {
        return new HelperCommand.Told(
                known, person, "张*", "c2VhbGVk", "县农业局", null, LocalDate.parse(on), false);
    }

    private static NameHelper name(String on, boolean listed) {
        return new NameHelper(HELPER, TOWN, listed, false, told(null, "person-a", on), RECEIVED);
    }

    private static ChangeHelper change(@Nullable String known, String person, String on) {
        return new ChangeHelper(HELPER, null, true, false, told(known, person, on), RECEIVED);
    }

    private static HelperNamed named() {
        return new HelperNamed(
                HELPER,
                LocalDate.parse("2014-06-01"),
                TOWN,
                "person-a",
                "张*",
                "c2VhbGVk",
                "县农业局",
                null,
                false);
    }

    private static HelperDetailsChanged changed(String person, String on) {
        return new HelperDetailsChanged(
                HELPER, LocalDate.parse(on), TOWN, person, "张*", "c2VhbGVk", "县农业局", null, false);
    }

    @Test
    void an_id_is_named_once() {
        said().when(name("2014-06-01", true)).then(named());
        said(named()).when(name("2014-06-01", true)).refused(ALREADY_NAMED);
    }

    @Test
    void in_a_listed_place_and_not_before_it_is_so() {
        said().when(name("2014-06-01", false)).refused(REGION_NOT_LISTED);
        said().when(name("2020-01-02", true)).refused(IN_THE_FUTURE);
        said(named()).when(change("person-a", "person-a", "2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void what_changes_is_said_on_a_later_day() {
        said(named())
                .when(change("person-a", "person-a", "2016-03-01"))
                .then(changed("person-a", "2016-03-01"));
        said(named())
                .when(change("person-a", "person-a", "2014-05-31"))
                .refused(BEFORE_WHAT_WAS_SAID);
    }

    @Test
    void whoever_helps_elsewhere_only_is_named_there() {
        var told = told(null, "person-a", "2014-06-01");
        said().when(new NameHelper(HELPER, TOWN, true, true, told, RECEIVED))
                .refused(WORKS_ELSEWHERE);
    }

    @Test
    void where_somebody_works_changes_too() {
        var elsewhere = "513423200000";
        var told = told("person-a", "person-a", "2016-03-01");
        said(named())
                .when(new ChangeHelper(HELPER, elsewhere, true, false, told, RECEIVED))
                .then(
                        new HelperDetailsChanged(
                                HELPER,
                                LocalDate.parse("2016-03-01"),
                                elsewhere,
                                "person-a",
                                "张*",
                                "c2VhbGVk",
                                "县农业局",
                                null,
                                false));
        said(named())
                .when(new ChangeHelper(HELPER, elsewhere, false, false, told, RECEIVED))
                .refused(REGION_NOT_LISTED);
        said(named())
                .when(new ChangeHelper(HELPER, elsewhere, true, true, told, RECEIVED))
                .refused(WORKS_ELSEWHERE);
    }

    @Test
    void after_an_erasure_the_id_is_another_persons_key() {
        said(named())
                .when(change("person-a", "person-b", "2016-03-01"))
                .then(changed("person-b", "2016-03-01"));
        said(named(), changed("person-b", "2016-03-01"))
                .when(change("person-a", "person-c", "2016-03-02"))
                .refused(NAMED_MEANWHILE);
    }

    private static HelperForms.Naming form(String helperId) {
        return new HelperForms.Naming(
                helperId,
                TOWN,
                "张三",
                "县农业局",
                null,
                "13900001111",
                LocalDate.parse("2014-06-01"),
                false,
                RECEIVED);
    }

    @Test
    void a_form_with_a_name_is_in_no_log() {
        assertThat(form(HELPER).toString()).doesNotContain("张三", "13900001111");
    }

    @Test
    void an_id_is_no_name() {
        for (var name : List.of("张三", "阿依·古丽", " 欧阳小明 ", "林业局-03", "a b", "", "-1")) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> HelperId.check("helperId", name))
                    .matches(e -> e.rule().equals("an-id"));
        }
        for (var id : List.of("helper-1", "LYJ_03", "bf001", "li@town"))
            HelperId.check("helperId", id);
    }

    @Test
    void an_id_has_no_name_in_it() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> form("helper-张三"))
                .matches(e -> e.field().equals("helperId"));
    }
}
