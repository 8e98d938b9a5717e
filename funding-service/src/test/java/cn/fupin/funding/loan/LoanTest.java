package cn.fupin.funding.loan;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.loan.LoanReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.funding.ledger.Posting;
import cn.fupin.funding.loan.LoanCommand.Correction;
import cn.fupin.funding.loan.LoanCommand.Lent;
import cn.fupin.funding.loan.LoanCommand.RepayLoan;
import cn.fupin.funding.loan.LoanCommand.ReportLoan;
import cn.fupin.funding.loan.LoanCommand.TakeBackLoan;
import cn.fupin.funding.loan.LoanEvent.MicroCreditLent;
import cn.fupin.funding.loan.LoanEvent.MicroCreditRepaid;
import cn.fupin.funding.loan.LoanEvent.MicroCreditTakenBack;
import cn.fupin.funding.loan.LoanEvent.UsedBy;
import cn.fupin.funding.lookup.RegisteredHousehold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 扶贫小额信贷: lent, repaid, taken back. */
class LoanTest {
    private static final LoanDecider RULES = LoanDecider.INSTANCE;
    private static final Instant NOW = Instant.parse("2020-01-01T04:00:00Z");
    private static final String LOAN = "loan-018f0000-0000-7000-8000-000000000001";
    private static final String HOUSEHOLD = "household-018f0000-0000-7000-8000-000000000001";
    private static final String PERSON = "person-018f0000-0000-4000-8000-000000000001";
    private static final String VILLAGE = "513423199201";
    private static final LocalDate LENT_ON = LocalDate.of(2016, 3, 1);
    private static final RegisteredHousehold REGISTERED =
            new RegisteredHousehold(LocalDate.of(2014, 6, 30), null);

    private static Lent lent(long amountFen, LocalDate on, @Nullable LocalDate announcedOn) {
        return new Lent(
                LOAN,
                VILLAGE,
                HOUSEHOLD,
                PERSON,
                "农村信用社",
                amountFen,
                "养猪",
                UsedBy.HOUSEHOLD,
                on,
                on.plusYears(3),
                announcedOn,
                false,
                NOW);
    }

    private static ReportLoan report(long amountFen) {
        return new ReportLoan(lent(amountFen, LENT_ON, LENT_ON.minusDays(9)), REGISTERED);
    }

    private static MicroCreditLent lent(long amountFen) {
        return new MicroCreditLent(
                LOAN,
                VILLAGE,
                HOUSEHOLD,
                PERSON,
                "农村信用社",
                amountFen,
                "养猪",
                UsedBy.HOUSEHOLD,
                LENT_ON.plusYears(3),
                LENT_ON.minusDays(9),
                moved(amountFen),
                false,
                LENT_ON);
    }

    private static List<Posting> moved(long amountFen) {
        return List.of(
                new Posting("owed:household:" + HOUSEHOLD, amountFen),
                new Posting("loan:" + LOAN, -amountFen));
    }

    private static List<Posting> back(long amountFen) {
        return List.of(
                new Posting("loan:" + LOAN, amountFen),
                new Posting("owed:household:" + HOUSEHOLD, -amountFen));
    }

    private static RepayLoan repay(long amountFen, String on) {
        return new RepayLoan(LOAN, amountFen, LocalDate.parse(on), false, NOW);
    }

    private static MicroCreditRepaid repaid(long amountFen, String on) {
        return new MicroCreditRepaid(LOAN, amountFen, back(amountFen), false, LocalDate.parse(on));
    }

    private static TakeBackLoan takeBack(String on, String approvedBy) {
        return new TakeBackLoan(
                new Correction(LOAN, "登错农户", approvedBy, LocalDate.parse(on), "clerk", NOW),
                "event-1");
    }

    @Test
    void what_a_bank_lent_is_told_also_above_what_the_rules_allow() {
        given(RULES).when(report(4_000_000)).then(lent(4_000_000));
        given(RULES).when(report(8_000_000)).then(lent(8_000_000));
    }

    @Test
    void it_is_told_once_of_a_household_that_was_registered_once_and_of_no_day_to_come() {
        given(RULES, lent(4_000_000)).when(report(4_000_000)).refused(ALREADY_REPORTED);
        given(RULES)
                .when(new ReportLoan(lent(4_000_000, LENT_ON, null), null))
                .refused(HOUSEHOLD_NOT_KNOWN_YET);
        given(RULES)
                .when(new ReportLoan(lent(4_000_000, LocalDate.of(2020, 1, 2), null), REGISTERED))
                .refused(IN_THE_FUTURE);
        given(RULES)
                .when(
                        new ReportLoan(
                                lent(4_000_000, LENT_ON, LocalDate.of(2020, 1, 2)), REGISTERED))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void nobody_gives_back_more_than_is_owed() {
        given(RULES).when(repay(1, "2018-01-01")).refused(NOT_REPORTED);
        given(RULES, lent(4_000_000))
                .when(repay(1_500_000, "2018-01-01"))
                .then(repaid(1_500_000, "2018-01-01"));
        var spec = given(RULES, lent(4_000_000), repaid(1_500_000, "2018-01-01"));
        spec.when(repay(2_500_001, "2019-01-01")).refused(MORE_THAN_OWED);
        spec.when(repay(2_500_000, "2017-12-31")).refused(BEFORE_LAST_STEP);
        spec.when(repay(2_500_000, "2019-01-01")).then(repaid(2_500_000, "2019-01-01"));
        given(RULES, lent(4_000_000), repaid(4_000_000, "2018-01-01"))
                .when(repay(1, "2019-01-01"))
                .refused(MORE_THAN_OWED);
    }

    @Test
    void what_was_entered_wrongly_is_taken_back_by_two_persons_and_the_books_are_even() {
        given(RULES, lent(4_000_000), repaid(1_500_000, "2018-01-01"))
                .when(takeBack("2018-02-01", "chief"))
                .then(takenBack(back(2_500_000)));
        given(RULES, lent(4_000_000), repaid(4_000_000, "2018-01-01"))
                .when(takeBack("2018-02-01", "chief"))
                .then(takenBack(List.of()));
        given(RULES).when(takeBack("2018-02-01", "chief")).refused(NOT_REPORTED);
        given(RULES, lent(4_000_000))
                .when(takeBack("2018-02-01", "clerk"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        given(RULES, lent(4_000_000))
                .when(takeBack("2016-02-29", "chief"))
                .refused(BEFORE_LAST_STEP);
        var spec = given(RULES, lent(4_000_000), takenBack(back(4_000_000)));
        spec.when(takeBack("2018-02-02", "chief")).refused(TAKEN_BACK);
        spec.when(repay(1, "2018-02-02")).refused(TAKEN_BACK);
        spec.when(report(4_000_000)).refused(ALREADY_REPORTED);
    }

    private static MicroCreditTakenBack takenBack(List<Posting> postings) {
        return new MicroCreditTakenBack(
                LOAN, "event-1", "登错农户", "chief", postings, LocalDate.of(2018, 2, 1));
    }

    @Test
    void it_is_due_after_it_was_lent() {
        assertThatThrownBy(() ->
                        new Lent(
                                LOAN,
                                VILLAGE,
                                HOUSEHOLD,
                                null,
                                "农村信用社",
                                1_000_00,
                                "养猪",
                                UsedBy.HOUSEHOLD,
                                LENT_ON,
                                LENT_ON,
                                null,
                                false,
                                NOW))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("dueOn"));
    }
}
