package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.FigureTable;
import cn.fupin.townships.FigureTable.Row;
import cn.fupin.townships.Township;
import cn.fupin.townships.TownshipFile;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the five texts say of the register, beside what its events give. */
@OnTheWholeSystem
class FiveTownshipsTest {
    private static final String SHAN = "439901100000";
    private static final String SHAN_BEFORE = "439901101000";
    private static final String XIANG_BEFORE = "439901201000";
    private static final String MUCHUAN = "511129299000";
    private static final String QINGSHAN_VILLAGE = "511129299202";
    private static final String HUANGDAN = "511129105000";

    static Stream<String> shipped() {
        return TownshipFile.SHIPPED.stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @Execution(ExecutionMode.CONCURRENT)
    void every_figure_of_a_text_comes_out_as_its_file_declares(String id, WholeSystem system) {
        FigureTable table = system.table(system.shipped(id));

        assertThat(table.check()).as(table.text()).isTrue();
        assertThat(table.rows()).hasSameSizeAs(system.shipped(id).claims());
    }

    @Test
    void first_registered_were_4157_households_of_12437_persons(WholeSystem system) {
        long households = 0;
        long persons = 0;
        for (String id : TownshipFile.SHIPPED) {
            households += fromEvents(row(system, id, "households-identified"));
            persons += fromEvents(row(system, id, "persons-identified"));
        }
        assertThat(households).isEqualTo(4157);
        assertThat(persons).isEqualTo(12437);
    }

    /** In every township, whatever happened in it, and on days before, between and after. */
    @ParameterizedTest
    @MethodSource("shipped")
    @Execution(ExecutionMode.CONCURRENT)
    void the_register_is_what_came_less_what_went(String id, WholeSystem system) {
        Township township = system.shipped(id);
        for (String day : new String[] {"2014-12-31", "2016-06-30", "2016-12-31", "2018-12-31"}) {
            var figures = figures(system, township.divisions().getFirst().code(), day, "then");
            for (String what : new String[] {"households", "persons"}) {
                long moved =
                        value(figures, what + "-identified")
                                - value(figures, what + "-removed")
                                - value(figures, what + "-exited")
                                + value(figures, what + "-relapsed")
                                - value(figures, what + "-dissolved");
                if (what.equals("persons")) {
                    moved += value(figures, "persons-joined") - value(figures, "persons-left");
                }
                assertThat(value(figures, what + "-registered"))
                        .as(id + " " + day)
                        .isEqualTo(moved);
            }
        }
    }

    @Test
    void planned_exits_never_reduce_the_register_and_242_households_remain(WholeSystem system) {
        var figures = figures(system, MUCHUAN, "2016-06-30", "then");
        Set<String> onRegister = subjects(system, MUCHUAN, "households-registered", "2016-06-30");
        Set<String> planned = subjects(system, MUCHUAN, "households-exit-planned", "2016-06-30");

        assertThat(value(figures, "households-registered")).isEqualTo(269 - 27);
        assertThat(value(figures, "persons-registered")).isEqualTo(972 - 111);
        assertThat(planned).hasSize(47);
        assertThat(onRegister).hasSize(242).containsAll(planned);
        Row claimed = row(system, "muchuan-township", "households-registered");
        assertThat(claimed.claimed()).isEqualByComparingTo("222");
        assertThat(claimed.difference()).isEqualByComparingTo("20");
    }

    @Test
    void a_units_contact_of_thirty_households_is_no_persons(WholeSystem system) {
        var figures = figures(system, MUCHUAN, "2016-06-30", "then");

        assertThat(value(figures, "unit-contact-households")).isEqualTo(29 + 7 + 20 + 30);
        assertThat(value(figures, "helper-households-max")).isEqualTo(5);
    }

    @Test
    void by_todays_divisions_three_villages_lie_in_huangdan_and_one_is_seen_to_lie_nowhere(
            WholeSystem system) {
        var then = figures(system, MUCHUAN, "2016-06-30", "then");
        var left = figures(system, MUCHUAN, "2016-06-30", "today");
        var huangdan = figures(system, HUANGDAN, "2020-12-31", "then");
        var qingshan = figures(system, QINGSHAN_VILLAGE, "2020-12-31", "then");

        assertThat(value(then, "households-registered")).isEqualTo(242);
        assertThat(value(huangdan, "households-registered")).isEqualTo(242 - 57);
        assertThat(value(qingshan, "households-registered")).isEqualTo(57);
        assertThat(value(qingshan, "persons-registered")).isEqualTo(200);
        assertThat(value(left, "households-registered")).isEqualTo(57);
        assertThat(texts(left.path("noSuccessor"))).containsExactly(QINGSHAN_VILLAGE);
        assertThat(texts(qingshan.path("noSuccessor"))).containsExactly(QINGSHAN_VILLAGE);
        // Nobody is lost between the two: the county has them all by either.
        for (String divisions : new String[] {"then", "today"}) {
            var county = figures(system, "511129000000", "2020-12-31", divisions);
            assertThat(value(county, "households-registered")).isEqualTo(242);
        }
    }

    @Test
    void the_first_identification_belongs_to_two_townships_then_and_to_one_today(
            WholeSystem system) {
        long before =
                value(figures(system, SHAN_BEFORE, "2014-12-31", "then"), "households-identified");
        long beside =
                value(figures(system, XIANG_BEFORE, "2014-12-31", "then"), "households-identified");
        Row today = row(system, "shan-town", "households-identified");

        assertThat(before).isEqualTo(1231);
        assertThat(beside).isEqualTo(750);
        assertThat(today.fromEvents()).isEqualByComparingTo("1981");
        assertThat(
                        value(
                                figures(system, SHAN_BEFORE, "2016-06-30", "then"),
                                "households-registered"))
                .isZero();
    }

    @Test
    void two_dated_snapshots_are_two_dates_and_no_conflict(WholeSystem system) {
        var reverified = figures(system, SHAN, "2016-06-30", "then");
        var later = figures(system, SHAN, "2017-06-30", "then");

        assertThat(value(reverified, "households-on-file")).isEqualTo(1825);
        assertThat(value(reverified, "persons-on-file")).isEqualTo(5967);
        assertThat(value(later, "households-on-file")).isEqualTo(1837);
        assertThat(value(later, "persons-on-file")).isEqualTo(5982);
        assertThat(value(later, "households-registered")).isEqualTo(1837 - 297);
        assertThat(value(later, "persons-registered")).isEqualTo(5982 - 1091);
    }

    @Test
    void what_could_explain_156_households_but_7_persons_is_listed_and_none_of_it_claimed(
            WholeSystem system) {
        var answer = system.report("/figures?region=" + SHAN);
        JsonNode compared = compared(answer, "households-on-file", "重新核实贫困户1825户");

        assertThat(compared.path("verdict").asString("")).isEqualTo("equal");
        JsonNode question = compared.path("openQuestion");
        assertThat(question.path("zh").asString("")).contains("少156户而只少7人");
        assertThat(question.path("candidates").size()).isEqualTo(3);
    }

    private static JsonNode compared(JsonNode answer, String figure, String phrase) {
        for (JsonNode row : answer.path("figures")) {
            for (JsonNode claim : row.path("claims")) {
                if (row.path("figure").asString("").equals(figure)
                        && claim.path("phraseZh").asString("").equals(phrase)) {
                    return claim;
                }
            }
        }
        throw new AssertionError("no claim " + phrase);
    }

    private static JsonNode figures(
            WholeSystem system, String region, String effective, String divisions) {
        return system.report(
                "/figures?region=%s&effective=%s&divisions=%s"
                        .formatted(region, effective, divisions));
    }

    private static Set<String> subjects(
            WholeSystem system, String region, String figure, String effective) {
        Set<String> subjects = new HashSet<>();
        system.report(
                        "/figures/%s/events?region=%s&effective=%s"
                                .formatted(figure, region, effective))
                .path("lines")
                .forEach(line -> subjects.add(line.path("subject").asString("")));
        return subjects;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static long value(JsonNode answer, String id) {
        for (JsonNode figure : answer.path("figures")) {
            if (figure.path("figure").asString("").equals(id)) {
                return figure.path("value").asLong(-1);
            }
        }
        throw new AssertionError("no figure " + id);
    }

    private static long fromEvents(Row row) {
        return Objects.requireNonNull(row.fromEvents()).longValueExact();
    }

    private static Row row(WholeSystem system, String township, String figure) {
        return system.table(system.shipped(township)).rows().stream()
                .filter(row -> row.figure().equals(figure))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + figure));
    }
}
