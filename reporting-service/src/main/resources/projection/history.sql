-- Every event of any service that can belong to a household's life, once, with its payload as it came.
create table life_events (
    event_id text primary key,
    source text not null,
    -- of its stream: household, notice, region, …
    kind text not null,
    type text not null,
    version int not null,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    digest text not null,
    metadata text not null,
    payload text not null
);
create index on life_events (stream_id, sequence);
create index on life_events (region text_pattern_ops, effective_on) where source = 'household' and kind <> 'household';

-- Which households an event names. An event that names nobody (a notice closed, a project accepted, a payment made)
-- belongs to the households that its stream names elsewhere.
create table life_households (
    event_id text not null,
    household_id text not null,
    stream_id text not null,
    primary key (event_id, household_id)
);
create index on life_households (household_id);

-- The other streams that an event of the household names: a batch, a round, a stored file.
create table life_citations (
    event_id text not null,
    household_id text not null,
    stream_id text not null,
    primary key (event_id, household_id, stream_id)
);
create index on life_citations (household_id);

-- What is said of a helper by itself: it belongs to the households that the helper had at that time.
create table life_helpers (
    helper_id text not null,
    event_id text not null,
    primary key (helper_id, event_id)
);
