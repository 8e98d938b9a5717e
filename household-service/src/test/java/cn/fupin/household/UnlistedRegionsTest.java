package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/** Of a place that nobody listed nothing is known, whatever is asked about it. */
class UnlistedRegionsTest {
    private static final String NOWHERE = "439901102000";
    private static final String NO_VILLAGE = "439901102201";
    private static final Pattern GET = Pattern.compile("\\(?GET && (/[^ )]*)\\)?");

    private final Township township = Township.ready(20);

    /** Every address that is read. */
    private static TreeSet<String> addresses() {
        var found = new TreeSet<String>();
        var context = Running.service().bean(Beans.class).context();
        for (var routes : context.getBeansOfType(RouterFunction.class).values()) {
            routes.accept(new Addresses(found));
        }
        return found;
    }

    private record Addresses(TreeSet<String> found) implements RouterFunctions.Visitor {
        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            var get = GET.matcher(predicate.toString());
            if (get.matches()) found.add(get.group(1));
        }

        @Override
        public void resources(
                java.util.function.Function<ServerRequest, java.util.Optional<Resource>> lookup) {}

        @Override
        public void attributes(java.util.Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> routes) {}
    }

    @Test
    void is_answered_as_unknown_by_every_route_that_takes_one() {
        var asked = new ArrayList<String>();
        for (var address : addresses()) {
            var inPath = address.contains("{region}");
            if (address.contains("{") && !inPath) continue;
            // what is answered without one is of no place
            if (!inPath && township.door.get(address).status() == 200) continue;
            var path =
                    inPath
                            ? address.replace(
                                    "{region}",
                                    address.startsWith("/villages") ? NO_VILLAGE : NOWHERE)
                            : address + "?region=" + NOWHERE;
            var reply = township.door.get(path);
            if (reply.status() == 400 && "unknown-parameter".equals(reply.rule())) continue;
            if (reply.status() == 400) {
                path += path.contains("?") ? "&year=2014" : "?step=EXIT";
                reply = township.door.get(path);
            }
            asked.add(address);
            assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(404);
            assertThat(reply.text()).as(path).contains("urn:fupin:problem:unknown-id");
            assertThat(reply.field()).as(path).isEqualTo("region");
        }
        assertThat(asked)
                .contains(
                        "/quotas",
                        "/evidence",
                        "/villages/{region}/visit-kit",
                        "/townships/{region}/documents/archive");
        var file = township.door.upload("/imports?region=" + NOWHERE, "text/csv", new byte[1], "k");
        assertThat(file.status()).isEqualTo(404);
        assertThat(township.door.post("/evidence/check?region=" + NOWHERE, "").status())
                .isEqualTo(404);
    }

    @Test
    void what_lies_above_a_listed_place_is_known() {
        var province = township.town.substring(0, 2) + "0".repeat(10);
        assertThat(township.door.get("/quotas?year=2014&region=" + province).status())
                .isEqualTo(200);
    }
}
