-- The events of this service, as Axon appends them. The payload is the JSON that is published, byte for byte.
create table events (
    global_index bigint generated always as identity (cache 1) primary key,
    event_id text not null unique,
    stream_id text not null,
    sequence bigint not null,
    stream_type text,
    payload_type text not null,
    payload_revision text not null,
    payload bytea not null,
    metadata bytea not null,
    -- Axon's own timestamp; when an event was recorded is said by the sequencer
    recorded_text text not null,
    constraint events_stream_sequence unique (stream_id, sequence)
);

-- An event is never edited and never deleted, by whatever path.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger events_are_append_only before update or delete or truncate on events
    for each statement execute function refuse_change();

-- One row per Idempotency-Key. It commits with the append (or, for a final refusal, alone after the rollback).
create table commands (
    command_id text primary key,
    body_sha256 bytea not null,
    status int,
    answer bytea,
    recorded_at timestamptz not null default clock_timestamp()
);
