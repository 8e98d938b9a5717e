package cn.fupin.townships;

/** The text's figures beside what the events give. */
public final class FigureTable {

    private FigureTable() {}

    /** Asks reporting for the figures of the township as of each claim's date. */
    public static FigureTable of(Township township, Services services) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Aligned for a terminal: phrase, claimed, from events, verdict, expected; then what is not reached. */
    public String text() {
        return "";
    }

    /** True when every reached row has the verdict that the file declares. */
    public boolean check() {
        return false;
    }
}
