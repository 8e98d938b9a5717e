-- What excuses that a person left another household for this one: MARRIAGE, ADOPTION or BY_LAW.
alter table active_person add column excused text;

-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
with recursive known (person_id, goes_by) as (
    select person_id, identified_as from unnumbered_person where identified_as is not null
    union
    select k.person_id, u.identified_as from known k join unnumbered_person u on u.person_id = k.goes_by
    where u.identified_as is not null)
update active_person a set excused = entered.excused
from (select distinct on (stream_id, person_id) stream_id, person_id, excused
      from (select stream_id, global_index, person[1] as person_id,
                   case payload_type
                       when 'HouseholdSplitOff' then 'BY_LAW'
                       when 'MemberJoined' then
                           case substring(payload from '"reason":"([A-Z_]+)"')
                               when 'MARRIAGE' then 'MARRIAGE'
                               when 'ADOPTION' then 'ADOPTION'
                               when 'MERGER' then 'BY_LAW' end
                       else substring(payload from '"separation":\{"reason":"([A-Z_]+)"') end as excused
            from (select stream_id, global_index, payload_type, convert_from(payload, 'UTF8') as payload
                  from events where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff',
                                                     'MemberJoined')) e
            cross join lateral regexp_matches(payload, '"personId":"([^"]+)"', 'g') person) came
      order by stream_id, person_id, global_index desc) entered
where entered.stream_id = a.household_id and entered.excused is not null
  and (entered.person_id = a.person_id
       or exists (select from known k
                  where k.person_id = entered.person_id and k.goes_by = a.person_id));

update active_person a set excused = applied.excused
from (select stream_id, substring(convert_from(payload, 'UTF8') from '"separation":\{"reason":"([A-Z_]+)"') as excused
      from events where payload_type = 'HouseholdOnFileApplied') applied
where applied.stream_id = a.household_id and applied.excused is not null;

-- Since when a place is listed: nothing opens there before.
alter table region add column listed_on date;
update region r set listed_on = e.listed_on
from (select stream_id, substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date as listed_on
      from events where payload_type = 'RegionListed') e
where e.stream_id = 'region-' || r.region;
