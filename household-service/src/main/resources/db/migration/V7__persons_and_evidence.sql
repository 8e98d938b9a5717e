-- Of everybody in the register: the household that last took the person in.
create table person_home (
    person_id text primary key,
    household_id text not null
);
-- What was sealed of a person, in the order in which it was recorded; opens with the person's key only.
create table person_sealed (
    person_id text not null,
    ordinal int not null,
    sealed text not null,
    primary key (person_id, ordinal)
);
-- Whose key was destroyed.
create table person_erased (person_id text primary key);

create temporary table member on commit drop as
select e.global_index, e.stream_id, m.value ->> 'personId' as person_id, m.value ->> 'sealed' as sealed, m.ordinality
from events e
cross join lateral (select convert_from(e.payload, 'UTF8')::json as p) j
cross join lateral json_array_elements(case e.payload_type when 'MemberJoined' then json_build_array(j.p -> 'member')
                                       else j.p -> 'members' end) with ordinality m
where e.payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'MemberJoined');
insert into person_home
select distinct on (person_id) person_id, stream_id from member order by person_id, global_index desc;
insert into person_sealed
select person_id, row_number() over (partition by person_id order by global_index, ordinality), sealed from member;
drop table member;

-- Stored files: what their events say, what the last check found, and whether they went with a person.
create table evidence (
    evidence_id text primary key,
    region text not null,
    kind text not null,
    sha256 text not null,
    media_type text not null,
    bytes bigint not null,
    about text,
    person_ids text[] not null default '{}',
    fault text,
    erased boolean not null default false
);
create index on evidence (region text_pattern_ops);
create index on evidence using gin (person_ids);
