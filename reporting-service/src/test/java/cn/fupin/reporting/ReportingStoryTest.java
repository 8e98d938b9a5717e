package cn.fupin.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.testing.BareRequests;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.ReadRoutes;
import cn.fupin.backbone.testing.RefusedNumbers;
import cn.fupin.backbone.testing.RunningService;
import cn.fupin.backbone.testing.ShippedPermissions;
import cn.fupin.reporting.testing.LaterTownship;
import cn.fupin.reporting.testing.OtherTownship;
import cn.fupin.reporting.testing.Published;
import cn.fupin.reporting.testing.Township;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** A township's text is held against what three services say, from Kafka to the page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportingStoryTest {
    private static final String TOWN = Township.CODE;

    private static final List<Message> STORY =
            LaterTownship.story(OtherTownship.story(Township.story())).messages();

    private static RunningService reporting;

    @BeforeAll
    static void tellTheStory() throws Exception {
        Published.on(STORY.stream().filter(m -> !m.source().equals("reporting")).toList());
        reporting =
                RunningService.start(
                        GatedReporting.class,
                        // what a role may do has a test of its own
                        "fupin.permissions.roles.township-clerk=*,everywhere",
                        "fupin.projections.rebuild-chunk=1",
                        "fupin.projections.drain=5s");
    }

    @AfterAll
    static void stop() {
        reporting.close();
    }

    @Test
    @Order(1)
    void theTextIsStatedAndTheEventsAnswer() {
        assertThat(claim("households-identified", 3, "household").status()).isEqualTo(200);
        assertThat(claim("persons-registered", 6, "person").status()).isEqualTo(200);
        assertThat(claim("happiness", 6, "person").field()).isEqualTo("figure");
        assertThat(claim("persons-registered", 7, "person").reason()).isEqualTo("ALREADY_CLAIMED");

        await().atMost(Duration.ofMinutes(2))
                .until(() -> reporting.door().get("/figures?region=" + TOWN).status() == 200);
        await().atMost(Duration.ofMinutes(4))
                .until(() ->
                        figure("persons-registered").path("claims").size() == 1
                                && figure("households-identified").path("claims").size() == 1
                                && figure("persons-registered").path("value").asLong() == 7
                                && figure("funds-paid").path("value").asLong() == 220
                                && figure("water-villages").path("value").asLong() == 1);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get("/figures?region=" + TOWN).path("settled").asBoolean());
        assertThat(get("/figures?known=household:999&region=" + TOWN).path("settled").asBoolean())
                .isFalse();
        var identified = figure("households-identified");
        assertThat(identified.path("value").asLong()).isEqualTo(3);
        assertThat(identified.path("unit").asString()).isEqualTo("household");
        assertThat(identified.path("claims").get(0).path("verdict").asString()).isEqualTo("equal");
        var registered = figure("persons-registered").path("claims").get(0);
        assertThat(registered.path("verdict").asString()).isEqualTo("differs");
        assertThat(registered.path("difference").asLong()).isEqualTo(1);
        assertThat(registered.path("onClaimedDay").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void aClaimSaysOfWhichDayItSpeaksAndOnWhichItWasHeldAgainstTheEvents() {
        var otherDay = claimOfRegistered("&effective=2014-12-31");
        assertThat(otherDay.path("claimedFor").asString()).isEqualTo("2015-12-31");
        assertThat(otherDay.path("comparedOn").asString()).isEqualTo("2014-12-31");
        assertThat(otherDay.path("onClaimedDay").asBoolean(true)).isFalse();
        var before = claimOfRegistered("&effective=2014-01-31");
        assertThat(before.path("fromEvents").asLong(-1)).isZero();
        assertThat(before.path("difference").asLong()).isEqualTo(-6);
        var noDay = claimOfRegistered("");
        assertThat(noDay.path("comparedOn").asString()).isEqualTo("2015-12-31");
        assertThat(noDay.path("onClaimedDay").asBoolean()).isTrue();
        assertThat(noDay.path("fromEvents").asLong()).isEqualTo(7);
    }

    private static JsonNode claimOfRegistered(String dates) {
        for (var figure : get("/figures?region=" + TOWN + dates).path("figures")) {
            if (figure.path("figure").asString().equals("persons-registered")) {
                return figure.path("claims").get(0);
            }
        }
        throw new AssertionError("no such figure");
    }

    @Test
    @Order(3)
    void everyFigureDrillsDownToEvents() {
        for (var figure : get("/figures?effective=2015-12-31&region=" + TOWN).path("figures")) {
            var drill =
                    get(
                            "/figures/%s/events?effective=2015-12-31&region=%s"
                                    .formatted(figure.path("figure").asString(), TOWN));
            if (figure.path("unit").asString().equals("percent")) continue; // a quotient
            var sum = 0.0;
            for (var line : drill.path("lines")) {
                sum += line.path("value").asDouble();
                assertThat(line.path("events").size()).isPositive();
            }
            assertThat(sum)
                    .as(figure.path("figure").asString())
                    .isEqualTo(figure.path("value").asDouble());
        }
    }

    @Test
    @Order(4)
    void aHouseholdsHistoryIsMergedAndAsOf() {
        var path = "/households/%s/history".formatted(Township.household(1));
        var now = get(path);
        assertThat(now.path("events").size()).isEqualTo(10);
        assertThat(now.path("state").path("income").path("corrected").asBoolean()).isTrue();
        var then = get(path + "?effective=2014-05-01&known=household:8");
        assertThat(then.path("state").path("standing").asString()).isEqualTo("SURVEYED");
        assertThat(then.path("state").path("income").path("incomeFenPerHead").asLong())
                .isEqualTo(200_000);
        assertThat(now.toString()).doesNotContain("sealed", "AAAA");
    }

    @Test
    @Order(5)
    void aFenIsFollowedBothWays() {
        var down = get("/appropriations/%s/path".formatted(Township.APPROPRIATION));
        assertThat(
                        down.path("allocations")
                                .get(0)
                                .path("commitments")
                                .get(0)
                                .path("paidFen")
                                .asLong())
                .isEqualTo(170);
        var up = get("/payments/%s/path".formatted(Township.PAYMENT));
        assertThat(
                        up.path("sources")
                                .get(0)
                                .path("appropriation")
                                .path("appropriationId")
                                .asString())
                .isEqualTo(Township.APPROPRIATION);
        assertThat(up.path("benefit").path("attributedToHouseholds").size()).isEqualTo(2);
    }

    @Test
    @Order(6)
    void badParametersAreNamed() {
        Map.of(
                        "/figures",
                        "region",
                        "/figures?region=12",
                        "region",
                        "/figures?region=" + TOWN + "&effective=soon",
                        "effective",
                        "/figures?region=" + TOWN + "&known=never",
                        "known",
                        "/figures/villages/events?limit=0&region=" + TOWN,
                        "limit",
                        "/figures/villages/events?limit=x&region=" + TOWN,
                        "limit",
                        "/due/notices?after=2014-02-30/notice-1&region=" + TOWN,
                        "after",
                        "/findings?after=513423199201//NO_HEAD/2014-02-30/&region=" + TOWN,
                        "after",
                        "/households/nobody/history",
                        "householdId",
                        "/payments/1/path",
                        "paymentId")
                .forEach((path, field) -> {
                    var reply = reporting.door().get(path);
                    assertThat(reply.status()).as(path).isEqualTo(400);
                    assertThat(reply.field()).as(path).isEqualTo(field);
                });
        var mistyped =
                Map.of(
                        "/figures/villages/events?limit=x&region=", "1 至 5000 的整数",
                        "/due/notices?limit=x&region=", "1 至",
                        "/households?limit=0.5&region=", "1 至 200 的整数",
                        "/findings?counts=perhaps&region=", "true 或 false",
                        "/findings?rule=none&region=", "no-head",
                        "/figures?group=3&region=", "须与村级区划",
                        "/households?state=x&region=", "REGISTERED, ",
                        "/households?cause=x&region=", "ILLNESS, ",
                        "/quotas?year=14&region=", "1978 至 2100 的整数");
        mistyped.forEach((path, expected) ->
                assertThat(reporting.door().get(path + TOWN).text()).as(path).contains(expected));
        var unknown =
                reporting.door().get("/households/%s/history".formatted(Township.household(99)));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field()).isEqualTo("householdId");
        assertThat(reporting.door().get("/figures/happiness/events?region=" + TOWN).status())
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void whoMayWriteOrOrderStandsInTheFileOfPermissions() {
        var shipped = new ShippedPermissions();
        assertThat(shipped.ofNobody(reporting.bean(Endpoints.class))).isEmpty();
        var order = "/projections/nothing/rebuild";
        var from = Map.of("from", "topic");
        var office = reporting.door().as("o-1", "county-office", "513423000000");
        assertThat(office.post(order, from).status()).isEqualTo(403);
        assertThat(office.post("/projections/register/parked/x/resume", from).status())
                .isEqualTo(403);
        assertThat(office.without("Fupin-Role").post(order, from).field()).isEqualTo("Fupin-Role");
        assertThat(office.get("/projections/register/digest").status()).isEqualTo(200);
        for (var role : List.of("operator", "auditor")) {
            var may = reporting.door().as("x-1", role, "000000000000");
            assertThat(may.post(order, from).status()).isEqualTo(404);
        }
        var helper = reporting.door().as("h-1", "helper", TOWN);
        var claim = "/claims/claim-%s-villages/statement".formatted(TOWN);
        assertThat(helper.post(claim, Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Order(6)
    void noNumberIsTakenOrToldWhereNoneBelongs() throws Exception {
        var door = reporting.door().as("o-1", "county-office", "513423000000");
        assertThat(RefusedNumbers.areNowhere(reporting, door)).isGreaterThan(10);
    }

    @Test
    @Order(6)
    void whatNobodyReadsOrIsSaidTwiceIsNamedToo() {
        BareRequests.areAnsweredAsProblems(reporting.url());
        Map.of(
                        "/figures?efective=2014-12-31&region=" + TOWN,
                        "efective",
                        "/figures?region=%s&region=%s".formatted(TOWN, OtherTownship.CODE),
                        "region",
                        "/regions?effective=2014-12-31",
                        "effective",
                        "/figures/villages/events?page=2&region=" + TOWN,
                        "page",
                        "/households/%s/support.pdf?asOf=2014-12-31"
                                .formatted(Township.household(1)),
                        "asOf",
                        "/projections?name=register",
                        "name",
                        "/projections/register/digest?known=x",
                        "known")
                .forEach((path, field) -> {
                    var reply = reporting.door().get(path);
                    assertThat(reply.status()).as(path + reply.text()).isEqualTo(400);
                    assertThat(reply.field()).as(path).isEqualTo(field);
                    assertThat(reply.rule()).as(path).isIn("unknown-parameter", "once");
                });
    }

    @Test
    @Order(6)
    void whatNobodyReadsIsNamedByEveryRoute() {
        assertThat(ReadRoutes.refuseWhatNobodyReads(reporting))
                .contains("/figures", "/console/due", "/projections/{name}/digest", "/events");
    }

    @Test
    @Order(7)
    void thePagesSayIt() throws Exception {
        var township = page("/console/townships/" + TOWN);
        assertThat(township.statusCode()).isEqualTo(200);
        assertThat(township.body())
                .contains("__镇", "样本代码", "盐源县", "相差", "+1 人", "文中的话", "两数并列,不作调整")
                .contains("移除人数 5")
                .doesNotContain("部分数据仍在汇入");
        assertThat(page("/console/townships/%s?known=household:999".formatted(TOWN)).body())
                .contains("部分数据仍在汇入,结果可能变化");
        assertThat(township.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(township.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        var drill =
                page(
                        "/console/townships/%s/figures/households-registered?effective=2015-12-31"
                                .formatted(TOWN));
        assertThat(drill.body())
                .contains(Township.household(1), "阿**", "household-HouseholdRegistered-");

        var household = page("/console/households/" + Township.household(1));
        assertThat(household.body())
                .contains("阿** 户", "已更正", "县水务局", "1,900 元", "type=\"range\"", "漏计转移性收入");
        assertThat(page("/console/payments/" + Township.PAYMENT).body())
                .contains("川财农〔2014〕50号", "安全饮水工程");
        assertThat(page("/console/townships/999999999999").statusCode()).isEqualTo(404);
        assertThat(page("/console/townships/" + TOWN + "?effective=x").statusCode()).isEqualTo(400);
        for (var no : List.of("0", "2", "-1", "999999999999", "x")) {
            var none = page("/console/townships/%s/figures/villages?page=%s".formatted(TOWN, no));
            assertThat(none.statusCode()).as(no).isEqualTo(400);
            assertThat(none.body()).contains("<html", "page");
        }
        assertThat(page("/assets/console.css").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(8)
    void everyAnswerAndPageSaysWhetherItMayChange() throws Exception {
        for (var path :
                List.of(
                        "/figures?region=" + TOWN,
                        "/figures/villages/events?region=" + TOWN,
                        "/households/%s/history?".formatted(Township.household(1)),
                        "/payments/%s/path?".formatted(Township.PAYMENT),
                        "/appropriations/%s/path?".formatted(Township.APPROPRIATION))) {
            assertThat(get(path).path("settled").asBoolean()).as(path).isTrue();
            var beyond = get(path + "&known=funding:999");
            assertThat(beyond.path("settled").isBoolean()).as(path).isTrue();
            assertThat(beyond.path("settled").asBoolean()).as(path).isFalse();
        }
        for (var path :
                List.of(
                        "/console/townships/%s/figures/villages".formatted(TOWN),
                        "/console/households/" + Township.household(1),
                        "/console/payments/" + Township.PAYMENT)) {
            assertThat(page(path).body()).as(path).doesNotContain("部分数据仍在汇入");
            assertThat(page(path + "?known=funding:999").body()).as(path).contains("部分数据仍在汇入");
        }
    }

    @Test
    @Order(9)
    void theTreeLeadsToEveryRegionAndSaysWhatBecameOfIt() throws Exception {
        var counties = get("/regions").path("regions");
        assertThat(counties).hasSize(1);
        assertThat(counties.get(0).path("name").asString()).isEqualTo("盐源县");
        var towns = get("/regions?parent=513423000000").path("regions");
        assertThat(towns.findValuesAsString("code")).contains(TOWN, OtherTownship.CODE);
        for (var village : get("/regions?parent=" + OtherTownship.CODE).path("regions")) {
            var lost = village.path("code").asString().equals(OtherTownship.LOST_VILLAGE);
            assertThat(village.path("ended").path("noSuccessor").asBoolean(false)).isEqualTo(lost);
        }
        assertThat(reporting.door().get("/regions?parent=x").field()).isEqualTo("parent");

        var seen =
                get(
                        "/regions/%s/organisation?effective=2016-01-01&limit=1"
                                .formatted(OtherTownship.CODE));
        assertThat(seen.path("places").path(0).path("staff").path(0).path("persons").asLong())
                .isEqualTo(4);
        var rest =
                get(
                        "/regions/%s/organisation?effective=2016-01-01&after=%s"
                                .formatted(OtherTownship.CODE, seen.path("next").asString()));
        assertThat(rest.path("places").path(0).path("teams").findValuesAsString("team"))
                .containsExactly("甲村工作队");
        assertThat(get("/regions/%s/rounds".formatted(OtherTownship.CODE)).path("rounds").size())
                .isZero();

        assertThat(page("/").body())
                .contains("盐源县", "__镇", "原__乡", "甲村", "无已知后继", "居委会")
                .contains("/console/regions/" + OtherTownship.VILLAGE_TODAY);
        assertThat(page("/console/regions/" + OtherTownship.CODE).body())
                .contains("已撤销", "现为", "乙村", "无已知后继", "矿区管理服务中心");
        // the town it was joined to shows the village that nobody knows the way of, and counts it
        // not
        assertThat(page("/console/regions/%s?divisions=today".formatted(TOWN)).body())
                .contains("乙村", "不计入本地", "现行区划");
        assertThat(page("/console/regions/%s?divisions=soon".formatted(TOWN)).statusCode())
                .isEqualTo(400);
        assertThat(page("/console/regions/" + OtherTownship.VILLAGE_TODAY).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(10)
    void figuresAreCastToTheDivisionsOfThenOrOfToday() {
        var path = "/figures?effective=2014-12-31&region=" + TOWN;
        assertThat(value(path, "households-registered")).isEqualTo(2);
        assertThat(value(path + "&divisions=today", "households-registered")).isEqualTo(3);
        var lost = "/figures?effective=2014-12-31&divisions=today&region=" + OtherTownship.CODE;
        assertThat(value(lost, "households-registered")).isEqualTo(1);
        assertThat(get(lost).path("noSuccessor").get(0).asString())
                .isEqualTo(OtherTownship.LOST_VILLAGE);
        var line =
                get("/figures/households-registered/events?effective=2014-12-31&divisions=today&region="
                                + OtherTownship.CODE)
                        .path("lines")
                        .get(0);
        assertThat(line.path("noSuccessor").asBoolean()).isTrue();
        var moved =
                get("/figures/households-registered/events?effective=2014-12-31&divisions=today&region="
                                + OtherTownship.VILLAGE_TODAY)
                        .path("lines")
                        .get(0);
        assertThat(moved.path("recordedRegion").asString()).isEqualTo(OtherTownship.VILLAGE);
        assertThat(reporting.door().get(path + "&divisions=soon").field()).isEqualTo("divisions");
    }

    @Test
    @Order(11)
    void aTextMaySpeakOfTwoDaysAndLeaveAQuestionOpen() throws Exception {
        claimOf("persons-registered", "2014-12-31", 8, Map.of());
        claimOf(
                "persons-registered",
                "2015-12-31",
                4,
                Map.of(
                        "openQuestion",
                        Map.of(
                                "zh",
                                "人数为何减少",
                                "en",
                                "why there are fewer",
                                "candidates",
                                List.of(Map.of("zh", "已脱贫", "en", "they exited")))));
        claimOf("households-registered", "2014-12-31", 9, Map.of("divisions", "today"));
        await().atMost(Duration.ofMinutes(2)).until(() -> claimsOfOther().size() == 3);
        for (var claim : claimsOfOther()) {
            var byToday =
                    claim.path("claimedFor").asString().equals("2014-12-31")
                            && claim.path("value").asLong() == 9;
            assertThat(claim.path("comparedOn")).isEqualTo(claim.path("claimedFor"));
            assertThat(claim.path("comparedDivisions").asString())
                    .isEqualTo(byToday ? "today" : "then");
        }
        var page = page("/console/regions/" + OtherTownship.CODE).body();
        assertThat(page)
                .contains("存疑", "人数为何减少", "已脱贫", "这里一种也不认定", "各按文本所指")
                .contains("effective=2014-12-31", "effective=2015-12-31");
        var refused = bodyOf("area", "2014-12-31", 1, Map.of("divisions", "soon"));
        assertThat(
                        reporting
                                .door()
                                .post(
                                        "/claims/claim-%s-area/statement"
                                                .formatted(OtherTownship.CODE),
                                        refused)
                                .field())
                .isEqualTo("divisions");
    }

    @Test
    @Order(12)
    void aHouseholdIsFoundByItsRegion() throws Exception {
        var all =
                page("/console/households?region=" + OtherTownship.CODE + "&effective=2016-04-01");
        assertThat(all.body())
                .contains(OtherTownship.family(), "已脱贫", "一般农户(在档)", "监测")
                .contains("state=EXITED");
        assertThat(
                        page("/console/households?region=%s&effective=2016-04-01&state=REGISTERED"
                                        .formatted(OtherTownship.CODE))
                                .body())
                .contains(Township.household(OtherTownship.IN_LAWS))
                .doesNotContain(OtherTownship.family());
        assertThat(page("/console/households?region=999999999999").statusCode()).isEqualTo(404);
        assertThat(page("/console/households?state=x&region=" + TOWN).statusCode()).isEqualTo(400);
        assertThat(page("/console/households/" + OtherTownship.family()).body())
                .contains("脱贫不稳定户", "发展生产", "三年规划", "另一户", "户主改为");
    }

    private static void claimOf(String figure, String day, long value, Map<String, Object> more) {
        var id = "claim-%s-%s-%s".formatted(OtherTownship.CODE, figure, day);
        var reply =
                reporting
                        .door()
                        .post(
                                "/claims/%s/statement".formatted(id),
                                bodyOf(figure, day, value, more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static Map<String, Object> bodyOf(
            String figure, String day, long value, Map<String, Object> more) {
        var body = body(figure, value, figure.startsWith("persons") ? "person" : "household");
        if (figure.equals("area")) body.put("unit", "km2");
        body.put("region", OtherTownship.CODE);
        body.put("claimedFor", day);
        body.putAll(more);
        return body;
    }

    private static List<JsonNode> claimsOfOther() {
        var claims = new ArrayList<JsonNode>();
        for (var figure : get("/figures?region=" + OtherTownship.CODE).path("figures")) {
            figure.path("claims").forEach(claims::add);
        }
        return claims;
    }

    private static long value(String path, String id) {
        for (var figure : get(path).path("figures")) {
            if (figure.path("figure").asString().equals(id)) return figure.path("value").asLong();
        }
        throw new AssertionError("no figure " + id);
    }

    @Test
    @Order(13)
    void whatATextSaysIsEscaped() throws Exception {
        var body = body("area", 1, "km2");
        body.put("phraseZh", "<script>alert(1)</script>");
        reporting.door().post("/claims/claim-%s-area/statement".formatted(TOWN), body);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> figure("area").path("claims").size() == 1);
        assertThat(page("/console/townships/" + TOWN).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    @Order(10)
    void everyProjectionIsRebuiltBesideTheLiveOneAndTheFiguresStayTheSame() {
        var before = get("/figures?effective=2015-12-31&region=" + TOWN).toString();
        var names = new TreeSet<String>();
        get("/projections").path("projections").forEach(p -> names.add(p.path("name").asString()));
        assertThat(names).contains("register", "money", "history", "timeline");
        for (var name : names) {
            var accepted =
                    reporting
                            .door()
                            .post(
                                    "/projections/%s/rebuild".formatted(name),
                                    Map.of("from", "topic"));
            assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        }
        for (var name : names) {
            await().atMost(Duration.ofMinutes(4))
                    .until(() ->
                            get("/projections/%s/rebuild".formatted(name))
                                    .path("phase")
                                    .asString()
                                    .matches("DRAINING|DONE|DIFFERS|FAILED"));
            var rebuild = get("/projections/%s/rebuild".formatted(name));
            assertThat(rebuild.path("digest").path("outcome").asString())
                    .as(rebuild.toString())
                    .isEqualTo("EQUAL");
            assertThat(get("/projections/%s/digest".formatted(name)).path("generation").asInt())
                    .isEqualTo(2);
        }
        assertThat(get("/figures?effective=2015-12-31&region=" + TOWN)).hasToString(before);
    }

    /**
     * The daughter of one household marries into another; while the rebuilt register knows of one
     * of the two only, nobody sees it.
     */
    @Test
    @Order(14)
    void aMarriageKeepsTheTotalOnBothDatesLiveHalfRebuiltAndRebuilt() throws Exception {
        var before = LocalDate.parse("2015-02-13");
        var on = before.plusDays(1);
        var legs =
                STORY.stream()
                        .filter(m -> m.json().path("reason").asString("").equals("MARRIAGE"))
                        .toList();
        assertThat(legs)
                .extracting(Message::type, m -> m.json().get("occurredOn").asString())
                .containsExactly(
                        tuple("MemberLeft", on.toString()), tuple("MemberJoined", on.toString()));
        var total = registeredInCounty(before, "");
        assertThat(total).isPositive();
        assertThat(registeredInCounty(on, "")).isEqualTo(total);
        var between = "&known=household:" + legs.getFirst().position();
        var without =
                registeredInCounty(on, "&known=household:" + (legs.getFirst().position() - 1)) - 1;
        assertThat(registeredInCounty(on, between)).isEqualTo(without);

        var gate = reporting.bean(GatedReporting.Gate.class);
        try (var reading = new Reading(() -> registeredInCounty(before, ""));
                var readingOn = new Reading(() -> registeredInCounty(on, ""))) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> get("/projections/register/rebuild").path("ended").asBoolean());
            gate.holdBack(legs.stream().map(Message::id).toList());
            assertThat(
                            reporting
                                    .door()
                                    .post("/projections/register/rebuild", Map.of("from", "topic"))
                                    .status())
                    .isEqualTo(202);
            var schema = get("/projections/register/rebuild").path("id").asString();
            await().atMost(Duration.ofMinutes(2)).until(gate::holdsBackTheSecond);
            await().atMost(Duration.ofMinutes(2)).until(() -> marriagesIn(schema) == 1);
            assertThat(get("/projections/register/rebuild").path("phase").asString())
                    .isEqualTo("LOADING");
            assertThat(registeredInCounty(before, "")).isEqualTo(total);
            assertThat(registeredInCounty(on, "")).isEqualTo(total);
            assertThat(registeredInCounty(on, between)).isEqualTo(without);

            gate.open();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> get("/projections/register/rebuild").path("ended").asBoolean());
            var rebuild = get("/projections/register/rebuild");
            assertThat(rebuild.path("phase").asString()).as(rebuild.toString()).isEqualTo("DONE");
            assertThat(rebuild.path("digest").path("outcome").asString()).isEqualTo("EQUAL");
            assertThat(marriagesIn(schema)).isEqualTo(2);
            assertThat(registeredInCounty(before, "")).isEqualTo(total);
            assertThat(registeredInCounty(on, "")).isEqualTo(total);
            assertThat(registeredInCounty(on, between)).isEqualTo(without);
            assertThat(reading.seen()).containsOnly(total);
            assertThat(readingOn.seen()).containsOnly(total);
        }
    }

    private static long registeredInCounty(LocalDate on, String known) {
        return value(
                "/figures?effective=%s&region=513423000000%s".formatted(on, known),
                "persons-registered");
    }

    private static long marriagesIn(String schema) {
        return reporting
                .bean(JdbcClient.class)
                .sql(
                        "select count(*) from %s.member_changes where reason = 'MARRIAGE'"
                                .formatted(schema))
                .query(Long.class)
                .single();
    }

    /** Asks over and over, until it is closed. */
    private static final class Reading implements AutoCloseable {
        private final Set<Long> seen = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean on = new AtomicBoolean(true);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Thread thread;

        Reading(Supplier<Long> question) {
            thread =
                    Thread.ofPlatform()
                            .uncaughtExceptionHandler((_, e) -> failure.set(e))
                            .start(() -> {
                                while (on.get()) seen.add(question.get());
                            });
        }

        /** Every answer there was. */
        Set<Long> seen() throws InterruptedException {
            on.set(false);
            thread.join();
            assertThat(failure.get()).isNull();
            return seen;
        }

        @Override
        public void close() {
            on.set(false);
        }
    }

    private static DoorClient.Reply claim(String figure, long value, String unit) {
        return reporting
                .door()
                .post(
                        "/claims/claim-%s-%s/statement".formatted(TOWN, figure),
                        body(figure, value, unit));
    }

    private static Map<String, Object> body(String figure, long value, String unit) {
        return new HashMap<>(
                Map.of(
                        "region",
                        TOWN,
                        "figure",
                        figure,
                        "phraseZh",
                        "文中的话",
                        "value",
                        value,
                        "unit",
                        unit,
                        "approximate",
                        false,
                        "claimedFor",
                        "2015-12-31",
                        "source",
                        "乡镇总结",
                        "statedOn",
                        "2016-01-10"));
    }

    /** What is asked of a place that nobody listed is not answered with nothing. */
    @Test
    @Order(6)
    void aPlaceThatNobodyListedIsUnknownToEveryRouteThatTakesOne() throws Exception {
        var asked = addressesOfA("439901102000");
        assertThat(asked)
                .anyMatch(path -> path.startsWith("/figures?"))
                .anyMatch(path -> path.startsWith("/households?"))
                .anyMatch(path -> path.startsWith("/regions?parent="))
                .anyMatch(path -> path.startsWith("/console/due?"))
                .hasSizeGreaterThan(15);
        for (var path : asked) {
            var page = page(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            if (path.startsWith("/console")) continue;
            assertThat(page.body()).as(path).contains("urn:fupin:problem:unknown-id");
            var reply = reporting.door().get(path);
            assertThat(reply.field()).as(path).isIn("region", "parent");
        }
        var province = TOWN.substring(0, 2) + "0".repeat(10);
        for (var path : List.of("/households?region=", "/figures?region=", "/due?region=")) {
            assertThat(reporting.door().get(path + province).status()).as(path).isEqualTo(200);
        }
    }

    private static Set<String> addressesOfA(String region) {
        var addresses = new TreeSet<String>();
        for (var mapping : reporting.beans(RequestMappingHandlerMapping.class)) {
            mapping.getHandlerMethods()
                    .forEach((info, method) -> {
                        if (!method.getBeanType().getPackageName().startsWith("cn.fupin.")) return;
                        for (var pattern : info.getPatternValues()) {
                            var path =
                                    pattern.replace("{figure}", "villages")
                                            .replace("{list}", "notices");
                            for (var parameter : method.getMethod().getParameters()) {
                                var name = parameter.getName();
                                if (!name.equals("region") && !name.equals("parent")) continue;
                                addresses.add(
                                        path.contains("{region}")
                                                ? path.replace("{region}", region)
                                                : path + "?" + name + "=" + region);
                            }
                        }
                    });
        }
        return addresses;
    }

    private static JsonNode get(String path) {
        var reply = reporting.door().get(path);
        assertThat(reply.status()).as("%s %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode figure(String id) {
        for (var figure : get("/figures?effective=2015-12-31&region=" + TOWN).path("figures")) {
            if (figure.path("figure").asString().equals(id)) return figure;
        }
        throw new AssertionError("no figure " + id);
    }

    private static HttpResponse<String> page(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(reporting.url() + path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
