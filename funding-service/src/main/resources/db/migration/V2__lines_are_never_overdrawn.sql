-- Guard rows: written by subscribing handlers in the append's own transaction, and made again from
-- the events whenever that is wanted. The constraints are the rule; their names are the refusals.

create table allocation_lines (
    allocation_id text,
    allocated_on date not null,
    remaining_fen bigint not null,
    constraint allocation_line_is_made_once primary key (allocation_id),
    constraint allocation_line_is_not_overdrawn check (remaining_fen >= 0)
);

create table commitments (
    commitment_id text primary key,
    project_id text not null,
    region text not null,
    committed_on date not null
);

create table commitment_lines (
    commitment_id text not null references commitments,
    allocation_id text not null,
    remaining_fen bigint not null,
    primary key (commitment_id, allocation_id),
    constraint commitment_line_is_not_overdrawn check (remaining_fen >= 0)
);
