package cn.fupin.household.povertyline;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Orders to the line of a division and year: {@code povertyline-<12 digits>-<year>}. */
sealed interface PovertyLineCommand extends Command {
    String povertyLineId();

    @Override
    default String streamId() {
        return povertyLineId();
    }

    private static void line(long lineFenPerYear, @Nullable String documentNo) {
        Check.range("lineFenPerYear", lineFenPerYear, 1, 100_000_000);
        if (documentNo != null) Check.text("documentNo", documentNo, 100);
    }

    /** Sets it, once. */
    @Needs(permission = "povertyline.set", region = Needs.Region.COMMAND)
    record SetPovertyLine(
            String povertyLineId,
            String region,
            int year,
            long lineFenPerYear,
            IncomeConcept incomeConcept,
            @Nullable String documentNo,
            LocalDate setOn,
            Instant receivedAt)
            implements PovertyLineCommand {
        public SetPovertyLine {
            Check.region("region", region);
            Check.range("year", year, 1978, 2100);
            Check.idIs("povertyLineId", povertyLineId, "povertyline-%s-%d".formatted(region, year));
            line(lineFenPerYear, documentNo);
        }
    }

    /**
     * Corrects what was entered wrongly.
     *
     * @param isSetting whether the event that is corrected is its setting
     */
    @Needs(permission = "povertyline.correct")
    record CorrectPovertyLine(Asked asked, boolean isSetting) implements PovertyLineCommand {
        record Asked(
                String povertyLineId,
                String correctsEventId,
                long lineFenPerYear,
                IncomeConcept incomeConcept,
                @Nullable String documentNo,
                String reason,
                String approvedBy,
                LocalDate correctedOn,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.text("correctsEventId", correctsEventId, 100);
                line(lineFenPerYear, documentNo);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
            }
        }

        @Override
        public String povertyLineId() {
            return asked.povertyLineId();
        }
    }
}
