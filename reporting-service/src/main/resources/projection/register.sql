-- Every fact that changes where a household stands; the state as of a date is the latest of them.
create table household_states (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- APPLIED, RECORDED, REGISTERED, REJECTED, WITHDRAWN, REMOVED, EXITED, EXIT_REVOKED, RELAPSED, SUSPENDED,
    -- RESUMED, MERGED, DISSOLVED
    state text not null,
    -- the first of its life: one that was split off opens with the standing of the household it was part of
    opening boolean not null,
    poverty_line_id text,
    line_fen bigint,
    -- the round of re-verification by which it came or went, and the rule of that round
    round_id text,
    round_rule text,
    assumed boolean not null
);
create index on household_states (round_id, region text_pattern_ops) where round_id is not null;
create index on household_states (household_id, effective_on, sequence);
create index on household_states (region text_pattern_ops, state);
create index on household_states (state);
create index on household_states (line_fen) where line_fen is not null;
-- One row for each household, in the order in which they are paged through.
create index on household_states (region, household_id) where opening;

-- An end, REMOVED or DISSOLVED, that was taken back: from that day on it is none, whatever tells of it, and the household
-- stands as it stood. It is the last end before it in the same stream.
create table ends_revoked (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null
);
create index on ends_revoked (household_id);

-- A relapse or a watch that was taken back: from that day on none, whatever tells of it.
create table steps_revoked (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    revokes_event_id text not null
);
create index on steps_revoked (revokes_event_id);

-- Where a household lies from that day on; until its first move, where it opened.
create table household_moves (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    from_region text not null,
    assumed boolean not null
);
create index on household_moves (household_id, effective_on, sequence);
create index on household_moves (region, household_id);
create index on household_moves (from_region);

-- In which villagers' group 村民小组 a household lies from that day on, as it was said; null where nobody says.
create table household_groups (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    said text
);
create index on household_groups (household_id, effective_on, sequence);
create index on household_groups (region, household_id);

-- How many came into a household or went, from that day on: first those it opened with. The persons of a day are
-- the sum up to it.
create table member_changes (
    event_id text not null,
    line int not null,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- OPENING, SPLIT, or why the one person came or went; DAY_CORRECTED of a day that was said wrongly: on that day the
    -- person neither came nor went, on the right one did
    reason text not null,
    -- whether it tells of a coming; of a going else
    came boolean not null,
    change bigint not null,
    assumed boolean not null,
    primary key (event_id, line)
);
create index on member_changes (household_id, effective_on) include (position, change);
create index on member_changes (region text_pattern_ops) where reason <> 'OPENING';

-- The members as they may be shown: a surname with stars, never more.
create table household_members (
    event_id text not null,
    line int not null,
    position bigint not null,
    household_id text not null,
    person_id text not null,
    masked_name text not null,
    primary key (event_id, line)
);
create index on household_members (household_id, person_id);

-- Who is the head, from that day on, by the id of when it was said.
create table household_heads (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    person_id text not null
);
create index on household_heads (household_id);

create table household_causes (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    main_cause text not null,
    other_causes text[] not null,
    -- of a correction: the fact of which it says what should have been said
    corrects_event_id text,
    assumed boolean not null
);
create index on household_causes (household_id);
create index on household_causes (main_cause, household_id);
create index on household_causes using gin (other_causes);

create table household_helpers (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- null where the household was left without one
    helper_id text,
    helper_unit text,
    -- LEADER, CADRE, PARTY_MEMBER, CAPABLE; null where nobody says
    helper_kind text,
    assumed boolean not null
);
create index on household_helpers (household_id);
create index on household_helpers (household_id) where helper_id is null;
create index on household_helpers (helper_kind, region text_pattern_ops);
create index on household_helpers (helper_id, household_id);
create index on household_helpers (helper_unit text_pattern_ops, household_id);

-- What is done for a household, or meant for it, without moving it.
create table household_acts (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- MEASURE, PLAN, EXIT_PLAN, EXIT_PLAN_DROPPED, VISIT, REVERIFIED, QUARTER
    what text not null,
    -- which measure; of which quarter, 2015-3; for which year the exit is planned; by which
    -- channel somebody came, null to the house; null for the others
    detail text,
    round_id text,
    assumed boolean not null
);
create index on household_acts (round_id, region text_pattern_ops) where round_id is not null;
create index on household_acts (what, detail, region text_pattern_ops);
create index on household_acts (household_id, effective_on) where what = 'VISIT';
create index on household_acts (household_id, detail) where what = 'QUARTER';
create index on household_acts (household_id, effective_on) where what in ('EXIT_PLAN', 'EXIT_PLAN_DROPPED');

-- What was entered wrongly 误登 and never was, on no day: which fact of these tables or the clerk's it is.
create table facts_taken_back (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    corrects_event_id text not null
);
create index on facts_taken_back (corrects_event_id);

-- Policies 享受政策: what each person applied for, has from that day on, and has no more; what came of an application,
-- and which grant is taken back, for all days.
create table household_policies (
    event_id text not null,
    line int not null,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- APPLIED, DECLINED, WITHDRAWN, GRANTED, ENDED, TAKEN_BACK
    step text not null,
    policy text not null,
    -- of which year, course or name: the same policy of another one is another
    occasion text not null,
    -- AWAY, NEARBY of work, CONCENTRATED, SCATTERED of a move; null for the others
    way text,
    settlement text,
    person_id text not null,
    -- of what is taken back: the grant, whose person is of the same id
    corrects_event_id text,
    assumed boolean not null,
    primary key (event_id, line)
);
create index on household_policies (policy, region text_pattern_ops);
create index on household_policies (household_id, policy);
create index on household_policies (policy, step, household_id);
create index on household_policies (corrects_event_id, person_id) where corrects_event_id is not null;

-- One person under two ids, on all days: whoever went by the one goes by the other from this fact on. A household says so
-- of its members; where it does not, what another says of the id holds. What one command says is said at once.
create table same_persons (
    event_id text primary key,
    position bigint not null,
    recorded_at timestamptz not null,
    command_id text not null,
    household_id text not null,
    person_id text not null,
    same_as text not null
);
create index on same_persons (person_id, position);
create index on same_persons (same_as, position);

-- Watched from CONFIRMED on, until ELIMINATED, or ENDED by a step of the household that leaves nothing to watch.
create table household_watches (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    step text not null,
    assumed boolean not null
);
create index on household_watches (household_id, effective_on, sequence);
create index on household_watches (step, region text_pattern_ops);
