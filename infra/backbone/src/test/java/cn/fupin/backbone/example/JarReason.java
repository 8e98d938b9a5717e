package cn.fupin.backbone.example;

import cn.fupin.backbone.command.Reason;

enum JarReason implements Reason {
    ALREADY_PLACED(false),
    JAR_FULL(false),
    LABEL_TAKEN(false),
    LABEL_NOT_KNOWN_YET(true);

    private final boolean retryable;

    JarReason(boolean retryable) {
        this.retryable = retryable;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String zh() {
        return "不可以";
    }

    @Override
    public String en() {
        return "Not allowed.";
    }
}
