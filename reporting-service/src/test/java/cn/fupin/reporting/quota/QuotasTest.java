package cn.fupin.reporting.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.testing.Feed;
import cn.fupin.reporting.testing.Rows;
import cn.fupin.reporting.testing.Township;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Rows ROWS = Rows.ofAll();

    private final Feed feed = new Feed();

    @BeforeEach
    void aCascade() {
        ROWS.clear();
        Township.listed(feed);
        quota("513423000000", 20, 22);
        quota(Township.CODE, 12, 13);
        quota(Township.VILLAGE, 7, 7);
        for (var household = 1; household <= 3; household++) {
            Township.applied(feed, household, 3, "2014-04-01");
        }
        Township.registered(feed, 1, 3, "2014-06-01");
        Township.registered(feed, 2, 3, "2014-06-01");
    }

    @AfterAll
    static void close() {
        ROWS.close();
    }

    @Test
    void usedAndLeftAreToldForTheWholeCascade() {
        assertThat(quotas("2014-12-31"))
                .extracting(Quotas.Quota::region, Quotas.Quota::used, Quotas.Quota::left)
                .containsExactly(
                        tuple("513423000000", 6L, 16L),
                        tuple(Township.CODE, 6L, 7L),
                        tuple(Township.VILLAGE, 6L, 1L));
        assertThat(quotas("2014-05-31")).extracting(Quotas.Quota::used).containsOnly(0L);
    }

    @Test
    void aLaterBirthGoesOverAndShowsIt() {
        Township.joined(feed, 1, 3, "BIRTH", "2015-01-01");
        Township.joined(feed, 2, 3, "BIRTH", "2015-02-01");
        assertThat(quotas("2015-03-01").getLast())
                .extracting(Quotas.Quota::used, Quotas.Quota::now, Quotas.Quota::over)
                .containsExactly(6L, 8L, 1L);
    }

    @Test
    void aRemovalGivesThePlacesBackAndAnExitDoesNot() {
        Township.moved(feed, "HouseholdExited", 1, 3, "2015-12-20");
        Township.moved(feed, "HouseholdRemoved", 2, 3, "2014-11-20");
        assertThat(quotas("2015-12-31").getLast().used()).isEqualTo(3);
        assertThat(quotas("2014-11-19").getLast().used()).isEqualTo(6);
    }

    private List<Quotas.Quota> quotas(String on) {
        ROWS.put(feed.messages());
        var asOf = Rows.on(LocalDate.parse(on));
        var scope =
                new Scope(
                        new Region("513423000000"),
                        new Lineages(ROWS.db()).of(Divisions.THEN, asOf));
        return new Quotas(ROWS.db()).of(scope, 2014, asOf);
    }

    private void quota(String region, int persons, int ceiling) {
        feed.household(
                "quota-%s-2014".formatted(region),
                "QuotaAllocated",
                """
                {'quotaId':'quota-%1$s-2014','region':'%1$s','year':2014,'persons':%2$d,'ceilingPersons':%3$d,
                 'decidedBy':{'body':'县扶贫移民局'},'assumed':true,'occurredOn':'2014-03-01'}
                """
                        .formatted(region, persons, ceiling));
    }
}
