package cn.fupin.benchmarks;

import cn.fupin.backbone.testing.RealServers;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Households;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.Sql;
import cn.fupin.reporting.regions.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A clerk's search in a county of 200,000 households: a page of what is looked for, against the
 * first page of all. Each is asked as of a day, with everything known.
 */
final class ClerkSearch {
    static final long HOUSEHOLDS = Long.getLong("benchmarks.households", 200_000);
    static final Region COUNTY = new Region("513423000000");
    private static final int ROWS = 50;

    private final JdbcClient db;
    private final AsOf asOf = new AsOf(LocalDate.of(2016, 12, 31), Long.MAX_VALUE, 0, 0, 0, true);

    private ClerkSearch(JdbcClient db) {
        this.db = db;
    }

    static List<Measured> measure() {
        var database = RealServers.newDatabase("search");
        var connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true);
        try {
            var search = new ClerkSearch(JdbcClient.create(connection));
            fill(search.db);
            return search.all();
        } finally {
            connection.destroy();
        }
    }

    private List<Measured> all() {
        var lines = new ArrayList<Measured>();
        lines.add(line("中间一页", "a page in the middle", null, null, null, null, middle()));
        lines.add(line("姓氏(千分之一)", "a rare surname", "曲", null, null, null, null));
        lines.add(line("姓氏(半数)", "a surname of half of them", "阿", null, null, null, null));
        lines.add(line("一名帮扶人", "one helper", null, "helper-777", null, null, null));
        lines.add(line("返贫(千分之一)", "the few relapsed", null, null, "RELAPSED", null, null));
        lines.add(line("已脱贫且因病", "exited, cause illness", null, null, "EXITED", "ILLNESS", null));
        lines.add(
                line(
                        "享受低保(三分之一)",
                        "a third with the allowance",
                        policy("SUBSISTENCE_ALLOWANCE", "HELD")));
        lines.add(
                line(
                        "低保已停止(六分之一)",
                        "whose allowance ended",
                        policy("SUBSISTENCE_ALLOWANCE", "ENDED")));
        lines.add(line("雨露计划待批(千分之一)", "the few who applied", policy("RAIN_AND_DEW", "APPLIED")));
        return lines;
    }

    private static String middle() {
        var village = HOUSEHOLDS / 2 / 500;
        return "513423%03d%03d/household-00000000-0000-0000-0000-%012d"
                .formatted(100 + village / 20, 200 + village % 20, HOUSEHOLDS / 2);
    }

    private static Wanted policy(String policy, String state) {
        return new Wanted(null, null, null, null, null, policy, state, null, null);
    }

    private Measured line(String zh, String en, Wanted wanted) {
        return line(zh, en, wanted, null);
    }

    private Measured line(
            String zh,
            String en,
            @Nullable String name,
            @Nullable String helper,
            @Nullable String state,
            @Nullable String cause,
            @Nullable String after) {
        return line(zh, en, new Wanted(name, helper, state, cause), after);
    }

    private Measured line(String zh, String en, Wanted wanted, @Nullable String after) {
        var first = new Wanted(null, null, null, null);
        var medians =
                Measured.medians(
                        new Measured.Pair() {
                            @Override
                            public double ours() {
                                return page(wanted, after);
                            }

                            @Override
                            public double beside() {
                                return page(first, null);
                            }
                        });
        return new Measured(
                zh + ",%,d 户中".formatted(HOUSEHOLDS),
                "search among %,d households: ".formatted(HOUSEHOLDS) + en,
                "%.0f ms".formatted(medians.ours() * 1000),
                "%.0f ms".formatted(medians.beside() * 1000),
                Measured.times(medians.ratio()),
                "–");
    }

    private double page(Wanted wanted, @Nullable String after) {
        return Measured.seconds(() -> {
            var page = Households.page(COUNTY, Divisions.THEN, null, wanted, after, ROWS, asOf, db);
            Volume.require(!page.households().isEmpty(), "nothing was found");
        });
    }

    /** Rows as the projections would have written them; the people are nobody. */
    static void fill(JdbcClient db) {
        for (var projection : List.of("register", "clerk", "regions", "money")) {
            db.sql(Sql.ofProjection(projection)).update();
        }
        for (var rows : ROWS_OF) db.sql(rows).param("n", HOUSEHOLDS).update();
        db.sql("analyze").update();
    }

    // 500 households to a village, 20 villages to a township; one in three has exited, one in a
    // thousand relapsed after it.
    private static final List<String> ROWS_OF =
            List.of(
                    """
                    create temporary table h as
                    select i, 'household-00000000-0000-0000-0000-' || lpad(cast(i as text), 12, '0') as household_id,
                        '513423' || (100 + i / 10000) || (200 + i / 500 % 20) as region
                    from generate_series(1, cast(:n as int)) i
                    """,
                    """
                    insert into listed_regions
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, region, name, level, official, sample)
                    select region, region, 0, 0, now(), date '2014-01-01', region, '某地', level, false, true
                    from (select '513423000000' as region, 'COUNTY' as level
                          union select left(region, 9) || '000', 'TOWNSHIP' from h
                          union select region, 'VILLAGE' from h) places
                    """,
                    """
                    insert into household_states
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, household_id, region, state, opening, assumed)
                    select household_id || s, household_id, s, i * 10 + s, now(), date '2014-04-01' + s * 200, household_id, region,
                        (array['APPLIED', 'REGISTERED', 'EXITED', 'RELAPSED'])[s + 1], s = 0, true
                    from h cross join generate_series(0, 3) s
                    where s < 2 or (s = 2 and i % 3 = 0) or (s = 3 and i % 1002 = 0)
                    """,
                    """
                    insert into member_changes
                        (event_id, line, stream_id, sequence, position, recorded_at, effective_on, household_id, region, reason, came,
                         change, assumed)
                    select household_id, 0, household_id, 0, i * 10, now(), date '2014-04-01', household_id, region, 'OPENING', true,
                        4, true
                    from h
                    """,
                    """
                    insert into household_members (event_id, line, position, household_id, person_id, masked_name)
                    select household_id, l, i * 10, household_id, 'person-' || i || '-' || l,
                        case when i % 1000 = 0 then '曲**' when i % 2 = 0 then '阿**' else '木**' end
                    from h cross join generate_series(0, 3) l
                    """,
                    """
                    insert into household_persons
                        (event_id, line, sequence, position, effective_on, household_id, region, person_id, step, masked_name, relation,
                         birth_year)
                    select m.event_id, m.line, 0, m.position, date '2014-04-01', m.household_id, h.region, m.person_id, 'IN',
                        m.masked_name, case m.line when 0 then 'HEAD' else 'CHILD' end, case m.line when 0 then 1970 else 2005 end
                    from household_members m join h using (household_id)
                    """,
                    """
                    insert into household_heads
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, household_id, person_id)
                    select household_id, household_id, 0, i * 10, now(), date '2014-04-01', household_id, 'person-' || i || '-0' from h
                    """,
                    """
                    insert into household_causes
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, household_id, region, main_cause, other_causes, assumed)
                    select household_id, household_id, 1, i * 10 + 1, now(), date '2014-10-18', household_id, region,
                        (array['ILLNESS', 'WATER', 'SKILLS', 'LABOUR'])[i % 4 + 1], '{}', true
                    from h
                    """,
                    """
                    insert into household_helpers
                        (event_id, stream_id, sequence, position, recorded_at, effective_on, household_id, region, helper_id,
                         helper_unit, assumed)
                    select household_id, household_id, 2, i * 10 + 5, now(), date '2014-11-01', household_id, region,
                        'helper-' || i / 5, '单位' || i / 500, true
                    from h
                    """,
                    """
                    insert into household_policies
                        (event_id, line, stream_id, sequence, position, recorded_at, effective_on, household_id, region, step,
                         policy, occasion, person_id, assumed)
                    select household_id || step, l, household_id, 6, i * 10 + 6, now(), date '2015-01-01', household_id, region, step,
                        policy, occasion, 'person-' || i || '-' || l, true
                    from h cross join generate_series(0, 1) l
                    join (values (0, 2, 'GRANTED', 'SUBSISTENCE_ALLOWANCE', ''), (0, 6, 'ENDED', 'SUBSISTENCE_ALLOWANCE', ''),
                        (1, 1002, 'APPLIED', 'RAIN_AND_DEW', '2015')) p (rest, every, step, policy, occasion) on i % every = rest
                    """);
}
