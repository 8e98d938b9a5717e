-- Everything here but the vault and the national list can be thrown away and written again from the events.

-- The national list of divisions (统计用区划代码), copied county by county when first asked for.
create table divisions (
    code text primary key,
    name text not null
);
create table division_counties (county text primary key);

-- Lookups: what one capability may read of another, written in the transaction of the fact itself.
create table region (
    region text primary key,
    name text not null,
    level text not null
);
create table poverty_line (
    poverty_line_id text primary key,
    division text not null,
    year int not null,
    line_fen_per_year bigint not null
);
create index on poverty_line (year, division);
create table rule (
    code text not null,
    division text not null,
    effective_from date not null,
    value int not null,
    primary key (code, division, effective_from)
);
create table assessment (
    assessment_id text primary key,
    region text not null,
    held_on date not null,
    attendance int not null,
    assumed boolean not null
);
create table assessment_ballot (
    assessment_id text not null,
    household_id text not null,
    votes_for int not null,
    votes_against int not null,
    primary key (assessment_id, household_id)
);
create table notice (
    notice_id text primary key,
    kind text not null,
    region text not null,
    posted_on date not null,
    over date not null,
    closed_on date
);
create table notice_household (
    notice_id text not null,
    household_id text not null,
    objection text not null,
    settled_on date,
    primary key (notice_id, household_id)
);
-- Where a household lies and of which year its income is: picks the poverty line for the door.
create table household_place (
    household_id text primary key,
    region text not null,
    income_year int
);

-- Guards: what must hold across streams is a constraint; its name is the refusal's other half.
create table active_person (
    person_id text not null,
    household_id text not null,
    constraint one_active_household_per_person primary key (person_id)
);
create index on active_person (household_id);

create table quota (
    quota_id text primary key,
    division text not null,
    year int not null,
    persons int not null,
    ceiling_persons int not null,
    used_persons int not null,
    constraint quota_places_within_ceiling check (used_persons <= ceiling_persons),
    constraint quota_places_not_negative check (used_persons >= 0)
);
create index on quota (year, division);
-- The places a household took in the quotas of a year; released ones stay, so that nothing is released twice.
create table quota_place (
    household_id text not null,
    year int not null,
    region text not null,
    persons int not null,
    released boolean not null default false,
    primary key (household_id, year)
);
create index on quota_place (year, region);

create table helper_load (
    helper_id text primary key,
    households int not null,
    households_max int not null,
    constraint helper_households_within_max check (households <= households_max),
    constraint helper_households_not_negative check (households >= 0)
);
create table helper_household (
    household_id text primary key,
    helper_id text not null
);

-- The vault: the keyed blind index of an identity number, and the person's own key wrapped by the master key.
create table vault_person (
    person_id text primary key,
    blind_index bytea not null,
    wrapped_key bytea not null,
    constraint one_person_per_blind_index unique (blind_index)
);
-- Tells whether the key file is the one this vault was begun with.
create table vault_key_check (
    one boolean primary key default true check (one),
    value bytea not null
);
