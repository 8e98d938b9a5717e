package cn.fupin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.local.RebuildOrder.Act;
import cn.fupin.local.RebuildOrder.Source;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees of a rebuild, while the service answers what it is told to. */
class RebuildViewTest {
    /** A bar is not redrawn more often than this. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);

    private static final RebuildOrder REBUILD =
            new RebuildOrder("register", Source.HISTORY, Act.START);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private HttpServer service;
    private int refusal;

    @BeforeEach
    void aService() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
        service.createContext("/projections/register/rebuild", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void theBarFillsAndTheTimeLeftIsSaidWhenThereIsARateToGoBy() {
        answers.addAll(
                List.of(
                        loading(0, 800, ""),
                        loading(80, 800, ""),
                        loading(400, 800, ",'perSecond':50,'etaSeconds':8"),
                        loading(800, 800, ",'perSecond':50,'etaSeconds':0"),
                        "{'phase':'INDEXING'}",
                        "{'phase':'DONE','ended':true,'id':'register_2','digest':{'outcome':'EQUAL','rebuilt':'ab12'}}"));

        assertThat(carriedOut(REBUILD)).isTrue();

        assertThat(orders).containsExactly("/rebuild run as operator {\"from\":\"history\"}");
        assertThat(shown())
                .containsExactly(
                        bar(0) + " 0/800  0/s  剩余 ETA –  折叠并写入 folding and copying",
                        bar(3) + " 80/800  0/s  剩余 ETA –  折叠并写入 folding and copying",
                        bar(15) + " 400/800  50/s  剩余 ETA 8 s  折叠并写入 folding and copying",
                        bar(30) + " 800/800  50/s  剩余 ETA –  折叠并写入 folding and copying",
                        "建立键和索引 making keys and indexes",
                        "摘要相同 digests are equal: ab12",
                        "已切换到 switched to register_2");
    }

    @Test
    void aPausedOneKeepsItsBarAndSaysHowItGoesOn() {
        answers.add(loading(200, 800, ",'perSecond':50,'etaSeconds':12,'paused':true"));

        assertThat(carriedOut(REBUILD)).isTrue();

        assertThat(shown())
                .containsExactly(
                        bar(7) + " 200/800  50/s  剩余 ETA 12 s  折叠并写入 folding and copying",
                        "已暂停，用 --resume 继续 paused; --resume goes on");
    }

    @Test
    void withoutATotalThereAreWordsAndNoBar() {
        answers.addAll(
                List.of(
                        loading(0, 0, ""),
                        loading(0, 0, ""),
                        "{'phase':'CANCELLED','ended':true}"));

        assertThat(carriedOut(REBUILD)).isFalse();

        assertThat(shown())
                .containsExactly(
                        "折叠并写入，总数尚不知 folding and copying, of how many is not known yet",
                        "已取消 cancelled");
    }

    @Test
    void whatItFailedOfIsSaidOnceAndWhatKeepsItWhileItGoesOn() {
        answers.addAll(
                List.of(
                        "{'phase':'CATCHING_UP','trouble':'no broker answers'}",
                        "{'phase':'FAILED','ended':true,'trouble':'the topic begins too late'}"));

        assertThat(carriedOut(REBUILD)).isFalse();

        assertThat(shown())
                .containsExactly(
                        "追赶 catching up – no broker answers",
                        "失败 failed: the topic begins too late");
    }

    @Test
    void aCancelIsFollowedToItsEndAndAPauseIsNot() {
        answers.add("{'phase':'CANCELLED','ended':true}");

        assertThat(carriedOut(new RebuildOrder("register", Source.TOPIC, Act.CANCEL))).isTrue();
        assertThat(carriedOut(new RebuildOrder("register", Source.TOPIC, Act.PAUSE))).isTrue();

        assertThat(orders)
                .containsExactly(
                        "/rebuild/cancel run as operator {}", "/rebuild/pause run as operator {}");
        assertThat(shown()).containsExactly("已取消 cancelled", "已暂停 paused: register");
    }

    @Test
    void aRefusalIsSaidInTheServicesOwnWords() {
        refusal = 409;
        answers.add("{'title':'尚未结束','detail':'It has not ended yet.'}");

        assertThatThrownBy(() -> carriedOut(REBUILD))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("尚未结束", "It has not ended yet.");
    }

    private boolean carriedOut(RebuildOrder order) {
        var console = new Console(new PrintStream(screen, true, UTF_8), true, Path.of("/nowhere"));
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        try (var view = new RebuildView(address, console, BETWEEN_LOOKS)) {
            return view.carryOut(order);
        }
    }

    /** Orders are taken; every look gets the next answer. */
    private void answer(HttpExchange exchange) throws IOException {
        boolean order = exchange.getRequestMethod().equals("POST");
        if (order) {
            orders.add(
                    "%s %s as %s %s"
                            .formatted(
                                    exchange.getRequestURI()
                                            .getPath()
                                            .substring("/projections/register".length()),
                                    exchange.getRequestHeaders().getFirst("Fupin-Actor"),
                                    exchange.getRequestHeaders().getFirst("Fupin-Role"),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        }
        String answer = order && refusal == 0 ? "{}" : Objects.requireNonNull(answers.poll());
        byte[] json = answer.replace('\'', '"').getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(refusal == 0 ? 200 : refusal, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private static String loading(long done, long total, String more) {
        return "{'phase':'LOADING','projection':'register','done':%d,'total':%d%s}"
                .formatted(done, total, more);
    }

    private static String bar(int filled) {
        return "█".repeat(filled) + "░".repeat(30 - filled);
    }

    /** Line by line, a redrawn one as often as it was drawn. */
    private List<String> shown() {
        return screen.toString(UTF_8)
                .lines()
                .map(line -> line.replace("\u001b[K", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
