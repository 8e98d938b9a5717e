package cn.fupin.backbone.command;

import org.jspecify.annotations.Nullable;

/** Who decided: a meeting, an office, a delegation; part of the fact, unlike who typed it in. */
public record Decision(String body, @Nullable String documentNo) {
    public Decision {
        Check.text("body", body, 200);
        if (documentNo != null) Check.text("documentNo", documentNo, 100);
    }
}
