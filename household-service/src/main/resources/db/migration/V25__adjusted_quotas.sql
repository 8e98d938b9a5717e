-- How many persons a division had places for since when; what is adjusted and corrected holds by its days.
create table quota_amount (
    quota_id text not null,
    division text not null,
    year int not null,
    effective_on date not null,
    persons int not null,
    ceiling_persons int not null,
    primary key (quota_id, effective_on)
);
create index on quota_amount (year, division text_pattern_ops);
-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
insert into quota_amount
select q.quota_id, q.division, q.year,
       substring(convert_from(e.payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date,
       q.persons, q.ceiling_persons
from quota q join events e on e.stream_id = q.quota_id and e.payload_type = 'QuotaAllocated';

-- A merger of households brings persons into a division whose own places are taken: they lie over its ceiling.
alter table quota drop constraint quota_places_within_ceiling;
alter table quota add column over_persons int not null default 0;
update quota set over_persons = used_persons - ceiling_persons where used_persons > ceiling_persons;
alter table quota add constraint quota_places_within_ceiling check (used_persons <= ceiling_persons + over_persons);

-- From when to when a household's places of a year are taken; null where it only has those of another.
alter table quota_place add column taken_on date;
alter table quota_place add column released_on date;
update quota_place p set taken_on = t.taken_on
from (select distinct on (stream_id, year) stream_id, year, taken_on
      from (select stream_id, global_index,
                   substring(payload from '"quotaYear":([0-9]{4})')::int as year,
                   substring(payload from '"occurredOn":"([0-9-]{10})"')::date as taken_on
            from (select stream_id, global_index, convert_from(payload, 'UTF8') as payload
                  from events where payload_type in ('HouseholdRegistered', 'HouseholdRelapsed')) e) o
      where year is not null
      order by stream_id, year, global_index) t
where t.stream_id = p.household_id and t.year = p.year;
update quota_place p set released_on = r.released_on
from (select stream_id, max(substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date) as released_on
      from events where payload_type = 'HouseholdRemoved' group by stream_id) r
where r.stream_id = p.household_id and p.released;
