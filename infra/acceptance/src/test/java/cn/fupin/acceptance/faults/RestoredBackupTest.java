package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.audit.Audit;
import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The database of a service is restored from a backup while its topic has gone on: it refuses to
 * number, publish and take commands, and the documented way out brings back what it lacks.
 */
@OnTheSmallSystem
class RestoredBackupTest {
    private static final String BACKUP = "backup_of_%s";

    /** What nothing but the events fills; the vault is another matter. */
    private static final Map<Program, List<String>> FILLED_BY_EVENTS =
            Map.of(
                    Program.HOUSEHOLD,
                    List.of(
                            "region",
                            "region_succession",
                            "poverty_line",
                            "rule",
                            "assessment",
                            "assessment_ballot",
                            "notice",
                            "notice_household",
                            "notice_omission",
                            "batch",
                            "reverification_round",
                            "exclusion_rule",
                            "matching_list",
                            "matching_told",
                            "exclusion_clearance",
                            "household_place",
                            "household_place_since",
                            "register_day",
                            "household_number",
                            "active_person",
                            "person_home",
                            "person_erased",
                            "person_free_since",
                            "unnumbered_person",
                            "household_departure",
                            "quota",
                            "quota_amount",
                            "quota_handed_down",
                            "quota_place",
                            "staff_duty",
                            "helper_known",
                            "helper_household",
                            "helper_time"),
                    Program.FUNDING,
                    List.of("allocation_lines", "commitments", "commitment_lines"));

    @Test
    void a_store_behind_its_topic_refuses_and_recovers_what_it_lacks(Small small) throws Exception {
        LocalSystem system = small.watched.system();
        try (var clients = small.clients()) {
            var before = new Lives(clients, "before", 5);
            before.prepare();
            before.live(4, 3);
            Watched.settle(system);
            FILLED_BY_EVENTS.keySet().forEach(service -> backUp(system, service));
            var after = new Lives(clients, "after", 6);
            after.prepare();
            after.everyKind(3);
            Watched.settle(system);
            var filled = filled(system);
            Map<Program, Long> events = events(system);

            atOnce(service -> {
                restore(system, service);
                assertThat(events(system, service)).isLessThan(events.get(service));
                system.launchAgain(service, Map.of());
                refusesAnythingNew(system, service);
                assertThat(
                                Databases.text(
                                        system,
                                        service,
                                        "select coalesce(max(position), 0) from positions"))
                        .isEqualTo(Long.toString(events(system, service)));
            });
            atOnce(service -> {
                system.kill(service);
                system.restart(service, Map.of("FUPIN_RELAY_RECOVERFROMTOPIC", "true"));
                String log = Files.readString(system.log(service));
                assertThat(log).contains("已从主题收回").contains("recovered");
                assertThat(log.contains("人的密钥")).isEqualTo(service == Program.HOUSEHOLD);
            });

            assertThat(events(system)).isEqualTo(events);
            assertThat(filled(system)).isEqualTo(filled);
            recovered(small, clients);
            var onwards = new Lives(clients, "onwards", 7);
            onwards.prepare();
            onwards.live(4, 3);
            recovered(small, clients);
            assertThat(clients.askAgain(1, a -> a.status() == 200 && a.key().contains("-after-")))
                    .isGreaterThan(50);
        }
    }

    /**
     * All but final refusals, which left no event: a restored store has forgotten them, and decides
     * again when it is asked again.
     */
    private static void recovered(Small small, Clients clients) throws SQLException {
        Watched.settle(small.watched.system());
        var accepted = clients.journal().stream().filter(a -> a.status() == 200).toList();
        var evidence = Watched.evidence(small.watched.system()).read().withAnswered(accepted);
        assertThat(Audit.of(evidence).findings()).isEmpty();
    }

    private static void refusesAnythingNew(LocalSystem system, Program service) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            String health = "";
            long deadline = System.nanoTime() + 90_000_000_000L;
            while (!health.contains("\"DOWN\"") && System.nanoTime() < deadline) {
                try {
                    health = get(http, system.url(service).resolve("/actuator/health")).body();
                } catch (IOException e) {
                    LockSupport.parkNanos(200_000_000); // not listening yet
                }
            }
            assertThat(health).contains("从较早的备份恢复").contains("older backup");
            var command =
                    HttpRequest.newBuilder(system.url(service).resolve("/bulk"))
                            .header("Idempotency-Key", "anything")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            var answer = http.send(command, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("urn:fupin:problem:store-behind-topic")
                    .contains("FUPIN_RELAY_RECOVERFROMTOPIC=true");
            assertThat(
                            get(http, system.url(service).resolve("/events?after=0&limit=1"))
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI address) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private interface Deed {
        void of(Program service) throws Exception;
    }

    /** Each service for itself: none of it is what another waits for. */
    private static void atOnce(Deed deed) {
        var begun =
                FILLED_BY_EVENTS.keySet().stream()
                        .map(service -> CompletableFuture.runAsync(() -> done(deed, service)))
                        .toList();
        begun.forEach(CompletableFuture::join);
    }

    private static void done(Deed deed, Program service) {
        try {
            deed.of(service);
        } catch (Exception e) {
            throw new AssertionError(service.title(), e);
        }
    }

    /** A copy of the database's files, with nobody in it; whoever was comes back by itself. */
    private static void backUp(LocalSystem system, Program service) {
        String backup = BACKUP.formatted(service.database());
        String open = "alter database " + service.database() + " allow_connections ";
        Databases.run(system, "postgres", "drop database if exists " + backup);
        Databases.run(system, "postgres", open + false);
        try {
            disconnect(system, service.database());
            Databases.run(
                    system,
                    "postgres",
                    "create database %s template %s".formatted(backup, service.database()));
        } finally {
            Databases.run(system, "postgres", open + true);
        }
    }

    private static void restore(LocalSystem system, Program service) {
        system.kill(service);
        String backup = BACKUP.formatted(service.database());
        disconnect(system, service.database());
        Databases.run(system, "postgres", "drop database " + service.database());
        Databases.run(
                system,
                "postgres",
                "create database %s template %s owner %s"
                        .formatted(service.database(), backup, service.database()));
        Databases.run(system, "postgres", "drop database " + backup);
    }

    private static void disconnect(LocalSystem system, String database) {
        Databases.run(
                system,
                "postgres",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
                        .formatted(database));
    }

    private static Map<Program, Long> events(LocalSystem system) {
        Map<Program, Long> events = new EnumMap<>(Program.class);
        FILLED_BY_EVENTS.keySet().forEach(s -> events.put(s, events(system, s)));
        return events;
    }

    private static long events(LocalSystem system, Program service) {
        return Long.parseLong(Databases.text(system, service, "select count(*) from events"));
    }

    private static List<String> filled(LocalSystem system) {
        List<String> rows = new ArrayList<>();
        FILLED_BY_EVENTS.forEach((service, tables) -> {
            for (String table : tables) {
                rows.add(
                        "%s.%s %s"
                                .formatted(
                                        service.database(),
                                        table,
                                        Databases.text(
                                                system,
                                                service,
                                                "select coalesce(string_agg(t::text, ' ' order by t::text), '') from %s t"
                                                        .formatted(table))));
            }
        });
        rows.sort(null);
        return rows;
    }
}
