package cn.fupin.household.document;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.division.Division;
import cn.fupin.household.document.Office.Form;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives the documents out, as of a day, as PDF or xlsx, to whoever is there for the place; names
 * are masked in all of them.
 */
@Configuration(proxyBeanMethods = false)
class DocumentHttp {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private enum As {
        PDF,
        XLSX
    }

    private final Office office;
    private final Clock clock;

    DocumentHttp(Office office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> documents() {
        return RouterFunctions.route()
                .GET("/households/{id}/documents/form", r -> household(r, Form.FORM))
                .GET("/households/{id}/documents/handbook", r -> household(r, Form.HANDBOOK))
                .GET("/households/{id}/documents/clear-card", r -> household(r, Form.CLEAR_CARD))
                .GET("/villages/{region}/documents/register", this::register)
                .GET("/townships/{region}/documents/archive", this::archive)
                .GET("/notices/{id}/documents/list", this::notice)
                .onError(Malformed.class, (e, _) -> malformed((Malformed) e))
                .onError(Refused.class, (e, _) -> refused((Refused) e))
                .build();
    }

    private ServerResponse household(ServerRequest request, Form form) {
        var actor = actor(request);
        var id = request.pathVariable("id");
        var dossier = office.dossier(id, asOf(request));
        if (dossier == null) return unknown(id);
        entitled(actor, dossier.region());
        var names = office.masked(List.of(dossier));
        return file(office.paper(form, dossier, names), as(request));
    }

    private ServerResponse register(ServerRequest request) {
        var actor = actor(request);
        var region = region(request);
        entitled(actor, region);
        return file(office.register(region, asOf(request)), as(request));
    }

    private ServerResponse notice(ServerRequest request) {
        var actor = actor(request);
        var id = request.pathVariable("id");
        var list = office.notice(id, asOf(request));
        if (list == null) return unknown(id);
        entitled(actor, list.notice().region());
        var as = as(request);
        var file = bytes(list.paper(), as);
        LastLook.at(as == As.PDF ? Readback.ofPdf(file) : Readback.ofXlsx(file));
        return attached(list.paper().name(), as, file);
    }

    /** Written while it is made: a township's forms are more than memory should hold. */
    private ServerResponse archive(ServerRequest request) {
        var actor = actor(request);
        var region = region(request);
        entitled(actor, region);
        var asOf = asOf(request);
        var villages = office.villagesOf(region);
        return ServerResponse.ok()
                .contentType(ZIP)
                .header("Content-Disposition", disposition("乡镇电子档案-" + region + ".zip"))
                .build((_, response) -> {
                    office.archive(region, villages, asOf, response.getOutputStream());
                    return null;
                });
    }

    private static ServerResponse file(Paper paper, As as) {
        return attached(paper.name(), as, bytes(paper, as));
    }

    private static byte[] bytes(Paper paper, As as) {
        return switch (as) {
            case PDF -> Pdf.of(paper);
            case XLSX -> Xlsx.of(paper);
        };
    }

    private static ServerResponse attached(String name, As as, byte[] file) {
        var ending = as.name().toLowerCase(Locale.ROOT);
        return ServerResponse.ok()
                .contentType(as == As.PDF ? MediaType.APPLICATION_PDF : XLSX)
                .header("Content-Disposition", disposition(name + "." + ending))
                .body(file);
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static Actor actor(ServerRequest request) {
        return new Actor(
                header(request, "Fupin-Actor"),
                header(request, "Fupin-Role"),
                header(request, "Fupin-Region"));
    }

    private static String header(ServerRequest request, String name) {
        var value = request.headers().firstHeader(name);
        if (value == null || value.isBlank()) {
            throw new Malformed(name, "required", "请求头必填", "header is required");
        }
        return value;
    }

    private static void entitled(Actor actor, String region) {
        if (!Division.isWithin(region, actor.region())) {
            throw new Refused(DocumentReason.NOT_ENTITLED);
        }
    }

    private static String region(ServerRequest request) {
        var region = request.pathVariable("region");
        Check.region("region", region);
        return region;
    }

    private static As as(ServerRequest request) {
        return switch (request.param("format").orElse("pdf")) {
            case "pdf" -> As.PDF;
            case "xlsx" -> As.XLSX;
            default ->
                    throw new Malformed(
                            "format", "pdf-or-xlsx", "应为 pdf 或 xlsx", "must be pdf or xlsx");
        };
    }

    /** Today unless it is said; nothing is known of a day to come. */
    private LocalDate asOf(ServerRequest request) {
        var today = Shanghai.dateOf(clock.instant());
        var asked = request.param("asOf").orElse(today.toString());
        try {
            var day = LocalDate.parse(asked);
            if (!day.isAfter(today)) return day;
        } catch (DateTimeException _) {
            // told below, as for a day to come
        }
        throw new Malformed(
                "asOf",
                "date-not-after-today",
                "应为不晚于今日的日期",
                "must be a date, today at the latest");
    }

    private static ServerResponse malformed(Malformed malformed) {
        var problem =
                problem(
                        400,
                        "urn:fupin:problem:malformed",
                        "请求有误：" + malformed.field() + " " + malformed.zh(),
                        malformed.field() + " " + malformed.en());
        problem.put("field", malformed.field()).put("rule", malformed.rule());
        return respond(400, problem);
    }

    private static ServerResponse refused(Refused refused) {
        var reason = refused.reason();
        var status = reason == DocumentReason.NOT_ENTITLED ? 403 : 409;
        var problem = problem(status, reason.urn(), reason.zh(), reason.en());
        problem.put("reason", reason.name()).put("retryable", reason.retryable());
        return respond(status, problem);
    }

    private static ServerResponse unknown(String id) {
        return respond(
                404,
                problem(404, "urn:fupin:problem:unknown-id", "没有这个编号", "There is no such id.")
                        .put("id", id));
    }

    private static ObjectNode problem(int status, String type, String zh, String en) {
        return EventJson.MAPPER
                .createObjectNode()
                .put("type", type)
                .put("title", zh)
                .put("detail", en)
                .put("status", status);
    }

    private static ServerResponse respond(int status, ObjectNode problem) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(problem));
    }
}
