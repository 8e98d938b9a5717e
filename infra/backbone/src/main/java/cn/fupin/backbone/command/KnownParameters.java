package cn.fupin.backbone.command;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The same for controllers: what they read stands in their methods. */
public final class KnownParameters implements HandlerInterceptor {
    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("cn.fupin.")) {
            check(request.getQueryString(), method);
        }
        return true;
    }

    private void check(@Nullable String query, HandlerMethod method) {
        if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            Parameters.check(query, known.computeIfAbsent(method, this::namesOf));
        } else {
            Parameters.checkEncoding(query);
        }
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
