package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.Figure;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.GroupFigures;
import cn.fupin.reporting.figure.Line;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.register.VillageGroups;
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
            List<Places.Place> above,
            Figure figure,
            VillageGroups.@Nullable Asked group,
            Display.Amount value,
            boolean assumed,
            AsOf asOf,
            Divisions divisions,
            boolean redivided,
            List<Row> rows,
            long lines,
            int number,
            int pages) {}

    /**
     * @param of the figure that the line belongs to, where that is another: of a quotient
     * @param link null where there is no page to go to
     */
    record Row(
            Line line,
            String of,
            Display.Amount value,
            @Nullable String link,
            List<EventId> events) {}

    record EventId(String id, String brief) {}

    Page page(
            String id,
            Region region,
            @Nullable String group,
            Asked asked,
            Divisions divisions,
            int number) {
        var figure = Figures.find(id);
        if (figure == null) throw new NotThere("figure", "没有这个指标", "there is no such figure");
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place = Crumbs.listed(region, asOf, db);
                    var narrowed = GroupFigures.narrowed(region, divisions, group, asOf, db);
                    GroupFigures.require(narrowed, figure);
                    var book = GroupFigures.book(narrowed, db);
                    var value = book.value(figure, region, divisions, asOf);
                    var pages = (int) Math.max(1, (value.lines() + LINES - 1) / LINES);
                    Check.range("page", number, 1, pages);
                    var rows =
                            book
                                    .lines(
                                            figure,
                                            region,
                                            divisions,
                                            asOf,
                                            (number - 1) * LINES,
                                            LINES)
                                    .stream()
                                    .map(line -> row(figure, line))
                                    .toList();
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            figure,
                            narrowed.group(),
                            Display.of(value.value(), figure.unit()),
                            value.assumed(),
                            asOf,
                            divisions,
                            book.isRedivided(region, asOf),
                            rows,
                            value.lines(),
                            number,
                            pages);
                });
    }

    private static Row row(Figure figure, Line line) {
        var of = line.figure() == null ? figure : Figures.find(line.figure());
        return new Row(
                line,
                of == null || of == figure ? "" : of.zh(),
                Display.of(line.value(), (of == null ? figure : of).unit()),
                link(of == null ? figure : of, line),
                line.events().stream()
                        .map(event -> new EventId(event, Display.shortId(event)))
                        .toList());
    }

    private static @Nullable String link(Figure figure, Line line) {
        return switch (figure.kind()) {
            case HOUSEHOLD -> "/console/households/" + line.subject();
            case PAYMENT -> "/console/payments/" + line.subject();
            case REGION -> "/console/regions/" + line.subject();
            case PROJECT,
                    COMMITMENT,
                    POVERTY_LINE,
                    RULE,
                    TEAM,
                    UNIT,
                    SITE,
                    HELPER,
                    COMPLAINT,
                    OCCASION,
                    DAY ->
                    null;
        };
    }
}
