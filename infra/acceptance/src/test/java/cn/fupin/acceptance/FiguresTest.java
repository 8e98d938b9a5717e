package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.FigureTable;
import cn.fupin.townships.FigureTable.Row;
import cn.fupin.townships.Township;
import cn.fupin.townships.Township.Verdict;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The text's figures beside the events': equal where they are, different where they are not. */
@OnTheWholeSystem
class FiguresTest {

    @Test
    void every_figure_of_the_text_comes_out_as_declared(WholeSystem system) {
        FigureTable table = system.table(system.sample);

        assertThat(table.check()).as(table.text()).isTrue();
        assertThat(table.rows()).hasSize(system.sample.claims().size());
    }

    @Test
    void fifteen_persons_the_text_does_not_account_for_are_shown_and_not_adjusted(
            WholeSystem system) {
        Row row = rows(system, system.sample).of("persons-registered");

        assertThat(row.phraseZh()).isEqualTo("3152人");
        assertThat(row.claimed()).isEqualByComparingTo("3152");
        assertThat(row.fromEvents()).isEqualByComparingTo("3167");
        assertDiffers(row, 15);
    }

    @Test
    void one_registration_of_four_persons_fewer_and_eleven_persons_more_removed_differ(
            WholeSystem system) {
        var rows = rows(system, system.explained);

        assertThat(rows.of("households-identified").fromEvents()).isEqualByComparingTo("787");
        assertDiffers(rows.of("households-identified"), -1);
        assertThat(rows.of("persons-identified").fromEvents()).isEqualByComparingTo("3270");
        assertDiffers(rows.of("persons-identified"), -4);
        assertThat(rows.of("persons-removed").fromEvents()).isEqualByComparingTo("118");
        assertDiffers(rows.of("persons-removed"), 11);
        // and then the text would be right
        assertThat(rows.of("persons-registered").fromEvents()).isEqualByComparingTo("3152");
        assertThat(rows.of("persons-registered").verdict()).isEqualTo(Verdict.equal);
        assertThat(rows.table().check()).isFalse();
    }

    /** Its service was killed in the middle of it: nothing is missing, nothing is there twice. */
    @Test
    void a_service_killed_while_it_was_loaded_lost_nothing(WholeSystem system) {
        var rows = rows(system, system.explained);

        assertThat(rows.of("households-registered").fromEvents()).isEqualByComparingTo("764");
        assertThat(rows.of("households-removed").fromEvents()).isEqualByComparingTo("23");
        assertThat(rows.of("persons-registered").fromEvents()).isEqualByComparingTo("3152");
    }

    @Test
    void a_figure_drills_down_to_its_households_and_their_events(WholeSystem system) {
        var drill =
                system.report(
                        "/figures/persons-registered/events?effective=2015-12-31&region="
                                + system.sample.township());

        assertThat(drill.path("lineCount").asInt(0)).isEqualTo(765);
        long persons = 0;
        for (var line : drill.path("lines")) {
            assertThat(line.path("subject").asString("")).startsWith("household-");
            assertThat(line.path("events").size()).isPositive();
            persons += line.path("value").asLong(0);
        }
        assertThat(persons).isEqualTo(3167);
    }

    @Test
    void as_of_the_day_before_the_removal_all_are_on_the_register(WholeSystem system) {
        var figures =
                system.report("/figures?effective=2014-11-19&region=" + system.sample.township());

        assertThat(value(figures, "households-registered")).isEqualTo(788);
        assertThat(value(figures, "persons-registered")).isEqualTo(3274);
        assertThat(value(figures, "households-removed")).isZero();
    }

    @Test
    void the_county_is_both_towns_together(WholeSystem system) {
        var figures = system.report("/figures?effective=2015-12-31&region=513423000000");

        assertThat(value(figures, "households-registered")).isEqualTo(765 + 764);
        assertThat(value(figures, "persons-registered")).isEqualTo(3167 + 3152);
        assertThat(value(figures, "villages")).isEqualTo(2 * 12);
    }

    private static long value(JsonNode answer, String id) {
        for (var figure : answer.path("figures")) {
            if (figure.path("figure").asString("").equals(id)) {
                return figure.path("value").asLong(-1);
            }
        }
        throw new AssertionError("no figure " + id);
    }

    private static void assertDiffers(Row row, long by) {
        assertThat(row.verdict()).isEqualTo(Verdict.differs);
        assertThat(row.difference()).isEqualByComparingTo(BigDecimal.valueOf(by));
    }

    private record Rows(FigureTable table) {
        Row of(String figure) {
            return table.rows().stream()
                    .filter(row -> row.figure().equals(figure))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row " + figure));
        }
    }

    private static Rows rows(WholeSystem system, Township township) {
        return new Rows(system.table(township));
    }
}
