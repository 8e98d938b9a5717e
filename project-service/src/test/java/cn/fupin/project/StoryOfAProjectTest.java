package cn.fupin.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.testing.BareRequests;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.backbone.testing.OtherService;
import cn.fupin.backbone.testing.ReadRoutes;
import cn.fupin.backbone.testing.RefusedNumbers;
import cn.fupin.backbone.testing.RunningService;
import cn.fupin.backbone.testing.ShippedPermissions;
import cn.fupin.project.lookup.RegisteredHousehold;
import cn.fupin.project.lookup.RegisteredHouseholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A water project's whole life, over HTTP and Kafka, on real servers. */
class StoryOfAProjectTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOWNSHIP = "513423199000";
    private static final String OTHER_TOWNSHIP = "513423198000";
    private static final String FIRST_VILLAGE = "513423199201";
    private static final String SECOND_VILLAGE = "513423199202";

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @SuppressWarnings("NullAway.Init")
    private static OtherService households;

    @SuppressWarnings("NullAway.Init")
    private static DoorClient door;

    @BeforeAll
    static void start() {
        service =
                RunningService.start(
                        ProjectService.class,
                        // what a role may do has a test of its own
                        "fupin.permissions.roles.township-clerk=*,everywhere");
        households = OtherService.named("household");
        door = service.door();
    }

    @AfterAll
    static void stop() {
        households.close();
        service.close();
    }

    @Test
    void what_the_server_itself_refuses_is_a_problem_like_any_other() {
        BareRequests.areAnsweredAsProblems(service.url());
    }

    @Test
    void what_nobody_reads_is_named_by_every_route() {
        assertThat(ReadRoutes.refuseWhatNobodyReads(service)).contains("/events", "/commands");
    }

    @Test
    void no_number_is_taken_or_told_where_none_belongs() throws Exception {
        assertThat(RefusedNumbers.areNowhere(service, door)).isGreaterThan(100);
    }

    @Test
    void who_may_send_what_stands_in_the_file_of_permissions() {
        var shipped = new ShippedPermissions();
        assertThat(shipped.ofNobody(service.bean(Endpoints.class))).isEmpty();
        for (var deed : List.of("approve", "contract", "accept")) {
            assertThat(shipped.access.allows("township-clerk", "project." + deed)).isFalse();
            assertThat(shipped.access.allows("county-office", "project." + deed)).isTrue();
        }
        assertThat(shipped.access.allows("township-clerk", "project.propose")).isTrue();
        var approval = "/projects/project-" + UUID.randomUUID() + "/approval";
        var finance = door.as("f-1", "county-finance", "513423000000");
        assertThat(finance.post(approval, approval()).status()).isEqualTo(403);
        var proposal = proposal(FIRST_VILLAGE);
        listed(FIRST_VILLAGE);
        var elsewhere = door.as("c-1", "county-officer", "513424000000");
        var project = "/projects/project-" + UUID.randomUUID() + "/proposal";
        assertThat(elsewhere.post(project, proposal).status()).isEqualTo(403);
        var county = door.as("c-1", "county-officer", "513423000000");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(county.post(project, proposal).status()).isEqualTo(200));
        var order = "/projections/nothing/rebuild";
        assertThat(county.post(order, Map.of("from", "topic")).status()).isEqualTo(403);
        assertThat(door.as("o-1", "operator", "000000000000").post(order, Map.of()).status())
                .isEqualTo(404);
        assertThat(door.as("a-1", "auditor", "510000000000").get("/denied-attempts").text())
                .contains("project.approve", "project.propose", "projections.order");
    }

    @Test
    void a_project_of_an_abolished_township_goes_on_with_whoever_has_its_villages_now() {
        var village = "511129299201";
        listed(village);
        var project = "/projects/project-" + UUID.randomUUID();
        soon(project + "/proposal", proposal(village));
        var heir = door.as("c-2", "county-officer", "511129105000");
        assertThat(heir.post(project + "/approval", approval()).status()).isEqualTo(403);
        superseded("511129299000", "511129105000");
        await().atMost(SOON)
                .until(() -> heir.post(project + "/approval", approval()).status() == 200);
        service.rebuild("ended_regions");
        var contract = contract(82_300_000);
        var neighbour = door.as("c-3", "county-officer", "511129106000");
        assertThat(neighbour.post(project + "/contract", contract).status()).isEqualTo(403);
        assertThat(heir.post(project + "/contract", contract).status()).isEqualTo(200);
        var former = door.as("c-4", "county-officer", "511129299000");
        assertThat(former.post(project + "/progress", progress()).status()).isEqualTo(200);
    }

    private static Map<String, Object> progress() {
        return Map.of("percent", 60, "reportedOn", "2014-08-01");
    }

    private static Map<String, Object> proposal(String region) {
        return Map.of(
                "region",
                region,
                "name",
                "安全饮水工程",
                "kind",
                "WATER",
                "budgetFen",
                82_300_000,
                "plannedOutputs",
                List.of(pipe()),
                "proposedBy",
                "镇人民政府",
                "proposedOn",
                "2014-03-01",
                "assumed",
                false);
    }

    @Test
    void from_proposal_to_acceptance_with_villages_served_and_households_named() {
        var project = "/projects/project-" + UUID.randomUUID();
        var proposal = proposal(TOWNSHIP);

        // The region is not heard of yet: the same request, under the same key, waits for it.
        var early = door.post(project + "/proposal", proposal, key(project, "proposal"));
        assertRefused(early, "REGION_NOT_KNOWN_YET", true);
        assertThat(early.json().path("type").asString())
                .isEqualTo("urn:fupin:problem:region-not-known-yet");
        listed(TOWNSHIP);
        soon(project + "/proposal", proposal);
        assertThat(door.post(project + "/proposal", proposal, key(project, "proposal")).replayed())
                .isTrue();
        assertRefused(door.post(project + "/proposal", proposal), "ALREADY_PROPOSED", false);

        assertRefused(
                door.post(project + "/contract", contract(80_000_000)),
                "NOT_AWAITING_CONTRACT",
                false);
        done(project + "/approval", approval());

        assertRefused(
                door.post(project + "/contract", contract(82_300_001)),
                "CONTRACT_ABOVE_BUDGET",
                false);
        done(project + "/contract", contract(82_300_000));

        done(project + "/progress", progress());
        assertRefused(
                door.post(project + "/progress", Map.of("percent", 59, "reportedOn", "2014-08-02")),
                "PROGRESS_DECREASES",
                false);
        assertRefused(door.post(project + "/acceptance", acceptance()), "NOT_COMPLETE", false);
        done(project + "/progress", Map.of("percent", 100, "reportedOn", "2014-10-01"));

        assertRefused(
                door.post(project + "/acceptance", acceptance()), "REGION_NOT_KNOWN_YET", true);
        listed(FIRST_VILLAGE);
        listed(SECOND_VILLAGE);
        soon(project + "/acceptance", acceptance());

        var wang = "household-" + UUID.randomUUID();
        var li = "household-" + UUID.randomUUID();
        var naming = naming(wang, 6_000, li, 4_000);
        assertThat(door.post(project + "/beneficiaries", naming(wang, 6_000, li, 3_000)).rule())
                .isEqualTo("shares-add-up-to-10000");
        registered(wang);
        assertRefused(
                door.post(project + "/beneficiaries", naming), "HOUSEHOLD_NOT_KNOWN_YET", true);
        registered(li);
        soon(project + "/beneficiaries", naming);

        assertThat(eventsOf(project))
                .containsExactly(
                        "ProjectProposed",
                        "ProjectApproved",
                        "ProjectContracted",
                        "ProgressReported",
                        "ProgressReported",
                        "ProjectAccepted",
                        "BeneficiariesNamed");
    }

    @Test
    void a_household_removed_by_order_is_no_beneficiary_from_that_day_on() {
        listed(OTHER_TOWNSHIP);
        var project = "/projects/project-" + UUID.randomUUID();
        soon(
                project + "/proposal",
                Map.of(
                        "region", OTHER_TOWNSHIP,
                        "name", "种猪、种羊",
                        "kind", "LIVESTOCK",
                        "plannedOutputs", List.of(),
                        "proposedBy", "镇人民政府",
                        "proposedOn", "2014-03-01",
                        "assumed", false));
        done(project + "/approval", approval());
        var removed = "household-" + UUID.randomUUID();
        registered(removed);
        households.publish(
                "HouseholdRemoved",
                removed,
                FIRST_VILLAGE,
                Map.of("householdId", removed, "persons", 4, "occurredOn", "2014-11-02"));
        var naming =
                Map.of(
                        "households",
                        List.of(Map.of("householdId", removed, "shareBasisPoints", 10_000)),
                        "namedOn",
                        "2014-11-02",
                        "assumed",
                        false);
        var heard = service.bean(RegisteredHouseholds.class);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(heard.registered(List.of(removed)).get(removed))
                                .extracting(RegisteredHousehold::removedOn)
                                .isNotNull());
        assertRefused(
                door.post(project + "/beneficiaries", naming),
                "HOUSEHOLD_NOT_REGISTERED_THEN",
                false);
    }

    @Test
    void a_project_nobody_proposed_is_unknown() {
        var reply = door.post("/projects/project-" + UUID.randomUUID() + "/approval", approval());
        assertThat(reply.status()).isEqualTo(404);
    }

    private static Map<String, Object> pipe() {
        return Map.of("measure", "pipe-length", "quantity", 12.5, "unit", "km");
    }

    private static Map<String, Object> approval() {
        return Map.of(
                "libraryYear",
                2014,
                "decidedBy",
                Map.of("body", "县扶贫开发领导小组", "documentNo", "县扶组〔2014〕3号"),
                "approvedOn",
                "2014-04-01",
                "assumed",
                false);
    }

    private static Map<String, Object> contract(long contractFen) {
        return Map.of(
                "contractNo", "HT-2014-7",
                "contractor", "县水利工程队",
                "contractFen", contractFen,
                "signedOn", "2014-05-01",
                "assumed", false);
    }

    private static Map<String, Object> acceptance() {
        return Map.of(
                "acceptedBy",
                "县水务局",
                "outputs",
                List.of(pipe()),
                "served",
                List.of(
                        Map.of("region", FIRST_VILLAGE, "groups", 3),
                        Map.of("region", SECOND_VILLAGE, "groups", 2)),
                "acceptedOn",
                "2014-11-01",
                "assumed",
                false);
    }

    private static Map<String, Object> naming(String one, int share, String other, int otherShare) {
        return new TreeMap<>(
                Map.of(
                        "households",
                        List.of(
                                Map.of("householdId", one, "shareBasisPoints", share),
                                Map.of("householdId", other, "shareBasisPoints", otherShare)),
                        "namedOn",
                        "2014-11-02",
                        "assumed",
                        false));
    }

    private static void listed(String region) {
        households.publish(
                "RegionListed",
                "region-" + region,
                region,
                Map.of("region", region, "name", "__", "occurredOn", "2014-01-01"));
    }

    private static void superseded(String region, String successor) {
        households.publish(
                "RegionSuperseded",
                "region-" + region,
                region,
                Map.of(
                        "region",
                        region,
                        "successors",
                        List.of(successor),
                        "occurredOn",
                        "2019-12-01"));
    }

    private static void registered(String householdId) {
        households.publish(
                "HouseholdRegistered",
                householdId,
                FIRST_VILLAGE,
                Map.of("householdId", householdId, "occurredOn", "2014-06-30"));
    }

    private static String key(String project, String step) {
        return step + ":" + project.substring("/projects/".length());
    }

    private static void done(String path, Object body) {
        var reply = door.post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    /** As a client should: the same request under the same key, until it is no longer early. */
    private static void soon(String path, Object body) {
        var slash = path.lastIndexOf('/');
        var key = key(path.substring(0, slash), path.substring(slash + 1));
        await().atMost(SOON)
                .untilAsserted(() -> {
                    var reply = door.post(path, body, key);
                    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                });
    }

    private static void assertRefused(Reply reply, String reason, boolean retryable) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
        assertThat(reply.json().path("retryable").asBoolean()).isEqualTo(retryable);
    }

    private static List<String> eventsOf(String project) {
        return service.bean(JdbcClient.class)
                .sql("select payload_type from events where stream_id = ? order by sequence")
                .param(project.substring("/projects/".length()))
                .query(String.class)
                .list();
    }
}
