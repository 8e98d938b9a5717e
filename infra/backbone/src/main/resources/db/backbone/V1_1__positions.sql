-- Who sequences and relays: one row a name. The epoch grows with each acquisition, so an old holder is known as such.
create table lease (
    name text primary key,
    owner text not null,
    epoch bigint not null,
    expires_at timestamptz not null
);

-- The order in which everybody reads: dense positions, given by the lease holder to committed events.
-- recorded_at never decreases with the position; the digest's exact form is in cn.fupin.backbone.store.EventDigest.
create table positions (
    position bigint primary key,
    global_index bigint not null unique,
    recorded_at timestamptz not null,
    digest bytea not null
);

create trigger positions_are_append_only before update or delete or truncate on positions
    for each statement execute function refuse_change();

-- Every global_index up to the watermark has its position or never will have one (its append was rolled back).
create table sequencer_watermark (
    one boolean primary key default true check (one),
    global_index bigint not null
);

insert into sequencer_watermark (global_index) values (0);
