package cn.fupin.local;

import cn.fupin.local.RebuildOrder.Act;
import cn.fupin.townships.Progress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders a rebuild from a running reporting-service and shows how it goes on until its end. */
final class RebuildView implements AutoCloseable {
    private static final Duration LOOK_EACH = Duration.ofMillis(250);

    /** Kept with the order: it came from whoever sits at this machine. */
    private static final String ACTOR = "run";

    private static final String ROLE = "operator";
    private static final String COUNTRY = "000000000000";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is not loading has no bar of its own. */
    private static final Map<String, String> PHASES =
            Map.of(
                    "REQUESTED", "等待开始 about to begin",
                    "LOCATING", "在主题中定位 finding the place in the topics",
                    "INDEXING", "建立键和索引 making keys and indexes",
                    "CATCHING_UP", "追赶 catching up",
                    "COMPARING", "比较摘要 comparing digests",
                    "SWITCHING", "切换 switching",
                    "DRAINING",
                            "已切换，等读者离开后删除旧表 switched; the replaced rows go when their readers have gone");

    private static final String UNCOUNTED =
            "折叠并写入，总数尚不知 folding and copying, of how many is not known yet";

    private final HttpClient http;
    private final URI service;
    private final Console console;
    private final Duration lookEach;
    private String shown = "";

    RebuildView(URI service, Console console) {
        this(service, console, LOOK_EACH);
    }

    RebuildView(URI service, Console console, Duration lookEach) {
        this.service = service;
        this.console = console;
        this.lookEach = lookEach;
        try {
            this.http = HttpClient.create(service.toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether it came to a good end: switched, or paused or cancelled as ordered. */
    boolean carryOut(RebuildOrder order) {
        String path = "/projections/%s/rebuild".formatted(order.projection());
        if (order.act() == Act.START) {
            String from = order.from().name().toLowerCase(Locale.ROOT);
            tell(order(path, "{\"from\":\"%s\"}".formatted(from)));
        } else {
            String act = order.act().name().toLowerCase(Locale.ROOT);
            tell(order(path + "/" + act, "{}"));
        }
        if (order.act() == Act.PAUSE) {
            console.say("已暂停 paused: " + order.projection());
            return true;
        }
        return follow(path, order.act() == Act.CANCEL ? "CANCELLED" : "DONE");
    }

    private static MutableHttpRequest<String> order(String path, String body) {
        return HttpRequest.POST(path, body)
                .header("Fupin-Actor", ACTOR)
                .header("Fupin-Role", ROLE)
                .header("Fupin-Region", COUNTRY);
    }

    private boolean follow(String path, String goodEnd) {
        while (true) {
            JsonNode rebuild = tell(HttpRequest.GET(path));
            String phase = rebuild.path("phase").asString("");
            show(rebuild, phase);
            boolean stands = phase.equals("DIFFERS") || phase.equals("DRAINING");
            if (rebuild.path("ended").asBoolean() || (stands && !goodEnd.equals("CANCELLED"))) {
                return end(rebuild, phase, goodEnd);
            }
            if (rebuild.path("paused").asBoolean()) {
                console.say("已暂停，用 --resume 继续 paused; --resume goes on");
                return true;
            }
            LockSupport.parkNanos(lookEach.toNanos());
        }
    }

    private void show(JsonNode rebuild, String phase) {
        boolean loading = phase.equals("LOADING");
        boolean counted = rebuild.path("total").asLong() > 0;
        if (loading && counted) {
            console.progress(
                    new Progress.Step(
                            1,
                            1,
                            rebuild.path("projection").asString(""),
                            "折叠并写入",
                            "folding and copying",
                            rebuild.path("done").asLong(),
                            rebuild.path("total").asLong(),
                            rebuild.path("perSecond").asDouble(),
                            Duration.ofSeconds(rebuild.path("etaSeconds").asLong(0))));
        }
        String words = loading && !counted ? UNCOUNTED : PHASES.getOrDefault(phase, "");
        // what it failed of is said at its end
        String trouble = phase.equals("FAILED") ? "" : rebuild.path("trouble").asString("");
        String line =
                Stream.of(words, trouble)
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" – "));
        if (!line.isEmpty() && !line.equals(shown)) console.say("  " + line);
        shown = line;
    }

    private boolean end(JsonNode rebuild, String phase, String goodEnd) {
        for (JsonNode order : rebuild.path("orders")) {
            console.say(
                    "  %s %s %s"
                            .formatted(
                                    order.path("at").asString(""),
                                    order.path("actor").asString(""),
                                    order.path("act").asString("")));
        }
        JsonNode digest = rebuild.path("digest");
        switch (digest.path("outcome").asString("")) {
            case "EQUAL" ->
                    console.say("摘要相同 digests are equal: " + digest.path("rebuilt").asString(""));
            case "DIFFERENT" -> {
                console.say(
                        "摘要不同 digests differ: %s ≠ %s"
                                .formatted(
                                        digest.path("live").asString(""),
                                        digest.path("rebuilt").asString("")));
                digest.path("tables").forEach(this::sayTable);
            }
            case "NOT_COMPARED" ->
                    console.say("未作比较 not compared: " + digest.path("reason").asString(""));
            default -> {} // it did not come so far
        }
        for (String parked : new String[] {"parkedInBoth", "parkedOnlyLive", "parkedOnlyRebuilt"}) {
            if (!digest.path(parked).isEmpty()) {
                console.say("  搁置的键 %s: %s".formatted(parked, digest.path(parked)));
            }
        }
        console.say(
                switch (phase) {
                    case "DONE", "DRAINING" ->
                            "已切换到 switched to " + rebuild.path("id").asString("");
                    case "DIFFERS" ->
                            "尚未切换，由人决定 not switched; a person decides: POST …/rebuild/switch {\"reason\":…} / --cancel";
                    case "CANCELLED" -> "已取消 cancelled";
                    default -> "失败 failed: " + rebuild.path("trouble").asString("");
                });
        return phase.equals(goodEnd) || (phase.equals("DRAINING") && goodEnd.equals("DONE"));
    }

    private void sayTable(JsonNode table) {
        console.say(
                "  %s %-28s %,d / %,d"
                        .formatted(
                                table.path("equal").asBoolean() ? "=" : "≠",
                                table.path("table").asString(""),
                                table.path("liveRows").asLong(),
                                table.path("rebuiltRows").asLong()));
    }

    /** The answer; a refusal ends the program with the service's own sentence. */
    private JsonNode tell(MutableHttpRequest<?> request) {
        try {
            HttpResponse<String> answer = http.toBlocking().exchange(request, String.class);
            return JSON.readTree(answer.getBody().orElse("{}"));
        } catch (HttpClientResponseException e) {
            JsonNode problem = problem(e);
            throw new CannotStart(
                    problem.path("title").asString("服务拒绝了请求"),
                    problem.path("detail").asString("The service refused: " + e.getMessage()));
        } catch (HttpClientException e) {
            throw new CannotStart(
                    "连不上 reporting-service（%s）。".formatted(service),
                    "Cannot reach reporting-service at %s: %s".formatted(service, e.getMessage()));
        }
    }

    private static JsonNode problem(HttpClientResponseException e) {
        try {
            return JSON.readTree(e.getResponse().getBody(String.class).orElse("{}"));
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
