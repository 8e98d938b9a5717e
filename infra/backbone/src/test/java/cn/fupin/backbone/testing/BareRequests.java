package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What no client sends and everybody can: over a bare socket, since a library would mend it. A
 * service answers each as it answers what it refuses itself, and never with a page of its server's.
 */
public final class BareRequests {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String HOST = "Host: localhost\r\n";

    private BareRequests() {}

    public static void areAnsweredAsProblems(String url) {
        for (var request : all()) {
            var answer = send(URI.create(url), request);
            var as = request.substring(0, Math.min(80, request.length())) + " → " + answer;
            assertThat(answer).as(as).matches("(?s)HTTP/1\\.1 (4\\d\\d|50\\d) .*");
            var parts = answer.split("\r\n\r\n", 2);
            assertThat(parts[0].toLowerCase(Locale.ROOT))
                    .as(as)
                    .contains("application/problem+json");
            var problem = EventJson.MAPPER.readTree(bodyOf(parts[1]));
            assertThat(problem.path("type").asString("")).as(as).startsWith("urn:fupin:problem:");
            assertThat(problem.path("status").asInt(0))
                    .as(as)
                    .isEqualTo(Integer.parseInt(answer.substring(9, 12)));
            assertThat(problem.path("title").asString("")).as(as).isNotBlank();
            assertThat(problem.path("detail").asString("")).as(as).isNotBlank();
        }
    }

    private static List<String> all() {
        var all = new ArrayList<String>();
        for (var address :
                List.of(
                        "/..%2F..%2Fetc%2Fpasswd",
                        "/households/..%2f..%2fvault.key",
                        "/a%5Cb",
                        "/%00",
                        "/%zz",
                        "/{x}",
                        "/a\"b",
                        "/../../etc/passwd",
                        "/nowhere;a=b",
                        "/events?after=%zz",
                        "/events?after=%ff",
                        "/" + "a".repeat(9_000))) {
            all.add("GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
        }
        for (var head :
                List.of(
                        "GARBAGE\r\n",
                        "GET /commands HTTP/3.7\r\n" + HOST,
                        "GET /commands HTTP/1.1\r\n",
                        "GET /commands HTTP/1.1\r\n" + HOST + HOST,
                        "GET /commands HTTP/1.1\r\nHost: a b\r\n",
                        "GET /commands HTTP/1.1\r\n" + HOST + "no colon\r\n",
                        "GET /commands HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(9_000) + "\r\n",
                        "GET /commands HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(500),
                        "POST /bulk HTTP/1.1\r\n" + HOST + "Content-Length: -5\r\n",
                        "POST /bulk HTTP/1.1\r\n"
                                + HOST
                                + "Content-Length: 1\r\nContent-Length: 2\r\n",
                        "POST /bulk HTTP/1.1\r\n" + HOST + "Transfer-Encoding: nonsense\r\n",
                        "TRACE /commands HTTP/1.1\r\n" + HOST,
                        "BREW /commands HTTP/1.1\r\n" + HOST,
                        "DELETE /commands HTTP/1.1\r\n" + HOST)) {
            all.add(head + "\r\n");
        }
        return all;
    }

    /** A server that has had enough closes on whoever still sends: what it said before counts. */
    private static String send(URI url, String request) {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var text = request.replaceFirst(HOST, HOST + "Connection: close\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return said(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(Socket socket) throws IOException {
        var said = new ByteArrayOutputStream();
        try {
            socket.shutdownOutput();
            socket.getInputStream().transferTo(said);
        } catch (SocketException reset) {
            if (said.size() == 0) throw reset;
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Without the lengths of its pieces. */
    private static String bodyOf(String sent) {
        return sent.substring(sent.indexOf('{'), sent.lastIndexOf('}') + 1);
    }
}
