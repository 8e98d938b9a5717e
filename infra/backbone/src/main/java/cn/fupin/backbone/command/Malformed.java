package cn.fupin.backbone.command;

/** What came from outside is not of its type: answered as 400 with the field and the rule. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String zh;
    private final String en;
    private final boolean tellsOfSealed;

    /** None of the texts may repeat the value: it may be somebody's number. */
    public Malformed(String field, String rule, String zh, String en) {
        this(field, rule, zh, en, false);
    }

    private Malformed(String field, String rule, String zh, String en, boolean tellsOfSealed) {
        super(field + ": " + rule, null, false, false);
        this.field = field;
        this.rule = rule;
        this.zh = zh;
        this.en = en;
        this.tellsOfSealed = tellsOfSealed;
    }

    /**
     * For what only somebody's sealed data can tell to be wrong: who is told so may have been
     * guessing, so it is kept for auditors.
     */
    public static Malformed bySealed(String field, String rule, String zh, String en) {
        return new Malformed(field, rule, zh, en, true);
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    boolean tellsOfSealed() {
        return tellsOfSealed;
    }

    Malformed under(String parent) {
        if (parent.isEmpty()) return this;
        return new Malformed(
                field.isEmpty() ? parent : parent + "." + field, rule, zh, en, tellsOfSealed);
    }
}
