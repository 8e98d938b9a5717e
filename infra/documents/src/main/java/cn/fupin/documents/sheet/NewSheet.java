package cn.fupin.documents.sheet;

import java.util.List;

/**
 * @param columns without any, the rows are plain text to be read
 * @param emptyRows how many more rows are ready to be filled in, with their drop-downs
 */
public record NewSheet(String name, List<NewColumn> columns, Iterable<NewRow> rows, int emptyRows) {
    public static NewSheet text(String name, List<List<String>> lines) {
        return new NewSheet(
                name,
                List.of(),
                lines.stream().map(line -> NewRow.of(List.copyOf(line))).toList(),
                0);
    }
}
