package cn.fupin.backbone.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.store.StoreDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** What is copied is what would have been inserted, to the last digit. */
class CopiedRowsTest {
    private static final List<String> COLUMNS =
            List.of("id", "big", "whole", "small", "exact", "yes", "day", "at", "many", "label");

    @SuppressWarnings("NullAway.Init")
    private static StoreDatabase database;

    private static JdbcTemplate db() {
        return new JdbcTemplate(database.dataSource);
    }

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void tables() {
        for (var table : List.of("copied", "inserted")) {
            db().execute("drop table if exists " + table);
            db().execute(
                            """
                            create table %s (id int primary key, big bigint, whole int, small smallint, exact numeric,
                                yes boolean, day date, at timestamptz, many text[], label text)
                            """
                                    .formatted(table));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void copiedAndInsertedRowsAreTheSame(long seed) {
        var random = new Random(seed);
        var rows = IntStream.range(0, 400).mapToObj(n -> row(n, random)).toList();
        copy(rows);
        var inserts = new Inserts(db());
        rows.forEach(row -> inserts.add("inserted", COLUMNS, row));
        inserts.write();
        assertThat(db().queryForObject("select count(*) from copied", Integer.class))
                .isEqualTo(400);
        assertThat(
                        db().queryForList(
                                        "select c::text || ' / ' || i::text from copied c join inserted i using (id) where c::text is distinct from i::text",
                                        String.class))
                .isEmpty();
    }

    @Test
    void numbersAtTheEdgesOfTheirGroups() {
        var texts =
                List.of(
                        "0",
                        "0.0",
                        "0.00000001",
                        "1",
                        "-1",
                        "9999",
                        "10000",
                        "-10000.0001",
                        "1E+7",
                        "100000000.00000000",
                        "12345.6789",
                        "0.5000",
                        "99999999999999999999.99999");
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var n = 0; n < texts.size(); n++) {
            rows.add(row(n, new BigDecimal(texts.get(n))));
        }
        copy(rows);
        assertThat(db().queryForList("select exact from copied order by id", BigDecimal.class))
                .isEqualTo(
                        texts.stream()
                                .map(BigDecimal::new)
                                .map(n -> n.scale() < 0 ? n.setScale(0) : n)
                                .toList());
    }

    @Test
    void aMessageTakenBackLeavesNothing() {
        var copied = new CopiedRows(new Catalogue(database.db).tables("public"));
        copied.nextMessage();
        copied.add("copied", COLUMNS, row(1, BigDecimal.ONE));
        copied.nextMessage();
        copied.add("copied", COLUMNS, row(2, BigDecimal.TWO));
        copied.add("copied", List.of("id"), List.of(3));
        assertThatThrownBy(() -> copied.add("copied", List.of("id"), List.of("four")))
                .isInstanceOf(IllegalArgumentException.class);
        copied.takeBackMessage();
        copied.nextMessage();
        copied.add("copied", List.of("id"), List.of(5));
        write(copied);
        assertThat(db().queryForList("select id from copied order by id", Integer.class))
                .containsExactly(1, 5);
    }

    @Test
    void whatAColumnDoesNotTakeIsSaidBeforePostgresqlIsAsked() {
        var copied = new CopiedRows(new Catalogue(database.db).tables("public"));
        copied.nextMessage();
        for (var wrong :
                List.<List<Object>>of(
                        List.of("whole", 1L << 40),
                        List.of("small", 40_000),
                        List.of("day", Instant.EPOCH),
                        List.of("label", "a\0b"),
                        List.of("nowhere", 1))) {
            assertThatThrownBy(() ->
                            copied.add(
                                    "copied",
                                    List.of((String) wrong.getFirst()),
                                    List.of(wrong.getLast())))
                    .as(wrong.toString())
                    .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
        }
    }

    private static void copy(List<List<@Nullable Object>> rows) {
        var copied = new CopiedRows(new Catalogue(database.db).tables("public"));
        for (var row : rows) {
            copied.nextMessage();
            copied.add("copied", COLUMNS, row);
        }
        write(copied);
    }

    private static void write(CopiedRows rows) {
        database.transaction()
                .executeWithoutResult(status -> {
                    var connection = DataSourceUtils.getConnection(database.dataSource);
                    try {
                        CopiedRows.copy(List.of(rows), connection);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static List<@Nullable Object> row(int id, BigDecimal exact) {
        return Arrays.<@Nullable Object>asList(
                id, null, null, null, exact, null, null, null, null, null);
    }

    private static List<@Nullable Object> row(int id, Random random) {
        return Arrays.<@Nullable Object>asList(
                id,
                maybe(random, random.nextLong()),
                maybe(random, random.nextInt()),
                maybe(random, (int) (short) random.nextInt()),
                maybe(
                        random,
                        new BigDecimal(
                                        new BigInteger(random.nextInt(120), random),
                                        random.nextInt(20))
                                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1))),
                maybe(random, random.nextBoolean()),
                maybe(random, LocalDate.ofEpochDay(random.nextInt(-200_000, 200_000))),
                maybe(
                        random,
                        Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000))),
                maybe(
                        random,
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(n -> text(random))
                                .toArray(String[]::new)),
                maybe(random, text(random)));
    }

    private static @Nullable Object maybe(Random random, Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 5)
                .mapToObj(n -> List.of("盐", "\t", "\\N", "'", "𠮷").get(n))
                .reduce("", String::concat);
    }
}
