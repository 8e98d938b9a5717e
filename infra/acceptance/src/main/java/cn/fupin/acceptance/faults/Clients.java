package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.audit.Evidence.Answered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clerk's program as it should be: the same key until there is a final answer, whatever dies
 * meanwhile, and a journal of every final answer.
 */
public final class Clients implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    /** Whoever holds a request longer is dead or stands still: ask the next instance. */
    private static final Duration PATIENCE_A_REQUEST = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LONGEST_PAUSE_NANOS = 400_000_000;

    /** Who asks: the four eyes of a payment, and of an erasure, are two of them. */
    enum Clerk {
        TOWNSHIP("faults.township-clerk", "township-clerk"),
        COUNTY("faults.county-office", "county-office"),
        FINANCE("faults.county-finance", "county-finance"),
        PROTECTION("faults.protection", "data-protection-officer"),
        PROTECTION_CHIEF("faults.protection-chief", "data-protection-officer");

        private final String actor;
        private final String role;

        Clerk(String actor, String role) {
            this.actor = actor;
            this.role = role;
        }
    }

    /**
     * @param path of the command, below the service's address
     */
    record Order(
            Clerk clerk, String service, String path, String key, String mediaType, String body) {
        Order(Clerk clerk, String service, String path, String key, String body) {
            this(clerk, service, path, key, "application/json", body);
        }
    }

    private final Map<String, List<URI>> addresses = new ConcurrentHashMap<>();
    private final String region;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ConcurrentLinkedQueue<Answered> journal = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong turn = new AtomicLong();

    /**
     * @param region where the clerks sit
     */
    public Clients(Map<String, List<URI>> addresses, String region) {
        this.addresses.putAll(addresses);
        this.region = region;
    }

    /** From now on a service is asked there; requests go round. */
    public void address(String service, List<URI> instances) {
        addresses.put(service, instances);
    }

    /** Every final answer so far: what the system has promised. */
    public List<Answered> journal() {
        return List.copyOf(journal);
    }

    public long retries() {
        return retries.get();
    }

    /** The final answer; it stands in the journal. */
    Answered send(Order order) {
        Answered answered = ask(order);
        journal.add(answered);
        orders.add(order);
        return answered;
    }

    /** The final answer to a file that is stored; more of it is told than stands recorded. */
    Answered upload(Order file) {
        return ask(file);
    }

    /** Asks for something answered long ago once more: what is told now must be the same. */
    public long askAgain(int each) {
        return askAgain(each, answered -> true);
    }

    /** As above, of those answers only. */
    long askAgain(int each, Predicate<Answered> which) {
        long asked = 0;
        long n = 0;
        Map<String, Answered> told = new ConcurrentHashMap<>();
        journal.forEach(a -> told.put(a.service() + " " + a.key(), a));
        for (Order order : orders) {
            Answered before = told.get(order.service() + " " + order.key());
            if (before != null && which.test(before) && n++ % each == 0) {
                Answered again = ask(order);
                asked++;
                if (!again.equals(before)) {
                    throw new IllegalStateException(
                            "the same key was answered otherwise: " + order.path() + ": " + again);
                }
            }
        }
        return asked;
    }

    private Answered ask(Order order) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = 20_000_000;
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> response = exchange(order);
                last = response.statusCode() + " " + response.body();
                if (isFinal(response)) {
                    return new Answered(
                            order.service(), order.key(), response.statusCode(), response.body());
                }
            } catch (IOException e) {
                last = e.toString(); // killed, or standing still: what it did is not known
            }
            retries.incrementAndGet();
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
        throw new IllegalStateException("no final answer to " + order.path() + ": " + last);
    }

    /** Done, or refused for good; anything else that no retry mends is our own mistake. */
    private static boolean isFinal(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 200) {
            return true;
        }
        if (status == 409) {
            return !JSON.readTree(response.body()).path("retryable").asBoolean(false);
        }
        if (status >= 400 && status < 500 && status != 429) {
            throw new IllegalStateException(response.uri() + " " + status + " " + response.body());
        }
        return false;
    }

    private HttpResponse<String> exchange(Order order) throws IOException {
        List<URI> instances = addresses.getOrDefault(order.service(), List.of());
        URI instance = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
        var request =
                HttpRequest.newBuilder(instance.resolve(order.path()))
                        .timeout(PATIENCE_A_REQUEST)
                        .header("Content-Type", order.mediaType())
                        .header("Idempotency-Key", order.key())
                        .header("Fupin-Actor", order.clerk().actor)
                        .header("Fupin-Role", order.clerk().role)
                        .header("Fupin-Region", region)
                        .POST(HttpRequest.BodyPublishers.ofString(order.body()))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an event says; waits until it has its position, before which nobody is told of it. */
    JsonNode payload(String service, String eventId) {
        return JSON.readTree(told(service, eventId).path("payload").asString());
    }

    private JsonNode told(String service, String eventId) {
        URI event = address(service, "/events/" + eventId);
        return awaited(
                event.toString(),
                () -> {
                    JsonNode line = get(event);
                    return line.path("payload").isString() ? Stream.of(line) : Stream.of();
                });
    }

    /** Waits until a stream has an event of this type after that one, whoever caused it. */
    void awaitAfter(String service, String eventId, String type, String stream) {
        long position = told(service, eventId).path("position").asLong();
        URI after = address(service, "/events?after=%d&limit=10000".formatted(position));
        awaited(
                type + " of " + stream,
                () ->
                        text(after)
                                .lines()
                                .map(JSON::readTree)
                                .filter(line -> line.path("type").asString("").equals(type))
                                .filter(line -> line.path("streamId").asString("").equals(stream)));
    }

    private URI address(String service, String path) {
        return addresses.getOrDefault(service, List.of()).getFirst().resolve(path);
    }

    private interface Question {
        Stream<JsonNode> ask() throws IOException;
    }

    private static JsonNode awaited(String what, Question question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "not there yet";
        while (System.nanoTime() < deadline) {
            try {
                var answer = question.ask().findFirst();
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (IOException | JacksonException e) {
                last = e.toString(); // killed, perhaps in the middle of an answer
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException("nobody is told of " + what + ": " + last);
    }

    /** What a service answers to a GET, whatever its status. */
    public JsonNode get(URI address) throws IOException {
        return JSON.readTree(text(address));
    }

    private String text(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status of a POST that is no command; 0 when nobody answers. */
    int post(URI address, String body) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Fupin-Actor", "faults")
                        .header("Fupin-Role", "operator")
                        .header("Fupin-Region", "000000000000")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
