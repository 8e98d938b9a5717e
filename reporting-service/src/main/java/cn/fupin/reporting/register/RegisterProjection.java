package cn.fupin.reporting.register;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import cn.fupin.reporting.fact.TakenBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a household stands, who is in it, what is done for it and whether it is watched: one row
 * for each fact that says so.
 */
@Component
class RegisterProjection implements Projection {
    private record Revoked(String householdId, String revokesEventId, LocalDate occurredOn) {}

    private static final String DAY = "DAY_CORRECTED";

    private record Member(String personId, String maskedName) {}

    /** How a life begins: by an application, or put on file to be watched. */
    private record Opened(
            String householdId,
            @Nullable String group,
            String head,
            List<Member> members,
            boolean assumed,
            LocalDate occurredOn) {}

    /** A life that begins as part of another's, with its standing. */
    private record SplitOff(
            String householdId,
            @Nullable String group,
            String head,
            List<Member> members,
            String standing,
            @Nullable String mainCause,
            @Nullable List<String> otherCauses,
            boolean assumed,
            LocalDate occurredOn) {
        String state() {
            return standing.equals("ON_FILE") ? "RECORDED" : standing;
        }
    }

    private record Split(
            String householdId,
            List<String> personIds,
            @Nullable String newHead,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Renamed(String householdId, Member member) {}

    private record Identified(
            String householdId, String personId, String identifiedAs, Member member) {}

    private record DayCorrected(
            String householdId, boolean came, LocalDate wrongDay, LocalDate rightDay) {}

    private record Headed(String householdId, String head, LocalDate occurredOn) {}

    private record Policy(
            String householdId,
            String policy,
            Details details,
            List<String> recipients,
            @Nullable String correctsEventId,
            @Nullable Boolean assumed,
            LocalDate occurredOn) {
        record Details(
                @Nullable Integer schoolYear,
                @Nullable Integer year,
                @Nullable String course,
                @Nullable String name,
                @Nullable String work,
                @Nullable String placement,
                @Nullable String settlement) {
            /** One of them, if any: which one the policy says. */
            String occasion() {
                return Stream.of(schoolYear, year, course, name)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
            }

            @Nullable String way() {
                return work == null ? placement : work;
            }
        }
    }

    private record Moved(
            String householdId,
            String region,
            String fromRegion,
            @Nullable String group,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Joined(
            String householdId,
            Member member,
            String reason,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Left(
            String householdId,
            String reason,
            @Nullable String newHead,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Quarter(
            String householdId, int year, int quarter, boolean assumed, LocalDate occurredOn) {}

    private record Planned(String householdId, int year, boolean assumed, LocalDate occurredOn) {}

    private record TakingBack(String correctsEventId, LocalDate occurredOn) {}

    /** What all other facts have in common, and what only some have. */
    private record Said(
            String householdId,
            @Nullable String povertyLineId,
            @Nullable Long lineFenPerYear,
            @Nullable String mainCause,
            @Nullable List<String> otherCauses,
            @Nullable String cause,
            @Nullable String measure,
            @Nullable String channel,
            @Nullable String helperId,
            @Nullable String helperUnit,
            @Nullable String helperKind,
            @Nullable Boolean assumed,
            @Nullable String correctsEventId,
            @Nullable String roundId,
            @Nullable String roundRule,
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
        if (TakenBack.TYPES.contains(message.type())) {
            takenBack(message, message.as(TakingBack.class), rows);
            return;
        }
        switch (message.type()) {
            case "HouseholdApplied" -> opened("APPLIED", message, rows);
            case "HouseholdRecorded" -> opened("RECORDED", message, rows);
            case "MemberJoined" -> joined(message, message.as(Joined.class), rows);
            case "MemberLeft" -> left(message, message.as(Left.class), rows);
            case "MemberNameCorrected" -> renamed(message, message.as(Renamed.class), rows);
            case "MemberIdentified", "MemberNumberCorrected" ->
                    identified(message, message.as(Identified.class), rows);
            case "MemberDayCorrected" ->
                    dayCorrected(message, message.as(DayCorrected.class), rows);
            case "HeadChanged" -> headed(message, message.as(Headed.class), rows);
            case "HouseholdMoved" -> relocated(message, message.as(Moved.class), rows);
            case "HouseholdSplit" -> split(message, message.as(Split.class), rows);
            case "HouseholdSplitOff" -> splitOff(message, message.as(SplitOff.class), rows);
            case "PolicyAppliedFor" -> policy("APPLIED", message, message.as(Policy.class), rows);
            case "PolicyGranted" -> policy("GRANTED", message, message.as(Policy.class), rows);
            case "PolicyEnded" -> policy("ENDED", message, message.as(Policy.class), rows);
            case "PolicyApplicationDeclined" ->
                    policy("DECLINED", message, message.as(Policy.class), rows);
            case "PolicyApplicationWithdrawn" ->
                    policy("WITHDRAWN", message, message.as(Policy.class), rows);
            case "PolicyTakenBack" -> policy("TAKEN_BACK", message, message.as(Policy.class), rows);
            default -> said(message, rows);
        }
    }

    private static void said(Message message, Rows rows) {
        switch (message.type()) {
            case "HouseholdRegistered" -> registered("REGISTERED", message, rows);
            case "HouseholdRelapsed" -> registered("RELAPSED", message, rows);
            case "HouseholdOnFileApplied" -> moved("APPLIED", message, said(message), rows);
            case "HouseholdBackOnFile" -> moved("RECORDED", message, said(message), rows);
            case "HouseholdRejected" -> moved("REJECTED", message, said(message), rows);
            case "HouseholdWithdrew" -> moved("WITHDRAWN", message, said(message), rows);
            case "HouseholdSuspended" -> moved("SUSPENDED", message, said(message), rows);
            case "HouseholdResumed" -> moved("RESUMED", message, said(message), rows);
            case "HouseholdRemoved" -> ended("REMOVED", message, rows);
            case "ExitRevoked" -> ended("EXIT_REVOKED", message, rows);
            case "EndRevoked" -> reinstated(message, said(message), rows);
            case "RelapseRevoked", "MonitoringRevoked" -> revoked(message, rows);
            case "HouseholdExited" -> moved("EXITED", message, said(message), rows);
            case "HouseholdDissolved" -> ended("DISSOLVED", message, rows);
            case "HouseholdMerged" -> ended("MERGED", message, rows);
            case "CausesCorrected", "HouseholdReclassified" -> cause(message, said(message), rows);
            case "HelperAssigned", "HelperReleased", "MonitoringHelperReleased" ->
                    helped(message, said(message), rows);
            case "MeasureAssigned" -> act("MEASURE", message, said(message), rows);
            case "PlanAdopted" -> act("PLAN", message, said(message), rows);
            case "ExitPlanned" -> planned(message, message.as(Planned.class), rows);
            case "ExitPlanDropped" -> act("EXIT_PLAN_DROPPED", message, said(message), rows);
            case "HouseholdVisited" -> act("VISIT", message, said(message), rows);
            case "HouseholdReverified" -> act("REVERIFIED", message, said(message), rows);
            case "QuarterChecked" -> quarter(message, message.as(Quarter.class), rows);
            case "MonitoringConfirmed" -> watched("CONFIRMED", message, said(message), rows);
            case "RiskEliminated" -> watched("ELIMINATED", message, said(message), rows);
            default -> {} // nothing that is counted
        }
    }

    private static Said said(Message message) {
        return message.as(Said.class);
    }

    private static void registered(String state, Message message, Rows rows) {
        var e = said(message);
        moved(state, message, e, rows);
        cause(message, e, rows);
        watched("ENDED", message, e, rows);
    }

    /** There is nothing left to watch: its life is over, or it is on the register. */
    private static void ended(String state, Message message, Rows rows) {
        var e = said(message);
        moved(state, message, e, rows);
        watched("ENDED", message, e, rows);
    }

    private static void revoked(Message message, Rows rows) {
        var e = message.as(Revoked.class);
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("revokes_event_id", e.revokesEventId())
                .insertInto("steps_revoked", rows);
    }

    /** It stands as it stood; who helped it was relieved when it ended. */
    private static void reinstated(Message message, Said e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .insertInto("ends_revoked", rows);
        of(message, e)
                .with("helper_id", null)
                .with("helper_unit", null)
                .with("helper_kind", null)
                .insertInto("household_helpers", rows);
    }

    private static void opened(String state, Message message, Rows rows) {
        opened(state, message, message.as(Opened.class), rows);
    }

    private static void opened(String state, Message message, Opened e, Rows rows) {
        of(message, e.occurredOn(), e.householdId(), e.assumed())
                .with("state", state)
                .with("opening", true)
                .with("round_id", null)
                .with("round_rule", null)
                .insertInto("household_states", rows);
        change(message, e.occurredOn(), e.householdId(), "OPENING", e.members().size(), e.assumed())
                .insertInto("member_changes", rows);
        for (var line = 0; line < e.members().size(); line++) {
            member(message, line, e.householdId(), e.members().get(line), rows);
        }
        head(message, e.occurredOn(), e.householdId(), e.head(), rows);
        group(message, e.occurredOn(), e.householdId(), message.region(), e.group(), rows);
    }

    private static void group(
            Message message,
            LocalDate on,
            String householdId,
            String region,
            @Nullable String said,
            Rows rows) {
        Fact.of(message, on)
                .with("household_id", householdId)
                .with("region", region)
                .with("said", said)
                .insertInto("household_groups", rows);
    }

    private static void splitOff(Message message, SplitOff e, Rows rows) {
        opened(
                e.state(),
                message,
                new Opened(
                        e.householdId(),
                        e.group(),
                        e.head(),
                        e.members(),
                        e.assumed(),
                        e.occurredOn()),
                rows);
        if (e.mainCause() == null) return;
        of(message, e.occurredOn(), e.householdId(), e.assumed())
                .with("main_cause", e.mainCause())
                .with("other_causes", codes(e.otherCauses()))
                .with("corrects_event_id", null)
                .insertInto("household_causes", rows);
    }

    /** Those who go are members of the household that was split off. */
    private static void split(Message message, Split e, Rows rows) {
        change(
                        message,
                        e.occurredOn(),
                        e.householdId(),
                        "SPLIT",
                        -e.personIds().size(),
                        e.assumed())
                .insertInto("member_changes", rows);
        if (e.newHead() != null) {
            head(message, e.occurredOn(), e.householdId(), e.newHead(), rows);
        }
    }

    private static void relocated(Message message, Moved e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("household_id", e.householdId())
                .with("region", e.region())
                .with("from_region", e.fromRegion())
                .with("assumed", e.assumed())
                .insertInto("household_moves", rows);
        group(message, e.occurredOn(), e.householdId(), e.region(), e.group(), rows);
    }

    /**
     * The same person under another id; nobody came and nobody went, and whoever was the head is.
     */
    private static void identified(Message message, Identified e, Rows rows) {
        member(message, 0, e.householdId(), e.member(), rows);
        Fact.row()
                .with("event_id", message.id())
                .with("position", message.position())
                .with("recorded_at", message.recordedAt())
                .with("command_id", command(message))
                .with("household_id", e.householdId())
                .with("person_id", e.personId())
                .with("same_as", e.identifiedAs())
                .insertInto("same_persons", rows);
    }

    private static String command(Message message) {
        return EventJson.LENIENT
                .readTree(message.metadata())
                .path("commandId")
                .asString(message.id());
    }

    private static void renamed(Message message, Renamed e, Rows rows) {
        member(message, 0, e.householdId(), e.member(), rows);
    }

    private static void headed(Message message, Headed e, Rows rows) {
        head(message, e.occurredOn(), e.householdId(), e.head(), rows);
    }

    private static void policy(String step, Message message, Policy e, Rows rows) {
        for (var line = 0; line < e.recipients().size(); line++) {
            of(message, e.occurredOn(), e.householdId(), Boolean.TRUE.equals(e.assumed()))
                    .with("line", line)
                    .with("step", step)
                    .with("policy", e.policy())
                    .with("occasion", e.details().occasion())
                    .with("way", e.details().way())
                    .with("settlement", e.details().settlement())
                    .with("person_id", e.recipients().get(line))
                    .with("corrects_event_id", e.correctsEventId())
                    .insertInto("household_policies", rows);
        }
    }

    private static void joined(Message message, Joined e, Rows rows) {
        change(message, e.occurredOn(), e.householdId(), e.reason(), 1, e.assumed())
                .insertInto("member_changes", rows);
        member(message, 0, e.householdId(), e.member(), rows);
    }

    /** Nobody came or went on the day that was said before, but on the right one. */
    private static void dayCorrected(Message message, DayCorrected e, Rows rows) {
        var change = e.came() ? 1 : -1;
        change(message, 0, e.wrongDay(), e.householdId(), DAY, e.came(), -change, false)
                .insertInto("member_changes", rows);
        change(message, 1, e.rightDay(), e.householdId(), DAY, e.came(), change, false)
                .insertInto("member_changes", rows);
    }

    private static void left(Message message, Left e, Rows rows) {
        change(message, e.occurredOn(), e.householdId(), e.reason(), -1, e.assumed())
                .insertInto("member_changes", rows);
        if (e.newHead() != null) {
            head(message, e.occurredOn(), e.householdId(), e.newHead(), rows);
        }
    }

    private static void moved(String state, Message message, Said e, Rows rows) {
        of(message, e)
                .with("state", state)
                .with("opening", false)
                .with("poverty_line_id", e.povertyLineId())
                .with("line_fen", e.lineFenPerYear())
                .with("round_id", e.roundId())
                .with("round_rule", e.roundRule())
                .insertInto("household_states", rows);
    }

    private static void cause(Message message, Said e, Rows rows) {
        var main = e.mainCause() == null ? e.cause() : e.mainCause();
        if (main == null) return;
        of(message, e)
                .with("main_cause", main)
                .with("other_causes", codes(e.otherCauses()))
                .with("corrects_event_id", e.correctsEventId())
                .insertInto("household_causes", rows);
    }

    private static String[] codes(@Nullable List<String> causes) {
        return causes == null ? new String[0] : causes.toArray(String[]::new);
    }

    private static void helped(Message message, Said e, Rows rows) {
        var released = !message.type().equals("HelperAssigned");
        of(message, e)
                .with(
                        "helper_id",
                        released ? null : Objects.requireNonNull(e.helperId(), "helperId"))
                .with("helper_unit", released ? null : e.helperUnit())
                .with("helper_kind", released ? null : e.helperKind())
                .insertInto("household_helpers", rows);
    }

    private static void act(String what, Message message, Said e, Rows rows) {
        of(message, e)
                .with("what", what)
                .with("detail", e.measure() == null ? e.channel() : e.measure())
                .with("round_id", e.roundId())
                .insertInto("household_acts", rows);
    }

    private static void planned(Message message, Planned e, Rows rows) {
        of(message, e.occurredOn(), e.householdId(), e.assumed())
                .with("what", "EXIT_PLAN")
                .with("detail", Integer.toString(e.year()))
                .with("round_id", null)
                .insertInto("household_acts", rows);
    }

    private static void quarter(Message message, Quarter e, Rows rows) {
        of(message, e.occurredOn(), e.householdId(), e.assumed())
                .with("what", "QUARTER")
                .with("detail", e.year() + "-" + e.quarter())
                .with("round_id", null)
                .insertInto("household_acts", rows);
    }

    private static void takenBack(Message message, TakingBack e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("region", message.region())
                .with("corrects_event_id", e.correctsEventId())
                .insertInto("facts_taken_back", rows);
    }

    private static void watched(String step, Message message, Said e, Rows rows) {
        of(message, e).with("step", step).insertInto("household_watches", rows);
    }

    private static void member(
            Message message, int line, String householdId, Member member, Rows rows) {
        Fact.row()
                .with("event_id", message.id())
                .with("line", line)
                .with("position", message.position())
                .with("household_id", householdId)
                .with("person_id", member.personId())
                .with("masked_name", member.maskedName())
                .insertInto("household_members", rows);
    }

    private static void head(
            Message message, LocalDate on, String householdId, String personId, Rows rows) {
        Fact.of(message, on)
                .with("household_id", householdId)
                .with("person_id", personId)
                .insertInto("household_heads", rows);
    }

    private static Fact change(
            Message message,
            LocalDate on,
            String householdId,
            String reason,
            long change,
            boolean assumed) {
        return change(message, 0, on, householdId, reason, change > 0, change, assumed);
    }

    private static Fact change(
            Message message,
            int line,
            LocalDate on,
            String householdId,
            String reason,
            boolean came,
            long change,
            boolean assumed) {
        return of(message, on, householdId, assumed)
                .with("line", line)
                .with("reason", reason)
                .with("came", came)
                .with("change", change);
    }

    private static Fact of(Message message, Said e) {
        return of(message, e.occurredOn(), e.householdId(), Boolean.TRUE.equals(e.assumed()));
    }

    private static Fact of(Message message, LocalDate on, String householdId, boolean assumed) {
        return Fact.of(message, on)
                .with("household_id", householdId)
                .with("region", message.region())
                .with("assumed", assumed);
    }
}
