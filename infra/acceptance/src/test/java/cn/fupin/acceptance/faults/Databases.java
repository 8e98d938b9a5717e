package cn.fupin.acceptance.faults;

import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a person with the database's password would type. */
final class Databases {
    private Databases() {}

    /** The first column of the first row. */
    static String text(LocalSystem system, Program service, String sql) {
        try (var db = system.postgres().superuser(service.database()).connect();
                var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(LocalSystem system, Program service, String sql, Reading<T> reading) {
        try (var db = system.postgres().superuser(service.database()).connect();
                var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reading.of(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static void run(LocalSystem system, String database, String sql) {
        try (var db = system.postgres().superuser(database).connect();
                var statement = db.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
