package cn.fupin.townships;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** One service over HTTP: an answer with its status, or {@link Unreachable} when there is none. */
final class Http implements AutoCloseable {
    private static final int MOST_ANSWER_BYTES = 64 << 20;

    private final URI base;
    private final HttpClient client;

    Http(URI base) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(Duration.ofSeconds(5));
        configuration.setReadTimeout(Duration.ofSeconds(60));
        configuration.setMaxContentLength(MOST_ANSWER_BYTES);
        this.base = base;
        try {
            this.client = HttpClient.create(base.toURL(), configuration);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("不是网址 / not a URL: " + base, e);
        }
    }

    record Answer(int status, String body) {}

    /** No answer at all: the service is down, restarting, or too slow. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(URI base, Throwable cause) {
            super("连不上 / cannot reach " + base + ": " + cause.getMessage(), cause);
        }
    }

    Answer get(String path) {
        return exchange(HttpRequest.GET(path));
    }

    Answer exchange(MutableHttpRequest<?> request) {
        try {
            HttpResponse<String> response = client.toBlocking().exchange(request, String.class);
            return new Answer(response.code(), response.getBody().orElse(""));
        } catch (HttpClientResponseException e) {
            int status = e.getResponse().code();
            String body = e.getResponse().getBody(String.class).orElse("");
            if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode() && body.isEmpty()) {
                throw new Unreachable(base, e);
            }
            return new Answer(status, body);
        } catch (HttpClientException e) {
            throw new Unreachable(base, e);
        }
    }

    URI base() {
        return base;
    }

    @Override
    public void close() {
        client.close();
    }
}
