-- SHA-256 of the text that made the live tables; null: made before this was kept.
alter table projection_live add column ddl_sha256 text;

-- Kafka's id of the topic the offset counts in: a topic made anew has another. null: not known yet.
alter table projection_offset add column topic_id text;

-- One filling of a projection beside the live one, and how far it is. It is carried on by whoever holds the advisory
-- lock of the projection; everybody else only says in wanted what is to happen.
create table projection_rebuild (
    projection text not null,
    generation int not null,
    schema_name text not null,
    source text not null check (source in ('TOPIC', 'HISTORY')),
    -- REQUESTED, LOADING, LOCATING, INDEXING, CATCHING_UP, COMPARING, DIFFERS, SWITCHING, DRAINING; DONE, CANCELLED, FAILED
    phase text not null,
    -- GO, PAUSE, CANCEL, SWITCH
    wanted text not null default 'GO',
    ddl_sha256 text,
    -- constraints and indexes that wait until the rows are in: [{table, name, definition, constraint}]
    definitions jsonb not null default '[]',
    -- read from the history so far: {source: position}
    positions jsonb not null default '{}',
    done bigint not null default 0,
    total bigint not null default 0,
    per_second double precision not null default 0,
    -- why it does not get on just now, or why it failed
    trouble text,
    comparison jsonb,
    -- who asked for a switch in spite of differing digests says why
    switch_reason text,
    -- what was live before the switch
    replaced_generation int,
    requested_at timestamptz not null default clock_timestamp(),
    phase_since timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    primary key (projection, generation)
);

create unique index projection_rebuild_one_at_a_time on projection_rebuild (projection)
    where phase not in ('DONE', 'CANCELLED', 'FAILED');
