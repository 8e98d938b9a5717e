package cn.fupin.reporting.console;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.Figure;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.Line;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one figure is made of, page by page. */
@Component
class DrillPage {
    private static final int LINES = 50;

    private final Snapshots snapshots;

    DrillPage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            Figure figure,
            Display.Amount value,
            boolean assumed,
            AsOf asOf,
            List<Row> rows,
            long lines,
            int number,
            int pages) {}

    /** {@code link} is null where there is no page to go to. */
    record Row(Line line, Display.Amount value, @Nullable String link, List<EventId> events) {}

    record EventId(String id, String brief) {}

    Page page(String id, Region region, Asked asked, int number) {
        var figure = Figures.find(id);
        if (figure == null) throw new NotThere("没有这个指标", "there is no such figure");
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place =
                            new Places(db)
                                    .find(region.code(), asOf)
                                    .orElseThrow(() ->
                                            new NotThere("没有登记这个地区", "this region is not listed"));
                    var book = new FigureBook(db);
                    var value = book.value(figure, region, Divisions.THEN, asOf);
                    var pages = (int) Math.max(1, (value.lines() + LINES - 1) / LINES);
                    var at = Math.clamp(number, 1, pages);
                    var rows =
                            book
                                    .lines(
                                            figure,
                                            region,
                                            Divisions.THEN,
                                            asOf,
                                            (at - 1) * LINES,
                                            LINES)
                                    .stream()
                                    .map(line -> row(figure, line))
                                    .toList();
                    return new Page(
                            place,
                            figure,
                            Display.of(value.value(), figure.unit()),
                            value.assumed(),
                            asOf,
                            rows,
                            value.lines(),
                            at,
                            pages);
                });
    }

    private static Row row(Figure figure, Line line) {
        var link =
                switch (figure.kind()) {
                    case HOUSEHOLD -> "/console/households/" + line.subject();
                    case PAYMENT -> "/console/payments/" + line.subject();
                    case REGION,
                            PROJECT,
                            COMMITMENT,
                            POVERTY_LINE,
                            RULE,
                            TEAM,
                            UNIT,
                            OCCASION,
                            DAY ->
                            null;
                };
        return new Row(
                line,
                Display.of(line.value(), figure.unit()),
                link,
                line.events().stream()
                        .map(event -> new EventId(event, Display.shortId(event)))
                        .toList());
    }
}
