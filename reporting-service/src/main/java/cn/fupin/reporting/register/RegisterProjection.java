package cn.fupin.reporting.register;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a household stands: one row for each fact that moves it into or out of the register. */
@Component
class RegisterProjection implements Projection {
    private record Applied(
            String householdId,
            String head,
            List<Member> members,
            boolean assumed,
            LocalDate occurredOn) {
        record Member(String personId, String maskedName) {}
    }

    /** What registration, removal, exit, relapse and rejection have in common. */
    private record Moved(
            String householdId,
            @Nullable Long persons,
            @Nullable String povertyLineId,
            @Nullable Long lineFenPerYear,
            @Nullable Boolean assumed,
            LocalDate occurredOn) {}

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.household");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        switch (message.type()) {
            case "HouseholdApplied" -> applied(message, message.as(Applied.class), rows);
            case "HouseholdRegistered" -> moved("REGISTERED", message, rows);
            case "HouseholdRejected" -> moved("REJECTED", message, rows);
            case "HouseholdRemoved" -> moved("REMOVED", message, rows);
            case "HouseholdExited" -> moved("EXITED", message, rows);
            case "HouseholdRelapsed" -> moved("RELAPSED", message, rows);
            default -> {} // leaves the household where it stands
        }
    }

    private static void applied(Message message, Applied e, Rows rows) {
        state(message, e.occurredOn(), e.householdId(), "APPLIED", e.members().size(), e.assumed())
                .insertInto("household_states", rows);
        e.members().stream()
                .filter(member -> member.personId().equals(e.head()))
                .findFirst()
                .ifPresent(head ->
                        Fact.of(message, e.occurredOn())
                                .with("household_id", e.householdId())
                                .with("masked_name", head.maskedName())
                                .insertInto("household_heads", rows));
    }

    private static void moved(String state, Message message, Rows rows) {
        var e = message.as(Moved.class);
        var persons = e.persons() == null ? 0 : e.persons();
        var assumed = Boolean.TRUE.equals(e.assumed());
        state(message, e.occurredOn(), e.householdId(), state, persons, assumed)
                .with("poverty_line_id", e.povertyLineId())
                .with("line_fen", e.lineFenPerYear())
                .insertInto("household_states", rows);
    }

    private static Fact state(
            Message message,
            LocalDate on,
            String householdId,
            String state,
            long persons,
            boolean assumed) {
        return Fact.of(message, on)
                .with("household_id", householdId)
                .with("region", message.region())
                .with("state", state)
                .with("persons", persons)
                .with("assumed", assumed);
    }
}
