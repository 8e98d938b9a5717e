package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * 禁止拆户分户, whatever the way round: a son divides from a household on the register, and neither by an
 * application of his own, nor through another's, nor under another number does he come onto the
 * register with it, or become its head, within the look-back.
 */
class SplitLawsTest {
    private static final int SEEDS = 40;
    private static final int ORDERS = 14;
    private static final int ROUNDS = 6;
    private static final String THEN = "2014-04-02";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(500);
    private final Map<String, Integer> outcomes = new HashMap<>();

    SplitLawsTest() {
        township.done(
                township.rule(township.town, "split-lookback-days", 365, "day", "2014-01-01"));
    }

    /** A household on the register, its son, and a stranger who is on no file. */
    private final class Case {
        final String home = township.registered(1);
        final String number = TestPersons.newNumber();
        final String other = Township.newHousehold();
        final String stranger = TestPersons.newNumber();
        final String son;

        Case() {
            township.done(
                    township.join(
                            home,
                            TestPersons.person("王小勇", "CHILD", number),
                            "RETURNED",
                            "2014-04-01"));
            son =
                    events(home).stream()
                            .filter(event -> event.type().equals("MemberJoined"))
                            .map(event -> event.fact().path("member").path("personId").asString())
                            .findFirst()
                            .orElseThrow();
        }

        Reply divides() {
            return township.leave(home, number, "DIVISION", THEN);
        }

        Reply joins(String reason) {
            return township.join(other, TestPersons.person("王小勇", "SIBLING", number), reason, THEN);
        }

        Reply applies() {
            return township.step(
                    other,
                    "application",
                    township.application(TestPersons.person("李大山", "HEAD", stranger)));
        }

        Reply isPutOnFile() {
            var recording =
                    new TreeMap<>(township.recording(TestPersons.person("李大山", "HEAD", stranger)));
            recording.put("recordedOn", "2014-04-01");
            return township.step(other, "record", recording);
        }

        Reply appliesFromFile() {
            return township.step(other, "application-on-file", Map.of("appliedOn", THEN));
        }

        Reply takesInSomebody() {
            return township.join(
                    other, HouseholdModelTest.newborn("王小双", "2014-03-20"), "BIRTH", THEN);
        }

        @Nullable Reply whoIsTheSon() {
            return db.sql(
                            """
                            select person_id from active_person join unnumbered_person using (person_id)
                            where household_id = ? order by 1 limit 1
                            """)
                    .param(other)
                    .query(String.class)
                    .optional()
                    .map(baby ->
                            HouseholdModelTest.identify(
                                    township, other, baby, number, THEN, "登记有误"))
                    .orElse(null);
        }

        Reply isDecided() {
            var surveyed = township.survey(other, 100_00);
            if (surveyed.status() != 200) return surveyed;
            township.done(township.assess(other, 30, 2));
            var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", other);
            township.done(township.review(other, first, "2014-04-29"));
            var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", other);
            return township.register(other, second, "2014-05-09");
        }

        @Nullable Reply hasAnotherHead() {
            return db.sql(
                            """
                            select person_id from active_person where household_id = ?
                            order by person_id = ? desc, person_id limit 1
                            """)
                    .params(other, son)
                    .query(String.class)
                    .optional()
                    .map(next ->
                            township.step(
                                    other,
                                    "head-change",
                                    Map.of(
                                            "newHead",
                                            next,
                                            "relationOfFormerHead",
                                            "SIBLING",
                                            "reason",
                                            "原户主外出",
                                            "changedOn",
                                            THEN)))
                    .orElse(null);
        }

        Reply losesItsHead() {
            return township.step(
                    other,
                    "member-leaving",
                    Map.of(
                            "identityNumber",
                            stranger,
                            "reason",
                            "MOVED_OUT",
                            "newHeadIdentityNumber",
                            number,
                            "leftOn",
                            THEN));
        }

        @Nullable Reply order(int which) {
            return switch (which) {
                case 0, 1 -> divides();
                case 2 -> applies();
                case 3 -> isPutOnFile();
                case 4, 5 -> joins("MOVED_IN");
                case 6 -> joins("MARRIAGE");
                case 7 -> appliesFromFile();
                case 8 -> takesInSomebody();
                case 9 -> whoIsTheSon();
                case 10 -> isDecided();
                case 11, 12 -> hasAnotherHead();
                default -> losesItsHead();
            };
        }
    }

