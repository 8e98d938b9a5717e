package cn.fupin.household.document;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.document.Office.Form;
import cn.fupin.household.document.Revealing.NotRevealed;
import cn.fupin.household.person.PersonEvent.PersonalField;
import cn.fupin.household.region.Level;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives the documents out, as of a day, as PDF or xlsx, to whoever is there for the place. Names
 * are masked, but for a household's forms that an entitled role asks for with a reason.
 */
@Configuration(proxyBeanMethods = false)
class DocumentHttp {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    /** One household's papers. */
    private static final String READ = "document.read";

    /** What lists the households of a place. */
    private static final String LIST = "document.list";

    private static final String[] OF_A_DAY = {"format", "asOf", "known"};

    /** What is told in full is told of whom is known today. */
    private static final String[] NAMED = {"format", "asOf"};

    /** A reason, and nothing else. */
    private static final int MOST_BODY_BYTES = 10_000;

    private static final List<String> STEPS =
            Arrays.stream(VillageStep.values()).map(VillageStep::name).toList();

    private enum As {
        PDF,
        XLSX
    }

    private final Office office;
    private final Revealing revealing;
    private final Reads reads;
    private final Clock clock;

    DocumentHttp(Office office, Revealing revealing, Reads reads, Clock clock) {
        this.reads = reads;
        this.office = office;
        this.revealing = revealing;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> documents() {
        return RouterFunctions.route()
                .GET("/households/{id}/documents/form", of(Form.FORM, this::household))
                .GET("/households/{id}/documents/handbook", of(Form.HANDBOOK, this::household))
                .GET("/households/{id}/documents/clear-card", of(Form.CLEAR_CARD, this::household))
                .POST("/households/{id}/documents/form", told(Form.FORM))
                .POST("/households/{id}/documents/handbook", told(Form.HANDBOOK))
                .POST("/households/{id}/documents/clear-card", told(Form.CLEAR_CARD))
                .GET("/villages/{region}/documents/register", listing(this::register, OF_A_DAY))
                .GET(
                        "/villages/{region}/documents/notice",
                        listing(this::villageNotice, "format", "asOf", "known", "step"))
                .GET(
                        "/villages/{region}/documents/help-ledger",
                        listing(this::helpLedger, OF_A_DAY))
                .GET(
                        "/villages/{region}/documents/archive",
                        listing(this::villageArchive, "asOf", "known"))
                .GET(
                        "/townships/{region}/documents/archive",
                        listing(this::archive, "asOf", "known"))
                .GET("/notices/{id}/documents/list", listing(this::notice, OF_A_DAY))
                .GET("/announcements/{id}/documents/list", listing(this::announcement, OF_A_DAY))
                .onError(NotRevealed.class, (e, _) -> notRevealed((NotRevealed) e))
                .build();
    }

    private interface Giving {
        ServerResponse give(ServerRequest request, Entry entry) throws IOException;
    }

    private interface GivingForm {
        ServerResponse give(ServerRequest request, Entry entry, Form form) throws IOException;
    }

    /** Asked and answered as at the door; the place is asked for once it is known. */
    private HandlerFunction<ServerResponse> listing(Giving giving, String... parameters) {
        return request -> reads.of(request, LIST, entry -> giving.give(request, entry), parameters);
    }

    private HandlerFunction<ServerResponse> of(Form form, GivingForm giving) {
        return request ->
                reads.of(request, READ, entry -> giving.give(request, entry, form), OF_A_DAY);
    }

    private HandlerFunction<ServerResponse> told(Form form) {
        return request -> reads.of(request, READ, entry -> named(request, entry, form), NAMED);
    }

    /** By all that is recorded, unless an earlier time is asked for. */
    private Office office(ServerRequest request) {
        return request.param("known")
                .map(known -> office.with(Known.parse(known, Shanghai.dateOf(clock.instant()))))
                .orElse(office);
    }

    private ServerResponse household(ServerRequest request, Entry entry, Form form) {
        var id = request.pathVariable("id");
        Check.id("household", "householdId", id);
        var office = office(request);
        var dossier = office.dossier(id, asOf(request));
        if (dossier == null) throw new UnknownId("householdId", id);
        reads.check(entry, READ, dossier.region());
        var names = office.masked(List.of(dossier));
        return file(office.paper(form, dossier, names), as(request));
    }

    /**
     * With full names: they are not to be had by an address alone, it takes a reason, and each
     * person's stream keeps it.
     */
    private ServerResponse named(ServerRequest request, Entry entry, Form form) throws IOException {
        header(request, "Idempotency-Key");
        var reason = reason(request);
        var id = request.pathVariable("id");
        Check.id("household", "householdId", id);
        var dossier = office.dossier(id, asOf(request));
        if (dossier == null) throw new UnknownId("householdId", id);
        reads.check(entry, READ, dossier.region());
        var as = as(request);
        var names = revealing.of(dossier, fieldsOf(form), reason, headersOf(request));
        return file(office.paper(form, dossier, names), as);
    }

    /** No more than the form has room for. */
    private static List<PersonalField> fieldsOf(Form form) {
        return switch (form) {
            case FORM ->
                    List.of(
                            PersonalField.NAME,
                            PersonalField.IDENTITY_NUMBER,
                            PersonalField.PHONE,
                            PersonalField.CARD_NUMBER,
                            PersonalField.DISABILITY_CERTIFICATE);
            case HANDBOOK, CLEAR_CARD -> List.of(PersonalField.NAME);
        };
    }

    private static String reason(ServerRequest request) throws IOException {
        var body = request.servletRequest().getInputStream().readNBytes(MOST_BODY_BYTES);
        try {
            var said = EventJson.MAPPER.readTree(body).path("reason").asString("");
            var reason = PlainText.of("reason", said);
            Check.text("reason", reason, 500);
            PersonalNumbers.refuse("reason", reason);
            return reason;
        } catch (JacksonException _) {
            throw new Malformed("", "json", "应为 JSON", "must be JSON");
        }
    }

    private static Map<String, String> headersOf(ServerRequest request) {
        var headers = new HashMap<String, String>();
        var given = request.servletRequest();
        for (var name : Collections.list(given.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), given.getHeader(name));
        }
        headers.remove("fupin-expected-sequence"); // of no person's stream
        return headers;
    }

