package cn.fupin.household.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a line says beside who it is about, cell by cell under blind marks, so that the next file
 * shows which cell changed and which is empty now. An empty cell takes nothing back.
 *
 * @param whole a fingerprint of all of it
 * @param cells null of one noted before cells were told apart
 */
record Said(String whole, @Nullable Map<Column, String> cells) {
    private static final int MARK = 8;

    /** Where in a request stands what a column says. */
    private static final Map<Column, String> OF_MEMBER =
            at(
                    "PHONE=/phone",
                    "CARD=/cardNumber",
                    "DISABILITY_CERTIFICATE=/disabilityCertificate",
                    "ETHNICITY=/details/ethnicity",
                    "EDUCATION=/details/education",
                    "STUDENT=/details/studentStatus",
                    "HEALTH=/details/health",
                    "LABOUR=/details/labourCapacity",
                    "DISABILITY=/details/disability/category",
                    "DISABILITY_GRADE=/details/disability/grade",
                    "SKILLS=/details/skills",
                    "MEDICAL=/details/insurance/medical",
                    "MAJOR_ILLNESS=/details/insurance/majorIllness",
                    "PENSION=/details/insurance/pension",
                    "WORK_PLACE=/details/work/place",
                    "WORK_MONTHS=/details/work/monthsPerYear");

    private static final Map<Column, String> OF_HOUSEHOLD =
            at(
                    "DWELLING_AREA=/details/dwelling/areaSquareMetres",
                    "STRUCTURE=/details/dwelling/structure",
                    "DANGER_GRADE=/details/dwelling/dangerGrade",
                    "BUILT_YEAR=/details/dwelling/builtYear",
                    "CROP=/details/land/cropSquareMetres",
                    "IRRIGATED=/details/land/irrigatedSquareMetres",
                    "FOREST=/details/land/forestSquareMetres",
                    "RETURNED=/details/land/returnedToForestSquareMetres",
                    "ORCHARD=/details/land/orchardSquareMetres",
                    "PASTURE=/details/land/pastureSquareMetres",
                    "POND=/details/land/pondSquareMetres",
                    "WATER_SAFE=/details/water/safe",
                    "WATER_SCARCE=/details/water/scarce",
                    "WATER_SOURCE=/details/water/source",
                    "WATER_METRES=/details/water/distanceMetres",
                    "ELECTRICITY=/details/supply/electricity",
                    "PRODUCTION_ELECTRICITY=/details/supply/productionElectricity",
                    "TELEVISION=/details/supply/television",
                    "BROADBAND=/details/supply/broadband",
                    "FUEL=/details/supply/fuel",
                    "TOILET=/details/supply/sanitaryToilet",
                    "ROAD=/details/way/road",
                    "MAIN_ROAD_METRES=/details/way/toMainRoadMetres",
                    "SOLDIERS=/details/traits/soldiersFamily",
                    "ONLY_CHILD=/details/traits/onlyChild",
                    "TWO_DAUGHTERS=/details/traits/twoDaughters",
                    "COOPERATIVE=/details/traits/cooperativeMember");

    private static Map<Column, String> at(String... pairs) {
        var places = new EnumMap<Column, String>(Column.class);
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            places.put(Column.valueOf(pair.substring(0, at)), pair.substring(at + 1));
        }
        return places;
    }

    static Said ofMember(Blind blind, String member, ObjectNode body) {
        return new Said(blind.hex("details", member, body), marks(blind, member, body, OF_MEMBER));
    }

    /**
     * @param body with the household's {@code details}, or empty
     */
    static Said ofHousehold(Blind blind, String householdId, ObjectNode body) {
        var details = body.path("details");
        return new Said(
                details.isMissingNode() ? "none" : blind.hex("description", "", details),
                marks(blind, householdId, body, OF_HOUSEHOLD));
    }

    private static Map<Column, String> marks(
            Blind blind, String about, ObjectNode body, Map<Column, String> places) {
        var marks = new EnumMap<Column, String>(Column.class);
        places.forEach((column, place) -> {
            var said = body.at(place);
            if (said.isMissingNode()) return;
            marks.put(column, blind.hex("cell " + column.name(), about, said).substring(0, MARK));
        });
        return marks;
    }

    static Said read(String noted) {
        var parts = noted.split(" ", -1);
        if (parts.length == 1) return new Said(noted, null);
        var cells = new EnumMap<Column, String>(Column.class);
        Arrays.stream(parts)
                .skip(1)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    var at = part.indexOf(':');
                    cells.put(Column.valueOf(part.substring(0, at)), part.substring(at + 1));
                });
        return new Said(parts[0], cells);
    }

    /** The whole first, then each cell's mark. */
    String noted() {
        return whole
                + Objects.requireNonNull(cells).entrySet().stream()
                        .map(cell -> cell.getKey().name() + ":" + cell.getValue())
                        .collect(Collectors.joining(" ", " ", ""));
    }

    boolean tellsCellsApart() {
        return cells != null;
    }

    /** Whether there is anything new to enter. */
    boolean isChangedIn(Said now) {
        if (cells == null) return !whole.equals(now.whole);
        return !cells.entrySet().containsAll(Objects.requireNonNull(now.cells).entrySet());
    }

    /**
     * What had been said and is empty now.
     *
     * @param missing columns that the new file does not have, and so says nothing of
     */
    List<Column> emptiedIn(Said now, Collection<Column> missing) {
        if (cells == null) return List.of();
        return cells.keySet().stream()
                .filter(column -> !Objects.requireNonNull(now.cells).containsKey(column))
                .filter(column -> !missing.contains(column))
                .toList();
    }

    /** Together with what was said before and not again. */
    Said and(Said now) {
        if (cells == null) return now;
        var both = new EnumMap<Column, String>(Column.class);
        both.putAll(cells);
        both.putAll(Objects.requireNonNull(now.cells));
        return new Said(now.whole, both);
    }

    /**
     * A group that is sent takes the place of the one before: what is known of it and not said
     * again goes along.
     *
     * @param known the groups as they stand
     */
    static void complete(ObjectNode groups, JsonNode known) {
        for (var group : groups.properties()) {
            if (group.getValue() instanceof ObjectNode said
                    && known.path(group.getKey()) instanceof ObjectNode before) {
                before.properties()
                        .forEach(part -> {
                            if (!part.getValue().isNull())
                                said.putIfAbsent(part.getKey(), part.getValue());
                        });
            }
        }
    }
}
