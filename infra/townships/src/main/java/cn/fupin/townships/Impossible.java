package cn.fupin.townships;

/** What a file counts cannot be met by any households; told at its place in the file. */
final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    final String pointer;
    final String zh;
    final String en;

    Impossible(String pointer, String zh, String en) {
        super(pointer + ": " + zh + " / " + en);
        this.pointer = pointer;
        this.zh = zh;
        this.en = en;
    }

    static Impossible choice(String pointer, int households, int persons) {
        return new Impossible(
                pointer,
                "在可选的农户中凑不成 " + households + " 户 " + persons + " 人",
                "cannot be chosen from those there are: households "
                        + households
                        + ", persons "
                        + persons);
    }
}
