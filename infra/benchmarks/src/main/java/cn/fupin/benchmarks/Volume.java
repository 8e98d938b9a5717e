package cn.fupin.benchmarks;

import cn.fupin.backbone.store.StoreDatabase;

/** Synthetic events, put straight into a store: every household applies and is registered. */
final class Volume {
    /** Enough for rates to settle; another number by {@code -Dbenchmarks.events=…}. */
    private static final long USUAL_EVENTS = 100_000;

    private Volume() {}

    static long events() {
        return Long.getLong("benchmarks.events", USUAL_EVENTS);
    }

    /** As the contract of household-service has them; the people are nobody. */
    static void fill(StoreDatabase store, long events) {
        store.db
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, stream_type, payload_type, payload_revision,
                                            payload, metadata, recorded_text)
                        select 'e-' || n, 'household-' || (n - 1) / 2, (n - 1) % 2, 'HouseholdStream', type, '1',
                               convert_to(payload, 'UTF8'),
                               convert_to('{"actorId":"loader.county-office","actorRegion":"513423000000","actorRole":"county-office",'
                                   || '"causationId":"c-' || n || '","commandId":"c-' || n || '","correlationId":"c-' || n
                                   || '","receivedAt":"2026-01-01T00:00:00Z","region":"513423199201"}', 'UTF8'),
                               '2026-01-01T00:00:00Z'
                        from generate_series(1, :events) n,
                             lateral (select case when n % 2 = 1 then 'HouseholdApplied' else 'HouseholdRegistered' end as type,
                                             case when n % 2 = 1
                                  then '{"householdId":"household-' || (n - 1) / 2
                                       || '","occurredOn":"2014-04-01","region":"513423199201","group":"2组","head":"person-' || n
                                       || '","members":[{"personId":"person-' || n
                                       || '","maskedName":"阿**","relation":"HEAD","sex":"MALE","birthYear":1970,"sealed":"' || repeat(md5(n::text), 4)
                                       || '"},{"personId":"person-' || n
                                       || 'b","maskedName":"阿**","relation":"SPOUSE","sex":"FEMALE","birthYear":1972,"sealed":"' || repeat(md5(n::text), 4)
                                       || '"}],"assumed":true}'
                                  else '{"householdId":"household-' || (n - 1) / 2
                                       || '","occurredOn":"2014-06-30","region":"513423199201","noticeId":"notice-1",'
                                       || '"decidedBy":{"body":"county","documentNo":"x"},"announcedOn":"2014-07-01",'
                                       || '"standard":"NATIONAL","householdType":"GENERAL","mainCause":"ILLNESS","otherCauses":["SKILLS"],'
                                       || '"povertyLineId":"povertyline-510000000000-2013","lineFenPerYear":273600,"incomeYear":2013,'
                                       || '"incomeFenPerHead":200000,"quotaYear":2014,"persons":2,"batch":"2014","assumed":true}' end as payload) one
                        order by n
                        """)
                .param("events", events)
                .update();
        store.sequencing().settle();
        store.db.sql("analyze").update();
        require(store.events.head() == events, "not every event has its position");
    }

    /** How many rows all tables of a schema have. */
    static long rows(StoreDatabase store, String schema) {
        return store
                .db
                .sql("select tablename from pg_tables where schemaname = ?")
                .params(schema)
                .query(String.class)
                .list()
                .stream()
                .mapToLong(table ->
                        store.db
                                .sql("select count(*) from %s.%s".formatted(schema, table))
                                .query(Long.class)
                                .single())
                .sum();
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