    @Test
    void by_no_order_of_the_commands_he_comes_onto_the_register_by_another_s_household() {
        for (var seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var one = new Case();
            if (seed % 2 == 0) {
                one.divides();
                if (seed % 4 == 0) one.applies();
                else one.isPutOnFile();
            }
            for (var i = 0; i < ORDERS; i++) note(one.order(random.nextInt(14)));
            note(one.isDecided());
            note(one.hasAnotherHead());
            holds("seed " + seed, one);
        }
        assertThat(outcomes.get("SPLIT_FOR_ELIGIBILITY")).isGreaterThan(SEEDS / 2);
    }

    @Test
    void nor_by_all_of_them_at_once() throws InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            var one = new Case();
            if (round % 2 == 0) one.isPutOnFile();
            else one.applies();
            var replies =
                    AtOnce.run(
                            8,
                            i ->
                                    switch (i) {
                                        case 0 -> one.divides();
                                        case 1 -> one.appliesFromFile();
                                        case 2 -> one.losesItsHead();
                                        case 3 -> one.isDecided();
                                        default -> one.joins("MOVED_IN");
                                    });
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 404, 409));
            one.isDecided();
            one.losesItsHead();
            holds("round " + round, one);
        }
    }

    @Test
    void another_s_application_takes_in_nobody_who_divided_but_whoever_left_to_marry_into_it() {
        var divided = new Case();
        township.done(divided.divides());
        township.done(divided.applies());
        var refused = divided.joins("MOVED_IN");
        assertThat(refused.reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");
        assertThat(refused.json().path("household").asString()).isEqualTo(divided.home);
        assertThat(refused.json().path("leftOn").asString()).isEqualTo(THEN);
        assertThat(divided.joins("MARRIAGE").reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");
        township.done(divided.takesInSomebody());
        assertThat(Objects.requireNonNull(divided.whoIsTheSon()).reason())
                .isEqualTo("SPLIT_FOR_ELIGIBILITY");
        township.done(divided.isDecided());

        // into a household that is registered he may move, but not to make it his own
        township.done(divided.joins("MOVED_IN"));
        assertThat(Objects.requireNonNull(divided.hasAnotherHead()).reason())
                .isEqualTo("SPLIT_FOR_ELIGIBILITY");
        assertThat(divided.losesItsHead().reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");

        var married = new Case();
        township.done(township.leave(married.home, married.number, "MARRIAGE", THEN));
        township.done(married.applies());
        assertThat(married.joins("MOVED_IN").reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");
        township.done(married.joins("MARRIAGE"));
        township.done(married.isDecided());
        township.done(Objects.requireNonNull(married.hasAnotherHead()));
    }

    private record Recorded(String type, JsonNode fact) {}

    private List<Recorded> events(String household) {
        return db.sql(
                        "select payload_type, payload from events where stream_id = ? order by sequence")
                .param(household)
                .query((row, _) ->
                        new Recorded(row.getString(1), EventJson.LENIENT.readTree(row.getBytes(2))))
                .list();
    }

    /** He left by division alone, so nothing excuses him. */
    private void holds(String as, Case one) {
        var divided = events(one.home).stream().anyMatch(e -> e.type().equals("MemberLeft"));
        if (!divided) return;
        var told = events(one.other);
        var him = new HashSet<>(List.of(one.son));
        for (var event : told) {
            if (event.type().equals("MemberIdentified")
                    && event.fact().path("identifiedAs").asString().equals(one.son)) {
                him.add(event.fact().path("personId").asString());
            }
        }
        var there = false;
        var bound = false;
        for (var event : told) {
            var fact = event.fact();
            switch (event.type()) {
                case "HouseholdApplied", "HouseholdOnFileApplied" -> {
                    bound = true;
                    assertThat(there).as("%s: applies with him", as).isFalse();
                }
                case "MemberJoined" ->
                        there |= him.contains(fact.path("member").path("personId").asString());
                case "HouseholdRegistered" ->
                        assertThat(there).as("%s: registered with him", as).isFalse();
                case "HeadChanged" ->
                        assertThat(bound && him.contains(fact.path("head").asString()))
                                .as("%s: he is the head", as)
                                .isFalse();
                case "MemberLeft" ->
                        assertThat(bound && him.contains(fact.path("newHead").asString()))
                                .as("%s: he follows its head", as)
                                .isFalse();
                default -> {}
            }
        }
    }

    private void note(@Nullable Reply reply) {
        if (reply == null) return;
        assertThat(reply.status()).as(reply.text()).isIn(200, 404, 409);
        if (reply.status() == 409) outcomes.merge(reply.reason(), 1, Integer::sum);
    }
}
