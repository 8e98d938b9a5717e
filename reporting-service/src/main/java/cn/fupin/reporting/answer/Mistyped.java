package cn.fupin.reporting.answer;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import java.util.Arrays;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A parameter that cannot be read as what it should be. */
public final class Mistyped {
    private Mistyped() {}

    public static Malformed of(MethodArgumentTypeMismatchException mistyped) {
        var field = mistyped.getName();
        var type = mistyped.getRequiredType();
        if (type == boolean.class || type == Boolean.class) {
            return new Malformed(
                    field, "true-or-false", "应为 true 或 false", "must be true or false");
        }
        if (type != null && type.isEnum()) {
            var values = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return Check.notOneOf(field, values);
        }
        return new Malformed(field, "integer", "应为整数", "must be a whole number");
    }
}
