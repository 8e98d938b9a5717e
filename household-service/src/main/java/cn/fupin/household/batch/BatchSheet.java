package cn.fupin.household.batch;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.household.batch.Batches.KnownBatch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A batch as it stands: until when it takes applications, and who applied in it. */
@Configuration(proxyBeanMethods = false)
class BatchSheet {
    private static final String READ = "batch.read";

    /**
     * @param lastDay the last day on which somebody may apply in it
     */
    record Shown(
            String batchId,
            String region,
            LocalDate appliesFrom,
            LocalDate appliesUntil,
            @Nullable LocalDate closedOn,
            LocalDate lastDay,
            List<Applied> applications) {}

    record Applied(String householdId, LocalDate appliedOn) {}

    private final JdbcClient db;
    private final Batches batches;

    BatchSheet(JdbcClient db, Batches batches) {
        this.db = db;
        this.batches = batches;
    }

    @Bean
    RouterFunction<ServerResponse> batchRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/batches/{batchId}",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var shown = shown(request.pathVariable("batchId"));
                                            reads.check(entry, READ, shown.region());
                                            return Reads.json(shown);
                                        }))
                .build();
    }

    private Shown shown(String batchId) {
        Check.id("batch", "batchId", batchId);
        var batch = batches.find(batchId);
        if (batch == null) throw new UnknownId("batchId", batchId);
        return shown(batch);
    }

    private Shown shown(KnownBatch batch) {
        return new Shown(
                batch.batchId(),
                batch.region(),
                batch.appliesFrom(),
                batch.appliesUntil(),
                batch.closedOn(),
                batch.lastDay(),
                db.sql(
                                """
                                select household_id, applied_on from batch_application
                                where batch_id = ? order by applied_on, household_id
                                """)
                        .param(batch.batchId())
                        .query(Applied.class)
                        .list());
    }
}
