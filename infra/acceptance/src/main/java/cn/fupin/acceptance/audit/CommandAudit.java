package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Answered;
import cn.fupin.acceptance.audit.Evidence.CommandRow;
import cn.fupin.acceptance.audit.Evidence.Store;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What was answered has happened, once: the key has its row, the row its events, each event its
 * row.
 */
final class CommandAudit {
    private final Store store;
    private final List<Answered> answered;
    private final Consumer<Finding> findings;

    CommandAudit(Store store, List<Answered> answered, Consumer<Finding> findings) {
        this.store = store;
        this.answered = answered;
        this.findings = findings;
    }

    void run() {
        Map<String, CommandRow> rows = new HashMap<>();
        store.commands().forEach(row -> rows.put(row.id(), row));
        for (Answered told : answered) {
            CommandRow row = rows.get(told.key());
            if (row == null) {
                find(Kind.COMMAND_LOST, told.key(), "answered " + told.status() + ", no row");
            } else if (row.status() != told.status() || !told.answer().equals(row.answer())) {
                String other = "told %d, recorded %d".formatted(told.status(), row.status());
                find(Kind.COMMAND_ANSWER_CHANGED, told.key(), other);
            }
        }
        events(rows);
    }

    private void events(Map<String, CommandRow> rows) {
        Map<String, List<StoredEvent>> byCommand = new HashMap<>();
        for (StoredEvent event : store.events()) {
            String command = Told.json(event.metadata()).path("commandId").asString("");
            byCommand.computeIfAbsent(command, c -> new ArrayList<>()).add(event);
            if (!rows.containsKey(command)) {
                find(Kind.EVENT_WITHOUT_COMMAND, event.id(), "command '" + command + "'");
            }
        }
        for (CommandRow row : store.commands()) {
            List<StoredEvent> made = byCommand.getOrDefault(row.id(), List.of());
            Set<String> expected = new HashSet<>();
            if (row.status() == 200 && row.answer() != null) {
                for (JsonNode event : Told.json(row.answer()).path("events")) {
                    expected.add(
                            event.path("id").asString("")
                                    + " #"
                                    + event.path("sequence").asLong(-1)
                                    + " "
                                    + event.path("type").asString(""));
                }
            }
            Set<String> found = new HashSet<>();
            made.forEach(e -> found.add(e.id() + " #" + e.sequence() + " " + e.type()));
            if (!found.equals(expected) || found.size() != made.size()) {
                String detail = "answered %s, stored %s".formatted(expected, found);
                find(Kind.COMMAND_WITHOUT_EVENT, row.id(), detail);
            }
        }
    }

    private void find(Kind kind, String subject, String detail) {
        findings.accept(new Finding(kind, store.service() + ".commands", subject, detail));
    }
}