    /** As the door answered: its refusal, or that this key has been answered before. */
    private static ServerResponse notRevealed(NotRevealed e) {
        return e.reply().done()
                ? refused(new Refused(DocumentReason.NAMES_WERE_TOLD_ALREADY))
                : respond(e.reply().status(), e.reply().json());
    }

    private ServerResponse register(ServerRequest request, Entry entry) {
        var region = region(request, Level.VILLAGE);
        reads.check(entry, LIST, region);
        return file(office(request).register(region, asOf(request)), as(request));
    }

    private ServerResponse helpLedger(ServerRequest request, Entry entry) {
        var region = region(request, Level.VILLAGE);
        reads.check(entry, LIST, region);
        return file(office(request).helpLedger(region, asOf(request)), as(request));
    }

    private ServerResponse notice(ServerRequest request, Entry entry) {
        var id = request.pathVariable("id");
        Check.id("notice", "noticeId", id);
        var office = office(request);
        var list = office.notice(id, asOf(request));
        if (list == null) throw new UnknownId("noticeId", id);
        reads.check(entry, LIST, list.notice().region());
        return onTheWall(office.said(list.paper()), as(request));
    }

    private ServerResponse announcement(ServerRequest request, Entry entry) {
        var id = request.pathVariable("id");
        Check.id("announcement", "announcementId", id);
        var office = office(request);
        var list = office.announcement(id, asOf(request));
        if (list == null) throw new UnknownId("announcementId", id);
        reads.check(entry, LIST, list.announcement().region());
        return onTheWall(office.said(list.paper()), as(request));
    }

    private ServerResponse villageNotice(ServerRequest request, Entry entry) {
        var region = region(request, Level.VILLAGE);
        var step = Reads.parameter(request, "step");
        Check.oneOf("step", step, STEPS);
        reads.check(entry, LIST, region);
        var paper = office(request).villageNotice(region, VillageStep.valueOf(step), asOf(request));
        return onTheWall(paper, as(request));
    }

    private static ServerResponse onTheWall(Paper paper, As as) {
        var file = bytes(paper, as);
        LastLook.at(as == As.PDF ? Readback.ofPdf(file) : Readback.ofXlsx(file));
        return attached(paper.name(), as, file);
    }

    private interface Archive {
        void write(OutputStream out) throws IOException;
    }

    private ServerResponse villageArchive(ServerRequest request, Entry entry) {
        var region = region(request, Level.VILLAGE);
        reads.check(entry, LIST, region);
        var office = office(request);
        var places = office.placesOfVillage(region, asOf(request));
        return zip("村电子档案-" + region, out -> office.villageArchive(region, places, out));
    }

    private ServerResponse archive(ServerRequest request, Entry entry) {
        var region = region(request, Level.TOWNSHIP);
        reads.check(entry, LIST, region);
        var office = office(request);
        var places = office.placesOfTownship(region, asOf(request));
        return zip("乡镇电子档案-" + region, out -> office.archive(region, places, out));
    }

    /** Written while it is made: a township's forms are more than memory should hold. */
    private static ServerResponse zip(String name, Archive archive) {
        return ServerResponse.ok()
                .contentType(ZIP)
                .header("Content-Disposition", disposition(name + ".zip"))
                .build((_, response) -> {
                    archive.write(response.getOutputStream());
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

    private static String header(ServerRequest request, String name) {
        var value = request.headers().firstHeader(name);
        if (value == null || value.isBlank()) {
            throw new Malformed(name, "required", "请求头必填", "header is required");
        }
        return value;
    }

    private static String region(ServerRequest request, Level level) {
        var region = request.pathVariable("region");
        level.check("region", region);
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
            var day = Check.day("asOf", asked);
            if (!day.isAfter(today)) return day;
        } catch (Malformed _) {
            // told below, as for a day to come
        }
        throw new Malformed(
                "asOf",
                "date-not-after-today",
                "应为不晚于今日的 yyyy-MM-dd 日期",
                "must be a date yyyy-MM-dd, today at the latest");
    }

    private static ServerResponse refused(Refused refused) {
        var reason = refused.reason();
        var problem = problem(409, reason.urn(), reason.zh(), reason.en());
        problem.put("reason", reason.name()).put("retryable", reason.retryable());
        return respond(409, problem);
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
