-- Which schema holds a projection's rows: the pointer a reader takes at the start of its snapshot.
create table projection_live (
    name text primary key,
    schema_name text not null unique,
    generation int not null
);

-- Moves in the transaction that writes the rows: next_offset is the first record that is not in them.
-- last_position is the highest position of the source that was applied from this partition.
create table projection_offset (
    projection text not null,
    generation int not null,
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    last_position bigint not null,
    primary key (projection, generation, topic, partition)
);

-- A key whose message could not be applied; all its later messages wait behind it.
create table parked_key (
    projection text not null,
    generation int not null,
    topic text not null,
    key text not null,
    reason text not null,
    since timestamptz not null default clock_timestamp(),
    primary key (projection, generation, topic, key)
);

-- The whole record, so that resuming needs no Kafka. headers: [[name, base64 value or null], …] in the record's order.
create table parked_message (
    projection text not null,
    generation int not null,
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    key text not null,
    headers jsonb not null,
    value bytea,
    primary key (projection, generation, topic, partition, record_offset),
    foreign key (projection, generation, topic, key) references parked_key
);

create index parked_message_in_order on parked_message (projection, generation, topic, key, partition, record_offset);
