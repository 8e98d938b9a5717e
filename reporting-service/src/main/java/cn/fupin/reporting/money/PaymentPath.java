package cn.fupin.reporting.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment both ways: up to the documents that granted it, down to where it went. All amounts in
 * fen.
 *
 * @param paidFen what the bank paid and did not get back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentPath(
        String paymentId,
        LocalDate effective,
        Map<String, Long> known,
        boolean settled,
        String status,
        long amountFen,
        long paidFen,
        Payee payee,
        Project project,
        Commitment commitment,
        List<Source> sources,
        Benefit benefit,
        List<String> events) {

    /**
     * @param personId the member whose account is paid; null when nobody says
     * @param maskedName of that member, null when the household has none such
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payee(
            String kind,
            @Nullable String name,
            @Nullable String householdId,
            @Nullable String personId,
            @Nullable String maskedName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Project(
            String projectId,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String event) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commitment(
            String commitmentId, @Nullable Long amountFen, @Nullable String event) {}

    /** {@code amountFen}: how much of the payment comes out of this allocation line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String allocationId,
            long amountFen,
            @Nullable String purpose,
            @Nullable String region,
            @Nullable Long allocatedFen,
            @Nullable String event,
            @Nullable Grant appropriation) {}

    public record Grant(
            String appropriationId,
            String documentNo,
            String sourceLevel,
            String sourceType,
            String purpose,
            long amountFen,
            String event) {}

    /**
     * Where the payment's fen went: paid to a household, attributed to households by the project's
     * shares, or of public benefit. Three measures of different things, never added to each other;
     * a payment is told in one of them.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Benefit(
            @Nullable ToHousehold paidToHousehold,
            @Nullable List<Attributed> attributedToHouseholds,
            @Nullable Public publicBenefit) {}

    public record ToHousehold(String householdId, long amountFen) {}

    public record Attributed(String householdId, long shareBasisPoints, long amountFen) {}

    public record Public(long amountFen, List<Served> served) {}

    public record Served(String region, long groups) {}
}
