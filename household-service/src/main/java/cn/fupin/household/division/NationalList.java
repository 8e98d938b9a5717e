package cn.fupin.household.division;

import cn.fupin.backbone.division.Division;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The national list of division codes (统计用区划代码), a declared resource with its date. A county's part
 * goes into table {@code divisions} by COPY when the county is first asked for.
 */
@Component
public class NationalList {
    /** The day of which the list speaks. */
    public static final LocalDate AS_OF = LocalDate.of(2023, 6, 30);

    /** A resource and which of its columns names the county; the code itself when none does. */
    private record Part(String file, int countyColumn) {}

    private static final List<Part> PARTS =
            List.of(new Part("areas", 0), new Part("streets", 2), new Part("villages", 5));

    private final JdbcClient db;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    NationalList(JdbcClient db, JdbcTemplate template, PlatformTransactionManager transactions) {
        this.db = db;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The name under which the code stands in the list, or null when it does not stand there. */
    public @Nullable String nameOf(String code) {
        load(Division.county(code));
        return db.sql("select name from divisions where code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void load(String county) {
        if (isLoaded(county)) return;
        transaction.executeWithoutResult(_ -> {
            // Whoever comes second waits here for the first to commit, and then has nothing to do.
            var first =
                    db.sql("insert into division_counties values (?) on conflict do nothing")
                            .param(county)
                            .update();
            if (first == 1) copy(county);
        });
    }

    private boolean isLoaded(String county) {
        return db.sql("select exists (select from division_counties where county = ?)")
                .param(county)
                .query(Boolean.class)
                .single();
    }

    private void copy(String county) {
        var rows = new StringBuilder();
        for (var part : PARTS) read(part, county, rows);
        template.execute((ConnectionCallback<Long>) connection -> copyIn(connection, rows));
    }

    private static Long copyIn(Connection connection, CharSequence rows) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy divisions (code, name) from stdin (format csv)",
                            new StringReader(rows.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Appends the county's lines as {@code code,"name"}; names in the list hold no quotes or
     * commas.
     */
    private static void read(Part part, String county, StringBuilder rows) {
        try (var lines = open(part.file())) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var columns = line.split(",");
                if (!columns[part.countyColumn()].equals(county)) continue;
                rows.append(columns[0]).repeat('0', 12 - columns[0].length());
                rows.append(',').append(columns[1]).append('\n');
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BufferedReader open(String file) throws IOException {
        var name = "/divisions-2023/" + file + ".csv.gz";
        var resource = Objects.requireNonNull(NationalList.class.getResourceAsStream(name), name);
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
    }
}
