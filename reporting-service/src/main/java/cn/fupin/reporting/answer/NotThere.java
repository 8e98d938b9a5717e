package cn.fupin.reporting.answer;

/** What was asked about is not there: answered as 404 with both sentences. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;

    public NotThere(String zh, String en) {
        super(en, null, false, false);
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
