-- Files of households on their way in. What is personal of them is sealed and goes when it is entered,
-- withdrawn or a person in it is erased; what was entered of whom is kept under blind fingerprints only.
create table import (
    import_id text primary key,
    region text not null,
    sha256 text not null,
    bytes bigint not null,
    as_of date not null,
    actor_id text not null,
    actor_role text not null,
    actor_region text not null,
    received_at timestamptz not null,
    households int not null,
    members int not null,
    bad_households int not null,
    findings bytea not null,
    courses bytea not null,
    file bytea,
    state text not null,
    run int not null default 0,
    leave_out_bad boolean not null default false,
    approved_by text,
    reason text,
    phase text,
    started_at timestamptz,
    ended_at timestamptz,
    runner text,
    beat timestamptz
);
create table import_household (
    import_id text not null,
    place int not null,
    household_id text not null,
    cell text not null,
    course text,
    sealed bytea,
    stage int not null default 0,
    outcome text,
    told text,
    primary key (import_id, place)
);
-- So that an erasure finds the files in which somebody waits.
create table import_person (
    import_id text not null,
    blind_index bytea not null
);
create index on import_person (blind_index);
create index on import_person (import_id);

-- What files entered, and up to which event of its stream; the same again is not entered again.
create table import_fact (
    subject_id text not null,
    fact text not null,
    fingerprint text not null,
    sequence bigint not null,
    primary key (subject_id, fact)
);
-- Which meeting and notices a household of a file is with: settled before any of them is entered.
create table import_meeting (
    household_id text primary key,
    assessment_id text not null,
    first_notice_id text not null,
    second_notice_id text not null,
    votes_for int not null,
    votes_against int not null
);
create index on import_meeting (assessment_id);
