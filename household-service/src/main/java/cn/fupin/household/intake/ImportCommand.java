package cn.fupin.household.intake;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Numbers are never the sender's: the door looks them up where the file was checked and run. */
sealed interface ImportCommand extends Command {
    String importId();

    Instant receivedAt();

    @Override
    default String streamId() {
        return importId();
    }

    record Asked(String importId, Instant receivedAt) {
        public Asked {
            Check.id("import", "importId", importId);
        }
    }

    @Needs(permission = "import.receive", region = Needs.Region.COMMAND)
    record ReceiveImport(Asked asked, @Nullable Upload upload) implements ImportCommand {
        @Override
        public String importId() {
            return asked.importId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }

        /** Where the stream opens; nowhere for what was never sent, which is refused. */
        public String region() {
            return upload == null ? "000000000000" : upload.region();
        }
    }

    @Needs(permission = "import.run")
    record TellRun(Asked asked, @Nullable Result result) implements ImportCommand {
        @Override
        public String importId() {
            return asked.importId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /** A file as it was checked. */
    record Upload(
            String region,
            String sha256,
            long bytes,
            LocalDate asOf,
            int households,
            int members,
            int badHouseholds,
            int strayLines) {}

    /** How a run ended; null while it has not. */
    record Result(
            int run,
            int entered,
            int unchanged,
            int corrected,
            int conflicts,
            int refused,
            int leftOut) {}
}
