package cn.fupin.acceptance.audit;

import static cn.fupin.acceptance.audit.Mutation.add;
import static cn.fupin.acceptance.audit.Mutation.bytes;
import static cn.fupin.acceptance.audit.Mutation.event;
import static cn.fupin.acceptance.audit.Mutation.events;
import static cn.fupin.acceptance.audit.Mutation.middle;
import static cn.fupin.acceptance.audit.Mutation.replaced;
import static cn.fupin.acceptance.audit.Mutation.reporting;
import static cn.fupin.acceptance.audit.Mutation.rows;
import static cn.fupin.acceptance.audit.Mutation.set;
import static cn.fupin.acceptance.audit.Mutation.store;
import static cn.fupin.acceptance.audit.Mutation.without;

import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Finding.Kind;
import cn.fupin.acceptance.audit.Mutation.Planted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens to a household as a whole, made wrong where it is looked up: suspended, split,
 * merged, moved, known by a number, out of its helper's hands; and what a clerk is told is due.
 */
final class HouseholdMutations {
    private static final String CLERK = "reporting.clerk";

    private HouseholdMutations() {}

    static void addTo(List<Mutation> all) {
        citedFile(all, "a file named that was stored as another", "sha256", "0".repeat(64));
        citedFile(all, "a file named that was stored elsewhere", "region", "500101998201");
        dropped(all, "HouseholdSplitOff", FactRules.STATES, Kind.ROW_MISSING, "event_id");
        dropped(all, "HouseholdSplitOff", FactRules.CHANGES, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "HouseholdSplit", FactRules.CHANGES, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "HouseholdMerged", FactRules.STATES, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "HouseholdMerged", "register.household_watches", Kind.ROW_MISSING, "event_id");
        dropped(all, "HouseholdResumed", FactRules.STATES, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "HouseholdWithdrew", FactRules.STATES, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "HouseholdReclassified", FactRules.CAUSES, Kind.ROW_MISSING, "event_id");
        dropped(all, "EndRevoked", "register.ends_revoked", Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(all, "VisitTakenBack", FactRules.TAKEN_BACK, Kind.HOUSEHOLD_SEEN, "stream_id");
        dropped(all, "HelperReleased", FactRules.HELPERS, Kind.HOUSEHOLD_SEEN, "household_id");
        seen(all, "HouseholdMoved", FactRules.MOVES, "region", "500101999201");
        seen(all, "HouseholdExited", FactRules.STATES, "state", "REGISTERED");
        seen(all, "MemberIdentified", ClerkRules.PERSONS, "step", "OUT");
        seen(all, "MemberIdentified", ClerkRules.PERSONS, "masked_name", "王小宝");
        seen(all, "MemberNumberCorrected", ClerkRules.PERSONS, "masked_name", "欧阳**");
        seen(all, "MemberNumberCorrected", FactRules.SAME_PERSONS, "same_as", "person-else");
        dropped(all, "HeadChanged", FactRules.HEADS, Kind.HOUSEHOLD_SEEN, "household_id");
        dropped(
                all,
                "VillageNoticeClosed",
                ClerkRules.VILLAGE_NOTICES,
                Kind.HOUSEHOLD_SEEN,
                "stream_id");
        dropped(
                all,
                "VillageNoticeWithdrawn",
                ClerkRules.VILLAGE_NOTICES,
                Kind.ROW_MISSING,
                "event_id");
        add(
                all,
                "a helper who was released and is named all the same",
                e -> {
                    Row row = row(e, "HelperReleased", FactRules.HELPERS);
                    Row named = set(row, "helper_id", "helper-of-before");
                    return new Planted(
                            rows(e, FactRules.HELPERS, list -> replaced(list, row, named)),
                            Kind.ROW_ALTERED,
                            "reporting." + FactRules.HELPERS,
                            String.valueOf(row.get("event_id")));
                });
        add(
                all,
                "a household of whose move a reader has not heard",
                e -> {
                    Row row = row(e, "HouseholdMoved", FactRules.MOVES);
                    return new Planted(
                            rows(e, FactRules.MOVES, list -> without(list, row)),
                            Kind.REGISTER_COUNT,
                            "reporting." + FactRules.STATES,
                            row.get("region") + " RESUMED households");
                });
        add(
                all,
                "a notice that is closed and due all the same",
                e -> {
                    Row row = row(e, "NoticeClosed", ClerkRules.NOTICE_STEPS);
                    return new Planted(
                            rows(e, ClerkRules.NOTICE_STEPS, list -> without(list, row)),
                            Kind.HOUSEHOLD_SEEN,
                            CLERK,
                            String.valueOf(row.get("notice_id")));
                });
        add(
                all,
                "a notice that hangs a day less",
                e -> {
                    Set<String> over =
                            reporting(e)
                                    .rows()
                                    .getOrDefault(ClerkRules.NOTICE_STEPS, List.of())
                                    .stream()
                                    .map(step -> String.valueOf(step.get("notice_id")))
                                    .collect(Collectors.toSet());
                    Row row =
                            middle(
                                    table(e, ClerkRules.NOTICES),
                                    r -> !over.contains(String.valueOf(r.get("notice_id"))));
                    Row less = set(row, "last_days", "6");
                    return new Planted(
                            rows(e, ClerkRules.NOTICES, list -> replaced(list, row, less)),
                            Kind.HOUSEHOLD_SEEN,
                            CLERK,
                            String.valueOf(row.get("notice_id")));
                });
    }

    /** The file with which a move is proved, made another after the fact. */
    private static void citedFile(List<Mutation> all, String name, String part, String other) {
        add(
                all,
                name,
                e -> {
                    StoredEvent file = event(e, "EvidenceStored");
                    String was = Told.json(file.payload()).path(part).asString("?");
                    byte[] forged =
                            new String(file.payload(), StandardCharsets.UTF_8)
                                    .replace(was, other)
                                    .getBytes(StandardCharsets.UTF_8);
                    return new Planted(
                            events(
                                    e,
                                    "household",
                                    list ->
                                            replaced(
                                                    list,
                                                    file,
                                                    bytes(file, forged, file.metadata()))),
                            Kind.CITED_FILE,
                            "household.events",
                            file.stream());
                });
    }

    /** The row that an event of this type left is gone. */
    private static void dropped(
            List<Mutation> all, String type, String table, Kind kind, String named) {
        add(
                all,
                "the row of a %s missing in %s".formatted(type, table),
                e -> {
                    Row row = row(e, type, table);
                    return new Planted(
                            rows(e, table, list -> without(list, row)),
                            kind,
                            kind == Kind.HOUSEHOLD_SEEN ? CLERK : "reporting." + table,
                            String.valueOf(row.get(named)));
                });
    }

    /** Altered so that the household is seen to be another, or elsewhere. */
    private static void seen(
            List<Mutation> all, String type, String table, String column, String value) {
        add(
                all,
                "%s of a %s altered in %s".formatted(column, type, table),
                e -> {
                    Row row =
                            middle(
                                    table(e, table),
                                    r ->
                                            isOf(e, type, r)
                                                    && isStillSeen(e, table, r)
                                                    && r.get(column) != null
                                                    && !value.equals(r.get(column)));
                    Row other = set(row, column, value);
                    return new Planted(
                            rows(e, table, list -> replaced(list, row, other)),
                            Kind.HOUSEHOLD_SEEN,
                            CLERK,
                            String.valueOf(row.get("household_id")));
                });
    }

    /** A state that another followed is looked at no more. */
    private static boolean isStillSeen(Evidence e, String table, Row row) {
        return !table.equals(FactRules.STATES)
                || table(e, table).stream()
                        .filter(r -> Objects.equals(r.get("household_id"), row.get("household_id")))
                        .noneMatch(r -> sequence(r) > sequence(row));
    }

    private static long sequence(Row row) {
        return Long.parseLong(String.valueOf(row.get("sequence")));
    }

    private static Row row(Evidence e, String type, String table) {
        return middle(table(e, table), row -> isOf(e, type, row));
    }

    private static List<Row> table(Evidence e, String table) {
        return reporting(e).rows().getOrDefault(table, List.of());
    }

    private static boolean isOf(Evidence e, String type, Row row) {
        return store(e, "household").events().stream()
                .anyMatch(event ->
                        event.type().equals(type) && event.id().equals(row.get("event_id")));
    }
}
