package cn.fupin.reporting.answer;

/** What was asked about is not there: answered as 404 with both sentences. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String zh;
    private final String en;

    /**
     * @param field the parameter that names it
     */
    public NotThere(String field, String zh, String en) {
        super(en, null, false, false);
        this.field = field;
        this.zh = zh;
        this.en = en;
    }

    public String field() {
        return field;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
