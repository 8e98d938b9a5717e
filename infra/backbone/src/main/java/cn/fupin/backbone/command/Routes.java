package cn.fupin.backbone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which command a path is, for those that come in otherwise than at their own address. */
public final class Routes {
    /** A command's place and what its path says. */
    record Found(Endpoint<?> endpoint, Map<String, String> variables) {}

    private record Route(PathPattern pattern, Endpoint<?> endpoint) {
        /** Empty when it is not this command's path, or no path at all. */
        Optional<Found> match(String path) {
            try {
                var match = pattern.matchAndExtract(PathContainer.parsePath(path));
                return Optional.ofNullable(match)
                        .map(m -> new Found(endpoint, new LinkedHashMap<>(m.getUriVariables())));
            } catch (IllegalArgumentException badEscape) {
                return Optional.empty();
            }
        }
    }

    private final List<Route> routes;

    public Routes(List<Endpoint<?>> endpoints) {
        this.routes =
                endpoints.stream()
                        .map(e -> new Route(PathPatternParser.defaultInstance.parse(e.path()), e))
                        .toList();
    }

    Optional<Found> find(String path) {
        return routes.stream().flatMap(route -> route.match(path).stream()).findFirst();
    }
}
