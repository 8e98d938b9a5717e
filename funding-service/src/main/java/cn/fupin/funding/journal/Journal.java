package cn.fupin.funding.journal;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.funding.ledger.Posting;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The books as text that hledger and its kin read: every money event, in the order of recording.
 */
@RestController
class Journal {
    private static final int FETCHED_ROWS = 1_000;
    private static final int TIMEOUT_SECONDS = 300;

    private final JdbcTemplate db;
    private final TransactionTemplate snapshot;
    private final String[] moneyEvents;

    Journal(DataSource dataSource, PlatformTransactionManager transactions, EventTypes types) {
        db = new JdbcTemplate(dataSource);
        db.setFetchSize(FETCHED_ROWS);
        // A cursor needs a transaction; without one the driver would read all at once.
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
        moneyEvents =
                types.all().stream()
                        .filter(Journal::movesMoney)
                        .map(EventTypes.Shape::name)
                        .toArray(String[]::new);
    }

    private static boolean movesMoney(EventTypes.Shape shape) {
        return Arrays.stream(shape.record().getRecordComponents())
                .anyMatch(c -> c.getName().equals("postings"));
    }

    @GetMapping("/journal")
    void journal(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = response.getWriter();
        writer.write(Transaction.HEADER);
        snapshot.executeWithoutResult(status -> writeAll(writer));
    }

    private void writeAll(Writer writer) {
        db.query(
                """
                select e.event_id, e.stream_id, e.payload_type, e.payload
                from positions p join events e using (global_index)
                where e.payload_type = any(?)
                order by p.position
                """,
                row -> {
                    try {
                        writer.write(transaction(row).text());
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                },
                (Object) moneyEvents);
    }

    private record Money(LocalDate occurredOn, List<Posting> postings) {}

    private static Transaction transaction(ResultSet row) throws SQLException {
        var money = EventJson.LENIENT.readValue(row.getBytes("payload"), Money.class);
        return new Transaction(
                money.occurredOn(),
                row.getString("payload_type"),
                row.getString("stream_id"),
                row.getString("event_id"),
                money.postings());
    }
}
