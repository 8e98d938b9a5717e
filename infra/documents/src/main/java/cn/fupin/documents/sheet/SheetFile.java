package cn.fupin.documents.sheet;

/** Reads a spreadsheet, of whichever kind it is: told by its first bytes, never by its name. */
public final class SheetFile {
    private SheetFile() {}

    public static void read(byte[] file, Limits limits, SheetVisitor visitor) throws Unreadable {
        if (file.length == 0) throw new Unreadable(Unreadable.Why.EMPTY);
        if (file.length > limits.fileBytes()) throw new Unreadable(Unreadable.Why.TOO_LARGE);
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(Unreadable.Why.OLD_OR_LOCKED);
        }
        if (begins(file, 'P', 'K')) {
            new ExcelFile(file, limits).read(visitor);
        } else if (isBinary(file)) {
            throw new Unreadable(Unreadable.Why.NOT_A_SHEET);
        } else {
            CsvFile.read(file, limits, visitor);
        }
    }

    private static boolean begins(byte[] file, int... magic) {
        if (file.length < magic.length) return false;
        for (var i = 0; i < magic.length; i++) if ((file[i] & 0xFF) != magic[i]) return false;
        return true;
    }

    /** A PDF, a picture; text of two bytes a character says so by its mark. */
    private static boolean isBinary(byte[] file) {
        if (begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF)) return false;
        if (begins(file, '%', 'P', 'D', 'F')) return true;
        for (var i = 0; i < Math.min(file.length, 1024); i++) if (file[i] == 0) return true;
        return false;
    }
}
