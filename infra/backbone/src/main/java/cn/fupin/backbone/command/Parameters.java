package cn.fupin.backbone.command;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What stands behind an address's question mark. One that nobody reads, or that is said twice, is
 * refused: whoever asks {@code ?efective=2015-12-31} would be told of today.
 */
public final class Parameters {
    private static final List<String> HEADERS =
            List.of(
                    "fupin-actor",
                    "fupin-role",
                    "fupin-region",
                    "fupin-expected-sequence",
                    "idempotency-key",
                    "causation-id",
                    "correlation-id");
    private static final String OURS =
            "Fupin-Actor, Fupin-Role, Fupin-Region, Fupin-Expected-Sequence";

    private static final char NO_CHARACTER = '\ufffd';

    private Parameters() {}

    /**
     * Of a request's parameters and headers.
     *
     * @param known the names there are; one with a {@code *} behind it may be said several times
     * @throws Malformed naming the one that is not among them, or is repeated
     */
    public static void check(ServerRequest request, String... known) {
        check(request.servletRequest().getQueryString(), List.of(known));
        checkHeaders(request.servletRequest());
    }

    public static ServerRequest none(ServerRequest request) {
        check(request);
        return request;
    }

    /** By the address alone: a body that a client calls a form is not read here. */
    static void check(@Nullable String query, List<String> known) {
        if (query == null) return;
        var said = new HashSet<String>();
        for (var part : query.split("&")) {
            var name = decoded(part.split("=", 2)[0]);
            decoded(part);
            if (name.isEmpty() && part.isEmpty() || known.contains(name + "*")) continue;
            if (!known.contains(name)) throw unknown(name, known);
            if (!said.add(name)) {
                throw new Malformed(name, "once", "不能重复", "must not be given twice");
            }
        }
    }

    /** What cannot be decoded would be passed over as if it had not been said. */
    private static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(NO_CHARACTER) < 0) return decoded;
        } catch (IllegalArgumentException _) {
            // told below, as bytes that are no UTF-8
        }
        throw new Malformed("", "percent-encoding", "网址中的 % 转义有误", "has a bad % escape");
    }

    private static Malformed unknown(String name, List<String> known) {
        var there = String.join(", ", known).replace("*", "");
        return new Malformed(
                PersonalNumbers.in(name) ? "" : name,
                "unknown-parameter",
                known.isEmpty() ? "这里不接受任何参数" : "没有这个参数，可用的有:" + there,
                known.isEmpty()
                        ? "is not a parameter: there is none here"
                        : "is not a parameter; there are " + there);
    }

    /** A header of ours that nobody reads, or is said twice, is refused likewise. */
    static void checkHeaders(HttpServletRequest request) {
        for (var name : Collections.list(request.getHeaderNames())) {
            checkHeader(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
    }

    private static void checkHeader(String name, List<String> values) {
        if (name.startsWith("fupin-") && !HEADERS.contains(name)) {
            throw new Malformed(
                    name,
                    "unknown-header",
                    "没有这个请求头，可用的有:" + OURS,
                    "is not a header of ours; there are " + OURS);
        }
        if (values.size() > 1 && HEADERS.contains(name)) {
            throw new Malformed(name, "once", "不能重复", "must not be given twice");
        }
    }
}
