package cn.fupin.funding;

import static cn.fupin.funding.FundingServer.done;
import static cn.fupin.funding.FundingServer.newId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The guards' tables hold nothing that the events do not: they can be thrown away. */
class GuardRowsTest {
    private static final List<String> TABLES =
            List.of("allocation_lines", "commitments", "commitment_lines");

    private static final List<String> GUARDS =
            List.of(
                    "cn.fupin.funding.commitment.AllocationLinesAreNeverOverdrawn",
                    "cn.fupin.funding.payment.CommitmentLinesAreNeverOverdrawn");

    @Test
    void they_are_written_again_from_the_events() {
        var funding = FundingServer.shared();
        somePayments(funding);
        new TransactionTemplate(funding.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    // the service is shared, and whoever still pays waits
                    funding.db().sql("lock table " + String.join(", ", TABLES)).update();
                    var before = rows(funding);
                    assertThat(before).hasSizeGreaterThanOrEqualTo(5);
                    funding.db().sql("truncate " + String.join(", ", TABLES)).update();
                    assertThat(rows(funding)).isEmpty();
                    replay(funding);
                    assertThat(rows(funding)).isEqualTo(before);
                });
    }

    private static void somePayments(FundingServer funding) {
        var appropriation = newId("appropriation");
        var one = newId("allocation");
        var two = newId("allocation");
        var project = newId("project");
        var commitment = newId("commitment");
        funding.approveProject(project);
        done(funding.receive(appropriation, 100_00));
        done(funding.allocate(appropriation, one, 60_00));
        done(funding.allocate(appropriation, two, 40_00));
        funding.commitSoon(commitment, project, Map.of(one, 50_00L, two, 30_00L));
        var made = newId("payment");
        var failed = newId("payment");
        done(funding.request(made, commitment, null, Map.of(one, 20_00L, two, 10_00L)));
        done(funding.request(failed, commitment, null, Map.of(one, 5_00L)));
        done(funding.request(newId("payment"), commitment, null, Map.of(two, 1_00L)));
        for (var payment : List.of(made, failed)) {
            done(funding.approve(funding.checker, payment));
            done(funding.settle(payment, payment.equals(made)));
        }
        done(funding.giveBack(made, Map.of(two, 4_00L)));
    }

    private static List<String> rows(FundingServer funding) {
        return TABLES.stream()
                .flatMap(table ->
                        funding
                                .db()
                                .sql("select t::text from %s t order by 1".formatted(table))
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    private static void replay(FundingServer funding) {
        var guards = GUARDS.stream().map(name -> guard(funding, name)).toList();
        var types = funding.bean(EventTypes.class);
        funding.db()
                .sql("select payload_type, payload from events order by global_index")
                .query((row, n) -> {
                    var shape = Objects.requireNonNull(types.ofName(row.getString(1)));
                    return EventJson.MAPPER.readValue(row.getBytes(2), shape.record());
                })
                .list()
                .forEach(event -> guards.forEach(guard -> tell(guard, event)));
    }

    private static AnnotationEventHandlerAdapter guard(FundingServer funding, String name) {
        try {
            return new AnnotationEventHandlerAdapter(funding.bean(Class.forName(name)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(AnnotationEventHandlerAdapter guard, Object event) {
        try {
            guard.handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception e) { // as the interface declares it
            throw new IllegalStateException(e);
        }
    }
}
