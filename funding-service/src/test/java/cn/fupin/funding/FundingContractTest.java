package cn.fupin.funding;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.testing.ContractCheck;
import cn.fupin.funding.appropriation.AppropriationEvent.AppropriationReceived;
import cn.fupin.funding.appropriation.AppropriationEvent.FundsAllocated;
import cn.fupin.funding.appropriation.SourceLevel;
import cn.fupin.funding.appropriation.SourceType;
import cn.fupin.funding.commitment.CommitmentEvent.FundsCommitted;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.ledger.Posting;
import cn.fupin.funding.loan.LoanEvent.MicroCreditLent;
import cn.fupin.funding.loan.LoanEvent.MicroCreditRepaid;
import cn.fupin.funding.loan.LoanEvent.MicroCreditTakenBack;
import cn.fupin.funding.loan.LoanEvent.UsedBy;
import cn.fupin.funding.payment.Payee;
import cn.fupin.funding.payment.PaymentEvent.PaymentApproved;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentMade;
import cn.fupin.funding.payment.PaymentEvent.PaymentRequested;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingContractTest {
    private static final String APPROPRIATION =
            "appropriation-018f0000-0000-7000-8000-000000000001";
    private static final String ALLOCATION = "allocation-018f0000-0000-7000-8000-000000000001";
    private static final String COMMITMENT = "commitment-018f0000-0000-7000-8000-000000000001";
    private static final String PAYMENT = "payment-018f0000-0000-7000-8000-000000000001";
    private static final String PROJECT = "project-018f0000-0000-7000-8000-000000000001";
    private static final String HOUSEHOLD = "household-018f0000-0000-7000-8000-000000000001";
    private static final String PERSON = "person-018f0000-0000-4000-8000-000000000001";
    private static final String LOAN = "loan-018f0000-0000-7000-8000-000000000001";
    private static final String TOWNSHIP = "513423199000";

    @Test
    void what_is_stored_and_published_keeps_its_shape() throws IOException {
        ContractCheck.check(
                new FundingService().eventTypes(), Path.of("contract"), List.copyOf(examples()));
    }

    private static List<Event> examples() {
        return List.of(
                new AppropriationReceived(
                        APPROPRIATION,
                        "513423000000",
                        "川财农〔2014〕12号",
                        SourceLevel.PROVINCE,
                        SourceType.SPECIAL_FUND,
                        "产业扶贫",
                        50_000_000L,
                        moved("appropriation:" + APPROPRIATION, "grant:PROVINCE", 50_000_000L),
                        true,
                        LocalDate.of(2014, 3, 1)),
                new FundsAllocated(
                        APPROPRIATION,
                        ALLOCATION,
                        TOWNSHIP,
                        "种猪、种羊",
                        50_000_000L,
                        moved(
                                "allocation:" + ALLOCATION,
                                "appropriation:" + APPROPRIATION,
                                50_000_000L),
                        true,
                        LocalDate.of(2014, 3, 10)),
                new FundsCommitted(
                        COMMITMENT,
                        PROJECT,
                        TOWNSHIP,
                        lines(30_000_000L),
                        30_000_000L,
                        moved(commitmentAccount(), "allocation:" + ALLOCATION, 30_000_000L),
                        true,
                        LocalDate.of(2014, 4, 1)),
                new PaymentRequested(
                        PAYMENT,
                        COMMITMENT,
                        PROJECT,
                        TOWNSHIP,
                        new Payee(Payee.Kind.HOUSEHOLD, null, HOUSEHOLD, PERSON),
                        lines(500_000L),
                        500_000L,
                        "clerk-1",
                        true,
                        LocalDate.of(2014, 5, 1)),
                new PaymentApproved(
                        PAYMENT,
                        "finance-1",
                        new Decision("县扶贫办", "扶办〔2014〕9号"),
                        true,
                        LocalDate.of(2014, 5, 2)),
                new PaymentMade(
                        PAYMENT,
                        "ICBC-0503-17",
                        moved("paid:household:" + HOUSEHOLD, commitmentAccount(), 500_000L),
                        true,
                        LocalDate.of(2014, 5, 3)),
                new PaymentFailed(
                        PAYMENT,
                        "账户已销户",
                        COMMITMENT,
                        lines(500_000L),
                        true,
                        LocalDate.of(2014, 5, 3)),
                new PaymentReturned(
                        PAYMENT,
                        100_000L,
                        lines(100_000L),
                        "多付",
                        COMMITMENT,
                        moved(commitmentAccount(), "paid:household:" + HOUSEHOLD, 100_000L),
                        true,
                        LocalDate.of(2014, 6, 1)),
                new MicroCreditLent(
                        LOAN,
                        "513423199201",
                        HOUSEHOLD,
                        PERSON,
                        "农村信用社",
                        4_000_000L,
                        "养猪",
                        UsedBy.HOUSEHOLD,
                        LocalDate.of(2019, 3, 1),
                        LocalDate.of(2016, 2, 21),
                        moved("owed:household:" + HOUSEHOLD, "loan:" + LOAN, 4_000_000L),
                        true,
                        LocalDate.of(2016, 3, 1)),
                new MicroCreditRepaid(
                        LOAN,
                        1_500_000L,
                        moved("loan:" + LOAN, "owed:household:" + HOUSEHOLD, 1_500_000L),
                        true,
                        LocalDate.of(2018, 3, 1)),
                new MicroCreditTakenBack(
                        LOAN,
                        "019b0000-0000-7000-8000-000000000001",
                        "登错农户",
                        "chief-1",
                        moved("loan:" + LOAN, "owed:household:" + HOUSEHOLD, 2_500_000L),
                        LocalDate.of(2018, 4, 1)));
    }

    private static String commitmentAccount() {
        return "commitment:" + COMMITMENT + ":" + ALLOCATION;
    }

    private static List<Line> lines(long amountFen) {
        return List.of(new Line(ALLOCATION, amountFen));
    }

    private static List<Posting> moved(String to, String from, long amountFen) {
        return List.of(new Posting(to, amountFen), new Posting(from, -amountFen));
    }
}
