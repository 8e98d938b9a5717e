-- Who asked for a rebuild, told it to pause, go on, be cancelled or switch, and when; kept for auditors.
create table projection_order (
    id bigint generated always as identity primary key,
    projection text not null,
    generation int not null,
    -- REBUILD, PAUSE, GO, CANCEL, SWITCH
    act text not null,
    actor text not null,
    ordered_at timestamptz not null default clock_timestamp()
);
create index on projection_order (projection, generation);
