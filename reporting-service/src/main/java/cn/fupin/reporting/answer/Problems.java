package cn.fupin.reporting.answer;

import cn.fupin.backbone.command.Malformed;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Questions that cannot be answered, as problem+json: in the form in which commands are refused.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    @ExceptionHandler
    ProblemDetail notThere(NotThere notThere) {
        var problem = problem(HttpStatus.NOT_FOUND, "unknown-id", notThere.zh(), notThere.en());
        problem.setProperty("field", notThere.field());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail malformed(Malformed malformed) {
        var problem =
                problem(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "参数 %s %s".formatted(malformed.field(), malformed.zh()),
                        "%s %s".formatted(malformed.field(), malformed.en()));
        problem.setProperty("field", malformed.field());
        problem.setProperty("rule", malformed.rule());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException missing) {
        return malformed(
                new Malformed(missing.getParameterName(), "required", "必填", "is required"));
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped) {
        return malformed(Mistyped.of(mistyped));
    }

    private static ProblemDetail problem(HttpStatus status, String kind, String zh, String en) {
        var problem = ProblemDetail.forStatusAndDetail(status, en);
        problem.setType(URI.create("urn:fupin:problem:" + kind));
        problem.setTitle(zh);
        return problem;
    }
}
