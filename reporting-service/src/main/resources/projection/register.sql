-- Every fact that changes where a household stands; the state as of a date is the latest of them.
create table household_states (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- APPLIED, REGISTERED, REJECTED, REMOVED, EXITED, RELAPSED
    state text not null,
    persons bigint not null,
    poverty_line_id text,
    line_fen bigint,
    assumed boolean not null
);
create index on household_states (household_id, effective_on, sequence);
create index on household_states (region text_pattern_ops, state);

-- The head of the household as the application names it: a surname with stars, never more.
create table household_heads (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    masked_name text not null
);
create index on household_heads (household_id);
