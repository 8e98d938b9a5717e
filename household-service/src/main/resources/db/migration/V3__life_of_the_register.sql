-- Which divisions ended and what came after them, in the order the document names them.
create table region_succession (
    region text primary key,
    superseded_on date not null,
    successors text[] not null
);

-- The last day on which a person left a household for good: no other household has them before it.
create table person_free_since (
    person_id text primary key,
    free_since date not null
);
insert into person_free_since
select m ->> 'personId', max((convert_from(r.payload, 'UTF8')::json ->> 'occurredOn')::date)
from events r
join events a on a.stream_id = r.stream_id and a.payload_type = 'HouseholdApplied'
cross join json_array_elements(convert_from(a.payload, 'UTF8')::json -> 'members') m
where r.payload_type = 'HouseholdRemoved'
group by 1;

-- What is handed down from a division in a year; without a ceiling of its own nothing limits it.
create table quota_handed_down (
    division text not null,
    year int not null,
    ceiling_persons int,
    persons_below bigint not null default 0,
    primary key (division, year)
);
insert into quota_handed_down
select division, year, max(ceiling_persons), sum(persons_below)
from (
    select division, year, ceiling_persons, 0 as persons_below from quota
    union all
    select rpad(case when division !~ '000$' then left(division, 9)
                     when division !~ '0{6}$' then left(division, 6)
                     when division !~ '0{8}$' then left(division, 4)
                     when division !~ '0{10}$' then left(division, 2)
                     else '' end, 12, '0'),
           year, null, persons
    from quota where division <> '000000000000'
) q
group by division, year;
-- Not valid: what was allocated before the rule stays, and is held to it when it changes.
alter table quota_handed_down add constraint quota_handed_down_within_ceiling
    check (persons_below <= ceiling_persons) not valid;
