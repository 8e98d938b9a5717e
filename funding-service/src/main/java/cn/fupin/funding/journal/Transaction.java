package cn.fupin.funding.journal;

import cn.fupin.funding.ledger.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One money event as a transaction of a plain-text journal. It names ids only: a document's or a
 * bank's text could hold what means something else there.
 */
record Transaction(
        LocalDate occurredOn,
        String type,
        String streamId,
        String eventId,
        List<Posting> postings) {

    static final String HEADER =
            """
            ; 扶贫资金账 Fupin: the books in double entry, made from the events; amounts in yuan
            commodity 1000.00 CNY

            """;

    String text() {
        var text = new StringBuilder();
        text.append("%s * %s %s  ; event: %s\n".formatted(occurredOn, type, streamId, eventId));
        for (var posting : postings) {
            text.append("    %s  %s CNY\n".formatted(posting.account(), yuan(posting.amountFen())));
        }
        return text.append('\n').toString();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
