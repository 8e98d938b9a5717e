package cn.fupin.townships;

import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Line;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A service's bulk endpoint: lines in, an answer per line out. */
final class BulkDoor implements AutoCloseable {
    private final Http http;
    private final String region;

    /**
     * @param region where the clerks who enter this sit, a 12-digit code
     */
    BulkDoor(Http http, String region) {
        this.http = http;
        this.region = region;
    }

    /**
     * @param problem the problem of a line that was not accepted, else a missing node
     */
    record LineAnswer(int status, boolean replayed, JsonNode problem) {
        boolean accepted() {
            return status < 300;
        }

        /** A lookup that lags, a clash, a fault: worth asking again with the same key. */
        boolean worthAskingAgain() {
            return status >= 500 || status == 429 || problem.path("retryable").asBoolean(false);
        }

        String reason() {
            return problem.path("reason").asString("");
        }

        String sentence() {
            return "%s %s %s / %s"
                    .formatted(
                            status,
                            problem.path("reason").asString(problem.path("type").asString("")),
                            problem.path("title").asString(""),
                            problem.path("detail").asString(problem.toString()));
        }
    }

    /** What another file has entered and what this line asks for are the same in substance. */
    boolean isThereAlready(Line line, LineAnswer answer) {
        return AlreadyThere.mayBe(answer.reason()) && AlreadyThere.agrees(http, line);
    }

    /**
     * @throws Http.Unreachable when no answer came; some of the lines may have been accepted
     * @throws LoadRefused when the request as a whole is refused
     */
    List<LineAnswer> send(Clerk clerk, List<Line> lines) {
        String ndjson =
                lines.stream()
                        .map(l ->
                                "{\"to\":\"%s\",\"key\":\"%s\",\"body\":%s}\n"
                                        .formatted(l.to(), l.key(), l.body()))
                        .collect(Collectors.joining());
        var answer =
                http.exchange(
                        HttpRequest.POST("/bulk", ndjson.getBytes(StandardCharsets.UTF_8))
                                .header("Content-Type", "application/x-ndjson")
                                .header("Accept", "application/x-ndjson, application/problem+json")
                                .header("Fupin-Actor", clerk.actor)
                                .header("Fupin-Role", clerk.role)
                                .header("Fupin-Region", region));
        if (answer.status() >= 500) {
            throw new Http.Unreachable(
                    http.base(), new IllegalStateException("HTTP " + answer.status()));
        }
        if (answer.status() != 200) {
            throw new LoadRefused(
                    "批量请求被拒绝 / the bulk request is refused by "
                            + http.base()
                            + ": "
                            + answer.status()
                            + " "
                            + answer.body());
        }
        return answers(lines, answer.body());
    }

    private List<LineAnswer> answers(List<Line> lines, String ndjson) {
        List<LineAnswer> answers = new ArrayList<>();
        for (String line : ndjson.lines().filter(l -> !l.isBlank()).toList()) {
            JsonNode json = TownshipFile.JSON.readTree(line);
            answers.add(
                    new LineAnswer(
                            json.path("status").asInt(0),
                            json.path("replayed").asBoolean(false),
                            json.path("problem")));
        }
        if (answers.size() != lines.size()) {
            throw new LoadRefused(
                    "应答行数不符 / %s answered %d lines of %d"
                            .formatted(http.base(), answers.size(), lines.size()));
        }
        return answers;
    }

    @Override
    public void close() {
        http.close();
    }
}
