package cn.fupin.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.backbone.testing.OtherService;
import cn.fupin.backbone.testing.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funding service on real servers, beside what it hears of the others, and its requests. */
final class FundingServer implements AutoCloseable {
    static final String TOWNSHIP = "513423199000";
    static final Duration SOON = Duration.ofSeconds(30);

    private final RunningService service =
            RunningService.start(
                    FundingService.class,
                    // what a role may do has a test of its own
                    "fupin.permissions.roles.township-clerk=*,everywhere");
    private final OtherService households = OtherService.named("household");
    private final OtherService projects = OtherService.named("project");
    final DoorClient clerk = service.door().as("clerk-li");
    final DoorClient checker = service.door().as("finance-wang");

    private static @Nullable FundingServer shared;

    /** One for the test classes that do not mind each other's money; ends with the JVM. */
    static synchronized FundingServer shared() {
        var server = shared;
        if (server == null) {
            server = new FundingServer();
            shared = server;
        }
        return server;
    }

    RunningService service() {
        return service;
    }

    JdbcClient db() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    <T> List<T> beans(Class<T> type) {
        return service.beans(type);
    }

    @Override
    public void close() {
        projects.close();
        households.close();
        service.close();
    }

    static String newId(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    /** A project that the project service has told of; this service may take a while to hear. */
    void approveProject(String projectId) {
        projects.publish(
                "ProjectProposed",
                projectId,
                TOWNSHIP,
                Map.of("projectId", projectId, "region", TOWNSHIP, "occurredOn", "2014-03-01"));
        projects.publish(
                "ProjectApproved",
                projectId,
                TOWNSHIP,
                Map.of("projectId", projectId, "occurredOn", "2014-04-01"));
    }

    void registerHousehold(String householdId) {
        households.publish(
                "HouseholdRegistered",
                householdId,
                TOWNSHIP,
                Map.of("householdId", householdId, "occurredOn", "2014-06-30"));
    }

    void supersede(String region, String successor) {
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

    Reply receive(String appropriationId, long amountFen) {
        return clerk.post(
                "/appropriations/" + appropriationId + "/receipt",
                Map.of(
                        "region", "513423000000",
                        "documentNo", "川财农〔2014〕12号",
                        "sourceLevel", "PROVINCE",
                        "sourceType", "SPECIAL_FUND",
                        "purpose", "安全饮水",
                        "amountFen", amountFen,
                        "issuedOn", "2014-03-01",
                        "assumed", false));
    }

    Reply allocate(String appropriationId, String allocationId, long amountFen) {
        return clerk.post(
                "/appropriations/" + appropriationId + "/allocations",
                Map.of(
                        "allocationId",
                        allocationId,
                        "region",
                        TOWNSHIP,
                        "purpose",
                        "安全饮水",
                        "amountFen",
                        amountFen,
                        "allocatedOn",
                        "2014-03-10",
                        "assumed",
                        false));
    }

    Reply commit(String commitmentId, String projectId, Map<String, Long> lines) {
        return clerk.post(
                "/commitments/" + commitmentId + "/commitment",
                Map.of(
                        "projectId",
                        projectId,
                        "lines",
                        lines(lines),
                        "committedOn",
                        "2014-05-01",
                        "assumed",
                        false));
    }

    /** Commits as soon as the project is heard of, as a client should. */
    void commitSoon(String commitmentId, String projectId, Map<String, Long> lines) {
        await().atMost(SOON).untilAsserted(() -> done(commit(commitmentId, projectId, lines)));
    }

    Reply request(
            String paymentId,
            String commitmentId,
            @Nullable String householdId,
            Map<String, Long> lines) {
        return clerk.post(
                "/payments/" + paymentId + "/request",
                Map.of(
                        "commitmentId",
                        commitmentId,
                        "payee",
                        householdId == null
                                ? Map.of("kind", "CONTRACTOR", "name", "县水利工程队")
                                : Map.of("kind", "HOUSEHOLD", "householdId", householdId),
                        "lines",
                        lines(lines),
                        "requestedOn",
                        "2014-07-01",
                        "assumed",
                        false));
    }

    Reply approve(DoorClient by, String paymentId) {
        return by.post(
                "/payments/" + paymentId + "/approval",
                Map.of("decidedBy", Map.of("body", "县扶贫办"), "approvedOn", "2014-07-02"));
    }

    Reply settle(String paymentId, boolean succeeded) {
        return clerk.post(
                "/payments/" + paymentId + "/bank-result",
                Map.of(
                        "succeeded",
                        succeeded,
                        succeeded ? "bankReference" : "bankReason",
                        succeeded ? "ICBC-0703" : "账户已销户",
                        "settledOn",
                        "2014-07-03"));
    }

    Reply giveBack(String paymentId, Map<String, Long> lines) {
        return clerk.post(
                "/payments/" + paymentId + "/return",
                Map.of("lines", lines(lines), "reason", "多付", "returnedOn", "2014-08-01"));
    }

    private static List<Map<String, Object>> lines(Map<String, Long> lines) {
        return new TreeMap<>(lines)
                .entrySet().stream()
                        .map(line ->
                                Map.<String, Object>of(
                                        "allocationId", line.getKey(),
                                        "amountFen", line.getValue()))
                        .toList();
    }

    static void done(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }
}
