package cn.fupin.backbone.command;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody answered: told in the form of every refusal, whatever the sender would read. */
@RestController
public final class Faults implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<byte[]> told(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var answer = code instanceof Integer status ? Answer.byServer(status) : Answer.noSuchPath();
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.json());
    }
}
