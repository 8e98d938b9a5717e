package cn.fupin.reporting.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.documents.page.Readback;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.support.SupportApi;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The pages, of rows alone and without a server. With {@code -Dpages.directory=…} they are written
 * there, to be looked at.
 */
class PagesTest {
    private static final Rows ROWS = Rows.ofAll();
    private static MockMvc pages;

    @BeforeAll
    static void tell() {
        ROWS.put(LaterTownship.story(OtherTownship.story(Township.story())).messages());
        var snapshots = ROWS.snapshots();
        var today = new Today(() -> Instant.parse("2018-12-31T04:00:00Z"));
        pages =
                MockMvcBuilders.standaloneSetup(
                                new Console(
                                        new RegionTree(snapshots),
                                        new RegionReport(snapshots),
                                        new DrillPage(snapshots),
                                        new HouseholdPage(new Histories(snapshots), ROWS.reader()),
                                        new MoneyPage(
                                                new cn.fupin.reporting.money.MoneyPaths(snapshots)),
                                        today),
                                new ClerkConsole(
                                        new HouseholdFinder(snapshots),
                                        new DuePage(snapshots),
                                        new FindingsPage(snapshots),
                                        new QuotaPage(snapshots),
                                        new ChroniclePage(snapshots),
                                        today),
                                new SupportApi(new Histories(snapshots), today))
                        .setViewResolvers(views())
                        .build();
    }

    private static ThymeleafViewResolver views() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void householdsAreFoundByWhatAClerkKnows() throws Exception {
        assertThat(
                        page(
                                "found-watched",
                                "/console/households?region=513423000000&effective=2016-04-01&monitored=true"))
                .contains("监测对象", "办理中", "拟脱贫");
        assertThat(
                        page(
                                "found-policy",
                                "/console/households?region=513423000000&effective=2016-04-01&policy=RELOCATION&policyState=HELD"))
                .contains("享受政策", "policy=RELOCATION&amp;policyState=HELD", "清除");
        assertThat(
                        page(
                                "found-any-policy",
                                "/console/households?region=513423000000&effective=2016-04-01&policy=&policyState=HELD"))
                .contains(OtherTownship.family());
        assertThat(
                        page(
                                "found-under-way",
                                "/console/households?region=513423000000&effective=2014-04-06&state=SURVEYED"))
                .contains("已入户调查");
        assertThat(page("found", "/console/households?region=513423000000&effective=2016-04-01"))
                .contains("查找", "县水务局", "返贫在册", OtherTownship.family());
        var some =
                page(
                        "found-some",
                        "/console/households?region=%s&effective=2016-04-01&cause=WATER&name=曲"
                                .formatted(OtherTownship.CODE));
        assertThat(some)
                .contains(OtherTownship.family(), "缺水", "value=\"曲\"")
                .doesNotContain(Township.household(OtherTownship.IN_LAWS));
    }

    /** The same history makes the same file. */
    @Test
    void whatAHouseholdReceivedIsADocumentToo() throws Exception {
        var path = "/households/" + Township.household(1) + "/support.";
        var xlsx = file(path + "xlsx?effective=2016-04-01");
        assertThat(Readback.ofXlsx(xlsx))
                .contains("帮扶支持情况表", "安全饮水工程", Township.PROJECT, "列为项目受益户");
        assertThat(file(path + "xlsx?effective=2016-04-01")).isEqualTo(xlsx);
        assertThat(Readback.ofXlsx(file(path + "xlsx?effective=2014-05-01")))
                .contains("无")
                .doesNotContain("安全饮水工程");
        assertThat(Readback.ofPdf(file(path + "pdf?effective=2016-04-01"))).contains("安全饮水工程");
    }

