package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Search;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who a member is and how called, as known now of all days; and who is the head while all stay. */
class CorrectedMembersTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final int NUMBER = 41;
    private static final String HOUSEHOLD = Township.household(NUMBER);
    private static final String HEAD = "person-41-0";
    private static final String CHILD = "person-41-1";
    private static final String RIGHT = "person-41-right";

    private final Feed feed = new Feed();

    CorrectedMembersTest() {
        Township.listed(feed);
        Township.opened(
                feed, "HouseholdApplied", NUMBER, 3, Township.VILLAGES.getFirst(), "2014-04-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    private void said(String type, String json, String on) {
        Township.said(feed, type, NUMBER, json.strip(), on);
    }

    private void tell() {
        ROWS.clear().put(feed.messages());
    }

    private String before() {
        return "household:" + (feed.position("household") - 1);
    }

    private static HouseholdHistory history(String on, @Nullable String known) {
        return new Histories(ROWS.snapshots())
                .at(HOUSEHOLD, Asked.of(on, known, LocalDate.of(2026, 1, 1)));
    }

    private static List<HouseholdAt.Member> members(String on, @Nullable String known) {
        return history(on, known).state().members();
    }

    private static List<Search.Found> found(
            @Nullable String name, String on, @Nullable String known) {
        var asOf = ROWS.resolve(Asked.of(on, known, LocalDate.of(2026, 1, 1)));
        return Households.page(
                        new Region("513423000000"),
                        Divisions.THEN,
                        null,
                        new Wanted(name, null, null, null),
                        null,
                        50,
                        asOf,
                        ROWS.db())
                .households();
    }

    private static @Nullable String head(String on, @Nullable String known) {
        return found(null, on, known).getFirst().head();
    }

    private static String relation(List<HouseholdAt.Member> members, String person) {
        return members.stream()
                .filter(member -> member.personId().equals(person))
                .map(HouseholdAt.Member::relation)
                .findFirst()
                .orElse("");
    }

    @Test
    void aNameIsTheRightOneOnAllDaysOnceItIsKnown() {
        said(
                "MemberNameCorrected",
                """
                'member':{'personId':'person-41-0','maskedName':'欧阳**','relation':'HEAD','sex':'MALE','birthYear':1970,
                 'sealed':'AAAA'},'formerMaskedName':'阿**','memberSince':'2014-04-01','reason':'与户口簿不符',
                'approvedBy':'chief-1'
                """,
                "2016-03-01");
        tell();
        assertThat(members("2014-05-01", null).getFirst().maskedName()).isEqualTo("欧阳**");
        assertThat(members("2016-05-01", null).getFirst().maskedName()).isEqualTo("欧阳**");
        assertThat(members("2016-05-01", before()).getFirst().maskedName()).isEqualTo("阿**");
        assertThat(head("2014-05-01", null)).isEqualTo("欧阳**");
        assertThat(head("2014-05-01", before())).isEqualTo("阿**");
        assertThat(found("欧阳", "2014-05-01", null)).hasSize(1);
        assertThat(found("欧阳", "2014-05-01", before())).isEmpty();
        var last = history("2016-03-01", null).events().getLast();
        assertThat(last.zh()).contains("阿** 应为 欧阳**", "与户口簿不符");
        assertThat(last.approvedBy()).isEqualTo("chief-1");
    }

    @Test
    void theWrongNameFindsTheHouseholdNoMore() {
        said(
                "MemberJoined",
                """
                'member':{'personId':'person-41-new','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':2014},
                'reason':'BIRTH','persons':4
                """,
                "2014-06-01");
        said(
                "MemberNameCorrected",
                """
                'member':{'personId':'person-41-new','maskedName':'瞿*','relation':'CHILD','sex':'FEMALE','birthYear':2014,
                 'sealed':'AAAA'},'formerMaskedName':'曲*','memberSince':'2014-06-01','reason':'错字','approvedBy':'chief-1'
                """,
                "2016-03-01");
        tell();
        assertThat(found("曲", "2014-07-01", before())).hasSize(1);
        assertThat(found("曲", "2014-07-01", null)).isEmpty();
        assertThat(found("瞿", "2014-07-01", null)).hasSize(1);
        assertThat(found("瞿", "2014-05-31", null)).isEmpty();
    }

    @Test
    void aNumberIsTheRightPersonsOnAllDaysWithWhatWasSaidOfTheMember() {
        said(
                "MemberDescribed",
                "'personId':'person-41-0','details':{'health':'DISABLED'}",
                "2014-07-01");
        said(
                "MemberNumberCorrected",
                """
                'personId':'person-41-0','identifiedAs':'person-41-right','member':{'personId':'person-41-right',
                 'maskedName':'李*','relation':'HEAD','sex':'FEMALE','birthYear':1971,'sealed':'AAAA'},
                'memberSince':'2014-04-01','headSince':'2014-04-01','enteredSince':'2014-04-01','reason':'号码抄错',
                'approvedBy':'chief-1'
                """,
                "2016-03-01");
        tell();
        assertThat(members("2014-08-01", before()))
                .extracting(HouseholdAt.Member::personId)
                .contains(HEAD);
        for (var day : List.of("2014-08-01", "2016-08-01")) {
            var members = members(day, null);
            assertThat(members).hasSize(3);
            var head = members.getFirst();
            assertThat(head.personId()).isEqualTo(RIGHT);
            assertThat(head.maskedName()).isEqualTo("李*");
            assertThat(head.sex()).isEqualTo("FEMALE");
            assertThat(head.birthYear()).isEqualTo(1971);
            assertThat(head.relation()).isEqualTo("HEAD");
            assertThat(Objects.requireNonNull(head.details()).path("health").asString())
                    .isEqualTo("DISABLED");
            assertThat(head(day, null)).isEqualTo("李*");
        }
        assertThat(history("2016-08-01", null).events())
                .filteredOn(e -> e.type().equals("MemberDescribed"))
                .singleElement()
                .satisfies(e -> assertThat(e.zh()).contains("李*"));

        // who leaves of an earlier day than the correction has left
        said(
                "MemberLeft",
                "'personId':'person-41-right','reason':'DEATH','newHead':'person-41-1','persons':2",
                "2015-06-01");
        tell();
        assertThat(members("2016-08-01", null)).hasSize(2);
        assertThat(members("2015-05-31", null)).hasSize(3);
        assertThat(head("2015-06-01", null)).isEqualTo("阿**");
        assertThat(found("李", "2016-08-01", null)).isEmpty();
        assertThat(found("李", "2015-05-31", null)).hasSize(1);
    }

    @Test
    void whatPolicyGivesEndsUnderTheRightNumber() {
        said(
                "MemberJoined",
                """
                'member':{'personId':'person-41-new','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':1990,
                 'withoutNumber':'OTHER'},'reason':'OTHER','persons':4
                """,
                "2014-06-01");
        allowance("PolicyGranted", "'person-41-0','person-41-new'", "2014-07-01");
        said(
                "MemberIdentified",
                """
                'personId':'person-41-new','identifiedAs':'person-41-wrong','member':{'personId':'person-41-wrong',
                 'maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':1990,'sealed':'AAAA'}
                """,
                "2014-08-01");
        renumbered("person-41-0", RIGHT);
        renumbered("person-41-wrong", "person-41-known");
        tell();
        assertThat(policies("2016-08-01")).containsExactlyInAnyOrder(RIGHT, "person-41-known");
        assertThat(members("2014-07-31", null).getLast().withoutNumber()).isEqualTo("OTHER");
        assertThat(members("2014-08-01", null).getLast().withoutNumber()).isNull();
        allowance("PolicyEnded", "'person-41-right','person-41-known'", "2016-05-01");
        tell();
        assertThat(policies("2016-04-30")).hasSize(2);
        assertThat(policies("2016-05-01")).isEmpty();
    }

    /** As the forms have it. */
    @Test
    void ofAPolicyGrantedAnewTheLastHolds() {
        allowance("PolicyGranted", "'person-41-0'", "2015-07-01");
        allowance("PolicyGranted", "'person-41-0'", "2014-07-01");
        tell();
        assertThat(history("2016-01-01", null).state().policies())
                .extracting(one -> one.since().toString())
                .containsExactly("2015-07-01");
    }

    private void renumbered(String was, String now) {
        said(
                "MemberNumberCorrected",
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'李*','relation':'CHILD',
                 'sex':'FEMALE','birthYear':1990,'sealed':'AAAA'},'memberSince':'2014-04-01','enteredSince':'2014-04-01',
                'reason':'号码抄错','approvedBy':'chief-1'
                """
                        .formatted(was, now),
                "2016-03-01");
    }

    private void allowance(String type, String recipients, String on) {
        said(
                type,
                "'policy':'SUBSISTENCE_ALLOWANCE','details':{},'wholeHousehold':false,'recipients':[%s],'reason':'EXPIRED'"
                        .formatted(recipients),
                on);
    }

    private static List<String> policies(String on) {
        return history(on, null).state().policies().stream()
                .map(HouseholdAt.Policy::personId)
                .toList();
    }

    private static final int ELSEWHERE = 42;

    /** Entered wrongly here, left for the other household and is corrected there. */
    private void movedAndCorrected() {
        var wrong =
                """
                'member':{'personId':'person-41-w','maskedName':'曲*','relation':'CHILD','sex':'FEMALE','birthYear':1990},
                'reason':'MARRIAGE','persons':4
                """
                        .strip();
        Township.opened(
                feed, "HouseholdApplied", ELSEWHERE, 3, Township.VILLAGES.getFirst(), "2014-04-01");
        said("MemberJoined", wrong, "2014-06-01");
        said(
                "MemberLeft",
                "'personId':'person-41-w','reason':'MARRIAGE','toHouseholdId':'%s','persons':3"
                        .formatted(Township.household(ELSEWHERE)),
                "2015-02-01");
        Township.said(feed, "MemberJoined", ELSEWHERE, wrong, "2015-02-01");
        var corrected =
                """
                'personId':'person-41-w','identifiedAs':'person-41-r','member':{'personId':'person-41-r',
                 'maskedName':'瞿*','relation':'CHILD','sex':'FEMALE','birthYear':1991,'sealed':'AAAA'},
                'enteredSince':'2014-06-01','reason':'号码抄错','approvedBy':'chief-1',
                """;
        Township.said(
                feed,
                "MemberNumberCorrected",
                ELSEWHERE,
                (corrected
                                + "'memberSince':'2015-02-01','stays':[{'from':'2015-02-01'}],'alsoIn':['%s']"
                                        .formatted(HOUSEHOLD))
                        .strip(),
                "2016-03-01");
        said(
                "MemberNumberCorrected",
                corrected
                        + """
                        'memberSince':'2014-06-01','stays':[{'from':'2014-06-01','until':'2015-02-01'}],
                        'correctedIn':'%s'
                        """
                                .formatted(Township.household(ELSEWHERE))
                                .strip(),
                "2016-03-01");
    }

    private static List<String> foundIn(String name, String on) {
        return found(name, on, null).stream().map(Search.Found::householdId).toList();
    }

    /** In whatever order the two streams arrive. */
    @Test
    void whoIsCorrectedReadsSoInEveryHouseholdOfThePerson() {
        movedAndCorrected();
        var messages = feed.messages();
        var theOtherWayRound =
                Stream.concat(
                                messages.stream().filter(m -> m.streamId().equals(HOUSEHOLD)),
                                messages.stream().filter(m -> !m.streamId().equals(HOUSEHOLD)))
                        .toList();
        for (var order : List.of(messages, theOtherWayRound)) {
            ROWS.clear().put(order);
            assertThat(foundIn("瞿", "2015-01-31")).containsExactly(HOUSEHOLD);
            assertThat(foundIn("瞿", "2015-02-01")).containsExactly(Township.household(ELSEWHERE));
            assertThat(foundIn("曲", "2015-01-31")).isEmpty();
            assertThat(foundIn("曲", "2015-02-01")).isEmpty();
            var then = members("2015-01-31", null);
            assertThat(then).hasSize(4);
            assertThat(then.getLast().personId()).isEqualTo("person-41-r");
            assertThat(then.getLast().maskedName()).isEqualTo("瞿*");
            assertThat(then.getLast().birthYear()).isEqualTo(1991);
            assertThat(members("2015-02-01", null)).hasSize(3);
            assertThat(members("2015-01-31", before()).getLast().maskedName()).isEqualTo("曲*");
            for (var e : history("2016-03-01", null).events()) {
                if (!e.type().endsWith("Corrected")) assertThat(e.zh()).doesNotContain("曲");
            }
            var last = history("2016-03-01", null).events().getLast();
            assertThat(last.zh()).contains("瞿*", "随该户的更正", "2014-06-01 起,2015-02-01 离户");
        }
    }

    /** Where one stream has not arrived yet, the other stands. */
    @Test
    void halfOfACorrectionStandsByItself() {
        movedAndCorrected();
        var messages = feed.messages();
        ROWS.clear().put(messages.subList(0, messages.size() - 1));
        assertThat(foundIn("瞿", "2015-02-01")).containsExactly(Township.household(ELSEWHERE));
        assertThat(foundIn("曲", "2015-01-31")).containsExactly(HOUSEHOLD);
        assertThat(members("2015-01-31", null)).hasSize(4);
        ROWS.put(List.of(messages.getLast()));
        assertThat(foundIn("曲", "2015-01-31")).isEmpty();
    }

    @Test
    void aFormerMembersNameIsTheRightOneOfItsTimeAlone() {
        said("MemberLeft", "'personId':'person-41-2','reason':'DEATH','persons':2", "2015-06-01");
        said(
                "MemberNameCorrected",
                """
                'member':{'personId':'person-41-2','maskedName':'瞿*','relation':'CHILD','sex':'MALE','birthYear':1970,
                 'sealed':'AAAA'},'formerMaskedName':'阿**','memberSince':'2014-04-01',
                'stays':[{'from':'2014-04-01','until':'2015-06-01'}],'reason':'错字','approvedBy':'chief-1'
                """,
                "2016-03-01");
        tell();
        assertThat(found("瞿", "2015-05-31", null)).hasSize(1);
        assertThat(found("瞿", "2015-06-01", null)).isEmpty();
        assertThat(members("2015-05-31", null)).hasSize(3);
        assertThat(members("2016-08-01", null)).hasSize(2);
    }

    @Test
    void twoWhoHadEachOthersNumbersKeepWhatWasSaidOfEach() {
        said(
                "MemberDescribed",
                "'personId':'person-41-0','details':{'health':'DISABLED'}",
                "2014-07-01");
        swapped(
                "person-41-0",
                "person-41-b",
                "HEAD",
                "李*",
                "'headSince':'2014-04-01',",
                "person-41-a");
        swapped("person-41-1", "person-41-a", "CHILD", "王*", "", "person-41-b");
        tell();
        var members = members("2014-08-01", null);
        assertThat(members).hasSize(3);
        assertThat(members.getFirst().personId()).isEqualTo("person-41-b");
        assertThat(members.getFirst().relation()).isEqualTo("HEAD");
        assertThat(Objects.requireNonNull(members.getFirst().details()).path("health").asString())
                .isEqualTo("DISABLED");
        assertThat(members).extracting(HouseholdAt.Member::maskedName).contains("李*", "王*");
        assertThat(head("2014-08-01", null)).isEqualTo("李*");
        assertThat(history("2016-08-01", null).events().getLast().zh()).contains("错误号码属于");
    }

    private void swapped(
            String was, String now, String relation, String name, String head, String numberOf) {
        said(
                "MemberNumberCorrected",
                """
                'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'%3$s','relation':'%4$s',
                 'sex':'MALE','birthYear':1970,'sealed':'AAAA'},'memberSince':'2014-04-01',%5$s
                'enteredSince':'2014-04-01','stays':[{'from':'2014-04-01'}],'numberOf':'%6$s','reason':'填反',
                'approvedBy':'chief-1'
                """
                        .formatted(was, now, name, relation, head, numberOf),
                "2016-03-01");
    }

    @Test
    void anEventNamesWhoWentByTheIdThenThoughOthersHadItSince() {
        exchangedAfterACorrection();
        tell();
        assertThat(history("2016-08-01", null).events().getFirst().zh())
                .contains("成员:李*(户主", "阿**(", "赵*(");
    }

    /** Though the one had the other's id once: neither more is shown of the one, nor less. */
    @Test
    void ofTwoWhoExchangedNumbersOnlyWhoWasErasedIsShownNoMore() {
        exchangedAfterACorrection();
        Township.erased(feed, "person-41-5", "2016-05-01");
        tell();
        var history = history("2016-08-01", null);
        assertThat(history.events().getFirst().zh()).contains("成员:**(户主", "阿**(", "赵*(");
        assertThat(history.state().members())
                .extracting(HouseholdAt.Member::maskedName)
                .containsExactly("**", "阿**", "赵*");
        assertThat(history.events().toString()).doesNotContain("李*");
    }

    /** 李, the head, had the number of 赵, who had been under a stranger's before. */
    private void exchangedAfterACorrection() {
        swapped("person-41-2", "person-41-5", "CHILD", "赵*", "", "person-41-x");
        feed.atOnce(() -> {
            swapped("person-41-5", "person-41-0", "CHILD", "赵*", "", "person-41-5");
            swapped(
                    "person-41-0",
                    "person-41-5",
                    "HEAD",
                    "李*",
                    "'headSince':'2014-04-01',",
                    "person-41-0");
        });
    }

    @Test
    void anotherIsTheHeadAndTheFormerStays() {
        said(
                "HeadChanged",
                """
                'head':'person-41-1','formerHead':'person-41-0','relationOfFormerHead':'PARENT',
                'relations':[{'personId':'person-41-2','relation':'SIBLING'}],'reason':'原户主年老'
                """,
                "2015-06-01");
        tell();
        var then = members("2015-05-31", null);
        assertThat(relation(then, HEAD)).isEqualTo("HEAD");
        var now = members("2015-06-01", null);
        assertThat(now).hasSize(3);
        assertThat(relation(now, HEAD)).isEqualTo("PARENT");
        assertThat(relation(now, CHILD)).isEqualTo("HEAD");
        assertThat(relation(now, "person-41-2")).isEqualTo("SIBLING");
        var last = history("2015-06-01", null).events().getLast();
        assertThat(last.zh()).contains("户主由", "父母", "原户主年老");
        assertThat(last.en()).contains("parent");
    }
}
