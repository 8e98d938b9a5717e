-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.

-- Holds that were placed and not lifted, under the id they were placed under.
create table person_hold (
    person_id text not null,
    hold_id text not null,
    kind text not null,
    until date,
    primary key (person_id, hold_id)
);
insert into person_hold
select person_id, hold_id, substring(payload from '"kind":"([A-Z]+)"'),
       substring(payload from '"until":"([0-9-]{10})"')::date
from (
    select distinct on (stream_id, hold_id) stream_id as person_id, hold_id, payload_type, payload
    from (select stream_id, sequence, payload_type, convert_from(payload, 'UTF8') as payload,
                 substring(convert_from(payload, 'UTF8') from '"holdId":"([^"]+)"') as hold_id
          from events where payload_type in ('HoldPlaced', 'HoldLifted')) h
    order by stream_id, hold_id, sequence desc
) last
where payload_type = 'HoldPlaced';

-- A household has who was taken in last, not who was described last.
insert into person_home
select distinct on (person_id) person_id, stream_id
from (select global_index, stream_id,
             (regexp_matches(convert_from(payload, 'UTF8'), '"personId":"([^"]+)","maskedName":', 'g'))[1] as person_id
      from events
      where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff', 'MemberJoined',
                             'MemberIdentified')) taken_in
order by person_id, global_index desc
on conflict (person_id) do update set household_id = excluded.household_id;

-- What was sealed is of a day; carried over into another household it is not said again.
delete from person_sealed again using person_sealed first
where again.person_id = first.person_id and again.sealed = first.sealed and again.ordinal > first.ordinal;
alter table person_sealed add column of_day date not null default '1949-01-01';
update person_sealed s set of_day = said.of_day
from (select sealed, min(of_day) as of_day
      from (select substring(payload from '"occurredOn":"([0-9-]{10})"')::date as of_day,
                   (regexp_matches(payload, '"sealed":"([^"]+)"', 'g'))[1] as sealed
            from (select convert_from(payload, 'UTF8') as payload from events where payload_type in (
                      'HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff', 'MemberJoined',
                      'MemberIdentified', 'MemberDescribed')) e) each
      group by sealed) said
where said.sealed = s.sealed;
alter table person_sealed alter column of_day drop default;
