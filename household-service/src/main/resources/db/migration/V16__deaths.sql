-- Whoever died is nowhere else a member, also who died in a household that was not on the register; before, only those
-- of a household on the register or on its way there were kept. Whom the very household took back had not died.
-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
with recursive called (person_id, now) as (
    select person_id, identified_as from unnumbered_person where identified_as is not null
  union
    select c.person_id, u.identified_as
    from called c join unnumbered_person u on u.person_id = c.now and u.identified_as is not null
),
dead as (
    select e.stream_id, e.sequence, e.person_id, e.died_on, coalesce((
               select c.now from called c
               where c.person_id = e.person_id
                 and not exists (select from called later where later.person_id = c.now)), e.person_id) as now
    from (select stream_id, sequence, substring(payload from '"personId":"([^"]+)"') as person_id,
                 substring(payload from '"occurredOn":"([0-9-]{10})"')::date as died_on
          from (select stream_id, sequence, convert_from(payload, 'UTF8') as payload
                from events where payload_type = 'MemberLeft') l
          where payload like '%"reason":"DEATH"%') e
),
taken_in as (
    select stream_id, sequence,
           (regexp_matches(convert_from(payload, 'UTF8'), '"personId":"([^"]+)","maskedName":', 'g'))[1] as person_id
    from events
    where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'MemberJoined', 'MemberIdentified')
      and stream_id in (select stream_id from dead)
)
insert into household_departure
select d.now, d.stream_id, d.died_on, 'DEATH'
from dead d
where not exists (
        select from taken_in t
        where t.stream_id = d.stream_id and t.sequence > d.sequence and t.person_id in (d.person_id, d.now))
  and not exists (
        select from household_departure k
        where k.person_id = d.now and k.household_id = d.stream_id and k.reason = 'DEATH');
