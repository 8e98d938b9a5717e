package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 利益联结: By a contract with a company, a cooperative or a large grower a household has its part in
 * what these earn. {@code contract} is the number or, without one, the title by which it is told
 * apart from the household's others.
 */
public sealed interface BenefitLinkEvent extends HouseholdEvent {
    String contract();

    /**
     * 签订利益联结合同: The household has its part by a contract from that day on.
     *
     * @param partner with whom
     * @param stakeFen what it is worth that the household put in, or that was put in for it; null
     *     where nobody says
     * @param until the last day it is to run, null where that is open
     */
    record BenefitLinkSigned(
            String householdId,
            LocalDate occurredOn,
            String contract,
            String partner,
            LinkKind kind,
            @Nullable Long stakeFen,
            @Nullable LocalDate until,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements BenefitLinkEvent {}

    /**
     * 利益联结分红: What the household had by the contract, once more or for the first time.
     *
     * @param year for which it was paid
     * @param amountFen that it got
     */
    record DividendReceived(
            String householdId,
            LocalDate occurredOn,
            String contract,
            String partner,
            int year,
            long amountFen,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements BenefitLinkEvent {}

    /** 利益联结合同终止: That day is the last of it; what is owed for its years may be had later. */
    record BenefitLinkEnded(
            String householdId,
            LocalDate occurredOn,
            String contract,
            String partner,
            LinkEnd reason,
            @Nullable String note,
            boolean assumed,
            @Nullable List<Evidence> evidence)
            implements BenefitLinkEvent {}

    /** 入股分红, 土地流转, 订单收购, 务工就业, 托管代养, 其他. */
    enum LinkKind {
        SHARES,
        LAND_LEASE,
        ORDER,
        EMPLOYMENT,
        CUSTODY,
        OTHER
    }

    /** 期满, 双方解除, 对方违约, 对方停业, 其他. */
    enum LinkEnd {
        EXPIRED,
        DISSOLVED,
        BREACHED,
        OUT_OF_BUSINESS,
        OTHER
    }
}
