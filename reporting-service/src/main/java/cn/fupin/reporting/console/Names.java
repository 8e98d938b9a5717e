package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Places;
import java.util.HashMap;
import java.util.Map;

/** Names of places, each looked up once; the code where nobody listed it. */
final class Names {
    private final Places places;
    private final AsOf asOf;
    private final Map<String, String> names = new HashMap<>();

    Names(Places places, AsOf asOf) {
        this.places = places;
        this.asOf = asOf;
    }

    String of(String code) {
        return names.computeIfAbsent(
                code, c -> places.find(c, asOf).map(Places.Place::name).orElse(c));
    }
}
