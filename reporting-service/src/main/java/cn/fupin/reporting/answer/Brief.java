package cn.fupin.reporting.answer;

/** Ids for a person to tell apart at a glance; the whole one stands beside. */
public final class Brief {
    private Brief() {}

    public static String id(String id) {
        return id.length() <= 14 ? id : id.substring(0, 8) + "…" + id.substring(id.length() - 4);
    }
}
