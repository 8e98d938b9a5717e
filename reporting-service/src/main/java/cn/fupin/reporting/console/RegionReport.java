package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.Claimed;
import cn.fupin.reporting.figure.Compared;
import cn.fupin.reporting.figure.Figure;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.GroupFigures;
import cn.fupin.reporting.figure.Value;
import cn.fupin.reporting.history.Organisations;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.register.VillageGroups;
import cn.fupin.reporting.register.VillageGroups.Narrowed;
import cn.fupin.reporting.round.Rounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A region's figures: what a text claims beside what the events give, and all that they give. */
@Component
class RegionReport {
    /** A township has fewer places. */
    private static final int ORGANISED = 60;

    private final Snapshots snapshots;

    RegionReport(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param ownDates each claim is held against the events as of the day the text speaks of, since
     *     the reader asked for no other day
     * @param ownDivisions each claim is taken by the divisions the text means, since the reader
     *     asked for none
     * @param divisions by which everything else is taken
     * @param redivided whether it makes a difference by which
     * @param parts what lies right under it
     * @param lost villages of what became this region that none is known to follow
     * @param group the villagers' group that was asked for, null for none: then only what is of
     *     households is figured, of its own, and no claim is held against it
     * @param groups of a village: its villagers' groups
     * @param organisation who sees to it and to what lies in it; the first of them where they are
     *     many
     * @param rounds of re-verification, with what they came to here
     */
    record Page(
            Places.Place place,
            List<Places.Place> above,
            LocalDate effective,
            boolean ownDates,
            boolean ownDivisions,
            Divisions divisions,
            boolean redivided,
            AsOf asOf,
            List<LocalDate> days,
            List<Chapter> claimed,
            long claims,
            long equal,
            long differing,
            long open,
            List<Step> register,
            List<Chapter> all,
            List<Part> parts,
            List<Part> lost,
            VillageGroups.@Nullable Asked group,
            List<Places.Group> groups,
            Organisations.Page organisation,
            List<Rounds.Round> rounds) {}

    record Chapter(Figure.Group group, List<Row> rows) {}

    /** One line of a table; {@code claim} is null where no text says anything. */
    record Row(
            Figure figure,
            Display.Amount value,
            boolean assumed,
            LocalDate effective,
            Divisions divisions,
            @Nullable Compared claim,
            Display.@Nullable Amount claimed,
            @Nullable String difference,
            @Nullable Explanation explanation) {}

    /** Why the two differ, as far as the events can say. */
    record Explanation(String zh, String en) {}

    /** One box of the register's arithmetic: households and persons, empty where it has none. */
    record Step(String sign, String zh, String en, String households, String persons) {}

    record Part(Places.Place place, String households, String persons) {}

    Page page(
            Region region,
            @Nullable String group,
            @Nullable String effective,
            @Nullable String known,
            @Nullable Divisions divisions,
            LocalDate today) {
        var ownDates = effective == null || effective.isBlank();
        return snapshots.read(
                Asked.of(effective, known, today),
                (db, asOf) -> new Making(db, region, group, asOf, ownDates, divisions).page());
    }

    /** One page in the making, on one snapshot. */
    private static final class Making {
        private final JdbcClient db;
        private final Narrowed narrowed;
        private final FigureBook book;
        private final Places places;
        private final Places.Place place;
        private final Region region;
        private final AsOf asOf;
        private final boolean ownDates;
        private final boolean ownDivisions;
        private final Divisions divisions;
        private final List<Claimed> claims;

        Making(
                JdbcClient db,
                Region region,
                @Nullable String group,
                AsOf asked,
                boolean ownDates,
                @Nullable Divisions divisions) {
            this.db = db;
            this.region = region;
            this.narrowed =
                    GroupFigures.narrowed(
                            region,
                            divisions == null ? Divisions.THEN : divisions,
                            group,
                            asked,
                            db);
            this.book = GroupFigures.book(narrowed, db);
            this.places = new Places(db);
            this.place = Crumbs.listed(region, asked, db);
            this.claims =
                    (narrowed.group() == null ? book.claims(region, asked) : List.<Claimed>of())
                            .stream()
                                    .sorted(
                                            Comparator.comparing(Claimed::claimedFor)
                                                    .thenComparing(Claimed::claimId))
                                    .toList();
            this.ownDates = ownDates && !claims.isEmpty();
            this.ownDivisions = divisions == null;
            this.asOf = this.ownDates ? asked.at(claims.getLast().claimedFor()) : asked;
            this.divisions = divisions == null ? meant(claims) : divisions;
        }

        /** A text that means today's divisions once is about what is there today. */
        private static Divisions meant(List<Claimed> claims) {
            return claims.stream().anyMatch(claim -> claim.divisions() == Divisions.TODAY)
                    ? Divisions.TODAY
                    : Divisions.THEN;
        }

        Page page() {
            var claimed = chapters(this::claimedRows);
            var compared =
                    claimed.stream()
                            .flatMap(chapter -> chapter.rows().stream())
                            .map(Row::claim)
                            .filter(Objects::nonNull)
                            .toList();
            var equal = compared.stream().filter(Compared::isEqual).count();
            return new Page(
                    place,
                    Crumbs.above(place, asOf, db),
                    asOf.effective(),
                    ownDates,
                    ownDivisions,
                    divisions,
                    book.isRedivided(region, asOf),
                    asOf,
                    claims.stream().map(Claimed::claimedFor).distinct().toList(),
                    claimed,
                    compared.size(),
                    equal,
                    compared.size() - equal,
                    compared.stream().filter(c -> c.openQuestion() != null).count(),
                    register(),
                    chapters(this::rows),
                    parts(),
                    narrowed.group() == null ? lost() : List.of(),
                    narrowed.group(),
                    places.groups(region.code(), asOf),
                    new Organisations(db)
                            .page(book.scope(region, divisions, asOf), asOf, "", ORGANISED),
                    new Rounds(db).of(book.scope(region, divisions, asOf), asOf));
        }

        private interface Rows {
            List<Row> of(Figure figure);
        }

        private static List<Chapter> chapters(Rows make) {
            var chapters = new ArrayList<Chapter>();
            for (var group : Figure.Group.values()) {
                var rows = new ArrayList<Row>();
                for (var figure : Figures.all()) {
                    if (figure.group() == group) rows.addAll(make.of(figure));
                }
                if (!rows.isEmpty()) chapters.add(new Chapter(group, rows));
            }
            return chapters;
        }

        private List<Row> claimedRows(Figure figure) {
            return claims.stream()
                    .filter(claim -> claim.figure().equals(figure.id()))
                    .map(claim -> row(figure, claim))
                    .toList();
        }

        private List<Row> rows(Figure figure) {
            if (!GroupFigures.has(narrowed, figure)) return List.of();
            var value = value(figure);
            if (value.lines() == 0) return List.of();
            return List.of(row(figure, value, asOf.effective(), divisions, null, null));
        }

        private Row row(Figure figure, Claimed claim) {
            var at = ownDates ? asOf.at(claim.claimedFor()) : asOf;
            var by = ownDivisions ? claim.divisions() : divisions;
            var value = book.value(figure, region, by, at);
            var compared = Compared.of(claim, figure, value.value(), at.effective(), by);
            return row(
                    figure,
                    value,
                    at.effective(),
                    by,
                    compared,
                    compared.isEqual() ? null : explanation(figure, value, compared, at, by));
        }

        private static Row row(
                Figure figure,
                Value value,
                LocalDate effective,
                Divisions by,
                @Nullable Compared claim,
                @Nullable Explanation explanation) {
            var difference = claim == null ? null : claim.difference();
            return new Row(
                    figure,
                    Display.of(value.value(), figure.unit()),
                    value.assumed(),
                    effective,
                    by,
                    claim,
                    claim == null ? null : Display.of(claim.value(), figure.unit()),
                    difference == null ? null : Display.signed(difference, figure.unit()),
                    explanation);
        }

        private Explanation explanation(
                Figure figure, Value value, Compared claim, AsOf at, Divisions by) {
            var zh = new StringBuilder();
            var en = new StringBuilder();
            for (var term : figure.formula()) {
                var of = figure(term.figure());
                var amount = book.value(of, region, by, at).value();
                if (amount.signum() == 0) continue;
                var sign = zh.isEmpty() ? "" : term.sign() < 0 ? " − " : " + ";
                zh.append(sign).append(of.zh()).append(' ').append(Display.number(amount));
                en.append(sign).append(Display.number(amount)).append(' ').append(of.en());
            }
            var ratio = figure.ratio();
            if (ratio != null) {
                var part = figure(ratio.part());
                var whole = figure(ratio.whole());
                var above = Display.number(book.value(part, region, by, at).value());
                var below = Display.number(book.value(whole, region, by, at).value());
                zh.append("%s %s ÷ %s %s".formatted(part.zh(), above, whole.zh(), below));
                en.append("%s %s ÷ %s %s".formatted(above, part.en(), below, whole.en()));
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
            steps.add(new Step("+", "增人", "joined", "", number("persons-joined")));
            steps.add(new Step("−", "减人", "left", "", number("persons-left")));
            steps.add(step("−", "销户", "dissolved", "dissolved"));
            steps.add(step("−", "并入他户", "merged", "merged"));
            steps.add(step("+", "更正分出", "split off", "split-off"));
            steps.add(step("+", "迁入", "moved in", "moved-in"));
            steps.add(step("−", "迁出", "moved out", "moved-out"));
            steps.add(step("−", "中止", "suspended", "suspended"));
            steps.add(step("=", "在册", "registered", "registered"));
            steps.removeIf(step ->
                    List.of("−", "+").contains(step.sign())
                            && step.persons().equals("0")
                            && (step.households().isEmpty() || step.households().equals("0")));
            return steps;
        }

        private Step step(String sign, String zh, String en, String what) {
            return new Step(sign, zh, en, number("households-" + what), number("persons-" + what));
        }

        private List<Part> parts() {
            var households = byPlace("households-registered", region);
            var persons = byPlace("persons-registered", region);
            return places.under(region.code(), asOf).stream()
                    .map(part -> new Part(part, sum(households, part), sum(persons, part)))
                    .toList();
        }

        private List<Part> lost() {
            var today = book.scope(region, Divisions.TODAY, asOf).places();
            return places.all(asOf).stream()
                    .filter(Places.Place::isVillage)
                    .filter(village -> !region.holds(village.code()))
                    .filter(village -> village.ended() != null && village.ended().noSuccessor())
                    .filter(village -> region.holds(today.place(township(village))))
                    .map(village -> {
                        var there = new Region(village.code());
                        return new Part(
                                village,
                                sum(byPlace("households-registered", there), village),
                                sum(byPlace("persons-registered", there), village));
                    })
                    .toList();
        }

        private static String township(Places.Place village) {
            return village.code().substring(0, 9) + "000";
        }

        private Map<String, Value> byPlace(String figure, Region where) {
            return book.byPlace(figure(figure), where, divisions, asOf);
        }

        private static String sum(Map<String, Value> values, Places.Place part) {
            var there = new Region(part.code());
            return Display.number(
                    values.entrySet().stream()
                            .filter(e -> there.holds(e.getKey()))
                            .map(e -> e.getValue().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private String number(String figure) {
            return Display.number(value(figure(figure)).value());
        }

        private Value value(Figure figure) {
            return book.value(figure, region, divisions, asOf);
        }

        private static Figure figure(String id) {
            return Objects.requireNonNull(Figures.find(id), id);
        }
    }
}
