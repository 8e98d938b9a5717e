package cn.fupin.documents.sheet;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * A part's XML, a piece at a time. The parser keeps each name it meets for good: a spreadsheet has
 * a few hundred of them, and a part that has more is none.
 */
final class Pieces extends StreamReaderDelegate {
    private static final int MOST_NAMES = 2_000;

    private final Budget.Part part;
    private final Set<String> names = new HashSet<>();

    Pieces(XMLStreamReader reader, Budget.Part part) {
        super(reader);
        this.part = part;
    }

    @Override
    public int next() throws XMLStreamException {
        part.nextPiece();
        var event = super.next();
        if (event == START_ELEMENT) {
            meet(getLocalName());
            for (var i = 0; i < getAttributeCount(); i++) meet(getAttributeLocalName(i));
            for (var i = 0; i < getNamespaceCount(); i++) {
                meet(getNamespacePrefix(i));
                meet(getNamespaceURI(i));
            }
        } else if (event == PROCESSING_INSTRUCTION) {
            meet(getPITarget());
        }
        return event;
    }

    private void meet(@Nullable String name) throws XMLStreamException {
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
            throw new XMLStreamException(new Budget.Spent());
        }
    }
}
