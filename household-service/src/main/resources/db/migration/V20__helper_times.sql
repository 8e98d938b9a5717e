-- From which day to which (not counted) a household had which helper. From HelperAssigned and what ends it.
create table helper_time (
    household_id text not null,
    helper_id text not null,
    since date not null,
    until date,
    primary key (household_id, since)
);
create index on helper_time (helper_id);

-- helper_load now holds the most households its helper has at once from the day of the latest assignment on.
-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
insert into helper_time
select household_id, helper_id, since, until
from (select stream_id as household_id, helper_id, on_day as since,
             lead(on_day) over (partition by stream_id order by global_index) as until
      from (select stream_id, global_index,
                   case payload_type when 'HelperAssigned' then substring(payload from '"helperId":"([^"]+)"') end as helper_id,
                   substring(payload from '"occurredOn":"([0-9-]{10})"')::date as on_day
            from (select stream_id, global_index, payload_type, convert_from(payload, 'UTF8') as payload
                  from events where payload_type in ('HelperAssigned', 'HelperReleased', 'HouseholdRemoved',
                                                     'HouseholdDissolved', 'HouseholdMerged')) e) told) times
where helper_id is not null and (until is null or until > since);
