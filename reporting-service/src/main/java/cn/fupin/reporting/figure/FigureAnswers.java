package cn.fupin.reporting.figure;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is answered when somebody asks for figures. */
@Component
class FigureAnswers {
    private static final int MOST_LINES = 5_000;

    private final Snapshots snapshots;

    FigureAnswers(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Answer(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Row> figures) {}

    record Row(
            String figure,
            int version,
            String zh,
            String en,
            String unit,
            BigDecimal value,
            boolean assumed,
            List<Compared> claims) {}

    /**
     * {@code lineCount}, {@code value}: of the whole figure, however few of its lines are asked
     * for.
     */
    record Drill(
            String figure,
            int version,
            String zh,
            String en,
            String unit,
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            BigDecimal value,
            long lineCount,
            int offset,
            List<Line> lines) {}

    Answer figures(Region region, Asked asked) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var book = new FigureBook(db);
                    var claims = book.claims(region, asOf);
                    return new Answer(
                            region.code(),
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            Figures.all().stream()
                                    .map(figure -> row(figure, region, asOf, claims, book))
                                    .toList());
                });
    }

    private static Row row(
            Figure figure, Region region, AsOf asOf, List<Claimed> claims, FigureBook book) {
        var value = book.value(figure, region, asOf);
        return new Row(
                figure.id(),
                figure.version(),
                figure.zh(),
                figure.en(),
                figure.unit().code(),
                value.value(),
                value.assumed(),
                claims.stream()
                        .filter(claim -> claim.figure().equals(figure.id()))
                        .map(claim -> Compared.of(claim, figure, value.value()))
                        .toList());
    }

    Drill drill(String id, Region region, Asked asked, int offset, int limit) {
        var figure = Figures.find(id);
        if (figure == null) throw new NotThere("没有这个指标", "there is no such figure");
        if (offset < 0) {
            throw new Malformed("offset", "not-negative", "不能为负", "must not be negative");
        }
        if (limit < 1 || limit > MOST_LINES) {
            throw new Malformed("limit", "range-1-5000", "应在 1 与 5000 之间", "must be 1 to 5000");
        }
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var book = new FigureBook(db);
                    var value = book.value(figure, region, asOf);
                    return new Drill(
                            figure.id(),
                            figure.version(),
                            figure.zh(),
                            figure.en(),
                            figure.unit().code(),
                            region.code(),
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            value.value(),
                            value.lines(),
                            offset,
                            book.lines(figure, region, asOf, offset, limit));
                });
    }
}
