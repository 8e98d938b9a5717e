package cn.fupin.benchmarks;

import cn.fupin.backbone.testing.RealServers;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Due;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.figure.Figures;
import cn.fupin.reporting.figure.Value;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.quota.Quotas;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a clerk is told to do and to put right, and the places left, in a county of 200,000
 * households and in one township of it: against the first page of a search in the county. Each is
 * asked as of a day, with everything known.
 */
final class ClerkLists {
    private static final Region TOWNSHIP = new Region("513423100000");
    private static final int ROWS = 50;
    private static final int YEAR = 2014;

    private final JdbcClient db;
    private final TransactionTemplate snapshot;
    private final AsOf asOf =
            new AsOf(LocalDate.of(2016, 12, 31), Long.MAX_VALUE, 0, Long.MAX_VALUE, 0, true);
    private final Month month = Month.of(null, asOf.effective());
    private final List<Measured> lines = new ArrayList<>();

    private ClerkLists(JdbcClient db, TransactionTemplate snapshot) {
        this.db = db;
        this.snapshot = snapshot;
    }

    static List<Measured> measure() {
        var database = RealServers.newDatabase("lists");
        var connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true);
        try {
            var db = JdbcClient.create(connection);
            ClerkSearch.fill(db);
            for (var rows : ROWS_OF) db.sql(rows).update();
            db.sql("analyze").update();
            var snapshot = new TransactionTemplate(new DataSourceTransactionManager(connection));
            snapshot.setReadOnly(true);
            return new ClerkLists(db, snapshot).all();
        } finally {
            connection.destroy();
        }
    }

    private List<Measured> all() {
        for (var region : List.of(ClerkSearch.COUNTY, TOWNSHIP)) {
            var scope = new Scope(region, new Lineages(db).of(Divisions.THEN, asOf));
            var zh = region.equals(TOWNSHIP) ? "乡镇:" : "县:";
            var en = region.equals(TOWNSHIP) ? "township: " : "county: ";
            line(zh + "待办计数", en + "how much is due", () -> new Due(db).counts(scope, month, asOf));
            for (var list : DueList.values()) {
                line(
                        zh + list.zh(),
                        en + "due, " + list.name().toLowerCase(Locale.ROOT),
                        () -> new Due(db).page(list, scope, month, asOf, null, ROWS));
            }
            line(
                    zh + "数据质量计数",
                    en + "how many findings",
                    () -> new Findings(db).counts(scope, asOf));
            line(
                    zh + "数据质量一页",
                    en + "findings, first page",
                    () -> new Findings(db).page(scope, null, asOf, null, ROWS));
            line(
                    zh + "数据质量一条规则",
                    en + "findings of one rule",
                    () -> new Findings(db).page(scope, QualityRule.NO_HELPER, asOf, null, ROWS));
            for (var rule : OF_EXITS_AND_LOANS) {
                line(
                        zh + rule.zh(),
                        en + "findings, " + rule.code(),
                        () -> found(new Findings(db).page(scope, rule, asOf, null, ROWS)));
            }
            for (var id : OF_THE_REGISTER) {
                var figure = Objects.requireNonNull(Figures.find(id), id);
                line(
                        zh + figure.zh(),
                        en + "figure, " + id,
                        () ->
                                counted(
                                        new FigureBook(db)
                                                .value(figure, region, Divisions.THEN, asOf)));
            }
            line(zh + "规模", en + "quotas", () -> new Quotas(db).of(scope, YEAR, asOf));
        }
        return lines;
    }

    /** Nothing is measured that looks for what is not there. */
    private static void found(Findings.Page page) {
        Volume.require(!page.findings().isEmpty(), "nothing was found");
    }

    private static void counted(Value value) {
        Volume.require(value.value().signum() > 0, "nothing was counted");
    }

    private void line(String zh, String en, Measured.Work work) {
        System.out.println("  " + en);
        var medians =
                Measured.medians(
                        new Measured.Pair() {
                            @Override
                            public double ours() {
                                return Measured.seconds(() -> inSnapshot(work));
                            }

                            @Override
                            public double beside() {
                                return Measured.seconds(() -> inSnapshot(() -> search()));
                            }
                        });
        lines.add(
                new Measured(
                        zh + ",%,d 户的县".formatted(ClerkSearch.HOUSEHOLDS),
                        "of %,d households, ".formatted(ClerkSearch.HOUSEHOLDS) + en,
                        "%.0f ms".formatted(medians.ours() * 1000),
                        "%.0f ms".formatted(medians.beside() * 1000),
                        Measured.times(medians.ratio()),
                        "–"));
    }

    /** As the service asks. */
    private void inSnapshot(Measured.Work work) {
        snapshot.executeWithoutResult(_ -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void search() {
        var any = new Wanted(null, null, null, null);
        Households.page(ClerkSearch.COUNTY, Divisions.THEN, null, any, null, ROWS, asOf, db);
    }

    private static final List<QualityRule> OF_EXITS_AND_LOANS =
            List.of(
                    QualityRule.EXIT_NOT_ANNOUNCED,
                    QualityRule.EXIT_INCOME_DIFFERS,
                    QualityRule.NOTICE_BY_A_RULE_CORRECTED_SINCE,
                    QualityRule.EXIT_WHILE_UNSAFE,
                    QualityRule.SIGNED_BY_A_CHILD,
                    QualityRule.LOAN_ABOVE_LIMIT,
                    QualityRule.LOAN_TOO_LONG,
                    QualityRule.LOAN_BORROWER_NOT_A_MEMBER,
                    QualityRule.LOAN_BORROWER_AGE,
                    QualityRule.LOAN_USED_BY_ENTERPRISE,
                    QualityRule.LOAN_NOT_REGISTERED);

    /** With households that moved since. */
    private static final List<String> OF_THE_REGISTER =
            List.of(
                    "households-registered",
                    "persons-registered",
                    "households-exited",
                    "households-moved-out",
                    "persons-moved-out");

    private static final String FACT =
            "(event_id, stream_id, sequence, position, recorded_at, effective_on, household_id,"
                    + " region, ";

    // On top of what is searched: h is still there. Of an exit in a hundred nothing came, of a
    // relapse in a thousand too; half of them were visited last month, one household in 500 has no
    // helper and one no cause.
    private static final List<String> ROWS_OF =
            List.of(
                    """
                    insert into household_procedures FACT step, persons, quota_year)
                    select household_id || '-r', household_id, 1, i * 10 + 1, now(), date '2014-10-18', household_id, region,
                        'HouseholdRegistered', 4, 2014
                    from h
                    """
                            .replace("FACT", FACT),
                    """
                    insert into household_procedures FACT step, persons)
                    select household_id || '-e' || s, household_id, 2, i * 10 + 2 + s, now(), date '2015-04-01' + s * 20,
                        household_id, region,
                        (array['ExitProposed', 'ExitVerified', 'ExitAgreed', 'HouseholdExited'])[s + 1], 4
                    from h cross join generate_series(0, 3) s
                    where i % 3 = 0 or (s < 2 and i % 100 = 1)
                    """
                            .replace("FACT", FACT),
                    """
                    insert into household_procedures FACT step)
                    select household_id || '-m' || s, household_id, 4 + s, i * 10 + 7 + s, now(), date '2016-11-20' + s,
                        household_id, region,
                        (array['MonitoringClueRaised', 'MonitoringChecked', 'RelapseProposed'])[s + 1]
                    from h cross join generate_series(0, 2) s
                    where i % 999 = 0
                    """
                            .replace("FACT", FACT),
                    """
                    insert into household_acts FACT what, assumed)
                    select household_id || '-v', household_id, 6, i * 10 + 6, now(), date '2016-12-10', household_id, region,
                        'VISIT', true
                    from h where i % 2 = 0
                    """
                            .replace("FACT", FACT),
                    """
                    insert into household_incomes FACT income_year, income_fen_per_head)
                    select household_id || '-i', household_id, 1, i * 10 + 1, now(), date '2014-09-01', household_id, region,
                        2013, case when i % 1000 = 7 then -1 else 200000 end
                    from h
                    """
                            .replace("FACT", FACT),
                    """
                    insert into notices
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, notice_id, region, kind, place, last_days)
                    select 'notice-' || region, 'notice-' || region, 0, 1, now(), date '2016-12-20', 'notice-' || region, region,
                        'FIRST', '村务公开栏', 7
                    from h group by region
                    """,
                    """
                    insert into notice_households (event_id, line, position, notice_id, household_id)
                    select 'notice-' || region, i, 1, 'notice-' || region, household_id from h where i % 10 = 0
                    """,
                    // one in each village that hung for fewer days than the rule is said to ask for
                    """
                    insert into notices
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, notice_id, region, kind, place, last_days)
                    select 'short-' || region, 'short-' || region, 0, 1, now(), date '2016-03-01', 'short-' || region, region,
                        'MONITORING', '村务公开栏', 5
                    from h group by region
                    """,
                    """
                    insert into notice_households (event_id, line, position, notice_id, household_id)
                    select 'short-' || region, i, 1, 'short-' || region, household_id from h where i % 4 = 1
                    """,
                    """
                    insert into notice_steps
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, notice_id, step)
                    select 'short-' || region || '-c', 'short-' || region, 1, 2, now(), date '2016-03-07', 'short-' || region, 'CLOSED'
                    from h group by region
                    """,
                    """
                    insert into matters
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, region, kind, step, title, household_id)
                    select 'complaint-' || i, 'complaint-' || i, 0, i, now(), date '2016-12-01', region, 'COMPLAINT', 'OPEN',
                        '反映', household_id
                    from h where i % 2000 = 0
                    """,
                    """
                    insert into rules
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, region, code, value, unit, effective_from,
                         assumed)
                    select code, code, 0, 1, now(), date '2014-01-01', '513423000000', code, value, 'unit', date '2014-01-01', true
                    from (values ('visits-per-month-min', 1), ('helper-households-max', 5), ('monitoring-days-max', 15),
                        ('announcement-within-days', 30), ('signing-age-min', 18), ('micro-credit-max', 50000),
                        ('micro-credit-months-max', 36), ('micro-credit-age-min', 18), ('micro-credit-age-max', 65),
                        ('micro-credit-own-use-required', 1),
                        ('monitoring-notice-days', 7)) r (code, value)
                    """,
                    """
                    insert into announcement_households (event_id, line, position, effective_on, announcement_id, kind, household_id)
                    select 'announcement-' || kind || region, i, i * 10 + 9, announced, 'announcement-' || kind || region, kind, household_id
                    from h join (values ('REGISTRATION', date '2014-10-20'), ('EXIT', date '2015-05-10')) a (kind, announced)
                      on kind = 'REGISTRATION' or i % 3 = 0
                    where i % 501 <> 0
                    """,
                    // to the yuan as verified, but one exit in 200
                    """
                    insert into household_incomes FACT income_year, income_fen_per_head)
                    select household_id || said, household_id, 3, i * 10 + 3, now(), date '2015-04-21', household_id, region,
                        2014, 350000 + case when said = '-j' and i % 600 = 0 then 5000 else 0 end
                    from h cross join (values ('-e1'), ('-j')) s (said)
                    where i % 3 = 0
                    """
                            .replace("FACT", FACT),
                    """
                    insert into household_safety (event_id, part, sequence, position, effective_on, household_id, safe)
                    select household_id || '-d', part, 1, i * 10 + 1, date '2014-10-01', household_id, part = 'WATER' or i % 300 <> 0
                    from h cross join (values ('DWELLING'), ('WATER')) p (part)
                    """,
                    """
                    insert into household_signatures FACT what, occasion, person_id)
                    select household_id || '-s', household_id, 5, i * 10 + 5, now(), date '2016-10-02', household_id, region,
                        'QUARTER', '2016-3', 'person-' || i || case when i % 400 = 0 then '-1' else '-0' end
                    from h
                    """
                            .replace("FACT", FACT),
                    // one household in ten borrowed, some of them against each of the rules
                    """
                    insert into loans
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, loan_id, region, household_id, person_id,
                         lender, amount_fen, used_by, due_on, announced_on, assumed)
                    select 'loan-' || i, 'loan-' || i, 0, i, now(), case when i % 700 = 0 then date '2014-06-01' else lent end,
                        'loan-' || i, region, household_id,
                        'person-' || i || case when i % 300 = 0 then '-of-no-household' when i % 400 = 0 then '-1' else '-0' end, '农村信用社',
                        case when i % 500 = 0 then 6000000 else 5000000 end, case when i % 600 = 0 then 'ENTERPRISE' else 'HOUSEHOLD' end,
                        case when i % 800 = 0 then date '2020-01-01' else date '2017-01-01' end, lent, true
                    from h cross join (select date '2015-03-01' as lent) l
                    where i % 10 = 0
                    """,
                    """
                    insert into loan_steps
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, loan_id, step, amount_fen, assumed)
                    select event_id || '-r', stream_id, 1, position + 1, now(), date '2016-03-01', loan_id, 'REPAID', 1000000, true
                    from loans
                    where position % 20 = 0
                    """,
                    // one in 50 moved within its township, as many into another one, one in 1000
                    // into another county
                    """
                    insert into household_moves
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, household_id, region, from_region, assumed)
                    select household_id || '-w', household_id, 4, i * 10 + 4, now(), date '2016-02-01', household_id,
                        case when i % 1000 = 8 then '513424100201'
                             else '513423' || (100 + (i / 10000 # i % 2)) || (200 + (i / 500 + 1) % 20) end, region, true
                    from h where i % 50 in (7, 8)
                    """,
                    """
                    insert into quotas
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, region, prefix, year, persons,
                         ceiling_persons, assumed)
                    select 'q-' || region, 'q-' || region, 0, 0, now(), date '2014-01-01', region,
                        case when region like '%000000' then left(region, 6) else region end, 2014, 2000, 2200, true
                    from (select region from h group by region union select '513423000000') r
                    """,
                    "delete from household_helpers where position % 5000 = 5",
                    "delete from household_causes where position % 5000 = 11");
}
