package cn.fupin.household.evidence;

import static cn.fupin.household.evidence.EvidenceReason.EVIDENCE_ERASED;

import cn.fupin.backbone.command.Actor;
import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.evidence.EvidenceCommand.OpenEvidence;
import cn.fupin.household.evidence.EvidenceCommand.StoreEvidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** Files go in as the body of a request and come out as an attachment, each opening recorded. */
@Configuration(proxyBeanMethods = false)
class EvidenceHttp {
    private static final Endpoint<StoreEvidence> STORE =
            Endpoint.post("/evidence", StoreEvidence.class);
    private static final Endpoint<OpenEvidence> OPEN =
            Endpoint.post("/evidence/{evidenceId}/opening", OpenEvidence.class);
    private static final int MOST_LISTED = 500;

    /** What a refusal calls the file, sent as the body or in a form. */
    static final String FILE = "file";

    private final Reads reads;
    private final Entrance entrance;
    private final EvidenceFiles evidence;
    private final Cabinet cabinet;
    private final EvidenceCheck check;
    private final Lineages lineages;

    EvidenceHttp(
            Reads reads,
            Entrance entrance,
            EvidenceFiles evidence,
            Cabinet cabinet,
            EvidenceCheck check,
            Lineages lineages) {
        this.reads = reads;
        this.entrance = entrance;
        this.evidence = evidence;
        this.cabinet = cabinet;
        this.check = check;
        this.lineages = lineages;
    }

    @Bean
    RouterFunction<ServerResponse> evidenceRoutes() {
        return RouterFunctions.route()
                .POST(
                        "/evidence",
                        request ->
                                reads.of(
                                        request,
                                        "evidence.store",
                                        e -> store(request, e),
                                        "region",
                                        "kind",
                                        "about",
                                        "personId*"))
                .POST(
                        "/evidence/check",
                        request ->
                                reads.of(
                                        request,
                                        "evidence.check",
                                        e -> check(request, e),
                                        "region",
                                        "after"))
                .GET(
                        "/evidence",
                        request ->
                                reads.of(
                                        request,
                                        "evidence.list",
                                        e -> list(request, e),
                                        "region",
                                        "faulty",
                                        "after"))
                .GET(
                        "/evidence/{evidenceId}",
                        request ->
                                reads.of(request, "evidence.open", e -> open(request, e), "reason"))
                .build();
    }

