package cn.fupin.documents.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param marked column → what is to be said of its cell, which is coloured
 */
public record NewRow(List<@Nullable String> values, Map<Integer, String> marked) {
    public static NewRow of(List<@Nullable String> values) {
        return new NewRow(values, Map.of());
    }
}
