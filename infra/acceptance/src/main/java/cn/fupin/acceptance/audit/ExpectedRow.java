package cn.fupin.acceptance.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row as it should be, written column by column from its event. */
final class ExpectedRow {
    private static final int[] SIGNIFICANT = {2, 4, 6, 9};

    final Told told;
    final Map<String, @Nullable String> columns = new LinkedHashMap<>();

    ExpectedRow(Told told) {
        this.told = told;
    }

    /** The columns of every fact. */
    ExpectedRow fact() {
        return event().stream().sequence().position().effective().recorded();
    }

    ExpectedRow event() {
        return is("event_id", told.event().id());
    }

    ExpectedRow stream() {
        return is("stream_id", told.event().stream());
    }

    ExpectedRow sequence() {
        return is("sequence", Long.toString(told.event().sequence()));
    }

    ExpectedRow position() {
        return is("position", Long.toString(told.position().position()));
    }

    ExpectedRow recorded() {
        return is("recorded_at", Digest.text(told.position().recordedAt()));
    }

    ExpectedRow effective() {
        return is("effective_on", told.payload().path("occurredOn"));
    }

    /** The region of the event's date, as its metadata has it. */
    ExpectedRow region() {
        return is("region", told.region());
    }

    /** Null in the table, whatever the payload says. */
    ExpectedRow none(String column) {
        columns.put(column, null);
        return this;
    }

    /** A text of the payload; {@code payee/name} is within {@code payee}. */
    ExpectedRow text(String column, String path) {
        return is(column, at(path));
    }

    /** A list of texts, in its order. */
    ExpectedRow texts(String column, String list) {
        List<String> texts = new ArrayList<>();
        at(list).forEach(text -> texts.add(text.asString("")));
        return is(column, texts.toString());
    }

    /** Those of the texts that are there, with a space between. */
    ExpectedRow words(String column, String... paths) {
        List<String> words = new ArrayList<>();
        for (String path : paths) {
            if (at(path).isString()) {
                words.add(at(path).asString());
            }
        }
        return is(column, words.isEmpty() ? null : String.join(" ", words));
    }

    ExpectedRow number(String column, String path) {
        return is(column, at(path));
    }

    ExpectedRow number(String column, String path, long absent) {
        return is(column, at(path).isNumber() ? Text.of(at(path)) : Long.toString(absent));
    }

    /** Absent is false. */
    ExpectedRow flag(String name) {
        return is(name, Boolean.toString(told.payload().path(name).asBoolean(false)));
    }

    ExpectedRow size(String column, String list) {
        return is(column, Integer.toString(told.payload().path(list).size()));
    }

    /** The digits of the region that say something. */
    ExpectedRow prefix() {
        String code = told.payload().path("region").asString("");
        for (int digits : SIGNIFICANT) {
            if (code.length() == 12 && code.substring(digits).matches("0+")) {
                return is("prefix", code.substring(0, digits));
            }
        }
        return is("prefix", code);
    }

    ExpectedRow is(String column, JsonNode value) {
        return is(column, Text.of(value));
    }

    ExpectedRow is(String column, @Nullable String value) {
        columns.put(column, value);
        return this;
    }

    private JsonNode at(String path) {
        JsonNode node = told.payload();
        for (String name : path.split("/")) {
            node = node.path(name);
        }
        return node;
    }
}