    private ServerResponse store(ServerRequest request, Entry entry) throws IOException {
        var key = request.headers().firstHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new Malformed("Idempotency-Key", "required", "请求头必填", "header is required");
        }
        var region = regionOf(request, entry, "evidence.store");
        var kind = kindOf(Reads.parameter(request, "kind"));
        var persons = List.copyOf(request.params().getOrDefault("personId", List.of()));
        persons.forEach(id -> Check.id("person", "personId", id));
        var about = request.param("about").orElse(null);
        if (about != null) StoreEvidence.checkStream("about", about);
        evidence.mayBeKept(region, about);
        var contentType = contentTypeOf(request);
        return cabinet.receiving(
                request.servletRequest().getContentLengthLong(),
                () -> {
                    var sent = sent(request, contentType);
                    var mediaType = sent.mediaType();
                    var content = sent.content();
                    if (content.length == 0) {
                        throw new Malformed(FILE, "not-empty", "文件为空", "is empty");
                    }
                    MediaTypes.check(mediaType, content);
                    var stored =
                            new Evidence(
                                    idOf(key),
                                    kind,
                                    Cabinet.sha256(content),
                                    mediaType,
                                    content.length);
                    var body = (ObjectNode) EventJson.MAPPER.valueToTree(stored);
                    body.put("region", region);
                    if (about != null) body.put("about", about);
                    if (!persons.isEmpty()) {
                        body.set("personIds", EventJson.MAPPER.valueToTree(persons));
                    }
                    return cabinet.inTurn(() ->
                            answer(store(stored, content, persons, key, entry.actor(), body)));
                });
    }

    private Entrance.Reply store(
            Evidence stored,
            byte[] content,
            List<String> persons,
            String key,
            Actor actor,
            ObjectNode body) {
        var id = stored.evidenceId();
        var before = evidence.isKnown(id) ? evidence.find(id) : null;
        if (before == null) cabinet.put(id, stored.sha256(), content, persons);
        else cabinet.putBack(before, stored.sha256(), content);
        var reply = entrance.enterOwn(STORE, "/evidence", key, actor, body);
        if (reply.done()) {
            if (before != null && before.fault() != null) check.tell(id, null);
            reply.json().set("evidence", EventJson.MAPPER.valueToTree(stored));
        } else if (!reply.retryable() && !evidence.isKnown(id)) {
            cabinet.remove(id, stored.sha256());
        }
        return reply;
    }

    /** The same key is the same file, also when the first answer was lost. */
    private static String idOf(String key) {
        var text = ("fupin evidence\n" + key).getBytes(StandardCharsets.UTF_8);
        return "evidence-" + UUID.nameUUIDFromBytes(text);
    }

    private static EvidenceKind kindOf(String text) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Check.notOneOf(
                                "kind",
                                Arrays.stream(EvidenceKind.values()).map(Enum::name).toList()));
    }

    /** As the whole body, or as the one file of a form. */
    private static FormFile sent(ServerRequest request, String contentType) throws IOException {
        var mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals(FormFile.FORM)) {
            return new FormFile(mediaType, Reads.body(request, Evidence.MOST_BYTES, FILE));
        }
        var most = Evidence.MOST_BYTES + FormFile.MOST_BYTES_AROUND;
        var file = FormFile.of(contentType, Reads.body(request, most, FILE));
        if (file.content().length > Evidence.MOST_BYTES) {
            throw new Malformed(
                    FILE, "max-bytes-" + Evidence.MOST_BYTES, "文件过大", "the file is too large");
        }
        return file;
    }

    private static String contentTypeOf(ServerRequest request) {
        var header = request.headers().firstHeader("Content-Type");
        if (header == null) {
            throw new Malformed("Content-Type", "required", "请求头必填", "header is required");
        }
        return header;
    }

    private ServerResponse open(ServerRequest request, Entry entry) {
        var id = request.pathVariable("evidenceId");
        Check.id("evidence", "evidenceId", id);
        var row = evidence.find(id);
        reads.check(entry, "evidence.open", row.region());
        var reason = Reads.parameter(request, "reason");
        if (row.erased()) throw new Refused(EVIDENCE_ERASED);
        var content = cabinet.take(row);
        var body = EventJson.MAPPER.createObjectNode().put("evidenceId", id).put("reason", reason);
        var reply =
                entrance.enterOwn(
                        OPEN,
                        "/evidence/" + id + "/opening",
                        "evidence-opening:" + UUID.randomUUID(),
                        entry.actor(),
                        body);
        if (!reply.done()) return answer(reply);
        return ServerResponse.ok()
                .header("Content-Type", row.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\""
                                .formatted(id, MediaTypes.endingOf(row.mediaType())))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "no-store")
                .body(content);
    }

    private ServerResponse list(ServerRequest request, Entry entry) {
        var region = knownRegion(request, entry, "evidence.list");
        var faulty = Check.flag("faulty", request.param("faulty").orElse("false"));
        var after = after(request);
        var rows = evidence.within(prefixes(region), after, faulty, MOST_LISTED);
        return json(EventJson.MAPPER.writeValueAsBytes(rows));
    }

    private ServerResponse check(ServerRequest request, Entry entry) {
        var region = knownRegion(request, entry, "evidence.check");
        var after = after(request);
        var report = check.check(prefixes(region), after);
        return json(EventJson.MAPPER.writeValueAsBytes(report));
    }

    private List<String> prefixes(String region) {
        return lineages.lineage().prefixes(region);
    }

    /** Behind which file to go on, empty for the first. */
    private static String after(ServerRequest request) {
        var after = request.param("after").orElse("");
        if (!after.isEmpty()) Check.id("evidence", "after", after);
        return after;
    }

    private String knownRegion(ServerRequest request, Entry entry, String permission) {
        var region = regionOf(request, entry, permission);
        if (!evidence.isPlace(region)) throw new UnknownId("region", region);
        return region;
    }

    private String regionOf(ServerRequest request, Entry entry, String permission) {
        var region = Reads.parameter(request, "region");
        Check.region("region", region);
        reads.check(entry, permission, region);
        return region;
    }

    private static ServerResponse answer(Entrance.Reply reply) {
        var type =
                reply.status() >= 400
                        ? MediaType.APPLICATION_PROBLEM_JSON
                        : MediaType.APPLICATION_JSON;
        return ServerResponse.status(reply.status())
                .contentType(type)
                .header("Cache-Control", "no-store")
                .body(EventJson.MAPPER.writeValueAsBytes(reply.json()));
    }

    private static ServerResponse json(byte[] json) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
