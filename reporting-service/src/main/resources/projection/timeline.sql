-- When each position of each service was recorded: turns an instant into a vector of positions.
create table recorded_positions (
    source text not null,
    position bigint not null,
    recorded_at timestamptz not null,
    primary key (source, position)
);
create index on recorded_positions (source, recorded_at, position);
