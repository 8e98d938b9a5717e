package cn.fupin.backbone.command;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What was called is nowhere, or not by that method: told in the form of every other refusal. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class NoSuchPath {
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ResponseEntity<byte[]> told() {
        return told(Answer.noSuchPath());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> told(Malformed malformed) {
        return told(Answer.malformed(malformed));
    }

    private static ResponseEntity<byte[]> told(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.json());
    }
}