    private static byte[] file(String address) throws Exception {
        var response = pages.perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    @Test
    void whatIsDueIsToldListByList() throws Exception {
        assertThat(page("due", "/console/due?effective=2014-05-25&region=" + Township.CODE))
                .contains("第一次公示", "还有 4 天", "公示到期", "村务公开栏", "id=\"count\"");
        assertThat(
                        page(
                                "due-counted",
                                "/console/due?counts=true&effective=2014-05-25&region="
                                        + Township.CODE))
                .contains("<small>1</small>")
                .doesNotContain("id=\"count\"");
        assertThat(
                        page(
                                "due-matters",
                                "/console/due?list=matters&effective=2015-03-05&region="
                                        + LaterTownship.CODE))
                .contains("投诉待办结", "反映有车", "已等 3 天");
        // Nobody is shown an empty list while another one waits.
        assertThat(
                        page(
                                "due-first",
                                "/console/due?effective=2015-03-05&region=" + LaterTownship.CODE))
                .doesNotContain("没有待办");
        for (var list :
                new String[] {
                    "identifications",
                    "exits",
                    "monitoring",
                    "quarters",
                    "visits-after-exit",
                    "visits",
                    "helpers"
                }) {
            assertThat(
                            page(
                                    "due-" + list,
                                    "/console/due?list=%s&effective=2015-10-10&region=513423000000"
                                            .formatted(list)))
                    .contains("待办");
        }
    }

    @Test
    void aVillagesOwnNoticeHangsBesideThoseOfHouseholds() throws Exception {
        assertThat(
                        page(
                                "due-village",
                                "/console/due?list=notices&effective=2017-10-23&region="
                                        + LaterTownship.CODE))
                .contains("贫困村退出公示,异议未处理 1 件")
                .contains("notice of the village&#39;s exit, 1 open objection")
                .contains("还有 5 天", "5 days left", "2017-10-28");
    }

    /** Chinese first and English beside, whatever waits and whatever is found. */
    @Test
    void everyRowOfWhatIsDueAndFoundIsSaidInBothLanguages() throws Exception {
        var rows = 0;
        for (var list : DueList.values()) {
            for (var on : List.of("2014-04-06", "2014-05-25", "2015-03-05", "2015-10-10")) {
                var html =
                        page(
                                "both-due",
                                "/console/due?list=%s&effective=%s&region=513423000000"
                                        .formatted(list.code(), on));
                rows += inBoth("事项", html);
                inBoth("期限", html);
            }
        }
        for (var on : List.of("2015-12-31", "2016-04-01", "2017-12-31")) {
            var html =
                    page(
                            "both-found",
                            "/console/findings?effective=%s&region=513423000000".formatted(on));
            rows += inBoth("问题", html);
            rows += inBoth("怎么办", html);
        }
        assertThat(rows).isGreaterThan(20);
    }

    private static int inBoth(String label, String html) {
        var cells =
                Pattern.compile("<td data-label=\"%s\">(.*?)</td>".formatted(label), Pattern.DOTALL)
                        .matcher(html);
        var count = 0;
        for (; cells.find(); count++) {
            var cell = cells.group(1);
            var english = ENGLISH.matcher(cell);
            assertThat(english.find()).as(cell).isTrue();
            assertThat(english.group(1))
                    .containsPattern("[a-z]")
                    .doesNotContainPattern("\\p{IsHan}");
            assertThat(cell.substring(0, english.start())).containsPattern("\\p{IsHan}");
        }
        return count;
    }

    private static final Pattern ENGLISH = Pattern.compile("lang=\"en\">([^<]*)<");

    @Test
    void whatAPageWasNotToldIsSaidOnAPage() throws Exception {
        var answer =
                pages.perform(MockMvcRequestBuilders.get("/console/quotas"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("<html", "参数 region 必填");
    }

    @Test
    void findingsSayWhatDoesNotFitSinceWhenAndWhatToDo() throws Exception {
        assertThat(page("findings", "/console/findings?effective=2016-04-01&region=513423000000"))
                .contains("脱贫未经公示", "2015-12-20", "核对公示与脱贫日期", "id=\"count\"");
        assertThat(
                        page(
                                "findings-counted",
                                "/console/findings?counts=true&effective=2016-04-01&region=513423000000"))
                .contains("data-of=\"exit-without-notice\"", "最早 oldest ")
                .doesNotContain("data-of=\"causes-too-many\"", "id=\"count\"");
        assertThat(
                        page(
                                "findings-none",
                                "/console/findings?counts=true&effective=2010-01-01&region=513423000000"))
                .contains("<small>0</small>", "没有发现问题");
        assertThat(
                        page(
                                "findings-rule",
                                "/console/findings?rule=size-differs&effective=2016-12-31&region=513423000000"))
                .contains("所报人数与成员数不符", "核对成员增减及其日期");
    }

    /** 村民小组: asked for on every page that understands it, and kept by its links. */
    @Test
    void aVillagersGroupIsAFieldOfAVillagesPages() throws Exception {
        var village = "region=" + Township.VILLAGE + "&effective=2016-04-01";
        var group = "&group=3%E7%BB%84";
        for (var address :
                List.of(
                        "/console/households?" + village,
                        "/console/due?" + village,
                        "/console/findings?" + village,
                        "/console/regions/%s?effective=2016-04-01".formatted(Township.VILLAGE),
                        "/console/regions/%s/figures/households-identified?effective=2016-04-01"
                                .formatted(Township.VILLAGE))) {
            assertThat(page("no-group", address)).contains("name=\"group\"");
            var narrowed = page("group", address + group);
            assertThat(narrowed).contains("name=\"group\" value=\"3组\"", "在档", "group=3%E7%BB%84");
        }
        assertThat(page("no-village", "/console/due?effective=2016-04-01&region=" + Township.CODE))
                .doesNotContain("name=\"group\"");
        var none =
                pages.perform(
                                MockMvcRequestBuilders.get(
                                        java.net.URI.create(
                                                "/console/due?" + village + "&group=99")))
                        .andReturn()
                        .getResponse();
        assertThat(none.getStatus()).isEqualTo(404);
        assertThat(none.getContentAsString(StandardCharsets.UTF_8)).contains("该村没有村民小组“99”");
    }

    @Test
    void quotasSayWhatIsUsedAndLeft() throws Exception {
        assertThat(page("quotas", "/console/quotas?effective=2014-12-31&region=" + Township.CODE))
                .contains("已用", "剩余", "2014");
    }

    @Test
    void aRegionTellsWhatHappenedInIt() throws Exception {
        assertThat(page("events", "/console/events?region=" + LaterTownship.CODE))
                .contains("成立领导小组", "更名为新丁村", "申请批次结束");
        assertThat(page("village", "/console/regions/" + LaterTownship.VILLAGE))
                .contains("村民小组", "一组", "已撤销");
        assertThat(
                        page(
                                "organised",
                                "/console/regions/%s?effective=2017-01-01"
                                        .formatted(LaterTownship.CODE)))
                .contains("谁在负责", "县文旅局", "队长", "驻村工作队", "组长", "2015-05-20 至 2015-06-30");
        assertThat(page("tree", "/")).contains("后__乡", "新丁村");
    }

    @Test
    void aHouseholdShowsWhatItsFormSaysAndWhatOthersSayOfIt() throws Exception {
        assertThat(
                        page(
                                "household",
                                "/console/households/"
                                        + Township.household(LaterTownship.HOUSEHOLD)))
                .contains("砖混", "养蜂", "并入本户", "反映有车", "明白卡", "佐证材料被改动")
                .contains("brick and concrete", "subsistence-allowance household", "批准")
                .contains("附件 <span>1</span> 份", "title=\"" + LaterTownship.EVIDENCE);
        assertThat(
                        page(
                                "suspended",
                                "/console/households/%s?effective=2015-04-01"
                                        .formatted(Township.household(LaterTownship.SUSPENDED))))
                .contains("已中止", "恢复在册");
        // one of its members was erased
        assertThat(
                        page(
                                "erased",
                                "/console/households/" + Township.household(OtherTownship.IN_LAWS)))
                .contains("**");
    }

    private static String page(String name, String address) throws Exception {
        var answer =
                pages.perform(
                                MockMvcRequestBuilders.get(
                                        java.net.URI.create(address.replace("曲", "%E6%9B%B2"))))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        var html = answer.getContentAsString(StandardCharsets.UTF_8);
        keep(name, html);
        return html;
    }

    private static void keep(String name, String html) throws IOException {
        var directory = System.getProperty("pages.directory");
        if (directory == null) return;
        Files.createDirectories(Path.of(directory, "assets"));
        for (var asset : new String[] {"console.css", "household.js"}) {
            Files.write(
                    Path.of(directory, "assets", asset),
                    Files.readAllBytes(
                            Path.of("src", "main", "resources", "static", "assets", asset)));
        }
        Files.writeString(
                Path.of(directory, name + ".html"), html.replace("\"/assets/", "\"assets/"));
    }
}
