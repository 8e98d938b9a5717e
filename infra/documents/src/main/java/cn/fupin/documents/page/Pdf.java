package cn.fupin.documents.page;

import cn.fupin.documents.page.Paper.Format;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.concurrent.locks.ReentrantLock;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A paper as PDF, its characters embedded. */
public final class Pdf {
    private static final float MARGIN = 42;
    private static final float FOOT = 50;
    private static final float BODY = 9.5f;
    private static final float LEAST_ROW = 21;
    private static final Color LABEL = new Color(0xF0, 0xF0, 0xF0);

    private static final LineEnds LINE_ENDS = new LineEnds();

    /** The face keeps its place while it is read: one paper at a time. */
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Typeface face = Typeface.get();

    private Pdf() {}

    public static byte[] of(Paper paper) {
        TURN.lock();
        try {
            return SettledPdf.of(new Pdf().render(paper), paper.source().sha256());
        } finally {
            TURN.unlock();
        }
    }

    private byte[] render(Paper paper) {
        var out = new ByteArrayOutputStream();
        var size = paper.format() == Format.LANDSCAPE ? PageSize.A4.rotate() : PageSize.A4;
        var document = new Document(size, MARGIN, MARGIN, MARGIN, FOOT);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Foot(face, paper));
        document.addTitle(paper.title());
        document.open();
        // a document is of its day, not of the moment somebody asked for it
        var info = writer.getInfo();
        info.put(PdfName.CREATIONDATE, new PdfDate(beginning()));
        info.put(PdfName.MODDATE, new PdfDate(beginning()));
        if (paper.mark() instanceof String mark) document.add(mark(mark));
        document.add(centred(paper.title(), face.bold(17), 2, 4));
        if (paper.subtitle() instanceof String subtitle) {
            document.add(centred(subtitle, face.size(10.5f), 0, 4));
        }
        for (var part : paper.parts()) document.add(element(part));
        document.close();
        return out.toByteArray();
    }

    private static Calendar beginning() {
        var day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.setTimeInMillis(0);
        return day;
    }

    private Element element(Part part) {
        return switch (part) {
            case Part.Line line -> line(line);
            case Part.Heading heading -> heading(heading.text());
            case Part.Words words -> words(words.text());
            case Part.Signatures signatures -> signatures(signatures);
            case Part.Grid grid -> grid(grid);
        };
    }

    private Paragraph mark(String text) {
        var paragraph = new Paragraph(face.drawable(text), face.bold(9));
        paragraph.setAlignment(Element.ALIGN_RIGHT);
        return paragraph;
    }

    private Paragraph centred(String text, Font font, float before, float after) {
        var paragraph = new Paragraph(face.drawable(text), font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private Paragraph heading(String text) {
        var paragraph = new Paragraph(face.drawable(text), face.bold(10.5f));
        paragraph.setSpacingBefore(6);
        paragraph.setSpacingAfter(5);
        return paragraph;
    }

    private Paragraph words(String text) {
        var paragraph = new Paragraph(16);
        paragraph.add(phrase(text, face.size(10)));
        paragraph.setSpacingBefore(4);
        paragraph.setSpacingAfter(6);
        return paragraph;
    }

    private PdfPTable line(Part.Line line) {
        var table = full(new PdfPTable(new float[] {65, 35}));
        table.setSpacingBefore(4);
        table.addCell(bare(line.left(), Element.ALIGN_LEFT));
        table.addCell(bare(line.right(), Element.ALIGN_RIGHT));
        return table;
    }

    private PdfPTable signatures(Part.Signatures signatures) {
        var table = full(new PdfPTable(signatures.labels().size()));
        table.setSpacingBefore(16);
        table.setKeepTogether(true);
        for (var label : signatures.labels()) {
            table.addCell(bare(label + "：__________", Element.ALIGN_LEFT));
        }
        return table;
    }

    private PdfPCell bare(String text, int alignment) {
        var cell = new PdfPCell(phrase(text, face.size(BODY)));
        cell.setBorder(0);
        cell.setPadding(3);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private PdfPTable grid(Part.Grid grid) {
        var table = full(new PdfPTable(grid.widths().size()));
        var widths = new float[grid.widths().size()];
        for (var i = 0; i < widths.length; i++) widths[i] = grid.widths().get(i);
        table.setWidths(widths);
        table.setHeaderRows(grid.headings());
        table.setSpacingAfter(2);
        for (var row : grid.rows()) row.forEach(cell -> table.addCell(cell(cell)));
        return table;
    }

    private static PdfPTable full(PdfPTable table) {
        table.setWidthPercentage(100);
        return table;
    }

    private PdfPCell cell(Cell cell) {
        var drawn = new PdfPCell(phrase(cell.text(), face.size(BODY)));
        drawn.setColspan(cell.columns());
        drawn.setRowspan(cell.rows());
        drawn.setMinimumHeight(LEAST_ROW);
        drawn.setPaddingLeft(3);
        drawn.setPaddingRight(3);
        drawn.setPaddingTop(2);
        drawn.setPaddingBottom(5);
        drawn.setBorderWidth(0.5f);
        drawn.setVerticalAlignment(Element.ALIGN_MIDDLE);
        drawn.setHorizontalAlignment(
                switch (cell.kind()) {
                    case LABEL, CENTRED -> Element.ALIGN_CENTER;
                    case TEXT -> Element.ALIGN_LEFT;
                    case NUMBER -> Element.ALIGN_RIGHT;
                });
        if (cell.kind() == Cell.Kind.LABEL) drawn.setBackgroundColor(LABEL);
        return drawn;
    }

    private Phrase phrase(String text, Font font) {
        var chunk = new Chunk(face.drawable(text), font);
        chunk.setSplitCharacter(LINE_ENDS);
        return new Phrase(font.getSize() * 1.35f, chunk);
    }
}
