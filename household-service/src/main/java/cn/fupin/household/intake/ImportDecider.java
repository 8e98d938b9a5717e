package cn.fupin.household.intake;

import static cn.fupin.household.intake.ImportReason.ALREADY_RECEIVED;
import static cn.fupin.household.intake.ImportReason.NOT_RECEIVED;
import static cn.fupin.household.intake.ImportReason.RUN_ALREADY_TOLD;
import static cn.fupin.household.intake.ImportReason.RUN_NOT_OVER;
import static cn.fupin.household.intake.ImportReason.UPLOAD_UNKNOWN;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.intake.ImportCommand.ReceiveImport;
import cn.fupin.household.intake.ImportCommand.TellRun;
import cn.fupin.household.intake.ImportEvent.ImportReceived;
import cn.fupin.household.intake.ImportEvent.ImportRun;
import java.util.List;

/** A file is received once, and each of its runs is told once, in order. */
enum ImportDecider implements Decider<ImportCommand, ImportDecider.Import, ImportEvent> {
    INSTANCE;

    sealed interface Import {
        record Unknown() implements Import {}

        /**
         * @param runs how many were told
         */
        record Received(String region, int runs) implements Import {}
    }

    @Override
    public Import initial() {
        return new Import.Unknown();
    }

    @Override
    public List<ImportEvent> decide(ImportCommand command, Import state) {
        return List.of(
                switch (command) {
                    case ReceiveImport c -> receive(c, state);
                    case TellRun c -> tell(c, state);
                });
    }

    private static ImportReceived receive(ReceiveImport c, Import state) {
        var upload = c.upload();
        if (upload == null) throw new Refused(UPLOAD_UNKNOWN);
        if (state instanceof Import.Received) throw new Refused(ALREADY_RECEIVED);
        return new ImportReceived(
                c.importId(),
                Shanghai.dateOf(c.receivedAt()),
                upload.region(),
                upload.sha256(),
                upload.bytes(),
                upload.asOf(),
                upload.households(),
                upload.members(),
                upload.badHouseholds(),
                upload.strayLines());
    }

    private static ImportRun tell(TellRun c, Import state) {
        if (!(state instanceof Import.Received received)) throw new Refused(NOT_RECEIVED);
        var result = c.result();
        if (result == null) throw new Refused(RUN_NOT_OVER);
        if (result.run() <= received.runs()) throw new Refused(RUN_ALREADY_TOLD);
        return new ImportRun(
                c.importId(),
                Shanghai.dateOf(c.receivedAt()),
                result.run(),
                result.entered(),
                result.unchanged(),
                result.corrected(),
                result.conflicts(),
                result.refused(),
                result.leftOut());
    }

    @Override
    public Import evolve(Import state, ImportEvent event) {
        return switch (event) {
            case ImportReceived e -> new Import.Received(e.region(), 0);
            case ImportRun e -> new Import.Received(((Import.Received) state).region(), e.run());
        };
    }

    @Override
    public String region(Import state) {
        return ((Import.Received) state).region();
    }
}
