-- A person without an identity number has no index of one, and any number of them may be there.
alter table vault_person alter column blind_index drop not null;

-- From which day on a person without a number belonged to a household, and who the person turned out to be:
-- somebody who was in no other household since then.
create table unnumbered_person (
    person_id text primary key,
    member_since date not null,
    identified_as text
);
create index on unnumbered_person (identified_as);

-- As what a household stands, or stood when its life ended: decides whether leaving it for a household of
-- one's own is a split.
alter table household_place add column standing text not null default 'CANDIDATE';
update household_place p set standing = case e.payload_type
    when 'HouseholdApplied' then 'CANDIDATE'
    when 'HouseholdRecorded' then 'ON_FILE'
    when 'HouseholdRegistered' then 'REGISTERED'
    when 'HouseholdRelapsed' then 'REGISTERED'
    else 'EXITED' end
from (
    select distinct on (stream_id) stream_id, payload_type
    from events
    where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdRegistered', 'HouseholdRelapsed',
                           'HouseholdExited')
    order by stream_id, sequence desc
) e
where e.stream_id = p.household_id;

-- Who left a household that was on the register or on its way there, and when: who applies anew within the
-- look-back splits it. Without a reason the household itself ended.
create table household_departure (
    person_id text not null,
    household_id text not null,
    left_on date not null,
    reason text
);
create index on household_departure (person_id);
create index on household_departure (household_id);
create temporary table life on commit drop as
select stream_id, sequence, payload_type, p,
       -- the stage it had reached before this event
       (array_agg(payload_type) filter (where payload_type in (
            'HouseholdApplied', 'HouseholdRecorded', 'HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdExited'))
        over before)[
            count(*) filter (where payload_type in (
                'HouseholdApplied', 'HouseholdRecorded', 'HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdExited'))
            over before] as stage
from (select stream_id, sequence, payload_type, convert_from(payload, 'UTF8')::json as p
      from events where stream_id like 'household-%') e
window before as (partition by stream_id order by sequence
                  rows between unbounded preceding and 1 preceding);
insert into household_departure
select p ->> 'personId', stream_id, (p ->> 'occurredOn')::date, p ->> 'reason'
from life
where payload_type = 'MemberLeft'
  and stage in ('HouseholdApplied', 'HouseholdRegistered', 'HouseholdRelapsed');
insert into household_departure
select person, l.stream_id, (l.p ->> 'occurredOn')::date, null
from life l
cross join lateral (
    select m ->> 'personId' as person
    from life o cross join json_array_elements(o.p -> 'members') m
    where o.stream_id = l.stream_id and o.payload_type = 'HouseholdApplied'
    union all
    select j.p -> 'member' ->> 'personId' from life j
    where j.stream_id = l.stream_id and j.payload_type = 'MemberJoined'
    except all
    select g.p ->> 'personId' from life g
    where g.stream_id = l.stream_id and g.payload_type = 'MemberLeft'
) members
where l.payload_type in ('HouseholdRejected', 'HouseholdRemoved', 'HouseholdDissolved')
  and l.stage in ('HouseholdApplied', 'HouseholdRegistered', 'HouseholdRelapsed');
drop table life;
