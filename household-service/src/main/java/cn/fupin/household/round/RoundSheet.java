package cn.fupin.household.round;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.household.round.RoundEvent.Direction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A round as it stands: how many households were kept, and by which of its rules how many left the
 * register or entered. Each is counted once, by the latest word on it.
 */
@Configuration(proxyBeanMethods = false)
class RoundSheet {
    private static final String READ = "round.read";

    private static final String LATEST =
            """
            with latest as (
                select distinct on (household_id) outcome, rule
                from reverification where round_id = ?
                order by household_id, decided_on desc)
            """;

    record Shown(
            String roundId,
            String region,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            long kept,
            List<Rule> rules) {}

    record Rule(String code, Direction direction, long households) {}

    private record Row(String region, LocalDate openedOn, @Nullable LocalDate closedOn) {}

    private final JdbcClient db;

    RoundSheet(JdbcClient db) {
        this.db = db;
    }

    @Bean
    RouterFunction<ServerResponse> roundRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/rounds/{roundId}",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var shown = shown(request.pathVariable("roundId"));
                                            reads.check(entry, READ, shown.region());
                                            return Reads.json(shown);
                                        }))
                .build();
    }

    private Shown shown(String roundId) {
        Check.id("round", "roundId", roundId);
        var row =
                db.sql(
                                """
                                select region, opened_on, closed_on
                                from reverification_round where round_id = ?
                                """)
                        .param(roundId)
                        .query(Row.class)
                        .optional()
                        .orElseThrow(() -> new UnknownId("roundId", roundId));
        return new Shown(
                roundId,
                row.region(),
                row.openedOn(),
                row.closedOn(),
                kept(roundId),
                rules(roundId));
    }

    private long kept(String roundId) {
        return db.sql(LATEST + "select count(*) from latest where outcome = 'KEPT'")
                .param(roundId)
                .query(Long.class)
                .single();
    }

    private List<Rule> rules(String roundId) {
        return db.sql(
                        LATEST
                                + """
                                select r.code, r.direction, count(d.rule) as households
                                from reverification_rule r left join latest d on d.rule = r.code
                                where r.round_id = ?
                                group by r.code, r.direction order by r.direction desc, r.code
                                """)
                .params(roundId, roundId)
                .query(Rule.class)
                .list();
    }
}
