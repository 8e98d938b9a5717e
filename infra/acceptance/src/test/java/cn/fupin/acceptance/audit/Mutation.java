package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.CommandRow;
import cn.fupin.acceptance.audit.Evidence.GuardRow;
import cn.fupin.acceptance.audit.Evidence.Offset;
import cn.fupin.acceptance.audit.Evidence.ParkedKey;
import cn.fupin.acceptance.audit.Evidence.Position;
import cn.fupin.acceptance.audit.Evidence.Published;
import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.Store;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Evidence.Topic;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One thing made wrong in what was read, and the finding that must come of it. */
record Mutation(String name, Function<Evidence, Planted> plant) {

    /**
     * @param named what the finding must name: a stream, an event, a position, an account or a row
     */
    record Planted(Evidence evidence, Kind kind, String place, String named) {}

    @Override
    public String toString() {
        return name;
    }

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        inTheStore(all);
        inTheTopic(all);
        inTheCommands(all);
        inTheMoney(all);
        inTheProjections(all);
        HouseholdMutations.addTo(all);
        inTheOffsets(all);
        return List.copyOf(all);
    }

    private static void inTheStore(List<Mutation> all) {
        String events = "household.events";
        String positions = "household.positions";
        add(
                all,
                "an event dropped from the middle of its stream",
                e -> {
                    StoredEvent event = event(e, "HouseholdSurveyed");
                    return new Planted(
                            events(e, "household", list -> without(list, event)),
                            Kind.STREAM_HOLE,
                            events,
                            event.stream() + " #" + event.sequence());
                });
        add(
                all,
                "the last event of a stream dropped, its position kept",
                e -> {
                    StoredEvent event = last(e, "HouseholdVisited");
                    return new Planted(
                            events(e, "household", list -> without(list, event)),
                            Kind.POSITION_WITHOUT_EVENT,
                            positions,
                            "position " + position(e, "household", event).position());
                });
        add(
                all,
                "an event dropped with its position",
                e -> {
                    StoredEvent event = last(e, "HouseholdVisited");
                    Position position = position(e, "household", event);
                    Evidence without = events(e, "household", list -> without(list, event));
                    return new Planted(
                            positions(without, "household", list -> without(list, position)),
                            Kind.POSITION_HOLE,
                            positions,
                            "position " + position.position());
                });
        add(
                all,
                "an event stored twice",
                e -> {
                    StoredEvent event = event(e, "HouseholdSurveyed");
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            with(
                                                    list,
                                                    at(
                                                            event,
                                                            event.stream(),
                                                            event.sequence() + 50))),
                            Kind.EVENT_TWICE,
                            events,
                            event.id());
                });
        add(
                all,
                "a sequence number taken twice",
                e -> {
                    StoredEvent event = event(e, "HouseholdSurveyed");
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list -> replaced(list, event, at(event, event.stream(), 0))),
                            Kind.SEQUENCE_TWICE,
                            events,
                            event.stream() + " #0");
                });
        add(
                all,
                "two events of a stream swapped",
                e -> {
                    StoredEvent survey = event(e, "HouseholdSurveyed");
                    StoredEvent next = following(e, survey);
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    replaced(
                                                            list,
                                                            survey,
                                                            at(
                                                                    survey,
                                                                    survey.stream(),
                                                                    next.sequence())),
                                                    next,
                                                    at(next, next.stream(), survey.sequence()))),
                            Kind.STREAM_OUT_OF_ORDER,
                            positions,
                            "position " + position(e, "household", next).position());
                });
        add(
                all,
                "an event under another stream",
                e -> {
                    StoredEvent event = last(e, "HouseholdVisited");
                    StoredEvent other = event(e, "HouseholdRemoved");
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    list,
                                                    event,
                                                    at(
                                                            event,
                                                            other.stream(),
                                                            other.sequence() + 1))),
                            Kind.WRONG_DIGEST,
                            positions,
                            "position " + position(e, "household", event).position());
                });
        add(
                all,
                "a byte of a payload altered",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    list,
                                                    event,
                                                    bytes(
                                                            event,
                                                            flipped(event.payload()),
                                                            event.metadata()))),
                            Kind.WRONG_DIGEST,
                            positions,
                            "position " + position(e, "household", event).position());
                });
        add(
                all,
                "an altered event with a digest that fits it",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    Position position = position(e, "household", event);
                    StoredEvent forged =
                            bytes(
                                    event,
                                    text(event.payload())
                                            .replace("\"persons\":", "\"persons\":1")
                                            .getBytes(StandardCharsets.UTF_8),
                                    event.metadata());
                    Position fitting =
                            new Position(
                                    position.position(),
                                    position.globalIndex(),
                                    position.recordedAt(),
                                    Digest.of(forged, position.position(), position.recordedAt()));
                    Evidence altered =
                            events(e, "household", list -> replaced(list, event, forged));
                    return new Planted(
                            positions(
                                    altered,
                                    "household",
                                    list -> replaced(list, position, fitting)),
                            Kind.PUBLISHED_DIFFERENTLY,
                            "fupin.household-",
                            event.stream());
                });
        add(
                all,
                "metadata altered",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    byte[] other =
                            text(event.metadata())
                                    .replace("county", "County")
                                    .getBytes(StandardCharsets.UTF_8);
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    list,
                                                    event,
                                                    bytes(event, event.payload(), other))),
                            Kind.WRONG_DIGEST,
                            positions,
                            "position " + position(e, "household", event).position());
                });
        add(
                all,
                "a payload that is no JSON",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    byte[] half =
                            java.util.Arrays.copyOf(event.payload(), event.payload().length / 2);
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    list,
                                                    event,
                                                    bytes(event, half, event.metadata()))),
                            Kind.NOT_JSON,
                            events,
                            event.id());
                });
        add(
                all,
                "a wrong digest",
                e -> {
                    Position position = position(e, "household", event(e, "HouseholdRegistered"));
                    Position wrong =
                            new Position(
                                    position.position(),
                                    position.globalIndex(),
                                    position.recordedAt(),
                                    flipped(position.digest()));
                    return new Planted(
                            positions(e, "household", list -> replaced(list, position, wrong)),
                            Kind.WRONG_DIGEST,
                            positions,
                            "position " + position.position());
                });
        add(
                all,
                "recordedAt before that of the position before",
                e -> {
                    Position position = position(e, "household", event(e, "HouseholdRegistered"));
                    Position early =
                            new Position(
                                    position.position(),
                                    position.globalIndex(),
                                    position.recordedAt().minusSeconds(86_400),
                                    position.digest());
                    return new Planted(
                            positions(e, "household", list -> replaced(list, position, early)),
                            Kind.RECORDED_BACKWARDS,
                            positions,
                            "position " + position.position());
                });
        add(
                all,
                "a position left out",
                e -> {
                    long hole =
                            position(e, "household", event(e, "HouseholdRegistered")).position();
                    return new Planted(
                            positions(
                                    e,
                                    "household",
                                    list ->
                                            list.stream()
                                                    .map(p -> p.position() < hole ? p : moved(p, 1))
                                                    .toList()),
                            Kind.POSITION_HOLE,
                            positions,
                            "position " + hole);
                });
        add(
                all,
                "an event with two positions",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    Position position = position(e, "household", event);
                    long end = store(e, "household").positions().size() + 1;
                    Position second =
                            new Position(
                                    end,
                                    position.globalIndex(),
                                    store(e, "household").positions().getLast().recordedAt(),
                                    position.digest());
                    return new Planted(
                            positions(e, "household", list -> with(list, second)),
                            Kind.POSITION_TWICE,
                            positions,
                            "position " + end);
                });
        add(
                all,
                "an event without a position",
                e -> {
                    StoredEvent event = store(e, "household").events().getLast();
                    Position position = position(e, "household", event);
                    return new Planted(
                            positions(e, "household", list -> without(list, position)),
                            Kind.EVENT_WITHOUT_POSITION,
                            events,
                            event.id());
                });
    }

    private static void inTheTopic(List<Mutation> all) {
        add(
                all,
                "a record missing in the topic",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    return new Planted(
                            records(e, "household", list -> without(list, record)),
                            Kind.NOT_PUBLISHED,
                            "fupin.household",
                            String.valueOf(record.key()));
                });
        add(
                all,
                "a record twice in the topic",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    Published again =
                            placed(
                                    record,
                                    record.partition(),
                                    record.offset() + 1_000_000,
                                    record.key());
                    return new Planted(
                            records(e, "household", list -> with(list, again)),
                            Kind.PUBLISHED_TWICE,
                            "fupin.household-%d@%d".formatted(again.partition(), again.offset()),
                            header(record, "ce_id"));
                });
        add(
                all,
                "two records of a partition swapped",
                e -> {
                    Published one = record(e, "household", "HouseholdRegistered");
                    Published other =
                            topic(e, "household").records().stream()
                                    .filter(r -> r.partition() == one.partition())
                                    .filter(r -> r.offset() > one.offset())
                                    .findFirst()
                                    .orElseThrow();
                    return new Planted(
                            records(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    replaced(
                                                            list,
                                                            one,
                                                            placed(
                                                                    one,
                                                                    one.partition(),
                                                                    other.offset(),
                                                                    one.key())),
                                                    other,
                                                    placed(
                                                            other,
                                                            other.partition(),
                                                            one.offset(),
                                                            other.key()))),
                            Kind.PUBLISHED_OUT_OF_ORDER,
                            "fupin.household-" + one.partition(),
                            String.valueOf(one.key()));
                });
        add(
                all,
                "a byte of a published payload altered",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    byte[] value = flipped(Objects.requireNonNull(record.value()));
                    Published altered =
                            new Published(
                                    record.partition(),
                                    record.offset(),
                                    record.timestampMillis(),
                                    record.key(),
                                    record.headers(),
                                    value);
                    return new Planted(
                            records(e, "household", list -> replaced(list, record, altered)),
                            Kind.PUBLISHED_DIFFERENTLY,
                            "fupin.household-%d@%d".formatted(record.partition(), record.offset()),
                            String.valueOf(record.key()));
                });
        for (String header :
                List.of(
                        "ce_metadata",
                        "ce_digest",
                        "ce_position",
                        "ce_sequence",
                        "ce_type",
                        "ce_time")) {
            add(
                    all,
                    "the header " + header + " altered",
                    e -> {
                        Published record = record(e, "household", "HouseholdRegistered");
                        Map<String, byte[]> headers = new LinkedHashMap<>(record.headers());
                        headers.put(header, flipped(Objects.requireNonNull(headers.get(header))));
                        Published altered =
                                new Published(
                                        record.partition(),
                                        record.offset(),
                                        record.timestampMillis(),
                                        record.key(),
                                        headers,
                                        record.value());
                        return new Planted(
                                records(e, "household", list -> replaced(list, record, altered)),
                                Kind.PUBLISHED_DIFFERENTLY,
                                "fupin.household-%d@%d"
                                        .formatted(record.partition(), record.offset()),
                                String.valueOf(record.key()));
                    });
        }
        add(
                all,
                "a record under another key",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    Published moved =
                            placed(record, record.partition(), record.offset(), "household-else");
                    return new Planted(
                            records(e, "household", list -> replaced(list, record, moved)),
                            Kind.WRONG_KEY,
                            "fupin.household-%d@%d".formatted(record.partition(), record.offset()),
                            header(record, "ce_subject"));
                });
        add(
                all,
                "a record in another partition",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    int other = (record.partition() + 1) % 12;
                    Published moved = placed(record, other, 5_000_000, record.key());
                    return new Planted(
                            records(e, "household", list -> replaced(list, record, moved)),
                            Kind.WRONG_KEY,
                            "fupin.household-" + other,
                            String.valueOf(record.key()));
                });
        add(
                all,
                "a record that no store has",
                e -> {
                    Published record = record(e, "household", "HouseholdRegistered");
                    Map<String, byte[]> headers = new LinkedHashMap<>(record.headers());
                    headers.put("ce_id", "made-up".getBytes(StandardCharsets.UTF_8));
                    Published foreign =
                            new Published(
                                    record.partition(),
                                    6_000_000,
                                    record.timestampMillis(),
                                    record.key(),
                                    headers,
                                    record.value());
                    return new Planted(
                            records(e, "household", list -> with(list, foreign)),
                            Kind.NOT_STORED,
                            "fupin.household-%d@6000000".formatted(record.partition()),
                            "made-up");
                });
    }

    private static void inTheCommands(List<Mutation> all) {
        add(
                all,
                "an answered command lost",
                e -> {
                    var answered =
                            e.answered().stream()
                                    .filter(a -> a.service().equals("household"))
                                    .findFirst()
                                    .orElseThrow();
                    return new Planted(
                            commands(
                                    e,
                                    "household",
                                    list ->
                                            list.stream()
                                                    .filter(c -> !c.id().equals(answered.key()))
                                                    .toList()),
                            Kind.COMMAND_LOST,
                            "household.commands",
                            answered.key());
                });
        add(
                all,
                "an answer that is another than the recorded one",
                e -> {
                    var answered =
                            e.answered().stream()
                                    .filter(a -> a.service().equals("funding"))
                                    .findFirst()
                                    .orElseThrow();
                    return new Planted(
                            commands(
                                    e,
                                    "funding",
                                    list ->
                                            list.stream()
                                                    .map(c ->
                                                            c.id().equals(answered.key())
                                                                    ? new CommandRow(
                                                                            c.id(), 409, "{}")
                                                                    : c)
                                                    .toList()),
                            Kind.COMMAND_ANSWER_CHANGED,
                            "funding.commands",
                            answered.key());
                });
        add(
                all,
                "a command recorded without its event",
                e -> {
                    StoredEvent event = last(e, "HouseholdVisited");
                    String command = Told.json(event.metadata()).path("commandId").asString("");
                    return new Planted(
                            events(e, "household", list -> without(list, event)),
                            Kind.COMMAND_WITHOUT_EVENT,
                            "household.commands",
                            command);
                });
        add(
                all,
                "an event whose command is not recorded",
                e -> {
                    StoredEvent event = event(e, "HouseholdRegistered");
                    String command = Told.json(event.metadata()).path("commandId").asString("");
                    return new Planted(
                            commands(
                                    e,
                                    "household",
                                    list ->
                                            list.stream()
                                                    .filter(c -> !c.id().equals(command))
                                                    .toList()),
                            Kind.EVENT_WITHOUT_COMMAND,
                            "household.commands",
                            event.id());
                });
    }

    private static void inTheMoney(List<Mutation> all) {
        add(
                all,
                "a fen in a posting",
                e -> {
                    StoredEvent event = fundingEvent(e, "FundsCommitted");
                    StoredEvent off =
                            bytes(
                                    event,
                                    oneFenMore(event.payload(), "postings", 0),
                                    event.metadata());
                    return new Planted(
                            events(e, "funding", list -> replaced(list, event, off)),
                            Kind.POSTINGS_UNBALANCED,
                            "funding.events",
                            event.stream());
                });
        add(
                all,
                "a fen moved between two lines' postings, balanced",
                e -> {
                    StoredEvent one = fundingEvent(e, "FundsAllocated");
                    byte[] more = oneFenMore(one.payload(), "postings", 0);
                    StoredEvent off = bytes(one, oneFenLess(more, "postings", 1), one.metadata());
                    String allocation = Told.json(one.payload()).path("allocationId").asString("");
                    return new Planted(
                            events(e, "funding", list -> replaced(list, one, off)),
                            Kind.MONEY_MISCOUNTED,
                            "funding.events",
                            "allocation:" + allocation);
                });
        add(
                all,
                "a fen in an amount that its lines do not give",
                e -> {
                    StoredEvent event = fundingEvent(e, "PaymentRequested");
                    StoredEvent off =
                            bytes(event, oneFenMore(event.payload(), "lines", 0), event.metadata());
                    return new Planted(
                            events(e, "funding", list -> replaced(list, event, off)),
                            Kind.MONEY_MISCOUNTED,
                            "funding.events",
                            event.stream());
                });
        for (String table : List.of("allocation_lines", "commitment_lines")) {
            add(
                    all,
                    "a fen in a balance of " + table,
                    e -> {
                        GuardRow row = guard(e, table);
                        GuardRow off = new GuardRow(row.table(), row.key(), row.remainingFen() + 1);
                        return new Planted(
                                guards(e, list -> replaced(list, row, off)),
                                Kind.LINE_BALANCE,
                                "funding." + table,
                                row.key());
                    });
            add(
                    all,
                    "a lost line of " + table,
                    e -> {
                        GuardRow row = guard(e, table);
                        return new Planted(
                                guards(e, list -> without(list, row)),
                                Kind.LINE_BALANCE,
                                "funding." + table,
                                row.key());
                    });
        }
    }

    private static void inTheProjections(List<Mutation> all) {
        for (String table :
                List.of(
                        "register.household_states",
                        "register.household_heads",
                        "register.household_members",
                        "register.member_changes",
                        "register.household_helpers",
                        "register.household_policies",
                        "regions.listed_regions",
                        "regions.region_successions",
                        "regions.sampled_households",
                        "regions.faults_rectified",
                        "projects.project_steps",
                        "projects.project_beneficiaries",
                        "money.postings",
                        "money.money_lines",
                        "claims.figure_claims",
                        "claims.open_questions",
                        "history.life_events",
                        "history.life_households",
                        "history.life_helpers",
                        "clerk.household_procedures",
                        "clerk.household_plan_done",
                        "clerk.notice_households",
                        "clerk.notice_omissions",
                        "clerk.announcements_withdrawn",
                        "clerk.listed_persons",
                        "clerk.exclusions_cleared",
                        "clerk.persons_erased",
                        "clerk.matters",
                        "register.same_persons",
                        "money.loans",
                        "money.loan_steps",
                        "clerk.household_signatures",
                        "clerk.household_safety",
                        "timeline.recorded_positions")) {
            add(
                    all,
                    "a row missing in " + table,
                    e -> {
                        Row row = row(e, table);
                        return new Planted(
                                rows(e, table, list -> without(list, row)),
                                Kind.ROW_MISSING,
                                "reporting." + table,
                                named(row));
                    });
        }
        for (String table :
                List.of("register.household_states", "money.payments", "history.life_events")) {
            add(
                    all,
                    "a row too many in " + table,
                    e -> {
                        Row extra = set(row(e, table), "event_id", "nobody-said-so");
                        return new Planted(
                                rows(e, table, list -> with(list, extra)),
                                Kind.ROW_EXTRA,
                                "reporting." + table,
                                "nobody-said-so");
                    });
            add(
                    all,
                    "a row twice in " + table,
                    e -> {
                        Row row = row(e, table);
                        return new Planted(
                                rows(e, table, list -> with(list, row)),
                                Kind.ROW_EXTRA,
                                "reporting." + table,
                                String.valueOf(row.get("event_id")));
                    });
        }
        altered(all, "register.household_states", "region", "110101001001");
        altered(all, "register.household_members", "masked_name", "赵*");
        altered(all, "register.household_heads", "person_id", "person-else");
        altered(all, "register.household_causes", "main_cause", "OTHER");
        altered(all, "regions.rules", "value", "1");
        altered(all, "regions.poor_village_corrections", "poor_persons", "1");
        altered(all, "money.money_lines", "amount_fen", "1");
        altered(all, "money.postings", "amount_fen", "1");
        altered(all, "money.payment_steps", "step", "FAILED");
        altered(all, "projects.projects_proposed", "budget_fen", "1");
        altered(all, "projects.project_outputs", "quantity", "0.5");
        altered(all, "regions.quotas", "persons", "1");
        altered(all, "claims.figure_claims", "value", "1");
        altered(all, "history.life_events", "payload", "{}");
        altered(all, "clerk.household_persons", "relation", "NEIGHBOUR");
        altered(all, "clerk.household_incomes", "income_fen_per_head", "1");
        altered(all, "clerk.village_notices", "about", "EXIT");
        altered(all, "clerk.helper_names", "masked_name", "赵*");
        altered(all, "clerk.household_signatures", "person_id", "person-else");
        altered(all, "clerk.household_safety", "safe", null);
        altered(all, "clerk.persons_erased", "person_id", "person-else");
        altered(all, "clerk.household_planned", "quantity", "1");
        altered(all, "register.household_policies", "step", "WITHDRAWN");
        altered(all, "regions.region_successions", "successors", "[]");
        altered(all, "regions.sampled_households", "faults", "0");
        altered(all, "regions.faults_rectified", "household_id", "household-else");
        altered(all, "money.loans", "amount_fen", "1");
        altered(all, "money.loan_steps", "step", "TAKEN_BACK");
        altered(all, "timeline.recorded_positions", "recorded_at", "2001-01-01T00:00:00.000000Z");
        add(
                all,
                "a person more in the register",
                e -> {
                    Row state = lastState(e);
                    Row row =
                            reporting(e).rows().getOrDefault(FactRules.CHANGES, List.of()).stream()
                                    .filter(r ->
                                            Objects.equals(
                                                    r.get("household_id"),
                                                    state.get("household_id")))
                                    .findFirst()
                                    .orElseThrow();
                    long persons = Long.parseLong(String.valueOf(row.get("change")));
                    Row more = set(row, "change", Long.toString(persons + 1));
                    return new Planted(
                            rows(e, FactRules.CHANGES, list -> replaced(list, row, more)),
                            Kind.REGISTER_COUNT,
                            "reporting.register.household_states",
                            state.get("region") + " " + state.get("state") + " persons");
                });
        add(
                all,
                "a household in another state",
                e -> {
                    Row row = lastState(e);
                    return new Planted(
                            rows(
                                    e,
                                    "register.household_states",
                                    list -> replaced(list, row, set(row, "state", "EXITED"))),
                            Kind.REGISTER_COUNT,
                            "reporting.register.household_states",
                            row.get("region") + " EXITED households");
                });
    }

    private static void inTheOffsets(List<Mutation> all) {
        add(
                all,
                "a stale offset",
                e -> {
                    Offset offset = offset(e);
                    Offset stale =
                            new Offset(
                                    offset.projection(),
                                    offset.topic(),
                                    offset.partition(),
                                    lastRecord(e, offset),
                                    offset.lastPosition());
                    return new Planted(
                            offsets(e, list -> replaced(list, offset, stale)),
                            Kind.OFFSET_STALE,
                            "reporting." + offset.projection(),
                            offset.topic() + "-" + offset.partition());
                });
        add(
                all,
                "an offset ahead of its topic",
                e -> {
                    Offset offset = offset(e);
                    Offset ahead =
                            new Offset(
                                    offset.projection(),
                                    offset.topic(),
                                    offset.partition(),
                                    offset.nextOffset() + 1_000_000,
                                    offset.lastPosition());
                    return new Planted(
                            offsets(e, list -> replaced(list, offset, ahead)),
                            Kind.OFFSET_AHEAD,
                            "reporting." + offset.projection(),
                            offset.topic() + "-" + offset.partition());
                });
        add(
                all,
                "a position that is ahead of its topic",
                e -> {
                    Offset offset = offset(e);
                    Offset ahead =
                            new Offset(
                                    offset.projection(),
                                    offset.topic(),
                                    offset.partition(),
                                    offset.nextOffset(),
                                    offset.lastPosition() + 1_000_000);
                    return new Planted(
                            offsets(e, list -> replaced(list, offset, ahead)),
                            Kind.OFFSET_AHEAD,
                            "reporting." + offset.projection(),
                            offset.topic() + "-" + offset.partition());
                });
        add(
                all,
                "an offset that is gone",
                e -> {
                    Offset offset = offset(e);
                    return new Planted(
                            offsets(e, list -> without(list, offset)),
                            Kind.OFFSET_MISSING,
                            "reporting." + offset.projection(),
                            offset.topic() + "-" + offset.partition());
                });
        add(
                all,
                "a parked key",
                e -> {
                    var parked =
                            new ParkedKey("register", "fupin.household", "household-parked", "bad");
                    return new Planted(
                            tables(
                                    e,
                                    t ->
                                            new Tables(
                                                    t.service(),
                                                    t.rows(),
                                                    t.offsets(),
                                                    with(t.parked(), parked))),
                            Kind.KEY_PARKED,
                            "reporting.register",
                            "household-parked");
                });
    }

    static void altered(List<Mutation> all, String table, String column, @Nullable String value) {
        add(
                all,
                "%s of a row of %s altered".formatted(column, table),
                e -> {
                    Row row =
                            middle(
                                    reporting(e).rows().getOrDefault(table, List.of()),
                                    r -> !Objects.equals(value, r.get(column)));
                    return new Planted(
                            rows(e, table, list -> replaced(list, row, set(row, column, value))),
                            Kind.ROW_ALTERED,
                            "reporting." + table,
                            row.get("event_id") == null
                                    ? " "
                                    : String.valueOf(row.get("event_id")));
                });
    }

    static void add(List<Mutation> all, String name, Function<Evidence, Planted> plant) {
        all.add(new Mutation(name, plant));
    }

    // what is chosen

    static Store store(Evidence e, String service) {
        return e.stores().stream()
                .filter(s -> s.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Topic topic(Evidence e, String service) {
        return e.topics().stream()
                .filter(t -> t.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    static StoredEvent event(Evidence e, String type) {
        return middle(store(e, "household").events(), event -> event.type().equals(type));
    }

    private static StoredEvent fundingEvent(Evidence e, String type) {
        return middle(store(e, "funding").events(), event -> event.type().equals(type));
    }

    /** One that is the last of its stream. */
    private static StoredEvent last(Evidence e, String type) {
        var events = store(e, "household").events();
        return middle(
                events,
                event ->
                        event.type().equals(type)
                                && events.stream()
                                        .noneMatch(o ->
                                                o.stream().equals(event.stream())
                                                        && o.sequence() > event.sequence()));
    }

    private static StoredEvent following(Evidence e, StoredEvent event) {
        return store(e, "household").events().stream()
                .filter(o -> o.stream().equals(event.stream()))
                .filter(o -> o.sequence() == event.sequence() + 1)
                .findFirst()
                .orElseThrow();
    }

    private static Position position(Evidence e, String service, StoredEvent event) {
        return store(e, service).positions().stream()
                .filter(p -> p.globalIndex() == event.globalIndex())
                .findFirst()
                .orElseThrow();
    }

    private static Published record(Evidence e, String service, String type) {
        return middle(
                topic(e, service).records(), r -> header(r, "ce_type").contains("." + type + "."));
    }

    private static GuardRow guard(Evidence e, String table) {
        return middle(e.guards(), row -> row.table().equals(table));
    }

    static Tables reporting(Evidence e) {
        return e.projections().stream()
                .filter(t -> t.service().equals("reporting"))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Evidence e, String table) {
        return middle(reporting(e).rows().getOrDefault(table, List.of()), row -> true);
    }

    /** The row of a registration after which nothing more happened, where it happened. */
    private static Row lastState(Evidence e) {
        var rows = reporting(e).rows().getOrDefault("register.household_states", List.of());
        var moves = reporting(e).rows().getOrDefault(FactRules.MOVES, List.of());
        return middle(
                rows,
                row ->
                        "REGISTERED".equals(row.get("state"))
                                && moves.stream()
                                        .noneMatch(o ->
                                                Objects.equals(
                                                        o.get("household_id"),
                                                        row.get("household_id")))
                                && rows.stream()
                                        .noneMatch(o ->
                                                Objects.equals(
                                                                o.get("household_id"),
                                                                row.get("household_id"))
                                                        && Long.parseLong(
                                                                        String.valueOf(
                                                                                o.get("sequence")))
                                                                > Long.parseLong(
                                                                        String.valueOf(
                                                                                row.get(
                                                                                        "sequence")))));
    }

    private static Offset offset(Evidence e) {
        return middle(
                reporting(e).offsets(),
                o -> o.projection().equals("register") && o.lastPosition() > 0);
    }

    private static long lastRecord(Evidence e, Offset offset) {
        return topic(e, offset.topic().substring("fupin.".length())).records().stream()
                .filter(r -> r.partition() == offset.partition())
                .mapToLong(Published::offset)
                .max()
                .orElseThrow();
    }

    /** Neither the first nor the last: those are the easy ones. */
    static <T> T middle(List<T> list, Predicate<T> wanted) {
        int half = list.size() / 2;
        for (int i = 0; i < list.size(); i++) {
            T candidate = list.get((half + i) % list.size());
            if (wanted.test(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("nothing to make wrong");
    }

    private static String named(Row row) {
        String id = row.get("event_id");
        return id == null ? "[" + row.get("source") + ", " + row.get("position") + "]" : id;
    }

    // how it is changed

    private static Evidence stores(Evidence e, String service, UnaryOperator<Store> change) {
        return new Evidence(
                e.stores().stream()
                        .map(s -> s.service().equals(service) ? change.apply(s) : s)
                        .toList(),
                e.topics(),
                e.projections(),
                e.guards(),
                e.answered());
    }

    static Evidence events(Evidence e, String service, UnaryOperator<List<StoredEvent>> change) {
        return stores(
                e,
                service,
                s -> new Store(s.service(), change.apply(s.events()), s.positions(), s.commands()));
    }

    private static Evidence positions(
            Evidence e, String service, UnaryOperator<List<Position>> change) {
        return stores(
                e,
                service,
                s -> new Store(s.service(), s.events(), change.apply(s.positions()), s.commands()));
    }

    private static Evidence commands(
            Evidence e, String service, UnaryOperator<List<CommandRow>> change) {
        return stores(
                e,
                service,
                s -> new Store(s.service(), s.events(), s.positions(), change.apply(s.commands())));
    }

    private static Evidence records(
            Evidence e, String service, UnaryOperator<List<Published>> change) {
        return new Evidence(
                e.stores(),
                e.topics().stream()
                        .map(t ->
                                t.service().equals(service)
                                        ? new Topic(
                                                t.service(),
                                                t.partitions(),
                                                change.apply(t.records()),
                                                t.ends())
                                        : t)
                        .toList(),
                e.projections(),
                e.guards(),
                e.answered());
    }

    private static Evidence guards(Evidence e, UnaryOperator<List<GuardRow>> change) {
        return new Evidence(
                e.stores(), e.topics(), e.projections(), change.apply(e.guards()), e.answered());
    }

    private static Evidence tables(Evidence e, UnaryOperator<Tables> change) {
        return new Evidence(
                e.stores(),
                e.topics(),
                e.projections().stream()
                        .map(t -> t.service().equals("reporting") ? change.apply(t) : t)
                        .toList(),
                e.guards(),
                e.answered());
    }

    static Evidence rows(Evidence e, String table, UnaryOperator<List<Row>> change) {
        return tables(
                e,
                t -> {
                    Map<String, List<Row>> rows = new LinkedHashMap<>(t.rows());
                    rows.put(table, change.apply(rows.getOrDefault(table, List.of())));
                    return new Tables(t.service(), rows, t.offsets(), t.parked());
                });
    }

    private static Evidence offsets(Evidence e, UnaryOperator<List<Offset>> change) {
        return tables(
                e, t -> new Tables(t.service(), t.rows(), change.apply(t.offsets()), t.parked()));
    }

    static <T> List<T> without(List<T> list, T gone) {
        return list.stream().filter(each -> each != gone).toList();
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    static <T> List<T> replaced(List<T> list, T before, T after) {
        return list.stream().map(each -> each == before ? after : each).toList();
    }

    private static StoredEvent at(StoredEvent e, String stream, long sequence) {
        return new StoredEvent(
                e.globalIndex(),
                e.id(),
                stream,
                sequence,
                e.type(),
                e.revision(),
                e.payload(),
                e.metadata());
    }

    static StoredEvent bytes(StoredEvent e, byte[] payload, byte[] metadata) {
        return new StoredEvent(
                e.globalIndex(),
                e.id(),
                e.stream(),
                e.sequence(),
                e.type(),
                e.revision(),
                payload,
                metadata);
    }

    private static Position moved(Position p, long by) {
        return new Position(p.position() + by, p.globalIndex(), p.recordedAt(), p.digest());
    }

    private static Published placed(Published r, int partition, long offset, @Nullable String key) {
        return new Published(partition, offset, r.timestampMillis(), key, r.headers(), r.value());
    }

    static Row set(Row row, String column, @Nullable String value) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>(row.columns());
        columns.put(column, value);
        return new Row(columns);
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static byte[] oneFenMore(byte[] payload, String list, int line) {
        return fen(payload, list, line, 1);
    }

    private static byte[] oneFenLess(byte[] payload, String list, int line) {
        return fen(payload, list, line, -1);
    }

    private static byte[] fen(byte[] payload, String list, int line, long by) {
        var json = (tools.jackson.databind.node.ObjectNode) Told.json(payload);
        var element = (tools.jackson.databind.node.ObjectNode) json.path(list).get(line);
        element.put("amountFen", element.path("amountFen").asLong(0) + by);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String header(Published record, String name) {
        byte[] value = record.headers().get(name);
        return value == null ? "" : text(value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
