package cn.fupin.backbone.command;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The same for controllers: what they read stands in their methods. Pages link to each other with
 * more than each of them reads, so a page takes what any of them does.
 */
public final class KnownParameters implements HandlerInterceptor {
    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();
    private final SingletonSupplier<List<String>> ofPages;

    /**
     * @param methods of all controllers, once the service has started
     */
    public KnownParameters(Supplier<Stream<HandlerMethod>> methods) {
        ofPages =
                SingletonSupplier.of(() ->
                        methods.get()
                                .filter(method -> isOurs(method) && isPage(method))
                                .flatMap(method -> namesOf(method).stream())
                                .distinct()
                                .sorted()
                                .toList());
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isOurs(method)) {
            var there =
                    isPage(method)
                            ? ofPages.obtain()
                            : known.computeIfAbsent(method, this::namesOf);
            Parameters.check(request.getQueryString(), there);
            Parameters.checkHeaders(request);
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("cn.fupin.");
    }

    private static boolean isPage(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
    }

    private List<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(this::nameOf)
                .toList();
    }

    private String nameOf(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(names);
        return String.valueOf(parameter.getParameterName());
    }
}
