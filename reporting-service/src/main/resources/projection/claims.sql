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
    text_source text not null,
    -- then or today; null where the claim does not say, which means then
    divisions text
);
create index on figure_claims (region);

-- What a text leaves open about a figure: line 0 is the question, the others what could explain it.
create table open_questions (
    event_id text not null,
    line int not null,
    zh text not null,
    en text not null,
    primary key (event_id, line)
);
