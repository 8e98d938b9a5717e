package cn.fupin.funding.appropriation;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.appropriation.AppropriationEvent.AppropriationReceived;
import cn.fupin.funding.appropriation.AppropriationEvent.FundsAllocated;
import cn.fupin.funding.ledger.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One appropriation of a sample county: what the tests begin from. */
final class AppropriationFacts {
    static final String APPROPRIATION = "appropriation-00000000-0000-7000-8000-000000000001";
    static final String ALLOCATION = "allocation-00000000-0000-7000-8000-000000000001";
    static final String COUNTY = "513423000000";
    static final String TOWNSHIP = "513423199000";
    static final LocalDate ISSUED = LocalDate.of(2014, 3, 1);

    /** The day on which everything in these tests comes in at the door. */
    static final LocalDate TODAY = LocalDate.of(2015, 12, 31);

    static final Instant NOW = TODAY.atTime(9, 0).atZone(Shanghai.ZONE).toInstant();

    private AppropriationFacts() {}

    static AppropriationReceived received(long amountFen) {
        return new AppropriationReceived(
                APPROPRIATION,
                COUNTY,
                "川财农〔2014〕12号",
                SourceLevel.PROVINCE,
                SourceType.SPECIAL_FUND,
                "安全饮水",
                amountFen,
                List.of(
                        new Posting("appropriation:" + APPROPRIATION, amountFen),
                        new Posting("grant:PROVINCE", -amountFen)),
                false,
                ISSUED);
    }

    static FundsAllocated allocated(long amountFen) {
        return new FundsAllocated(
                APPROPRIATION,
                ALLOCATION,
                TOWNSHIP,
                "安全饮水",
                amountFen,
                List.of(
                        new Posting("allocation:" + ALLOCATION, amountFen),
                        new Posting("appropriation:" + APPROPRIATION, -amountFen)),
                false,
                ISSUED.plusDays(10));
    }
}
