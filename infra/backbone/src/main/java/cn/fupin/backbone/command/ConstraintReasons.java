package cn.fupin.backbone.command;

import java.util.Map;

/** Which refusal a violated database constraint stands for; a guard's other half. */
public record ConstraintReasons(Map<String, Reason> byConstraint) {
    public static ConstraintReasons of(Map<String, ? extends Reason> byConstraint) {
        return new ConstraintReasons(Map.copyOf(byConstraint));
    }
}
