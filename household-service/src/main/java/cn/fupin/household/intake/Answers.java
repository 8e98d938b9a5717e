package cn.fupin.household.intake;

import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Unreadable;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** How files and what is said of them are answered. */
@Component
class Answers {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A request that may not be done, told as a problem. */
    static final class NotSo extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;
        private final String reason;
        private final String zh;
        private final String en;

        NotSo(HttpStatus status, String reason, String zh, String en) {
            super(reason, null, false, false);
            this.status = status;
            this.reason = reason;
            this.zh = zh;
            this.en = en;
        }
    }

    private final Reads reads;

    Answers(Reads reads) {
        this.reads = reads;
    }

    interface Handling {
        ServerResponse handle(ServerRequest request, Entry entry) throws IOException;
    }

    /** Whoever may not is told so as at the door; a problem of this place's own as one. */
    HandlerFunction<ServerResponse> of(String permission, Handling handling, String... parameters) {
        return request ->
                reads.of(
                        request,
                        permission,
                        entry -> {
                            try {
                                return handling.handle(request, entry);
                            } catch (NotSo notSo) {
                                return problem(notSo);
                            }
                        },
                        parameters);
    }

    static NotSo unreadable(Unreadable unreadable) {
        var why = unreadable.why();
        return new NotSo(
                HttpStatus.UNPROCESSABLE_CONTENT, "FILE_" + why.name(), why.zh(), why.en());
    }

    static ServerResponse xlsx(byte[] file, String name) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .body(file);
    }

    static ServerResponse json(int status, JsonNode body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(body));
    }

    static ServerResponse problem(NotSo e) {
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put(
                                "type",
                                "urn:fupin:problem:"
                                        + e.reason.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("title", e.zh)
                        .put("detail", e.en)
                        .put("status", e.status.value())
                        .put("reason", e.reason);
        return ServerResponse.status(e.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(body));
    }
}
