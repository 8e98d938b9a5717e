package cn.fupin.documents.sheet;

/** The file as a whole cannot be taken, and what its sender can do about it. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Why {
        EMPTY("文件是空的", "The file is empty."),
        OLD_OR_LOCKED(
                "这是旧版 xls/et 文件，或设有打开密码。请用 Excel 或 WPS 打开（去掉密码）后另存为 .xlsx 再上传",
                "This is an old xls or et file, or it has a password. Open it, save it as .xlsx without one, and send that."),
        NOT_A_SHEET(
                "不是 xlsx 或 CSV 文件。请用 Excel 或 WPS 另存为 .xlsx 再上传",
                "This is no xlsx or CSV file. Save it as .xlsx and send that."),
        DAMAGED(
                "文件不完整或已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传",
                "The file is cut short or damaged. Open it, save it as .xlsx, and send that."),
        ENCODING_UNKNOWN(
                "看不懂文件的编码。请另存为 .xlsx，或存为 UTF-8、GBK 编码的 CSV",
                "The file's encoding is unknown. Save it as .xlsx, or as CSV in UTF-8 or GBK."),
        TOO_LARGE("文件太大，请按村分开上传", "The file is too large; send it village by village."),
        TOO_MANY_ROWS("行数太多，请按村分开上传", "The file has too many rows; send it village by village."),
        TOO_MANY_COLUMNS("列数太多，请用模板", "The file has too many columns; use the template.");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
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

    private final Why why;

    Unreadable(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
