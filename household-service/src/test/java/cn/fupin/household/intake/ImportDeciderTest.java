package cn.fupin.household.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.intake.ImportCommand.Asked;
import cn.fupin.household.intake.ImportCommand.ReceiveImport;
import cn.fupin.household.intake.ImportCommand.Result;
import cn.fupin.household.intake.ImportCommand.TellRun;
import cn.fupin.household.intake.ImportCommand.Upload;
import cn.fupin.household.intake.ImportDecider.Import;
import cn.fupin.household.intake.ImportEvent.ImportReceived;
import cn.fupin.household.intake.ImportEvent.ImportRun;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportDeciderTest {
    private static final String ID = "import-0192f1f0-0000-7000-8000-0000000000e1";
    private static final Asked ASKED = new Asked(ID, Instant.parse("2014-06-01T18:00:00Z"));
    private static final Upload UPLOAD =
            new Upload(
                    "513423199000",
                    "0".repeat(64),
                    100,
                    LocalDate.of(2014, 5, 31),
                    960,
                    3274,
                    12,
                    2);
    private static final Import RECEIVED = new Import.Received("513423199000", 1);

    private static ImportEvent decided(ImportCommand command, Import state) {
        return ImportDecider.INSTANCE.decide(command, state).getFirst();
    }

    private static void refused(ImportReason reason, ImportCommand command, Import state) {
        assertThatThrownBy(() -> decided(command, state))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static TellRun told(@Nullable Integer run) {
        return new TellRun(ASKED, run == null ? null : new Result(run, 5, 4, 3, 2, 1, 12));
    }

    @Test
    void a_file_is_received_once_as_it_was_checked() {
        assertThat(decided(new ReceiveImport(ASKED, UPLOAD), new Import.Unknown()))
                .isEqualTo(
                        new ImportReceived(
                                ID,
                                LocalDate.of(2014, 6, 2),
                                "513423199000",
                                "0".repeat(64),
                                100,
                                LocalDate.of(2014, 5, 31),
                                960,
                                3274,
                                12,
                                2));
        refused(ImportReason.ALREADY_RECEIVED, new ReceiveImport(ASKED, UPLOAD), RECEIVED);
        refused(ImportReason.UPLOAD_UNKNOWN, new ReceiveImport(ASKED, null), new Import.Unknown());
    }

    @Test
    void each_run_is_told_once_and_when_it_is_over() {
        assertThat(decided(told(2), RECEIVED))
                .isEqualTo(new ImportRun(ID, LocalDate.of(2014, 6, 2), 2, 5, 4, 3, 2, 1, 12));
        refused(ImportReason.RUN_ALREADY_TOLD, told(1), RECEIVED);
        refused(ImportReason.RUN_NOT_OVER, told(null), RECEIVED);
        refused(ImportReason.NOT_RECEIVED, told(1), new Import.Unknown());
    }
}
