package cn.fupin.documents.sheet;

/** Is told of sheets and rows in the file's order; nobody holds the whole file. */
public interface SheetVisitor {
    void sheet(String name);

    void row(SheetRow row);
}
