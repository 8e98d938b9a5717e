package cn.fupin.acceptance;

import cn.fupin.townships.Township;
import cn.fupin.townships.TownshipFile;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sample township and one that differs from it by what the text does not say: were the table
 * made to agree, it would agree with this as well. It has its own place, ids and people, so that
 * both live in one system, and no projects, which are not what it is about.
 */
final class Variants {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = TownshipFile.resourceText("yanyuan-town.json");
    private static final String PLACE = "513423199";

    private static final Set<String> OF_THE_REGISTER =
            Set.of(
                    "households-identified",
                    "persons-identified",
                    "households-removed",
                    "persons-removed",
                    "households-registered",
                    "persons-registered");

    private Variants() {}

    static Township asTheTextSays() {
        return TownshipFile.parse("yanyuan-town.json", FILE);
    }

    /**
     * One registration of four persons fewer, and eleven persons more removed, which together would
     * explain the text: 3270 − 118 = 3152.
     */
    static Township asWouldExplainTheText() {
        ObjectNode file = elsewhere("as-would-explain-the-text", "513423198");
        ((ObjectNode) file.at("/identification/0")).put("households", 787).put("persons", 3270);
        ((ObjectNode) file.at("/removals/0")).put("persons", 118);
        return TownshipFile.parse("as would explain the text", file.toString());
    }

    private static ObjectNode elsewhere(String id, String place) {
        var file = (ObjectNode) JSON.readTree(FILE.replace(PLACE, place));
        file.put("id", id);
        // Another author's file: the county and its line are the same, the days they are dated are
        // not.
        ((ObjectNode) file.at("/divisions/0")).put("listedOn", "2014-01-03");
        ((ObjectNode) file.at("/povertyLines/0")).put("setOn", "2014-01-03");
        for (var rule : file.path("rules")) {
            ((ObjectNode) rule).put("source", "另一份文件");
        }
        file.remove("helpers");
        file.putArray("projects");
        file.putArray("appropriations");
        ArrayNode claims = file.withArray("claims");
        claims.removeIf(c -> !OF_THE_REGISTER.contains(c.path("figure").asString("")));
        return file;
    }
}
