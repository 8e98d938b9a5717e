package cn.fupin.funding.commitment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.lookup.ApprovedProject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order that opens a commitment, and its only one yet. */
sealed interface CommitmentCommand extends Command {

    /** {@code project}: what is known of it; null if it is not known to be approved. */
    @Needs(permission = "funding.commit", region = Needs.Region.COMMAND)
    record CommitFunds(Commitment commitment, @Nullable ApprovedProject project)
            implements CommitmentCommand {
        @Override
        public String streamId() {
            return commitment.commitmentId();
        }
    }

    /** {@code amountFen}: the lines' total, for whoever wants it checked. */
    record Commitment(
            String commitmentId,
            String projectId,
            List<Line> lines,
            @Nullable Long amountFen,
            LocalDate committedOn,
            boolean assumed,
            Instant receivedAt) {
        public Commitment {
            Check.id("commitment", "commitmentId", commitmentId);
            Check.id("project", "projectId", projectId);
            Line.check("lines", lines, amountFen);
        }
    }
}
