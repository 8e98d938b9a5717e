package cn.fupin.reporting.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.groups.Tuple.tuple;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyPathsTest {
    private static final Rows ROWS = Rows.ofAll();
    private static final MoneyPaths PATHS = new MoneyPaths(ROWS.snapshots());

    private final Feed feed = new Feed();

    @BeforeEach
    void empty() {
        ROWS.clear();
        Township.project(feed, "WATER");
        Township.granted(feed);
        Township.committed(feed);
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void aPaymentLeadsBackToTheDocumentThatGrantedIt() {
        Township.requested(feed, 0);
        Township.paid(feed);
        Township.accepted(feed);
        var path = payment("2015-12-31", null);
        assertThat(path.status()).isEqualTo("PAID");
        assertThat(path.paidFen()).isEqualTo(250);
        assertThat(path.commitment().amountFen()).isEqualTo(450);
        assertThat(path.project().name()).isEqualTo("安全饮水工程");
        assertThat(path.sources())
                .extracting(PaymentPath.Source::allocationId, PaymentPath.Source::amountFen)
                .containsExactly(
                        tuple(Township.ALLOCATION, 200L), tuple(Township.OTHER_ALLOCATION, 50L));
        assertThat(path.sources())
                .allSatisfy(s -> {
                    var grant = s.appropriation();
                    assertThat(grant).isNotNull();
                    if (grant != null) assertThat(grant.documentNo()).isEqualTo("川财农〔2014〕50号");
                });
        assertThat(path.benefit())
                .isEqualTo(
                        new PaymentPath.Benefit(
                                null,
                                null,
                                new PaymentPath.Public(
                                        250,
                                        List.of(new PaymentPath.Served(Township.VILLAGE, 3)))));
        assertThat(path.events()).hasSize(3);
    }

    @Test
    void theMemberWhoseAccountIsPaidIsNamedUntilErased() {
        Township.applied(feed, 1, 2, "2014-04-01");
        Township.requested(feed, 1, "person-1-1");
        var payee = payment("2015-12-31", null).payee();
        assertThat(payee.personId()).isEqualTo("person-1-1");
        assertThat(payee.maskedName()).isEqualTo("阿**");
        Township.erased(feed, "person-1-1", "2016-01-01");
        assertThat(payment("2015-12-31", null).payee().maskedName()).isEqualTo("**");
    }

    /** The account is of the first id; the member goes by the third. */
    @Test
    void aMemberWhoseNumberWasCorrectedTwiceIsNamed() {
        Township.applied(feed, 1, 2, "2014-04-01");
        Township.requested(feed, 1, "person-before");
        for (var ids : List.of("person-before person-wrong", "person-wrong person-1-1")) {
            var was = ids.split(" ")[0];
            var now = ids.split(" ")[1];
            Township.said(
                    feed,
                    "MemberNumberCorrected",
                    1,
                    """
                    'personId':'%s','identifiedAs':'%2$s','member':{'personId':'%2$s','maskedName':'李*','relation':'CHILD',
                     'sex':'FEMALE','birthYear':1990,'sealed':'AAAA'},'memberSince':'2014-04-01',
                    'enteredSince':'2014-04-01','reason':'号码抄错','approvedBy':'chief-1'
                    """
                            .formatted(was, now)
                            .strip(),
                    "2014-05-01");
        }
        assertThat(payment("2015-12-31", null).payee().maskedName()).isEqualTo("李*");
    }

    @Test
    void aHouseholdPaidIsOneMeasureAndSharesAreAnother() {
        Township.beneficiaries(feed, 1, 2, 3);
        Township.requested(feed, 0);
        Township.paid(feed);
        var shares = payment("2015-12-31", null).benefit();
        assertThat(shares.paidToHousehold()).isNull();
        assertThat(shares.publicBenefit()).isNull();
        assertThat(shares.attributedToHouseholds())
                .extracting(PaymentPath.Attributed::amountFen)
                .containsExactly(83L, 83L, 84L);

        ROWS.clear();
        var other = new Feed();
        Township.beneficiaries(other, 1, 2, 3);
        Township.requested(other, 1);
        Township.paid(other);
        ROWS.put(other.messages());
        assertThat(PATHS.ofPayment(Township.PAYMENT, asked("2015-12-31", null)).benefit())
                .isEqualTo(
                        new PaymentPath.Benefit(
                                new PaymentPath.ToHousehold(Township.household(1), 250),
                                null,
                                null));
    }

    @Test
    void aPaymentIsSeenAsOfTheDayAndAsKnown() {
        Township.requested(feed, 0);
        Township.paid(feed);
        Township.returned(feed, 30);
        assertThat(payment("2014-11-01", null).status()).isEqualTo("REQUESTED");
        assertThat(payment("2014-11-05", null).status()).isEqualTo("APPROVED");
        assertThat(payment("2014-11-10", null).paidFen()).isEqualTo(250);
        assertThat(payment("2014-12-01", null).paidFen()).isEqualTo(220);
        var beforeTheReturn = "funding:" + (feed.position("funding") - 1);
        assertThat(payment("2015-12-31", beforeTheReturn).paidFen()).isEqualTo(250);
        assertThatThrownBy(() -> payment("2014-10-31", null)).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> payment("2015-12-31", "funding:0")).isInstanceOf(NotThere.class);
    }

    @Test
    void whatRemainsAtEveryLevelIsWhatTheBooksSay() {
        Township.requested(feed, 0);
        Township.paid(feed);
        Township.returned(feed, 30);
        ROWS.put(feed.messages());
        for (var day :
                List.of("2014-08-15", "2014-09-20", "2014-11-01", "2014-11-10", "2015-01-01")) {
            var path = PATHS.ofAppropriation(Township.APPROPRIATION, asked(day, null));
            assertThat(path.remainingFen())
                    .as(day)
                    .isEqualTo(balance("appropriation:" + Township.APPROPRIATION, day));
            for (var allocation : path.allocations()) {
                assertThat(allocation.remainingFen())
                        .as(day)
                        .isEqualTo(balance("allocation:" + allocation.allocationId(), day));
                for (var commitment : allocation.commitments()) {
                    // the books move when the bank has paid; a request draws before
                    assertThat(commitment.remainingFen() + commitment.pendingFen())
                            .as(day)
                            .isEqualTo(
                                    balance(
                                            "commitment:%s:%s"
                                                    .formatted(
                                                            commitment.commitmentId(),
                                                            allocation.allocationId()),
                                            day));
                }
            }
        }
        var path = PATHS.ofAppropriation(Township.APPROPRIATION, asked("2015-01-01", null));
        assertThat(path.allocatedFen()).isEqualTo(700);
        assertThat(path.allocations().getFirst().commitments().getFirst())
                .satisfies(commitment -> {
                    assertThat(commitment.paidFen()).isEqualTo(170);
                    assertThat(commitment.payments()).hasSize(1);
                });
    }

    @Test
    void whatIsAskedForIsDrawnUntilItFailsOrComesBack() {
        Township.requested(feed, 0);
        ROWS.put(feed.messages());
        assertThat(remaining("2014-10-31")).isEqualTo(350);
        assertThat(remaining("2014-11-01")).isEqualTo(150);
        Township.failed(feed);
        ROWS.put(feed.messages());
        assertThat(remaining("2014-11-01")).isEqualTo(150);
        assertThat(remaining("2014-11-11")).isEqualTo(350);

        empty();
        var other = new Feed();
        Township.granted(other);
        Township.committed(other);
        Township.requested(other, 0);
        Township.paid(other);
        Township.returned(other, 30);
        ROWS.put(other.messages());
        assertThat(remaining("2014-11-05")).isEqualTo(150);
        assertThat(remaining("2014-11-10")).isEqualTo(150);
        assertThat(remaining("2014-12-01")).isEqualTo(180);
    }

    private static long remaining(String day) {
        return PATHS.ofAppropriation(Township.APPROPRIATION, asked(day, null))
                .allocations()
                .getFirst()
                .commitments()
                .getFirst()
                .remainingFen();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sharesLoseNotAFen(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++) {
            var shares = random.ints(1 + random.nextInt(40), 1, 5_000).boxed().toList();
            var amountFen = random.nextLong(10_000_000_000_000L);
            var parts = Shares.of(amountFen, shares);
            var whole = shares.stream().mapToInt(Integer::intValue).sum();
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amountFen);
            for (var n = 0; n < parts.size(); n++) {
                assertThat((double) parts.get(n))
                        .isCloseTo((double) amountFen * shares.get(n) / whole, offset(1.01));
            }
        }
    }

    private PaymentPath payment(String effective, @Nullable String known) {
        ROWS.put(feed.messages());
        return PATHS.ofPayment(Township.PAYMENT, asked(effective, known));
    }

    private static Asked asked(String effective, @Nullable String known) {
        return Asked.of(effective, known, LocalDate.of(2026, 1, 1));
    }

    private static long balance(String account, String day) {
        return ROWS.db()
                .sql(
                        """
                        select coalesce(sum(amount_fen), 0) from postings
                        where account = ? and effective_on <= cast(? as date)
                        """)
                .params(account, day)
                .query(Long.class)
                .single();
    }
}
