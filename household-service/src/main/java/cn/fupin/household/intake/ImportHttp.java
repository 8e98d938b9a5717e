package cn.fupin.household.intake;

import static cn.fupin.household.intake.ImportReason.*;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Denied;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Parameters;
import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.division.Lineages;
import cn.fupin.household.intake.ImportCommand.Upload;
import cn.fupin.household.intake.ImportEvent.ImportRun;
import cn.fupin.household.region.Regions;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file's way: the template, the upload with its check, the run, and what became of each line. A
 * file is read from the request's body alone; as a form's part it would lie on the disk in clear.
 */
@Component
class ImportHttp {
    private static final String RECEIVE = "import.receive";
    private static final String RUN = "import.run";

    /** For a file with courses: what the county decides is entered whole by whoever may, or not. */
    private static final String RUN_COURSES = "household.register";

    private static final String OWN_FILE = "import.own-file";
    private static final int MOST_ORDER_BYTES = 10_000;
    private static final int FINDINGS_AT_ONCE = 1000;
    private static final int LINES_AT_ONCE = 5000;
    private static final int MOST_NUMBER = 99_999_999;

    private final Imports imports;
    private final Desk desk;
    private final Register register;
    private final Regions regions;
    private final StoredEvents events;
    private final Blind blind;
    private final Access.Territory territory;
    private final Lineages lineages;
    private final Entrance entrance;
    private final Clock clock;
    private final Reads reads;
    private final Answers answers;
    private final ImportApi.Commands commands;
    private final ImportRunner runner;
    private final Differences differences;

