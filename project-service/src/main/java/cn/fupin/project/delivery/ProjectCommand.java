package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Needs;
import cn.fupin.project.lookup.RegisteredHousehold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders to a project. Where the rule needs to know something of another service, the command
 * is the request and what the door found for it.
 */
sealed interface ProjectCommand extends Command {
    Instant receivedAt();

    /** The day the step was taken. */
    LocalDate on();

    /**
     * {@code regionListed}: whether the household service has listed the region, as far as known.
     */
    @Needs(permission = "project.propose", region = Needs.Region.COMMAND)
    record ProposeProject(Proposal proposal, boolean regionListed) implements ProjectCommand {
        @Override
        public String streamId() {
            return proposal.projectId();
        }

        @Override
        public Instant receivedAt() {
            return proposal.receivedAt();
        }

        @Override
        public LocalDate on() {
            return proposal.proposedOn();
        }

        public String region() {
            return proposal.region();
        }
    }

    record Proposal(
            String projectId,
            String region,
            String name,
            ProjectKind kind,
            @Nullable Long budgetFen,
            List<Output> plannedOutputs,
            String proposedBy,
            LocalDate proposedOn,
            boolean assumed,
            Instant receivedAt) {
        public Proposal {
            Check.id("project", "projectId", projectId);
            Check.region("region", region);
            Check.text("name", name, 200);
            if (budgetFen != null) Check.amountFen("budgetFen", budgetFen);
            Check.size("plannedOutputs", plannedOutputs, 0, 50);
            Check.text("proposedBy", proposedBy, 200);
        }
    }

    @Needs(permission = "project.approve")
    record ApproveProject(
            String projectId,
            int libraryYear,
            Decision decidedBy,
            LocalDate approvedOn,
            boolean assumed,
            Instant receivedAt)
            implements ProjectCommand {
        public ApproveProject {
            Check.id("project", "projectId", projectId);
            Check.range("libraryYear", libraryYear, 1984, 2100);
        }

        @Override
        public String streamId() {
            return projectId;
        }

        @Override
        public LocalDate on() {
            return approvedOn;
        }
    }

    @Needs(permission = "project.contract")
    record SignContract(
            String projectId,
            String contractNo,
            String contractor,
            @Nullable Long contractFen,
            LocalDate signedOn,
            boolean assumed,
            Instant receivedAt)
            implements ProjectCommand {
        public SignContract {
            Check.id("project", "projectId", projectId);
            Check.text("contractNo", contractNo, 100);
            Check.text("contractor", contractor, 200);
            if (contractFen != null) Check.amountFen("contractFen", contractFen);
        }

        @Override
        public String streamId() {
            return projectId;
        }

        @Override
        public LocalDate on() {
            return signedOn;
        }
    }

    @Needs(permission = "project.report")
    record ReportProgress(
            String projectId,
            int percent,
            LocalDate reportedOn,
            boolean assumed,
            Instant receivedAt)
            implements ProjectCommand {
        public ReportProgress {
            Check.id("project", "projectId", projectId);
            Check.range("percent", percent, 0, 100);
        }

        @Override
        public String streamId() {
            return projectId;
        }

        @Override
        public LocalDate on() {
            return reportedOn;
        }
    }

    /** {@code listedRegions}: those of the served regions that are known to be listed. */
    @Needs(permission = "project.accept")
    record AcceptProject(Acceptance acceptance, Set<String> listedRegions)
            implements ProjectCommand {
        @Override
        public String streamId() {
            return acceptance.projectId();
        }

        @Override
        public Instant receivedAt() {
            return acceptance.receivedAt();
        }

        @Override
        public LocalDate on() {
            return acceptance.acceptedOn();
        }
    }

    record Acceptance(
            String projectId,
            String acceptedBy,
            List<Output> outputs,
            List<Served> served,
            LocalDate acceptedOn,
            boolean assumed,
            Instant receivedAt) {
        public Acceptance {
            Check.id("project", "projectId", projectId);
            Check.text("acceptedBy", acceptedBy, 200);
            Check.size("outputs", outputs, 0, 50);
            Check.size("served", served, 0, 500);
            Check.distinct("served", served.stream().map(Served::region).toList());
        }
    }

    /** {@code registered}: what is known of the named households, by id. */
    @Needs(permission = "project.name-beneficiaries")
    record NameBeneficiaries(Naming naming, Map<String, RegisteredHousehold> registered)
            implements ProjectCommand {
        @Override
        public String streamId() {
            return naming.projectId();
        }

        @Override
        public Instant receivedAt() {
            return naming.receivedAt();
        }

        @Override
        public LocalDate on() {
            return naming.namedOn();
        }
    }

    record Naming(
            String projectId,
            List<Beneficiary> households,
            LocalDate namedOn,
            boolean assumed,
            Instant receivedAt) {
        public Naming {
            Check.id("project", "projectId", projectId);
            Check.size("households", households, 1, 2_000);
            Check.distinct(
                    "households", households.stream().map(Beneficiary::householdId).toList());
            if (households.stream().mapToInt(Beneficiary::shareBasisPoints).sum()
                    != Beneficiary.ALL_BASIS_POINTS) {
                throw new Malformed(
                        "households",
                        "shares-add-up-to-10000",
                        "各户份额之和应为 10000（万分之一）",
                        "the shares must add up to 10000 basis points");
            }
        }
    }
}
