-- Who is a first secretary or works in a team, and where: whoever names such an id asks.
create table staff_duty (
    region text not null,
    -- the team's name; empty for the first secretary
    team text not null,
    staff_id text not null,
    primary key (region, team, staff_id)
);
create index on staff_duty (staff_id);

-- What follows reads the events by their text: one that is no JSON to the database must not stop an upgrade.
insert into staff_duty (region, team, staff_id)
select distinct region, team, staff[1]
from (select distinct on (stream_id, team) *
      from (select stream_id, global_index, payload_type, payload,
                   substring(stream_id from 'region-([0-9]{12})') as region,
                   case when payload_type in ('FirstSecretaryAppointed', 'FirstSecretaryRecalled') then ''
                        else substring(payload from '"team":"([^"]*)"') end as team
            from (select stream_id, global_index, payload_type, convert_from(payload, 'UTF8') as payload
                  from events where payload_type in ('FirstSecretaryAppointed', 'FirstSecretaryRecalled',
                                                     'WorkTeamFormed', 'WorkTeamStaffed', 'WorkTeamWithdrawn')) e) told
      where region is not null and team is not null
      order by stream_id, team, global_index desc) latest
cross join lateral regexp_matches(
    case payload_type when 'FirstSecretaryRecalled' then coalesce(substring(payload from '"successor":(\{[^}]*\})'), '')
                      else payload end,
    '"staffId":"([^"]+)"', 'g') staff;
