package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.page.Readback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 户有表、村有册、乡有电子档案, and the list on the wall, as an office asks for them. */
class DocumentsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Township township = Township.ready(20);

    @Test
    void a_household_has_its_forms_as_pdf_and_xlsx_of_any_day() throws Exception {
        var household = township.registered(3);
        helped(household);
        for (var form : List.of("form", "handbook", "clear-card")) {
            var path = "/households/" + household + "/documents/" + form;
            var pdf = get(path + "?asOf=2015-12-31");
            assertThat(pdf.statusCode()).as(form).isEqualTo(200);
            assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(Readback.ofPdf(pdf.body())).contains("王**", "村", "截至").doesNotContain("王小明");
            assertThat(get(path + "?asOf=2015-12-31").body()).isEqualTo(pdf.body());
            var xlsx = get(path + "?asOf=2015-12-31&format=xlsx");
            assertThat(Readback.ofXlsx(xlsx.body()))
                    .contains("王**", "在册", "县农业局")
                    .doesNotContain("王小明");
            keep(form + ".pdf", pdf.body());
            keep(form + ".xlsx", xlsx.body());
        }
        var earlier =
                get("/households/" + household + "/documents/form?asOf=2014-04-02&format=xlsx");
        assertThat(Readback.ofXlsx(earlier.body())).contains("识别中").doesNotContain("县农业局");
    }

    @Test
    void a_village_has_its_register_and_a_township_its_archive() throws Exception {
        var household = township.registered(3);
        var removed = township.registered(2);
        township.done(
                township.step(
                        removed,
                        "removal",
                        Map.of(
                                "removedOn",
                                "2015-03-01",
                                "cause",
                                "MISIDENTIFIED",
                                "authority",
                                Township.body("县扶贫移民局"))));
        var path = "/villages/" + township.village + "/documents/register";
        var before = Readback.ofXlsx(get(path + "?asOf=2014-12-31&format=xlsx").body());
        assertThat(before).contains("合计 2 户 5 人；其中在册 2 户 5 人");
        var after = get(path + "?asOf=2015-12-31");
        assertThat(Readback.ofPdf(after.body()).replaceAll("\\s", "")).contains("合计1户3人", "贫困户花名册");
        keep("register.pdf", after.body());

        var zip = get("/townships/" + township.town + "/documents/archive?asOf=2015-12-31");
        keep("archive.zip", zip.body());
        var files = unzipped(zip.body());
        assertThat(files.keySet())
                .contains("乡镇汇总表.pdf", "乡镇汇总表.xlsx", "SHA256SUMS")
                .anyMatch(name -> name.endsWith("/村册.xlsx"))
                .anyMatch(name -> name.endsWith("/户表/" + household + ".pdf"))
                .noneMatch(name -> name.contains(removed));
        var sums =
                new String(files.getOrDefault("SHA256SUMS", new byte[0]), StandardCharsets.UTF_8);
        assertThat(sums.lines()).hasSize(files.size() - 1);
        assertThat(get("/townships/" + township.town + "/documents/archive?asOf=2015-12-31").body())
                .isEqualTo(zip.body());
    }

    @Test
    void a_village_has_its_ledger_of_help() throws Exception {
        var household = township.registered(2);
        township.registered(1);
        helped(household);
        township.done(
                township.step(
                        household,
                        "policy",
                        Map.of(
                                "policy",
                                "SUBSISTENCE_ALLOWANCE",
                                "decidedBy",
                                Township.body("县民政局"),
                                "since",
                                "2014-07-01")));
        var path = "/villages/" + township.village + "/documents/help-ledger?asOf=2015-12-31";
        var sheet = Readback.ofXlsx(get(path + "&format=xlsx").body());
        assertThat(sheet)
                .contains("帮扶台账", "县农业局", "低保兜底 2 人", "2015 年计划措施")
                .contains("发展生产、发展教育", "1 次，最近 2015-03-01")
                .contains("合计 2 户 3 人；有帮扶责任人 1 户", "享受政策 1 户")
                .doesNotContain("王小明");
        var pdf = get(path);
        assertThat(Readback.ofPdf(pdf.body()).replaceAll("\\s", "")).contains("低保兜底2人");
        keep("help-ledger.pdf", pdf.body());
        var before = "/villages/" + township.village + "/documents/help-ledger?asOf=2014-01-02";
        assertThat(Readback.ofXlsx(get(before + "&format=xlsx").body())).contains("当日本村没有");
        assertThat(get("/villages/513423999999/documents/help-ledger").statusCode()).isEqualTo(404);
    }

    @Test
    void the_ledger_calls_helpers_by_their_masked_names_and_shows_no_long_id() throws Exception {
        var helpers = new ArrayList<String>();
        for (var name : List.of("张小三", "", "赵四", "张小五")) {
            var household = township.registered(1);
            helped(household);
            var helper = "helper-" + household;
            helpers.add(helper);
            if (name.isEmpty()) continue;
            township.done("/helpers/" + helper + "/naming", Township.naming(township.town, name));
        }
        var path = "/villages/" + township.village + "/documents/help-ledger?asOf=2015-12-31";
        var sheet = Readback.ofXlsx(get(path + "&format=xlsx").body());
        for (var helper : helpers) assertThat(sheet).doesNotContain(helper);
        assertThat(sheet)
                .as("two are called so, one is called so, one nobody named")
                .contains(
                        "张**（%s）".formatted(brief(helpers.get(0))),
                        "张**（%s）".formatted(brief(helpers.get(3))),
                        "赵*",
                        brief(helpers.get(1)))
                .doesNotContain(brief(helpers.get(2)), "张小三", "赵四");
    }

    private static String brief(String id) {
        return "helper-h…" + id.substring(id.length() - 4);
    }

    /** 乡镇区划调整: the households keep the codes they were entered under. */
    @Test
    void what_was_merged_is_in_the_documents_of_whatever_has_it_that_day() throws Exception {
        var household = township.registered(3);
        var later = Township.listed();
        var lost = township.town.substring(0, 9) + "202";
        township.done(township.list(lost, "__二村", "VILLAGE", township.town, true));
        township.done(township.supersede(township.village, "2019-12-20", later.village));
        township.done(township.supersede(lost, "2019-12-20"));
        township.done(township.supersede(township.town, "2019-12-20", later.town));
        township.done(
                "/regions/region-%s/renaming".formatted(later.village),
                Map.of("name", "新__村", "renamedOn", "2021-01-01"));

        assertThat(register(township.village, "2019-12-19")).contains("合计 1 户 3 人", "王**");
        assertThat(register(township.village, "2019-12-20"))
                .contains("本村已于2019年12月20日撤并，其农户列入__村（" + later.village + "）的村册。")
                .contains("当日本村没有在册、已脱贫、中止或监测的农户。")
                .doesNotContain("王**");
        assertThat(register(later.village, "2019-12-19")).contains("当日本村没有");
        assertThat(register(later.village, "2019-12-20"))
                .contains("合计 1 户 3 人", "含原__村（" + township.village + "）的 1 户。")
                .doesNotContain("新__村");
        assertThat(register(later.village, "2021-01-01")).contains("新__村");
        assertThat(register(lost, "2020-01-01")).contains("没有登记承接的村");

        assertThat(archive(township.town, "2019-12-19").keySet())
                .anyMatch(name -> name.endsWith("/户表/" + household + ".pdf"));
        var gone = archive(township.town, "2019-12-20");
        assertThat(gone.keySet()).noneMatch(name -> name.contains(household));
        assertThat(Readback.ofXlsx(gone.getOrDefault("乡镇汇总表.xlsx", new byte[0])))
                .contains("本乡镇已于2019年12月20日撤并入__镇（" + later.town + "）", lost)
                .doesNotContain(township.village);
        assertThat(archive(later.town, "2019-12-19").keySet())
                .noneMatch(name -> name.contains(household));
        assertThat(archive(later.town, "2019-12-20").keySet())
                .anyMatch(name -> name.startsWith(later.village) && name.contains(household));
        var form = "/households/" + household + "/documents/form?format=xlsx&asOf=";
        assertThat(Readback.ofXlsx(get(form + "2019-12-19").body())).doesNotContain("（原 ");
        assertThat(Readback.ofXlsx(get(form + "2021-01-01").body()))
                .contains("新__村（原 盐源县 __镇 __村）");
    }

    private static String register(String village, String day) throws Exception {
        var path = "/villages/%s/documents/register?format=xlsx&asOf=%s".formatted(village, day);
        var xlsx = get(path);
        assertThat(xlsx.statusCode()).isEqualTo(200);
        assertThat(get(path.replace("xlsx", "pdf")).statusCode()).isEqualTo(200);
        return Readback.ofXlsx(xlsx.body());
    }

    private static Map<String, byte[]> archive(String town, String day) throws Exception {
        var zip = get("/townships/%s/documents/archive?asOf=%s".formatted(town, day));
        assertThat(zip.statusCode()).isEqualTo(200);
        return unzipped(zip.body());
    }

    @Test
    void a_place_that_is_none_or_of_another_level_is_refused_by_name() throws Exception {
        var unknown = township.town.substring(0, 9) + "298";
        for (var path :
                List.of(
                        "/villages/" + unknown + "/documents/register",
                        "/townships/513423999000/documents/archive",
                        "/villages/" + unknown + "/visit-kit")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path :
                List.of(
                        "/villages/" + township.town + "/documents/register",
                        "/villages/5134/documents/register",
                        "/villages/" + township.town + "/visit-kit")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(400);
            assertThat(new String(get(path).body(), StandardCharsets.UTF_8))
                    .contains("\"field\":\"region\"");
        }
        var archive = get("/townships/" + township.village + "/documents/archive");
        assertThat(new String(archive.body(), StandardCharsets.UTF_8))
                .contains("township-code", "应为乡镇级区划代码");
    }

    @Test
    void half_a_character_in_a_move_is_refused_and_breaks_no_register() throws Exception {
        var household = township.registered(1);
        for (var group : List.of("\\ud800", "\\udc00x", "\\u0000")) {
            var reply =
                    township.step(
                            household,
                            "move",
                            "{\"region\":\"%s\",\"group\":\"%s\",\"movedOn\":\"2015-03-01\",\"decidedBy\":{\"body\":\"镇\"}}"
                                    .formatted(township.village, group));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.rule()).isEqualTo("whole-characters");
        }
        var register = get("/villages/" + township.village + "/documents/register?asOf=2015-12-31");
        assertThat(register.statusCode()).isEqualTo(200);
    }

    @Test
    void a_notice_has_its_list_and_it_shows_the_households_of_the_day_it_was_posted()
            throws Exception {
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 4);
        for (var format : List.of("pdf", "xlsx")) {
            var list = get("/notices/" + notice + "/documents/list?format=" + format);
            assertThat(list.statusCode()).isEqualTo(200);
            var words =
                    format.equals("pdf")
                            ? Readback.ofPdf(list.body())
                            : Readback.ofXlsx(list.body());
            assertThat(words).contains("贫困户识别第二次公示名单", "王**", "三组");
            keep("notice." + format, list.body());
        }
    }

    @Test
    void an_announcement_has_its_list_by_the_same_lines_and_says_when_it_was_withdrawn()
            throws Exception {
        var household = township.registered(4);
        var announcement = "announcement-" + UUID.randomUUID();
        township.done(
                "/announcements/" + announcement + "/publication",
                Map.of(
                        "kind",
                        "REGISTRATION",
                        "region",
                        township.village,
                        "place",
                        "村务公开栏",
                        "householdIds",
                        List.of(household),
                        "decidedBy",
                        Map.of("body", "县扶贫移民局", "documentNo", "盐扶〔2014〕3号"),
                        "announcedOn",
                        "2014-05-20"));
        township.done(township.dissolve(household, "2016-01-01"));
        var path = "/announcements/" + announcement + "/documents/list?format=";
        for (var format : List.of("pdf", "xlsx")) {
            var list = get(path + format);
            assertThat(list.statusCode()).isEqualTo(200);
            var words =
                    format.equals("pdf")
                            ? Readback.ofPdf(list.body())
                            : Readback.ofXlsx(list.body());
            assertThat(words.replaceAll("\\s", ""))
                    .contains("建档立卡贫困户公告名单", "王**", "三组", "合计1户4人")
                    .contains("经县扶贫移民局（盐扶〔2014〕3号）审定", "2014年5月20日", "公告地点：村务公开栏")
                    .doesNotContain("撤回", "王小明", "因病");
            keep("announcement." + format, list.body());
        }
        assertThat(get(path + "pdf&asOf=2014-05-19").statusCode()).isEqualTo(409);
        township.done(
                "/announcements/" + announcement + "/withdrawal",
                Map.of(
                        "reason",
                        "名单有误",
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "withdrawnOn",
                        "2014-06-01"));
        assertThat(Readback.ofXlsx(get(path + "xlsx").body())).contains("已于2014年6月1日撤回，不得张贴");
        assertThat(Readback.ofXlsx(get(path + "xlsx&asOf=2014-05-31").body())).doesNotContain("撤回");
        var unknown = "/announcements/announcement-" + UUID.randomUUID() + "/documents/list";
        assertThat(get(unknown).statusCode()).isEqualTo(404);
    }

    @Test
    void a_helper_has_a_name_on_paper_and_a_phone_for_whoever_may_be_told() throws Exception {
        var household = township.registered(1);
        helped(household);
        var helper = "helper-" + household;
        var said = new LinkedHashMap<>(Township.naming(township.town, "端木槐"));
        said.put("phone", "13900002345");
        var elsewhere = Township.listed();
        var claimed = Township.naming(elsewhere.town, "端木槐");
        assertThat(elsewhere.door.post("/helpers/" + helper + "/naming", claimed).reason())
                .isEqualTo("WORKS_ELSEWHERE");
        township.done("/helpers/" + helper + "/naming", said);
        for (var form : List.of("form", "handbook", "clear-card")) {
            var path =
                    "/households/%s/documents/%s?format=xlsx&asOf=2015-12-31"
                            .formatted(household, form);
            assertThat(Readback.ofXlsx(get(path).body()))
                    .as(form)
                    .contains("端木*（" + brief(helper) + "）", "县农业局", "naming-" + helper + " 至第 0 号")
                    .doesNotContain("端木槐", "13900002345");
            assertThat(Readback.ofXlsx(post(path).body())).contains("端木槐", "13900002345");
        }
        var register =
                "/villages/" + township.village + "/documents/register?format=xlsx&asOf=2015-12-31";
        assertThat(Readback.ofXlsx(get(register).body())).contains("端木*").doesNotContain("端木槐");
        var card = "/households/" + household + "/documents/clear-card?format=xlsx&asOf=";
        assertThat(Readback.ofXlsx(get(card + "2014-05-31").body())).doesNotContain("端木*");
        said.put("unit", "县林业局");
        said.put("changedOn", "2016-01-01");
        said.keySet().removeAll(List.of("region", "namedOn", "phone"));
        township.done("/helpers/" + helper + "/change", said);
        said.put("region", elsewhere.town);
        var clerk = township.door.as("clerk-9", "county-officer", township.town);
        assertThat(clerk.post("/helpers/" + helper + "/change", said).status()).isEqualTo(403);
        said.put("region", township.village);
        township.done(clerk.post("/helpers/" + helper + "/change", said));
        assertThat(Readback.ofXlsx(post(card + "2016-01-01").body()))
                .contains("县林业局", "端木槐", "13900002345");
        erased(helper);
        assertThat(Readback.ofXlsx(get(card + "2016-01-01").body()))
                .contains("（已删除）")
                .doesNotContain("端木*");
    }

    private void erased(String helper) {
        var person =
                Running.service()
                        .bean(JdbcClient.class)
                        .sql("select person_id from helper_person where helper_id = ?")
                        .param(helper)
                        .query(String.class)
                        .single();
        var officer = "data-protection-officer";
        var one = township.door.as("officer-1", officer, Township.COUNTY);
        var two = township.door.as("officer-2", officer, Township.COUNTY);
        assertThat(one.get("/persons/" + person).text()).contains("PersonalDataRevealed");
        township.done(
                one.post("/persons/" + person + "/erasure-request", Map.of("reason", "本人申请")));
        township.done(
                two.post(
                        "/persons/" + person + "/erasure",
                        Map.of("decidedBy", Township.body("县扶贫移民局"))));
    }

    @Test
    void it_is_said_why_there_is_none() throws Exception {
        var household = township.registered(1);
        var form = "/households/" + household + "/documents/form";
        assertThat(get(form + "?asOf=2013-01-01").statusCode()).isEqualTo(409);
        assertThat(get(form + "?asOf=2999-01-01").statusCode()).isEqualTo(400);
        assertThat(get(form + "?format=doc").statusCode()).isEqualTo(400);
        assertThat(get("/households/" + Township.newHousehold() + "/documents/form").statusCode())
                .isEqualTo(404);
        assertThat(get("/notices/" + Township.newNotice() + "/documents/list").statusCode())
                .isEqualTo(404);
        for (var denied :
                List.of(
                        get(form, "auditor", "430000000000"),
                        get(form, "operator", Township.COUNTY))) {
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(new String(denied.body(), StandardCharsets.UTF_8))
                    .contains("urn:fupin:problem:denied");
        }
        assertThat(get(form, "auditor", Township.COUNTY).statusCode()).isEqualTo(200);
    }

    @Test
    void a_village_has_all_its_documents_and_a_helper_those_of_a_household_with_masked_names()
            throws Exception {
        var household = township.registered(1);
        var form = "/households/" + household + "/documents/form";
        var ofPlaces =
                List.of(
                        "/villages/" + township.village + "/documents/register",
                        "/villages/" + township.village + "/documents/help-ledger",
                        "/villages/" + township.village + "/documents/archive");
        for (var role : List.of("village-worker", "helper")) {
            for (var of : List.of("form", "handbook", "clear-card")) {
                var path = "/households/" + household + "/documents/" + of + "?format=xlsx";
                var masked = get(path, role, township.village);
                assertThat(masked.statusCode()).as(role).isEqualTo(200);
                assertThat(Readback.ofXlsx(masked.body())).contains("王**");
                assertThat(get(path, role, township.village.replace("201", "202")).statusCode())
                        .as(role)
                        .isEqualTo(403);
                assertThat(post(path, role, township.village).statusCode()).as(role).isEqualTo(403);
            }
            for (var path : ofPlaces) {
                assertThat(get(path, role, township.village).statusCode())
                        .as(role + " " + path)
                        .isEqualTo(role.equals("helper") ? 403 : 200);
            }
            assertThat(
                            get(
                                            "/townships/" + township.town + "/documents/archive",
                                            role,
                                            township.village)
                                    .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get(form, "operator", township.village).statusCode()).isEqualTo(403);
    }

    @Test
    void a_clear_card_has_the_telephone_of_the_last_notice_that_names_one() throws Exception {
        var household = township.registered(1);
        var card = "/households/" + household + "/documents/clear-card?format=xlsx&asOf=";
        assertThat(Readback.ofXlsx(get(card + "2015-12-31").body())).doesNotContain("监督电话见");
        hotline(township.town, "2015-01-01", "0834-1111111");
        assertThat(Readback.ofXlsx(get(card + "2015-12-31").body())).contains("0834-1111111");
        hotline(township.village, "2015-02-01", "0834-2222222");
        var third = hotline(township.village, "2015-03-01", "0834-3333333");
        var shown = Readback.ofXlsx(get(card + "2015-12-31").body());
        assertThat(shown).contains("0834-3333333", third).doesNotContain("0834-1111111");
        assertThat(Readback.ofXlsx(get(card + "2015-02-28").body()))
                .contains("0834-2222222")
                .doesNotContain("0834-3333333");
        assertThat(Readback.ofXlsx(get(card + "2014-12-31").body())).doesNotContain("0834-");
        township.done(
                "/notices/" + third + "/withdrawal",
                Map.of(
                        "reason",
                        "电话有误",
                        "decidedBy",
                        Township.body("镇人民政府"),
                        "withdrawnOn",
                        "2015-03-02"));
        assertThat(Readback.ofXlsx(get(card + "2015-12-31").body())).contains("0834-2222222");
        assertThat(Readback.ofXlsx(get(card + "2015-03-01").body())).contains("0834-3333333");
    }

    /** A notice that hangs there and names the telephone; its id. */
    private String hotline(String region, String on, String number) {
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(1)));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        var notice = Township.newNotice();
        township.done(
                "/notices/" + notice + "/posting",
                Map.of(
                        "kind",
                        "FIRST",
                        "region",
                        region,
                        "place",
                        "政务公开栏",
                        "hotline",
                        number,
                        "postedOn",
                        on,
                        "householdIds",
                        List.of(household)));
        return notice;
    }

    @Test
    void a_village_has_its_archive_and_a_township_that_is_too_large_is_told_of_its_villages()
            throws Exception {
        var household = township.registered(2);
        var path = "/villages/" + township.village + "/documents/archive?asOf=";
        var zip = get(path + "2015-12-31");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(unzipped(zip.body()).keySet())
                .containsExactly(
                        "村册.pdf",
                        "村册.xlsx",
                        "户表/" + household + ".pdf",
                        "户表/" + household + ".xlsx",
                        "SHA256SUMS");
        assertThat(unzipped(get(path + "2014-01-02").body()).keySet())
                .containsExactly("村册.pdf", "村册.xlsx", "SHA256SUMS");
        assertThat(
                        get("/villages/%s298/documents/archive"
                                        .formatted(township.town.substring(0, 9)))
                                .statusCode())
                .isEqualTo(404);

        var large = Township.listed();
        Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        insert into household_place (household_id, region)
                        select 'household-' || gen_random_uuid(), ? from generate_series(1, 5001)
                        """)
                .param(large.village)
                .update();
        var refused = get("/townships/" + large.town + "/documents/archive");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("TOO_MANY_HOUSEHOLDS", "/villages/{region}/documents/archive")
                .contains("\"households\":5001", "\"" + large.village + "\"");
    }

    private void helped(String household) {
        township.done(
                township.step(
                        household,
                        "helper",
                        Map.of(
                                "helperId",
                                "helper-" + household,
                                "helperUnit",
                                "县农业局",
                                "assignedOn",
                                "2014-06-01",
                                "helperKind",
                                "CADRE")));
        township.done(
                township.step(
                        household,
                        "plan",
                        Map.of(
                                "kind",
                                "YEARLY",
                                "fromYear",
                                2015,
                                "toYear",
                                2015,
                                "measures",
                                List.of("INDUSTRY", "EDUCATION"),
                                "adoptedOn",
                                "2015-01-10")));
        township.done(
                township.step(
                        household,
                        "measure",
                        Map.of(
                                "measure",
                                "INDUSTRY",
                                "scheme",
                                "五个一批",
                                "assignedOn",
                                "2015-02-01")));
        township.done(
                township.step(
                        household,
                        "visit",
                        Map.of("visitedBy", "helper-1", "visitedOn", "2015-03-01")));
        township.done(
                township.step(
                        household,
                        "income",
                        Map.of(
                                "incomeYear",
                                2014,
                                "wageFen",
                                9000_00,
                                "businessFen",
                                1200_50,
                                "transferFen",
                                300_00,
                                "propertyFen",
                                0,
                                "costFen",
                                400_00,
                                "recordedOn",
                                "2015-01-20")));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return get(path, "township-clerk", Township.COUNTY);
    }

    private static HttpResponse<byte[]> get(String path, String role, String region)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(Running.service().url() + path))
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Role", role)
                        .header("Fupin-Region", region)
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(String path) throws Exception {
        return post(path, "township-clerk", Township.COUNTY);
    }

    private static HttpResponse<byte[]> post(String path, String role, String region)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(Running.service().url() + path))
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Role", role)
                        .header("Fupin-Region", region)
                        .header("Idempotency-Key", "named-" + UUID.randomUUID())
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"张贴明白卡\"}"))
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** To look at; nothing here is anybody's. */
    private static void keep(String name, byte[] file) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), file);
    }
}
