package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of a service by which something is read. */
public final class ReadRoutes {
    private ReadRoutes() {}

    /**
     * None passes over what nobody reads: a parameter and a header that are misspelt are named.
     *
     * @return the paths that were asked
     */
    public static TreeSet<String> refuseWhatNobodyReads(RunningService service) {
        var paths = paths(service);
        for (var path : paths) {
            var address = path.replaceAll("\\{[^}]+}", "x");
            var asked = service.door().get(address + "?efective=2015-12-31");
            assertThat(asked.status()).as(path).isEqualTo(400);
            assertThat(asked.text()).as(path).contains("efective", "参数");
            var sent = service.door().with("Fupin-Regoin", "513423000000").get(address);
            assertThat(sent.status()).as(path).isEqualTo(400);
            assertThat(sent.text()).as(path).contains("fupin-regoin", "请求头");
        }
        if (paths.contains("/commands")) {
            assertThat(service.door().get("/commands").status()).isEqualTo(200);
        }
        return paths;
    }

    static TreeSet<String> paths(RunningService service) {
        var paths = new TreeSet<String>();
        service.beans(RequestMappingInfoHandlerMapping.class)
                .forEach(mapping -> ofControllers(mapping, paths));
        service.beans(RouterFunction.class)
                .forEach(routes -> routes.accept(new OfFunctions(paths)));
        return paths;
    }

    private static void ofControllers(
            RequestMappingInfoHandlerMapping mapping, TreeSet<String> paths) {
        mapping.getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("cn.fupin.")
                            && info.getMethodsCondition()
                                    .getMethods()
                                    .contains(RequestMethod.GET)) {
                        paths.addAll(info.getPatternValues());
                    }
                });
    }

    private record OfFunctions(TreeSet<String> paths) implements RouterFunctions.Visitor {
        private static final Pattern GET = Pattern.compile("\\(GET && (/.*)\\)");

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            var get = GET.matcher(predicate.toString());
            if (get.matches()) paths.add(get.group(1));
        }

        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Optional<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> routes) {
            throw new IllegalStateException("routes that cannot be looked into: " + routes);
        }
    }
}