    ImportHttp(
            Imports imports,
            Desk desk,
            Register register,
            Regions regions,
            StoredEvents events,
            Blind blind,
            Access.Territory territory,
            Lineages lineages,
            Entrance entrance,
            Clock clock,
            Reads reads,
            Answers answers,
            ImportApi.Commands commands,
            ImportRunner runner,
            Differences differences) {
        this.imports = imports;
        this.desk = desk;
        this.register = register;
        this.regions = regions;
        this.events = events;
        this.blind = blind;
        this.territory = territory;
        this.lineages = lineages;
        this.entrance = entrance;
        this.clock = clock;
        this.reads = reads;
        this.answers = answers;
        this.commands = commands;
        this.runner = runner;
        this.differences = differences;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/imports/template",
                        request -> {
                            Parameters.none(request);
                            return Answers.xlsx(Template.file(), "fupin-households.xlsx");
                        })
                .POST("/imports", answers.of(RECEIVE, this::upload, "region", "asOf"))
                .GET("/imports", answers.of(RECEIVE, this::list))
                .GET("/imports/{importId}", answers.of(RECEIVE, this::status))
                .GET("/imports/{importId}/findings", answers.of(RECEIVE, this::findings, "after"))
                .GET(
                        "/imports/{importId}/differences",
                        answers.of(RECEIVE, this::differences, "after"))
                .GET("/imports/{importId}/annotated", answers.of(RECEIVE, this::annotated))
                .GET("/imports/{importId}/lines", answers.of(RECEIVE, this::lines, "after"))
                .POST("/imports/{importId}/run", answers.of(RUN, this::run))
                .POST("/imports/{importId}/withdrawal", answers.of(RECEIVE, this::withdraw))
                .onError(Malformed.class, Reads::malformed)
                .build();
    }

    private ServerResponse upload(ServerRequest request, Entry entry) throws IOException {
        var region = Reads.parameter(request, "region");
        Check.region("region", region);
        reads.check(entry, RECEIVE, region);
        regions.require(region);
        var asOf = asOf(request, entry.today());
        return desk.file(() -> receive(request, entry, region, asOf));
    }

    private ServerResponse receive(
            ServerRequest request, Entry entry, String region, LocalDate asOf) throws IOException {
        var actor = entry.actor();
        var file = Reads.body(request, Limits.USUAL.fileBytes(), "file");
        var check =
                new FileCheck(
                        register,
                        blind,
                        region,
                        of -> territory.covers(actor.region(), of),
                        asOf,
                        entry.today());
        Intake.Checked checked;
        try {
            checked = check.check(file);
        } catch (Unreadable unreadable) {
            throw Answers.unreadable(unreadable);
        }
        if (!reads.allows(entry, RUN_COURSES)) check.tellWhoRuns(checked);
        var sha256 = Hashing.sha256().hashBytes(file).toString();
        var importId = blind.id("import", region, sha256);
        var upload =
                new Upload(
                        region,
                        sha256,
                        file.length,
                        asOf,
                        checked.households(),
                        checked.members(),
                        checked.bad(),
                        checked.strayLines());
        imports.receive(
                importId,
                upload,
                actor,
                entry.receivedAt(),
                file,
                check.findings().all(),
                checked,
                check.identities());
        var reply =
                entrance.enterOwn(
                        commands.receipt(),
                        "/imports/" + importId + "/receipt",
                        "import-receipt-" + importId,
                        actor,
                        EventJson.MAPPER.createObjectNode().put("importId", importId));
        if (reply.status() != 200 && !reply.reason().equals("ALREADY_RECEIVED")) {
            return Answers.json(reply.status(), reply.json());
        }
        var body = describe(importId);
        put(body, seenBy(entry, known(importId)), 0, FINDINGS_AT_ONCE);
        differences(known(importId), 0, body);
        return Answers.json(200, body);
    }

    private static LocalDate asOf(ServerRequest request, LocalDate today) {
        try {
            var asOf = request.param("asOf").map(day -> Check.day("asOf", day)).orElse(today);
            if (!asOf.isAfter(today)) return asOf;
        } catch (Malformed _) {
            // told below, as a day that has not come
        }
        throw new Malformed(
                "asOf", "date", "应为不晚于今天的 yyyy-MM-dd 日期", "must be a date yyyy-MM-dd up to today");
    }

    private ServerResponse list(ServerRequest request, Entry entry) {
        var body = EventJson.MAPPER.createArrayNode();
        imports.latest(lineages.lineage().prefixes(entry.actor().region()))
                .forEach(row -> body.add(describe(row.importId())));
        return Answers.json(200, body);
    }

    private ServerResponse status(ServerRequest request, Entry entry) {
        return Answers.json(200, describe(row(request, entry).importId()));
    }

    /** Counts and progress; nothing of anybody. */
    private ObjectNode describe(String importId) {
        var row = known(importId);
        var body =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("importId", row.importId())
                        .put("region", row.region())
                        .put("sha256", row.sha256())
                        .put("asOf", row.asOf().toString())
                        .put("state", row.state())
                        .put("receivedAt", row.receivedAt().toInstant().toString())
                        .put("households", row.households())
                        .put("members", row.members())
                        .put("badHouseholds", row.badHouseholds())
                        .put("strayLines", row.strayLines())
                        .put("run", row.run())
                        .put("runNeeds", imports.hasCourses(importId) ? RUN_COURSES : RUN);
        if (row.phase() != null) body.put("phase", row.phase());
        progress(row, body);
        lastRun(importId, body);
        return body;
    }

    /** It stays when the file is sent again, and its lines wait anew. */
    private void lastRun(String importId, ObjectNode body) {
        var run = events.<ImportRun>last(importId, ImportRun.class);
        if (run.isEmpty()) return;
        var last = run.get().event();
        body.putObject("lastRun")
                .put("run", last.run())
                .put("ranOn", last.occurredOn().toString())
                .put("entered", last.entered())
                .put("unchanged", last.unchanged())
                .put("corrected", last.corrected())
                .put("conflicts", last.conflicts())
                .put("refused", last.refused())
                .put("leftOut", last.leftOut());
    }

    private void progress(Imports.Row row, ObjectNode body) {
        var outcomes = body.putObject("outcomes");
        var steps = 0L;
        var households = 0;
        for (var count : imports.counts(row.importId())) {
            households += count.households();
            steps += (long) count.stage() * count.households();
            if (count.outcome() != null) {
                var name = count.outcome().toLowerCase(Locale.ROOT);
                outcomes.put(name, outcomes.path(name).asInt(0) + count.households());
            }
        }
        body.put("percent", households == 0 ? 100 : (int) (steps * 50 / households));
        if (row.startedAt() == null) return;
        var end = row.endedAt() == null ? clock.instant() : row.endedAt().toInstant();
        var took = Duration.between(row.startedAt().toInstant(), end);
        body.put("startedAt", row.startedAt().toInstant().toString());
        body.put("seconds", Math.max(0, took.toMillis()) / 1000.0);
    }

    private ServerResponse findings(ServerRequest request, Entry entry) {
        var row = row(request, entry);
        var body = EventJson.MAPPER.createObjectNode();
        var from = number(request, "after");
        put(body, seenBy(entry, row), from, FINDINGS_AT_ONCE);
        return Answers.json(200, body);
    }

    private ServerResponse differences(ServerRequest request, Entry entry) {
        var row = row(request, entry);
        var body = EventJson.MAPPER.createObjectNode();
        differences(row, number(request, "after"), body);
        return Answers.json(200, body);
    }

    private void differences(Imports.Row row, int after, ObjectNode body) {
        var some = differences.of(row, after);
        body.set("differences", EventJson.MAPPER.valueToTree(some.told()));
        if (some.next() != null) body.put("differencesNext", some.next());
    }

    /** Which household somebody is in is the sender's to know, and not whoever's else may look. */
    private List<Finding> seenBy(Entry entry, Imports.Row row) {
        var findings = imports.findings(row.importId());
        return entry.actor().id().equals(row.actorId())
                ? findings
                : findings.stream().map(Finding::withoutHousehold).toList();
    }

    private static void put(ObjectNode body, List<Finding> all, int from, int most) {
        var to = Math.min(all.size(), from + most);
        body.put("findingsTotal", all.size());
        var list = body.putArray("findings");
        for (var finding : all.subList(Math.min(from, to), to)) {
            var one =
                    list.addObject()
                            .put("cell", finding.cell())
                            .put("rule", finding.rule().name())
                            .put("bad", finding.rule().isBad())
                            .put("zh", finding.rule().zh())
                            .put("en", finding.rule().en());
            if (finding.also() != null) one.put("also", finding.also());
        }
        if (to < all.size()) body.put("findingsNext", to);
    }

    private ServerResponse annotated(ServerRequest request, Entry entry) throws IOException {
        var row = row(request, entry);
        if (row.in() == Imports.State.WAITING && !row.actorId().equals(entry.actor().id())) {
            // whoever may receive files may not read those of others: it is all in clear
            throw new Denied(entry.actor(), OWN_FILE, null);
        }
        return desk.file(() -> annotated(row));
    }

    private ServerResponse annotated(Imports.Row row) {
        var file = row.in() == Imports.State.WAITING ? imports.file(row.importId()) : null;
        if (file == null) {
            throw new Answers.NotSo(
                    HttpStatus.GONE,
                    "UPLOAD_GONE",
                    "文件正在录入、已录入或已撤回，原件不再提供；可重新上传",
                    "The file is being entered, was entered or withdrawn, and is shown no longer; it may be sent again.");
        }
        try {
            return Answers.xlsx(
                    Annotated.file(file, imports.findings(row.importId())), "fupin-checked.xlsx");
        } catch (Unreadable changed) {
            throw new IllegalStateException(changed);
        }
    }

    private ServerResponse lines(ServerRequest request, Entry entry) {
        var row = row(request, entry);
        var body = EventJson.MAPPER.createArrayNode();
        for (var line : imports.lines(row.importId(), number(request, "after"), LINES_AT_ONCE)) {
            var one =
                    body.addObject()
                            .put("cell", line.cell())
                            .put("householdId", line.householdId());
            if (line.outcome() != null) one.put("outcome", line.outcome());
            if (line.told() != null) one.set("told", EventJson.MAPPER.readTree(line.told()));
        }
        return Answers.json(200, body);
    }

    private ServerResponse run(ServerRequest request, Entry entry) throws IOException {
        var actor = entry.actor();
        var row = row(request, entry);
        reads.check(entry, RUN, row.region());
        if (imports.hasCourses(row.importId())) {
            reads.check(entry, RUN_COURSES, row.region());
        }
        var asked = orders(Reads.body(request, MOST_ORDER_BYTES));
        var approvedBy = text(asked, "approvedBy");
        var reason = text(asked, "reason");
        if (approvedBy != null) {
            Check.actor("approvedBy", approvedBy);
            PersonalNumbers.refuse("approvedBy", approvedBy);
            FourEyes.check(approvedBy, actor.id(), APPROVED_BY_WHOEVER_ENTERED);
        }
        if (reason != null) {
            reason = PlainText.of("reason", reason);
            Check.text("reason", reason, 1000);
            PersonalNumbers.refuse("reason", reason);
        }
        var leaveOutBad = asked.path("leaveOutBad").asBoolean(false);
        if (row.badHouseholds() + row.strayLines() > 0 && !leaveOutBad) {
            throw new Refused(
                    HAS_BAD_HOUSEHOLDS,
                    Map.of("households", row.badHouseholds(), "strayLines", row.strayLines()));
        }
        var started = imports.start(row.importId(), leaveOutBad, approvedBy, reason, actor);
        var state = known(row.importId()).in();
        if (!started && state != Imports.State.RUNNING && state != Imports.State.OVER) {
            throw new Refused(NOT_WAITING);
        }
        runner.wake();
        return Answers.json(202, describe(row.importId()));
    }

    private static JsonNode orders(byte[] text) {
        if (text.length == 0) return EventJson.MAPPER.createObjectNode();
        try {
            return EventJson.MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new Malformed("", "json", "不是合法的 JSON", "not valid JSON");
        }
    }

    private static @Nullable String text(JsonNode asked, String field) {
        var value = asked.path(field);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isString()) throw new Malformed(field, "text", "应为文本", "must be a text");
        return value.stringValue().isBlank() ? null : value.stringValue();
    }

    private ServerResponse withdraw(ServerRequest request, Entry entry) {
        var row = row(request, entry);
        if (!imports.withdraw(row.importId())) {
            throw new Refused(NOT_WAITING);
        }
        return Answers.json(200, describe(row.importId()));
    }

    private Imports.Row row(ServerRequest request, Entry entry) {
        var row = known(request.pathVariable("importId"));
        reads.check(entry, RECEIVE, row.region());
        return row;
    }

    private Imports.Row known(String importId) {
        Check.id("import", "importId", importId);
        var row = imports.find(importId);
        if (row != null) return row;
        throw new UnknownId("importId", importId);
    }

    private static int number(ServerRequest request, String name) {
        return (int) Check.whole(name, request.param(name).orElse("0"), 0, MOST_NUMBER);
    }
}
