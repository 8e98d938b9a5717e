package cn.fupin.reporting.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document's money all the way down, with what is left at every level. All amounts in fen.
 *
 * @param remainingFen granted and not allocated
 */
public record AppropriationPath(
        String appropriationId,
        LocalDate effective,
        Map<String, Long> known,
        boolean settled,
        String region,
        String documentNo,
        String sourceLevel,
        String sourceType,
        String purpose,
        long amountFen,
        long allocatedFen,
        long remainingFen,
        String event,
        List<Allocation> allocations) {

    /** {@code remainingFen}: allocated and not committed. */
    public record Allocation(
            String allocationId,
            String region,
            String purpose,
            long amountFen,
            long committedFen,
            long remainingFen,
            String event,
            List<Commitment> commitments) {}

    /**
     * The part of a commitment that draws on the line.
     *
     * @param pendingFen asked for and not yet paid by the bank
     * @param remainingFen what may still be drawn, as funding's guard has it: a payment draws when
     *     it is asked for; what failed or came back may be drawn again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commitment(
            String commitmentId,
            String projectId,
            @Nullable String projectName,
            @Nullable String projectKind,
            long amountFen,
            long paidFen,
            long pendingFen,
            long remainingFen,
            String event,
            List<Payment> payments) {}

    /** The part of a payment that draws on the line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            String paymentId,
            String payeeKind,
            @Nullable String payeeName,
            @Nullable String payeeHouseholdId,
            long amountFen,
            long returnedFen,
            String status,
            String event) {

        boolean isPaid() {
            return status.equals("PAID") || status.equals("RETURNED");
        }

        boolean isPending() {
            return status.equals("REQUESTED") || status.equals("APPROVED");
        }
    }
}
