create table projects_proposed (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    project_id text not null,
    region text not null,
    name text not null,
    kind text not null,
    budget_fen bigint,
    assumed boolean not null
);
create index on projects_proposed (project_id);
create index on projects_proposed (region text_pattern_ops, kind);

create table project_steps (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    project_id text not null,
    -- PROPOSED, APPROVED, CONTRACTED, IN_PROGRESS, ACCEPTED
    step text not null,
    assumed boolean not null
);
create index on project_steps (project_id);

create table project_outputs (
    event_id text not null,
    line int not null,
    position bigint not null,
    effective_on date not null,
    project_id text not null,
    measure text not null,
    quantity numeric not null,
    unit text not null,
    assumed boolean not null,
    primary key (event_id, line)
);
create index on project_outputs (project_id);

create table project_served (
    event_id text not null,
    line int not null,
    position bigint not null,
    effective_on date not null,
    project_id text not null,
    region text not null,
    groups bigint not null,
    assumed boolean not null,
    primary key (event_id, line)
);
create index on project_served (region text_pattern_ops);
create index on project_served (project_id);

-- A later naming replaces an earlier one as a whole.
create table project_beneficiaries (
    event_id text not null,
    line int not null,
    sequence bigint not null,
    position bigint not null,
    effective_on date not null,
    project_id text not null,
    household_id text not null,
    share_basis_points int not null,
    assumed boolean not null,
    primary key (event_id, line)
);
create index on project_beneficiaries (project_id);
create index on project_beneficiaries (household_id);
