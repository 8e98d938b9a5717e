package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.LI;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.WANG;
import static cn.fupin.project.delivery.Facts.accepted;
import static cn.fupin.project.delivery.Facts.approved;
import static cn.fupin.project.delivery.Facts.contracted;
import static cn.fupin.project.delivery.Facts.named;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.progress;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.BENEFICIARIES_ALREADY_NAMED;
import static cn.fupin.project.delivery.ProjectReason.HOUSEHOLD_NOT_KNOWN_YET;
import static cn.fupin.project.delivery.ProjectReason.HOUSEHOLD_NOT_REGISTERED_THEN;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_IN_LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.project.delivery.ProjectCommand.NameBeneficiaries;
import cn.fupin.project.delivery.ProjectCommand.Naming;
import cn.fupin.project.lookup.RegisteredHousehold;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameBeneficiariesTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;
    private static final RegisteredHousehold REGISTERED = registered(on(1, 1), null);

    @Test
    void registered_households_share_the_benefit() {
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .then(named());
    }

    @Test
    void at_any_time_from_the_library_on() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100), accepted())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .then(named());
        given(PROJECT_RULES, proposed())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .refused(NOT_IN_LIBRARY);
    }

    @Test
    void a_household_not_heard_of_yet_may_only_be_late() {
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED)))
                .refused(HOUSEHOLD_NOT_KNOWN_YET);
        assertThat(HOUSEHOLD_NOT_KNOWN_YET.retryable()).isTrue();
    }

    @Test
    void a_household_registered_later_or_removed_before_is_no_beneficiary() {
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED, LI, registered(on(10, 11), null))))
                .refused(HOUSEHOLD_NOT_REGISTERED_THEN);
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(10, 10), knowing(registered(on(1, 1), on(10, 10)))))
                .refused(HOUSEHOLD_NOT_REGISTERED_THEN);
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(10, 10), knowing(registered(on(1, 1), on(10, 11)))))
                .accepted();
    }

    @Test
    void they_are_named_once() {
        given(PROJECT_RULES, proposed(), approved(), named())
                .when(name(on(10, 10), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .refused(BENEFICIARIES_ALREADY_NAMED);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(PROJECT_RULES, proposed(), approved())
                .when(name(on(2, 9), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .refused(BEFORE_LAST_STEP);
        given(PROJECT_RULES, proposed(), approved())
                .when(name(TODAY.plusDays(1), Map.of(WANG, REGISTERED, LI, REGISTERED)))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void shares_add_up_to_the_whole_and_nobody_stands_there_twice() {
        assertThatThrownBy(() -> naming(on(10, 10), share(WANG, 6_000), share(LI, 3_999)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.rule()).isEqualTo("shares-add-up-to-10000"));
        assertThatThrownBy(() -> naming(on(10, 10), share(WANG, 6_000), share(WANG, 4_000)))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.rule()).isEqualTo("distinct"));
    }

    private static Map<String, RegisteredHousehold> knowing(RegisteredHousehold li) {
        return Map.of(WANG, REGISTERED, LI, li);
    }

    private static RegisteredHousehold registered(LocalDate on, @Nullable LocalDate removedOn) {
        return new RegisteredHousehold(on, removedOn);
    }

    private static NameBeneficiaries name(
            LocalDate on, Map<String, RegisteredHousehold> registered) {
        return new NameBeneficiaries(naming(on, share(WANG, 6_000), share(LI, 4_000)), registered);
    }

    private static Beneficiary share(String householdId, int basisPoints) {
        return new Beneficiary(householdId, basisPoints);
    }

    private static Naming naming(LocalDate on, Beneficiary... households) {
        return new Naming(PROJECT, List.of(households), on, false, NOW);
    }
}
