package cn.fupin.benchmarks;

import cn.fupin.backbone.store.StoreDatabase;
import java.sql.SQLException;
import java.util.List;

/**
 * Every event by position, as relay and history read them, against a plain scan of the payloads in
 * the order of the table: what positions, digests and bounded pages cost.
 */
final class OrderedRead {
    private static final int PAGE = 1000;

    private OrderedRead() {}

    static List<Measured> measure() {
        try (var store = new StoreDatabase()) {
            long events = Volume.events();
            Volume.fill(store, events);
            var medians =
                    Measured.medians(
                            new Measured.Pair() {
                                @Override
                                public double ours() {
                                    return Measured.seconds(() -> byPosition(store, events));
                                }

                                @Override
                                public double beside() {
                                    return Measured.seconds(() -> scan(store, events));
                                }
                            });
            return List.of(
                    new Measured(
                            "按位置有序读取，每页 %d 条，共 %,d 条".formatted(PAGE, events),
                            "ordered read by position against select payload",
                            Measured.perSecond(events, medians.ours()),
                            Measured.perSecond(events, medians.beside()),
                            Measured.times(medians.ratio()),
                            "–"));
        }
    }

    private static void byPosition(StoreDatabase store, long events) {
        long after = 0;
        for (var page = store.events.after(0, PAGE);
                !page.isEmpty();
                page = store.events.after(after, PAGE)) {
            after = page.getLast().position();
        }
        Volume.require(after == events, "not all events were read");
    }

    private static void scan(StoreDatabase store, long events) throws SQLException {
        long read = 0;
        try (var connection = store.dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // or the driver would fetch everything at once
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("select payload from events")) {
                while (rows.next()) {
                    read += rows.getBytes(1).length > 0 ? 1 : 0;
                }
            }
            connection.rollback();
        }
        Volume.require(read == events, "not all payloads were read");
    }
}
