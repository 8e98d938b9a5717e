package cn.fupin.funding.ledger;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is drawn on, or given back to, one allocation line 指标. */
public record Line(String allocationId, long amountFen) {
    private static final int MOST_LINES = 50;

    public Line {
        Check.id("allocation", "allocationId", allocationId);
        Check.amountFen("amountFen", amountFen);
    }

    /** No line twice; a total that is given is a check on the lines, and must be theirs. */
    public static void check(String field, List<Line> lines, @Nullable Long amountFen) {
        Check.size(field, lines, 1, MOST_LINES);
        Check.distinct(field, lines.stream().map(Line::allocationId).toList());
        Check.amountFen(field, sum(lines));
        if (amountFen != null && amountFen != sum(lines)) {
            throw new Malformed(
                    field,
                    "lines-add-up-to-amount",
                    "各指标金额之和应等于总金额",
                    "the lines must add up to the amount");
        }
    }

    /** Cannot overflow: at most {@code MOST_LINES} amounts within {@link Check#MOST_FEN}. */
    public static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::amountFen).reduce(0, Math::addExact);
    }
}
