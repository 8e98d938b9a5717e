-- Since when a household is registered and when it exited, so that nobody is announced before that; an exit with the
-- persons and the place of its day, so that a report of exits stands beside what the register counts.
create table register_day (
    household_id text not null,
    standing text not null,
    on_day date not null,
    region text not null,
    persons integer not null,
    -- the day from which the exit counts no more
    revoked_on date,
    primary key (household_id, standing, on_day)
);
create index register_day_exited on register_day (on_day) where standing = 'EXITED';

-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
insert into register_day (household_id, standing, on_day, region, persons)
select distinct on (stream_id, standing, on_day)
       stream_id, standing, on_day, region, persons
from (select stream_id, global_index,
             case payload_type when 'HouseholdExited' then 'EXITED' else 'ENTERED' end as standing,
             case payload_type when 'HouseholdSplitOff' then substring(payload from '"registeredOn":"([0-9-]{10})"')
                               else substring(payload from '"occurredOn":"([0-9-]{10})"') end::date as on_day,
             substring(metadata from '"region":"([0-9]{12})"') as region,
             substring(payload from '"persons":([0-9]+)')::integer as persons
      from (select stream_id, global_index, payload_type, convert_from(payload, 'UTF8') as payload,
                   convert_from(metadata, 'UTF8') as metadata
            from events where payload_type in ('HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdSplitOff',
                                               'HouseholdExited')) e) entered
where on_day is not null
order by stream_id, standing, on_day, global_index desc;

update register_day d set revoked_on = r.revoked_on
from (select distinct on (stream_id, exited_on) stream_id, exited_on, revoked_on
      from (select stream_id, global_index, payload_type,
                   case payload_type when 'HouseholdExited' then substring(payload from '"occurredOn":"([0-9-]{10})"')
                                     else substring(payload from '"exitedOn":"([0-9-]{10})"') end::date as exited_on,
                   case payload_type when 'ExitRevoked' then substring(payload from '"occurredOn":"([0-9-]{10})"') end::date
                       as revoked_on
            from (select stream_id, global_index, payload_type, convert_from(payload, 'UTF8') as payload
                  from events where payload_type in ('HouseholdExited', 'ExitRevoked')) e) told
      order by stream_id, exited_on, global_index desc) r
where d.household_id = r.stream_id and d.standing = 'EXITED' and d.on_day = r.exited_on and r.revoked_on is not null;
