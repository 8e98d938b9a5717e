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

/** A round as it stands: by which of its rules how many households left the register or entered. */
@Configuration(proxyBeanMethods = false)
class RoundSheet {
    private static final String READ = "round.read";

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
        return db.sql(
                        """
                        select count(distinct household_id) from reverification
                        where round_id = ? and outcome = 'KEPT'
                        """)
                .param(roundId)
                .query(Long.class)
                .single();
    }

    private List<Rule> rules(String roundId) {
        return db.sql(
                        """
                        select r.code, r.direction, count(distinct d.household_id) as households
                        from reverification_rule r
                        left join reverification d on d.round_id = r.round_id and d.rule = r.code
                        where r.round_id = ?
                        group by r.code, r.direction order by r.direction desc, r.code
                        """)
                .param(roundId)
                .query(Rule.class)
                .list();
    }
}
