-- Who tried what without being allowed to. region: where it was not; null: the role may not do it anywhere.
create table denied_attempt (
    attempt bigint generated always as identity primary key,
    attempted_at timestamptz not null default clock_timestamp(),
    actor_id text not null,
    actor_role text not null,
    actor_region text not null,
    permission text not null,
    target text not null,
    region text
);
