package cn.fupin.funding.appropriation;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;

/** The orders to an appropriation. */
sealed interface AppropriationCommand extends Command {
    String appropriationId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return appropriationId();
    }

    @Needs(permission = "funding.receive", region = Needs.Region.COMMAND)
    record ReceiveAppropriation(
            String appropriationId,
            String region,
            String documentNo,
            SourceLevel sourceLevel,
            SourceType sourceType,
            String purpose,
            long amountFen,
            LocalDate issuedOn,
            boolean assumed,
            Instant receivedAt)
            implements AppropriationCommand {
        public ReceiveAppropriation {
            Check.id("appropriation", "appropriationId", appropriationId);
            Check.region("region", region);
            Check.text("documentNo", documentNo, 100);
            Check.text("purpose", purpose, 200);
            Check.amountFen("amountFen", amountFen);
        }
    }

    /** {@code region}: which place may use the line; the appropriation's own or one below it. */
    @Needs(permission = "funding.allocate")
    record AllocateFunds(
            String appropriationId,
            String allocationId,
            String region,
            String purpose,
            long amountFen,
            LocalDate allocatedOn,
            boolean assumed,
            Instant receivedAt)
            implements AppropriationCommand {
        public AllocateFunds {
            Check.id("appropriation", "appropriationId", appropriationId);
            Check.id("allocation", "allocationId", allocationId);
            Check.region("region", region);
            Check.text("purpose", purpose, 200);
            Check.amountFen("amountFen", amountFen);
        }
    }
}
