package cn.fupin.backbone.command;

import org.jspecify.annotations.Nullable;

/**
 * 四眼原则: two persons stand for what takes money out, takes something back or corrects it. That
 * another spelling of an id is no second person is the id's to see to ({@link Check#actor}).
 */
public final class FourEyes {
    private FourEyes() {}

    /**
     * @param other who had a hand in it before; null where nobody had
     */
    public static void check(String approvedBy, @Nullable String other, Reason otherwise) {
        if (approvedBy.equals(other)) throw new Refused(otherwise);
    }
}
