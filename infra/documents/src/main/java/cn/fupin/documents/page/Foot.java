package cn.fupin.documents.page;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** At the foot of each page: what it was made from, which page of how many it is. */
final class Foot extends PdfPageEventHelper {
    private static final float SMALL = 7;
    private static final float SIZE = 9;
    private static final float ROOM = 30;

    private final Typeface face;
    private final Paper.Source source;

    /** Filled in when the last page is written. */
    private @Nullable PdfTemplate total;

    Foot(Typeface face, Paper paper) {
        this.face = face;
        this.source = paper.source();
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(ROOM, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = writer.getDirectContent();
        write(page, SMALL, document.left(), document.bottom() - 12, face.drawable(source.text()));
        write(page, SMALL, document.left(), document.bottom() - 21, "SHA-256 " + source.sha256());
        var text = "第 %d 页  共 ".formatted(writer.getPageNumber());
        var width = face.face().getWidthPoint(text, SIZE);
        var x = document.right() - width - ROOM;
        write(page, SIZE, x, document.bottom() - 21, text);
        if (total != null) page.addTemplate(total, x + width, document.bottom() - 21);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) write(total, SIZE, 0, 0, (writer.getPageNumber() - 1) + " 页");
    }

    private void write(PdfContentByte page, float size, float x, float y, String text) {
        BaseFont font = face.face();
        page.beginText();
        page.setFontAndSize(font, size);
        page.setTextMatrix(x, y);
        page.showText(text);
        page.endText();
    }
}
