package cn.fupin.reporting.console;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.Claimed;
import cn.fupin.reporting.figure.Compared;
import cn.fupin.reporting.figure.Figure;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.Value;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A township's figures: what its text claims beside what the events give. */
@Component
class TownshipReport {
    private final Snapshots snapshots;

    TownshipReport(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param ownDates each claim is held against the events as of the day the text speaks of, since
     *     the reader asked for no other day
     */
    record Page(
            Places.Place place,
            LocalDate effective,
            boolean ownDates,
            AsOf asOf,
            List<Chapter> chapters,
            long claims,
            long equal,
            long differing,
            List<Step> register) {}

    record Chapter(Figure.Group group, List<Row> rows) {}

    /** One line of the table; {@code claim} is null where no text says anything. */
    record Row(
            Figure figure,
            Display.Amount value,
            boolean assumed,
            long lines,
            LocalDate effective,
            @Nullable Compared claim,
            Display.@Nullable Amount claimed,
            @Nullable String difference,
            @Nullable Explanation explanation) {}

    /** Why the two differ, as far as the events can say. */
    record Explanation(String zh, String en) {}

    /** One box of the register's arithmetic: households and persons. */
    record Step(String sign, String zh, String en, String households, String persons) {}

    /** All places that have a page. */
    List<Places.Place> places(LocalDate today) {
        return snapshots.read(
                Asked.of(null, null, today), (db, asOf) -> new Places(db).withReports(asOf));
    }

    Page page(Region region, @Nullable String effective, @Nullable String known, LocalDate today) {
        var ownDates = effective == null || effective.isBlank();
        return snapshots.read(
                Asked.of(effective, known, today),
                (db, asOf) -> new Making(db, region, asOf, ownDates).page());
    }

    /** One page in the making, on one snapshot. */
    private static final class Making {
        private final FigureBook book;
        private final Places.Place place;
        private final Region region;
        private final AsOf asOf;
        private final boolean ownDates;
        private final List<Claimed> claims;

        Making(JdbcClient db, Region region, AsOf asked, boolean ownDates) {
            this.region = region;
            this.book = new FigureBook(db);
            this.claims = book.claims(region, asked);
            this.ownDates = ownDates && !claims.isEmpty();
            this.asOf = this.ownDates ? asked.at(latest(claims).orElse(asked.effective())) : asked;
            this.place =
                    new Places(db)
                            .find(region.code(), asked)
                            .orElseThrow(
                                    () -> new NotThere("没有登记这个地区", "this region is not listed"));
        }

        private static Optional<LocalDate> latest(List<Claimed> claims) {
            return claims.stream().map(Claimed::claimedFor).max(Comparator.naturalOrder());
        }

        Page page() {
            var chapters = new ArrayList<Chapter>();
            for (var group : Figure.Group.values()) {
                var rows = new ArrayList<Row>();
                for (var figure : Figures.all()) {
                    if (figure.group() == group) rows.addAll(rows(figure));
                }
                if (!rows.isEmpty()) chapters.add(new Chapter(group, rows));
            }
            var compared =
                    chapters.stream()
                            .flatMap(chapter -> chapter.rows().stream())
                            .map(Row::claim)
                            .filter(Objects::nonNull)
                            .toList();
            var equal = compared.stream().filter(Compared::isEqual).count();
            return new Page(
                    place,
                    asOf.effective(),
                    ownDates,
                    asOf,
                    chapters,
                    compared.size(),
                    equal,
                    compared.size() - equal,
                    register());
        }

        private List<Row> rows(Figure figure) {
            var rows = new ArrayList<Row>();
            for (var claim : claims) {
                if (claim.figure().equals(figure.id())) rows.add(row(figure, claim));
            }
            if (!rows.isEmpty()) return rows;
            var value = book.value(figure, region, Divisions.THEN, asOf);
            if (value.lines() == 0) return List.of();
            return List.of(row(figure, value, asOf.effective(), null, null));
        }

        private Row row(Figure figure, Claimed claim) {
            var at = ownDates ? asOf.at(claim.claimedFor()) : asOf;
            var value = book.value(figure, region, Divisions.THEN, at);
            var compared =
                    Compared.of(claim, figure, value.value(), at.effective(), Divisions.THEN);
            return row(
                    figure,
                    value,
                    at.effective(),
                    compared,
                    compared.isEqual() ? null : explanation(figure, value, compared, at));
        }

        private static Row row(
                Figure figure,
                Value value,
                LocalDate effective,
                @Nullable Compared claim,
                @Nullable Explanation explanation) {
            var difference = claim == null ? null : claim.difference();
            return new Row(
                    figure,
                    Display.of(value.value(), figure.unit()),
                    value.assumed(),
                    value.lines(),
                    effective,
                    claim,
                    claim == null ? null : Display.of(claim.value(), figure.unit()),
                    difference == null ? null : Display.signed(difference, figure.unit()),
                    explanation);
        }

        private Explanation explanation(Figure figure, Value value, Compared claim, AsOf at) {
            var zh = new StringBuilder();
            var en = new StringBuilder();
            for (var term : figure.formula()) {
                var of = Objects.requireNonNull(Figures.find(term.figure()));
                var amount = book.value(of, region, Divisions.THEN, at).value();
                if (amount.signum() == 0) continue;
                var sign = zh.isEmpty() ? "" : term.sign() < 0 ? " − " : " + ";
                zh.append(sign).append(of.zh()).append(' ').append(Display.number(amount));
                en.append(sign).append(Display.number(amount)).append(' ').append(of.en());
            }
            var events = Display.of(value.value(), figure.unit());
            var text = Display.of(claim.value(), figure.unit());
            if (zh.isEmpty()) {
                zh.append("事件得 ").append(events.text());
                en.append("the events give ").append(events.text());
            } else {
                zh.append(" = ").append(events.text());
                en.append(" = ").append(events.text());
            }
            zh.append(";文本称 ").append(text.text()).append("。两数并列,不作调整。");
            en.append("; the text says ")
                    .append(text.text())
                    .append(". Both are shown and neither is adjusted.");
            return new Explanation(zh.toString(), en.toString());
        }

        private List<Step> register() {
            var steps = new ArrayList<Step>();
            steps.add(step("", "识别", "identified", "identified"));
            steps.add(step("−", "移除", "removed by order", "removed"));
            steps.add(step("−", "脱贫", "exited", "exited"));
            steps.add(step("+", "返贫", "relapsed", "relapsed"));
            steps.add(step("=", "在册", "registered", "registered"));
            steps.removeIf(step ->
                    List.of("−", "+").contains(step.sign()) && step.households().equals("0"));
            return steps;
        }

        private Step step(String sign, String zh, String en, String what) {
            return new Step(sign, zh, en, number("households-" + what), number("persons-" + what));
        }

        private String number(String figure) {
            return Display.number(
                    book.value(
                                    Objects.requireNonNull(Figures.find(figure)),
                                    region,
                                    Divisions.THEN,
                                    asOf)
                            .value());
        }
    }
}
