package cn.fupin.backbone.feed;

import cn.fupin.backbone.projection.Message;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a service's history as messages, page after page. A page that breaks off is asked for again
 * from the last position handed out, so nothing is missed and nothing comes twice.
 */
public final class HistoryClient implements AutoCloseable {
    private static final int PAGE = 1000;

    /** A page of ordinary events is half a megabyte. */
    private static final int MOST_PAGE_BYTES = 64_000_000;

    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final HttpClient http;
    private final String source;
    private final int page;

    /**
     * @param service where its HTTP API is, {@code http://127.0.0.1:8081}
     * @param source the service's name, as in its events
     */
    public HistoryClient(URI service, String source) {
        this(service, source, PAGE);
    }

    HistoryClient(URI service, String source, int page) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(Duration.ofSeconds(30));
        configuration.setConnectTimeout(Duration.ofSeconds(5));
        configuration.setMaxContentLength(MOST_PAGE_BYTES);
        try {
            this.http = HttpClient.create(service.toURL(), configuration);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
        this.source = source;
        this.page = page;
    }

    /**
     * Everything after a position that the service has by the time it is reached.
     *
     * @throws HttpClientException from the stream, if the service does not answer several times in
     *     a row
     */
    public Stream<Message> after(long position) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Pages(position), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /**
     * The highest position the service has given so far.
     *
     * @throws HttpClientException if the service does not answer several times in a row
     */
    public long head() {
        return patiently(() -> {
            var answer =
                    http.toBlocking()
                            .exchange(HttpRequest.GET("/events?after=0&limit=1"), String.class);
            var head = Objects.requireNonNullElse(answer.header(HistoryHttp.HEAD), "");
            if (!head.matches("\\d{1,18}")) {
                throw new HttpClientException("no " + HistoryHttp.HEAD + " from " + source);
            }
            return Long.parseLong(head);
        });
    }

    @Override
    public void close() {
        http.close();
    }

    private final class Pages implements Iterator<Message> {
        private long last;
        private Iterator<Message> current = List.<Message>of().iterator();
        private boolean ended;

        Pages(long after) {
            this.last = after;
        }

        @Override
        public boolean hasNext() {
            if (!current.hasNext() && !ended) {
                var next = fetch(last);
                ended = next.isEmpty();
                current = next.iterator();
            }
            return current.hasNext();
        }

        @Override
        public Message next() {
            if (!hasNext()) throw new NoSuchElementException();
            var message = current.next();
            last = message.position();
            return message;
        }
    }

    private List<Message> fetch(long after) {
        return patiently(() -> read(after));
    }

    private <T> T patiently(Supplier<T> request) {
        var wait = FIRST_WAIT;
        for (var attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (HttpClientResponseException e) {
                if (e.getStatus().getCode() < 500 || attempt == MOST_TRIES) throw e;
            } catch (HttpClientException e) {
                if (attempt == MOST_TRIES) throw e;
            }
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2);
        }
    }

    private List<Message> read(long after) {
        var request = HttpRequest.GET("/events?after=%d&limit=%d".formatted(after, page));
        // at the end of the history a page is empty, which retrieve() would take for a failure
        var text = http.toBlocking().exchange(request, String.class).getBody().orElse("");
        return text.lines().map(line -> FeedLine.parse(line).message(source)).toList();
    }
}
