-- Where a household lay from which day on, the first row the day of its opening.
create table household_place_since (
    household_id text not null,
    since date not null,
    region text not null,
    primary key (household_id, since)
);
-- From which day on somebody knows a helper's id: named, helping a household, first secretary or in a team.
create table helper_known (
    helper_id text primary key,
    since date not null
);

-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
insert into household_place_since (household_id, since, region)
select distinct on (stream_id, since) stream_id, since, region
from (select stream_id, global_index, substring(payload from '"occurredOn":"([0-9-]{10})"')::date as since,
             substring(payload from '"region":"([0-9]{12})"') as region
      from (select stream_id, global_index, convert_from(payload, 'UTF8') as payload
            from events where payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff',
                                               'HouseholdMoved')) e) told
where since is not null and region is not null
order by stream_id, since, global_index desc;

insert into helper_known (helper_id, since)
select id[1], min(since)
from (select payload, substring(payload from '"occurredOn":"([0-9-]{10})"')::date as since
      from (select convert_from(payload, 'UTF8') as payload
            from events where payload_type in ('HelperNamed', 'HelperDetailsChanged', 'HelperAssigned',
                                               'FirstSecretaryAppointed', 'FirstSecretaryRecalled',
                                               'WorkTeamFormed', 'WorkTeamStaffed')) e) told
cross join lateral regexp_matches(payload, '"(?:helperId|staffId)":"([^"]+)"', 'g') id
where since is not null
group by id[1];
