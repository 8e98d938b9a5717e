package cn.fupin.reporting.console;

import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.history.Standing;
import cn.fupin.reporting.history.Terms;
import cn.fupin.reporting.regions.Places;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A household's life, day by day, as known by a moment. */
@Component
class HouseholdPage {
    private static final Map<String, String> SOURCES =
            Map.of("household", "农户", "project", "项目", "funding", "资金", "reporting", "报表");

    private final Histories histories;
    private final ProjectionReader reader;

    HouseholdPage(Histories histories, ProjectionReader reader) {
        this.histories = histories;
        this.reader = reader;
    }

    /**
     * @param at which step the slider stands on
     * @param corrections the moments just before which less, or something else, was known
     */
    record Page(
            String householdId,
            String head,
            @Nullable String regionName,
            @Nullable String townshipCode,
            AsOf asOf,
            int at,
            List<Step> steps,
            List<Row> events,
            List<Before> corrections) {}

    /** What was true from that day on. */
    record Step(LocalDate day, Standing standing, List<Fact> facts, List<Member> members) {}

    record Fact(String zh, String en, String value, String note) {}

    record Member(String name, String relation, String sex, long birthYear) {}

    record Row(
            HouseholdHistory.Event event,
            String source,
            String recorded,
            String briefId,
            String briefDigest) {}

    /** {@code known} is the vector just before the correction was recorded. */
    record Before(String sentence, String known) {}

    Page page(String householdId, Asked asked) {
        var days = histories.days(householdId, asked);
        var steps = days.steps().stream().map(HouseholdPage::step).toList();
        var whole = days.steps().isEmpty() ? days.all() : days.steps().getLast().history();
        var region = whole.state().region();
        return new Page(
                householdId,
                head(whole.state()),
                region == null ? null : nameOf(region, days.asOf()),
                region == null ? null : region.substring(0, 9) + "000",
                days.asOf(),
                at(steps, days.asOf().effective()),
                steps,
                whole.events().stream().map(HouseholdPage::row).toList(),
                corrections(whole, days.asOf()));
    }

    private @Nullable String nameOf(String region, AsOf asOf) {
        return reader.read(
                db -> new Places(db).find(region, asOf).map(Places.Place::name).orElse(region));
    }

    private static int at(List<Step> steps, LocalDate effective) {
        var at = 0;
        for (var i = 0; i < steps.size(); i++) {
            if (!steps.get(i).day().isAfter(effective)) at = i;
        }
        return at;
    }

    private static String head(HouseholdAt state) {
        return state.members().stream()
                .filter(member -> member.relation().equals("HEAD"))
                .map(HouseholdAt.Member::maskedName)
                .findFirst()
                .orElse("");
    }

    private static Step step(Histories.Step step) {
        var state = step.history().state();
        var facts = new ArrayList<Fact>();
        add(facts, "人口", "persons", state.persons() == 0 ? null : state.persons() + " 人", "");
        add(facts, "住址", "group", state.group(), "");
        add(facts, "属性", "type", term(state.householdType()), "");
        add(facts, "主要致贫原因", "main cause", term(state.mainCause()), "");
        add(
                facts,
                "其他原因",
                "other causes",
                state.otherCauses().isEmpty()
                        ? null
                        : state.otherCauses().stream()
                                .map(Terms::zh)
                                .collect(Collectors.joining("、")),
                "");
        var income = state.income();
        if (income != null) {
            add(
                    facts,
                    income.year() + " 年人均纯收入",
                    "net income per head",
                    yuan(income.incomeFenPerHead()),
                    income.corrected() ? "已更正 corrected" : "");
        }
        var line = state.lineFenPerYear();
        if (line != null) add(facts, "识别所用标准", "poverty line", yuan(line), "");
        var helper = state.helper();
        if (helper != null) {
            add(facts, "帮扶责任人", "helper", helper.helperId() + " · " + helper.helperUnit(), "");
        }
        for (var project : state.projects()) {
            add(
                    facts,
                    "受益项目",
                    "project",
                    project.name(),
                    "份额 share %s%%"
                            .formatted(
                                    BigDecimal.valueOf(project.shareBasisPoints(), 2)
                                            .toPlainString()));
        }
        for (var payment : state.payments()) {
            add(facts, "拨付", "payment", yuan(payment.amountFen()), Terms.zh(payment.status()));
        }
        return new Step(
                step.day(),
                state.standing(),
                facts,
                state.members().stream()
                        .map(m ->
                                new Member(
                                        m.maskedName(),
                                        Terms.zh(m.relation()),
                                        Terms.zh(m.sex()),
                                        m.birthYear()))
                        .toList());
    }

    private static void add(
            List<Fact> facts, String zh, String en, @Nullable String value, String note) {
        if (value != null && !value.isBlank()) facts.add(new Fact(zh, en, value, note));
    }

    private static @Nullable String term(@Nullable String code) {
        return code == null ? null : Terms.zh(code);
    }

    private static String yuan(long fen) {
        var amount = Display.money(fen);
        return amount.text() + " " + amount.unit();
    }

    private static Row row(HouseholdHistory.Event event) {
        return new Row(
                event,
                SOURCES.getOrDefault(event.source(), event.source()),
                Display.moment(event.recordedAt()),
                Display.shortId(event.id()),
                Display.shortId(event.digest()));
    }

    private static List<Before> corrections(HouseholdHistory history, AsOf asOf) {
        return history.events().stream()
                .filter(event -> event.corrects() != null)
                .map(event -> new Before(event.zh(), before(event, asOf)))
                .toList();
    }

    private static String before(HouseholdHistory.Event event, AsOf asOf) {
        return asOf.known().entrySet().stream()
                .map(known ->
                        known.getKey()
                                + ":"
                                + (known.getKey().equals(event.source())
                                        ? event.position() - 1
                                        : known.getValue()))
                .collect(Collectors.joining(","));
    }
}
