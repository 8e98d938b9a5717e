package cn.fupin.reporting.figure;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.register.VillageGroups;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is answered when somebody asks for figures. */
@Component
class FigureAnswers {
    static final int MOST_LINES = 5_000;

    private final Snapshots snapshots;

    FigureAnswers(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param divisions by which the region is taken: {@code then} or {@code today}
     * @param noSuccessor codes in the region that have ended as divisions and that none is known to
     *     follow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String region,
            LocalDate effective,
            String divisions,
            List<String> noSuccessor,
            Map<String, Long> known,
            boolean settled,
            VillageGroups.@Nullable Asked group,
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drill(
            String figure,
            int version,
            String zh,
            String en,
            String unit,
            String region,
            LocalDate effective,
            String divisions,
            Map<String, Long> known,
            boolean settled,
            VillageGroups.@Nullable Asked group,
            BigDecimal value,
            long lineCount,
            int offset,
            List<Line> lines) {}

    /**
     * @param ownDates each claim is held against the events as of the day the text speaks of, since
     *     the reader asked for no other day
     * @param divisions null when the reader asked for none: then each claim is held against them by
     *     the divisions it means
     * @param group a villagers' group of the region, a village: then only what is of households is
     *     answered, and no claim is held against it
     * @throws NotThere if the region was not listed by then
     */
    Answer figures(
            Region region,
            @Nullable String group,
            Asked asked,
            boolean ownDates,
            @Nullable Divisions divisions) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    new Places(db).require("region", region, asOf);
                    var by = divisions == null ? Divisions.THEN : divisions;
                    var narrowed = GroupFigures.narrowed(region, by, group, asOf, db);
                    return new Answering(
                                    GroupFigures.book(narrowed, db),
                                    narrowed.group(),
                                    region,
                                    asOf,
                                    ownDates,
                                    divisions == null ? Divisions.THEN : divisions,
                                    divisions == null)
                            .answer(
                                    new Lineages(db)
                                            .withoutSuccessor(
                                                    region,
                                                    divisions == null ? Divisions.THEN : divisions,
                                                    asOf));
                });
    }

    /** One answer in the making, on one snapshot. */
    private record Answering(
            FigureBook book,
            VillageGroups.@Nullable Asked group,
            Region region,
            AsOf asOf,
            boolean ownDates,
            Divisions divisions,
            boolean ownDivisions) {

        Answer answer(List<String> noSuccessor) {
            var claims = group == null ? book.claims(region, asOf) : List.<Claimed>of();
            return new Answer(
                    region.code(),
                    asOf.effective(),
                    divisions.code(),
                    noSuccessor,
                    asOf.known(),
                    asOf.settled(),
                    group,
                    Figures.all().stream()
                            .filter(figure -> group == null || FigureBook.isOfHouseholds(figure))
                            .map(figure -> row(figure, claims))
                            .toList());
        }

        private Row row(Figure figure, List<Claimed> claims) {
            var value = book.value(figure, region, divisions, asOf);
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
                            .map(claim -> compared(claim, figure))
                            .toList());
        }

        private Compared compared(Claimed claim, Figure figure) {
            var at = ownDates ? asOf.at(claim.claimedFor()) : asOf;
            var by = ownDivisions ? claim.divisions() : divisions;
            return Compared.of(
                    claim, figure, book.value(figure, region, by, at).value(), at.effective(), by);
        }
    }

    Drill drill(
            String id,
            Region region,
            @Nullable String group,
            Asked asked,
            Divisions divisions,
            int offset,
            int limit) {
        var figure = Figures.find(id);
        if (figure == null) throw new NotThere("figure", "没有这个指标", "there is no such figure");
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    new Places(db).require("region", region, asOf);
                    var narrowed = GroupFigures.narrowed(region, divisions, group, asOf, db);
                    GroupFigures.require(narrowed, figure);
                    var book = GroupFigures.book(narrowed, db);
                    var value = book.value(figure, region, divisions, asOf);
                    return new Drill(
                            figure.id(),
                            figure.version(),
                            figure.zh(),
                            figure.en(),
                            figure.unit().code(),
                            region.code(),
                            asOf.effective(),
                            divisions.code(),
                            asOf.known(),
                            asOf.settled(),
                            narrowed.group(),
                            value.value(),
                            value.lines(),
                            offset,
                            book.lines(figure, region, divisions, asOf, offset, limit));
                });
    }
}
