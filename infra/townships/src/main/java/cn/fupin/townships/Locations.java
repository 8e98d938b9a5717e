package cn.fupin.townships;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Line and column of every value of a JSON text, by its pointer. */
final class Locations {

    record Place(int line, int column) {}

    private final Map<String, Place> byPointer = new HashMap<>();

    static Locations of(JsonMapper mapper, String text) {
        var locations = new Locations();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
                    continue;
                }
                // At a structure's start the context is already the child's: its own pointer is
                // the parent's plus its name, which is what pathAsPointer gives for it.
                var context = parser.streamReadContext();
                String pointer =
                        token.isStructStart()
                                ? context.getParent().pathAsPointer().toString()
                                : context.pathAsPointer().toString();
                locations.byPointer.put(pointer, place(parser.currentTokenLocation()));
            }
        }
        return locations;
    }

    static Place place(TokenStreamLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** The value's own place, or that of the nearest value around it. */
    Place at(String pointer) {
        for (String p = pointer; ; p = p.substring(0, p.lastIndexOf('/'))) {
            Place place = byPointer.get(p);
            if (place != null) {
                return place;
            }
            if (p.isEmpty()) {
                return new Place(1, 1);
            }
        }
    }
}
