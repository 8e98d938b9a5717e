package cn.fupin.household.answer;

/** Nothing is recorded under this id. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotThere() {
        super("not there", null, false, false);
    }
}
