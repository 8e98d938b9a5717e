package cn.fupin.household.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Part;
import cn.fupin.documents.page.Pdf;
import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.document.NoticeList.Matter;
import cn.fupin.household.document.PublicLines.Line;
import cn.fupin.household.document.PublicLines.PublicName;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What hangs on the wall shows nobody's full name, number or health. */
class NoticeListTest {
    @Test
    void a_full_name_or_a_number_is_no_public_name() {
        for (var shown : List.of("王**", "欧阳*", "*", "買*", "（已删除）")) {
            assertThat(new PublicName(shown).shown()).isEqualTo(shown);
        }
        for (var hidden : List.of("王小明", "王", "", "买买提*", "11**", "13987650123", "王*明")) {
            assertThatThrownBy(() -> new PublicName(hidden))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_line_has_no_room_for_anything_else() {
        assertThat(
                        Arrays.stream(Line.class.getRecordComponents())
                                .map(c -> c.getType().getSimpleName()))
                .containsExactly("PublicName", "String", "int");
    }

    @Test
    void the_file_says_what_hangs_how_long_and_where_to_object() {
        for (var words : both(list("三组").paper())) {
            assertThatCode(() -> LastLook.at(words)).doesNotThrowAnyException();
            assertThat(words.replaceAll("\\s", ""))
                    .contains(
                            "贫困户识别第二次公示名单",
                            "公示期7日（自2014年5月1日张贴，至2014年5月8日止）",
                            "监督电话：0834-6362317",
                            "公示地点：村务公开栏",
                            "王**",
                            "三组",
                            "合计1户4人");
        }
    }

    /** 返贫 goes through the same two notices, and is no identification. */
    @Test
    void each_notice_is_headed_by_its_own_matter() {
        var identified = Matter.IDENTIFICATION;
        assertThat(headed(NoticeKind.FIRST, identified)).isEqualTo("贫困户识别第一次公示名单");
        assertThat(headed(NoticeKind.SECOND, identified)).isEqualTo("贫困户识别第二次公示名单");
        assertThat(headed(NoticeKind.FIRST, Matter.RELAPSE)).isEqualTo("返贫第一次公示名单");
        assertThat(headed(NoticeKind.SECOND, Matter.RELAPSE)).isEqualTo("返贫第二次公示名单");
        assertThat(headed(NoticeKind.SECOND, Matter.RELAPSE, identified))
                .isEqualTo("贫困户识别、返贫第二次公示名单");
        assertThat(headed(NoticeKind.SECOND)).isEqualTo("贫困户识别第二次公示名单");
        assertThat(headed(NoticeKind.EXIT, Matter.RELAPSE)).isEqualTo("贫困户脱贫退出公示名单");
    }

    private static String headed(NoticeKind kind, Matter... matters) {
        var paper =
                new NoticeList(
                                posted(kind),
                                Set.of(matters),
                                null,
                                "盐源县 __镇 __村",
                                new PublicLines(List.of()),
                                source())
                        .paper();
        return paper.title();
    }

    @Test
    void a_household_that_had_no_file_yet_is_counted_as_such() {
        for (var words : both(list(List.of()).paper())) {
            assertThat(words.replaceAll("\\s", "")).contains("合计0户0人。另有1户当日尚无档案，未列入。");
        }
        for (var words : both(list("三组").paper())) {
            assertThat(words).doesNotContain("另有");
        }
    }

    @Test
    void a_number_that_came_in_by_another_field_is_found_in_the_finished_file() {
        for (var planted :
                List.of(
                        "11010519491231002X",
                        "110105 19491231 002X",
                        "１３９８７６５０１２３",
                        "6222 0298 7654 3210 987",
                        "34052419800101001X43",
                        "三组（电话13987650123）")) {
            for (var words : both(list(planted).paper())) {
                assertThatThrownBy(() -> LastLook.at(words))
                        .as(planted)
                        .isInstanceOfSatisfying(
                                Refused.class, because(DocumentReason.NOTICE_SHOWS_A_NUMBER));
            }
        }
    }

    @Test
    void a_number_that_goes_on_in_the_next_line_of_its_cell_is_found_too() {
        var narrow = list("组 某某某某某某某某某某某某某某 11010519491231002X").paper();
        for (var words : both(narrow)) {
            assertThatThrownBy(() -> LastLook.at(words)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void a_cause_in_somebodys_health_is_found_whatever_made_the_file() {
        for (var planted : List.of("因病", "因 残", "长期慢性病", "患有大病", "残疾")) {
            for (var words : both(list(planted).paper())) {
                assertThatThrownBy(() -> LastLook.at(words))
                        .as(planted)
                        .isInstanceOfSatisfying(
                                Refused.class, because(DocumentReason.NOTICE_SHOWS_HEALTH));
            }
        }
    }

    @Test
    void hundreds_of_lines_are_no_number() {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < 700; i++)
            lines.add(new Line(new PublicName("王**"), i % 9 + 1 + "", i % 7 + 1));
        for (var words : both(list(lines).paper())) {
            assertThatCode(() -> LastLook.at(words)).doesNotThrowAnyException();
        }
    }

    private static Consumer<Refused> because(DocumentReason reason) {
        return refused -> assertThat(refused.reason()).isEqualTo(reason);
    }

    private static List<String> both(Paper paper) {
        assertThat(paper.parts()).hasAtLeastOneElementOfType(Part.Grid.class);
        return List.of(Readback.ofPdf(Pdf.of(paper)), Readback.ofXlsx(Xlsx.of(paper)));
    }

    private static NoticeList list(String group) {
        return list(List.of(new Line(new PublicName("王**"), group, 4)));
    }

    private static NoticeList list(List<Line> lines) {
        return new NoticeList(
                posted(NoticeKind.SECOND),
                Set.of(Matter.IDENTIFICATION),
                null,
                "盐源县 __镇 __村",
                new PublicLines(lines),
                source());
    }

    private static Paper.Source source() {
        return new Paper.Source(
                "来源：notice-018f6e2a-0000-7000-8000-000000000001",
                "0123456789".repeat(7).substring(6));
    }

    private static NoticePosted posted(NoticeKind kind) {
        return new NoticePosted(
                "notice-018f6e2a-0000-7000-8000-000000000001",
                LocalDate.of(2014, 5, 1),
                kind,
                "513423104201",
                "村务公开栏",
                "0834-6362317",
                7,
                List.of("household-018f6e2a-0000-7000-8000-000000000002"),
                false,
                null,
                null);
    }
}
