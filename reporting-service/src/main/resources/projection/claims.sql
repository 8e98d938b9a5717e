create table figure_claims (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    claim_id text not null,
    region text not null,
    figure text not null,
    phrase_zh text not null,
    value numeric not null,
    unit text not null,
    approximate boolean not null,
    claimed_for date not null,
    text_source text not null
);
create index on figure_claims (region);
