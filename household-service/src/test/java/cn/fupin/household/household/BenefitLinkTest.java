package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.BenefitLinkCommand.*;
import cn.fupin.household.household.BenefitLinkEvent.*;
import org.junit.jupiter.api.Test;

/** 利益联结: contracts by which a household has its part in what others earn, and its dividends. */
class BenefitLinkTest {
    static BenefitLinkSigned signed(String contract) {
        return new BenefitLinkSigned(
                HOUSEHOLD,
                day("2015-03-10"),
                contract,
                "县茶叶公司",
                LinkKind.SHARES,
                20_000_00L,
                day("2018-12-31"),
                false,
                null);
    }

    static DividendReceived dividend(int year, long fen) {
        return new DividendReceived(
                HOUSEHOLD, day("2016-01-20"), "2015-17", "县茶叶公司", year, fen, false, null);
    }

    static BenefitLinkEnded ended(String on) {
        return new BenefitLinkEnded(
                HOUSEHOLD, day(on), "2015-17", "县茶叶公司", LinkEnd.DISSOLVED, null, false, null);
    }

    private static SignBenefitLink sign(String contract, String on) {
        return new SignBenefitLink(
                HOUSEHOLD,
                contract,
                "县茶叶公司",
                LinkKind.SHARES,
                20_000_00L,
                day("2018-12-31"),
                day(on),
                false,
                null,
                RECEIVED);
    }

    private static ReceiveDividend receive(String contract, int year, long fen, String on) {
        return new ReceiveDividend(HOUSEHOLD, contract, year, fen, day(on), false, null, RECEIVED);
    }

    private static EndBenefitLink end(String on) {
        return new EndBenefitLink(
                HOUSEHOLD, "2015-17", LinkEnd.DISSOLVED, null, day(on), false, null, RECEIVED);
    }

    @Test
    void a_contract_is_signed_once() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(sign("2015-17", "2015-03-10"))
                .then(signed("2015-17"));
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), signed("2015-17")));
        spec.when(sign("2015-17", "2015-04-10")).refused(CONTRACT_SIGNED_ALREADY);
        spec.when(sign("2015-18", "2015-03-10")).then(signed("2015-18"));
    }

    @Test
    void a_dividend_is_of_a_contract_of_the_household_and_of_a_year_in_which_it_ran() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), signed("2015-17")));
        spec.when(receive("2015-17", 2015, 186_000, "2016-01-20")).then(dividend(2015, 186_000));
        spec.when(receive("2015-18", 2015, 186_000, "2016-01-20")).refused(NO_SUCH_CONTRACT);
        spec.when(receive("2015-17", 2015, 186_000, "2015-03-09")).refused(CONTRACT_NOT_YET_SIGNED);
        spec.when(receive("2015-17", 2014, 186_000, "2016-01-20"))
                .refused(CONTRACT_DID_NOT_RUN_THAT_YEAR);
        spec.when(receive("2015-17", 2017, 186_000, "2016-01-20")).refused(YEAR_AFTER_THE_STEP);
    }

    @Test
    void what_is_owed_for_its_years_may_be_had_after_it_has_ended() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), signed("2015-17"), ended("2015-12-30")));
        spec.when(receive("2015-17", 2015, 186_000, "2016-01-20")).then(dividend(2015, 186_000));
        spec.when(receive("2015-17", 2016, 186_000, "2017-01-20"))
                .refused(CONTRACT_DID_NOT_RUN_THAT_YEAR);
        spec.when(end("2016-12-30")).refused(CONTRACT_ENDED_ALREADY);
    }

    @Test
    void it_ends_after_it_was_signed_and_not_before_a_year_it_was_paid_for() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), signed("2015-17"), dividend(2016, 1)));
        spec.when(end("2016-12-30")).then(ended("2016-12-30"));
        spec.when(end("2015-12-30")).refused(CONTRACT_DID_NOT_RUN_THAT_YEAR);
        spec.when(end("2015-03-09")).refused(CONTRACT_NOT_YET_SIGNED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(end("2016-12-30"))
                .refused(NO_SUCH_CONTRACT);
    }

    @Test
    void no_money_is_no_dividend_and_no_contract_ends_before_it_is_signed() {
        assertThatThrownBy(() -> receive("2015-17", 2015, 0, "2016-01-20"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("amountFen");
        assertThatThrownBy(() -> sign("2015-17", "2019-01-01"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("until");
    }
}
