package cn.fupin.backbone.command;

/** What came from outside is not of its type: answered as 400 with the field and the rule. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String zh;
    private final String en;

    /** None of the texts may repeat the value: it may be somebody's number. */
    public Malformed(String field, String rule, String zh, String en) {
        super(field + ": " + rule, null, false, false);
        this.field = field;
        this.rule = rule;
        this.zh = zh;
        this.en = en;
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

    Malformed under(String parent) {
        if (parent.isEmpty()) return this;
        return new Malformed(field.isEmpty() ? parent : parent + "." + field, rule, zh, en);
    }
}
