package cn.fupin.household.povertyline;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sets the line of a division and year, once: {@code povertyline-<12 digits>-<year>}. */
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
        implements Command {
    SetPovertyLine {
        Check.region("region", region);
        Check.range("year", year, 1978, 2100);
        Check.idIs("povertyLineId", povertyLineId, "povertyline-%s-%d".formatted(region, year));
        Check.range("lineFenPerYear", lineFenPerYear, 1, 100_000_000);
        if (documentNo != null) Check.text("documentNo", documentNo, 100);
    }

    @Override
    public String streamId() {
        return povertyLineId;
    }
}
