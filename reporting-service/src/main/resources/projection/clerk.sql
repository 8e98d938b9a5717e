-- What a clerk searches by, what is due, and what the data-quality checks compare. One row per fact, as everywhere.

-- A person who came into a household or went, by the id of when it was said: the latest of these rows by a day says
-- whether the person is in. Beside them what the person turned out to be called later.
create table household_persons (
    event_id text not null,
    line int not null,
    sequence bigint not null,
    position bigint not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    person_id text not null,
    -- IN, OUT; IDENTIFIED from that day on, CORRECTED on all days
    step text not null,
    masked_name text,
    relation text,
    birth_year int,
    -- where the person is said to have gone; null when nobody says
    to_household_id text,
    -- why somebody left, DEATH and others; null when nobody says
    reason text,
    -- of another day: which coming or going it stands for
    corrects_event_id text,
    primary key (event_id, line)
);
create index on household_persons (corrects_event_id) where corrects_event_id is not null;
create index on household_persons (household_id, person_id, effective_on, sequence);
create index on household_persons (person_id, household_id);
-- What the data-quality checks look for first: whose heads and members are to be looked at, who went to another
-- household, who was born before anybody alive or after having come.
create index on household_persons (household_id) where relation = 'HEAD' or step = 'OUT';
create index on household_persons (household_id) where to_household_id is not null;
create index on household_persons (household_id)
    where birth_year not between extract(year from effective_on) - 120 and extract(year from effective_on);
create index on household_persons (masked_name text_pattern_ops, household_id);
create index on household_persons (person_id) where reason = 'DEATH';

create table household_incomes (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    income_year int not null,
    income_fen_per_head bigint not null,
    -- of a correction: the fact of which it says what should have been said; so in the steps
    corrects_event_id text
);
create index on household_incomes (corrects_event_id) where corrects_event_id is not null;
create index on household_incomes (household_id, income_year, sequence);
create index on household_incomes (household_id) where income_fen_per_head < 0;
create index on household_incomes (income_fen_per_head);

-- The steps of the procedures, by the name of their event, with what the checks ask of them.
create table household_procedures (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    step text not null,
    -- how many persons the event says the household has
    persons bigint,
    notice_id text,
    quota_year int,
    other_causes int,
    -- the household whose persons they are from then on, of a merger and of a split
    to_household_id text,
    -- how many go over to it; null where all do
    persons_over bigint,
    -- on which day it was announced, as the step itself says; null where it does not
    announced_on date,
    corrects_event_id text,
    -- the line an income per head was held against, as it read then, and that income
    poverty_line_id text,
    line_fen bigint,
    judged_fen bigint,
    -- the meeting whose vote a step stands on
    assessment_id text
);
create index on household_procedures (household_id, effective_on, sequence);
create index on household_procedures (poverty_line_id, line_fen) where poverty_line_id is not null;
create index on household_procedures (step, region text_pattern_ops);
create index on household_procedures (quota_year, region text_pattern_ops) where quota_year is not null;
create index on household_procedures (household_id) where other_causes > 2;
create index on household_procedures (assessment_id) where assessment_id is not null;
create index on household_procedures (to_household_id) where to_household_id is not null;

-- How a meeting voted, as corrected since: all of it, each time; a household that is not there was not voted on.
create table meetings_corrected (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    assessment_id text not null
);
create index on meetings_corrected (assessment_id);

create table votes_corrected (
    event_id text not null,
    line int not null,
    position bigint not null,
    household_id text not null,
    votes_for int not null,
    votes_against int not null,
    primary key (event_id, line)
);
create index on votes_corrected (household_id);

-- Which number 户编号 a household has from the day on which it was given: the latest of these rows by sequence says.
create table household_numbers (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    -- null where a number was taken back
    household_number text
);
create index on household_numbers (household_id, sequence);
create index on household_numbers (household_number);

-- Who signed for a household: the last signature under a thing is the one that counts.
create table household_signatures (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- EXIT, RESULT, QUARTER, AUTHORISATION
    what text not null,
    -- of which year or quarter, 2015-3; empty for the others
    occasion text not null,
    person_id text not null
);
create index on household_signatures (household_id, what, occasion);

-- Whether the dwelling and the water are safe, as the form says; null where it describes them and does not say.
create table household_safety (
    event_id text not null,
    -- DWELLING, WATER
    part text not null,
    sequence bigint not null,
    position bigint not null,
    effective_on date not null,
    household_id text not null,
    safe boolean,
    primary key (event_id, part)
);
create index on household_safety (household_id, part);
create index on household_safety (household_id) where not safe;

create table notices (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    notice_id text not null,
    region text not null,
    -- FIRST, SECOND, EXIT, MONITORING
    kind text not null,
    place text not null,
    last_days int not null
);
create index on notices (notice_id);
create index on notices (region text_pattern_ops);

create table notice_households (
    event_id text not null,
    line int not null,
    position bigint not null,
    notice_id text not null,
    household_id text not null,
    primary key (event_id, line)
);
create index on notice_households (household_id, notice_id);
create index on notice_households (notice_id);

create table notice_steps (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    notice_id text not null,
    -- CLOSED, WITHDRAWN, OBJECTION; settled as dismissed SETTLED, or as UPHELD
    step text not null,
    household_id text
);
create index on notice_steps (notice_id);
create index on notice_steps (household_id) where step in ('OBJECTION', 'SETTLED', 'UPHELD');

-- Who is said to have been left out of a notice 漏评, and what came of it.
create table notice_omissions (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    notice_id text not null,
    omission_id text not null,
    region text not null,
    -- RAISED, UPHELD, DISMISSED, FOLLOWED_UP
    step text not null,
    household_id text,
    -- of somebody without a file, and only where it is raised
    person_id text,
    masked_name text,
    -- by which day it is looked into again
    until date
);
create index on notice_omissions (notice_id, omission_id);
create index on notice_omissions (region text_pattern_ops);

-- What hangs in a village about the village itself 贫困村公示: of each step one at a time.
create table village_notices (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    -- IDENTIFICATION, EXIT
    about text not null,
    -- POSTED, OBJECTION, SETTLED or UPHELD, CLOSED, WITHDRAWN
    step text not null,
    -- where it hangs, and how long; null of what came after
    place text,
    last_days int
);
create index on village_notices (stream_id, about, sequence);
create index on village_notices (region text_pattern_ops) where step = 'POSTED';

create table announcement_households (
    event_id text not null,
    line int not null,
    position bigint not null,
    effective_on date not null,
    announcement_id text not null,
    -- REGISTRATION, EXIT
    kind text not null,
    household_id text not null,
    primary key (event_id, line)
);
create index on announcement_households (household_id);
create index on announcement_households (announcement_id);

create table announcements_withdrawn (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    announcement_id text not null
);
create index on announcements_withdrawn (announcement_id);

-- Nobody's name is shown any more, by whatever dates one asks.
create table persons_erased (
    event_id text not null,
    line int not null,
    person_id text not null,
    primary key (event_id, line)
);
create index on persons_erased (person_id);

-- Who goes by the id of a helper, a first secretary or a team member, from that day on.
create table helper_names (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    helper_id text not null,
    region text not null,
    person_id text not null,
    masked_name text not null,
    unit text not null,
    post text
);
create index on helper_names (helper_id, effective_on, sequence);
create index on helper_names (masked_name text_pattern_ops);

-- What is opened and waits to be ended: a complaint, a batch, a round, an erasure somebody asked for, a stored file that is
-- not as it was.
create table matters (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    -- COMPLAINT, BATCH, ROUND, ERASURE, EVIDENCE
    kind text not null,
    -- OPEN, END
    step text not null,
    title text,
    household_id text,
    -- the day after which it should have ended; null where nobody says
    until date
);
create index on matters (stream_id, effective_on, sequence);
create index on matters (region text_pattern_ops) where step = 'OPEN';

-- What a division holds persons against beside what is known everywhere, in the words of its rule.
create table exclusion_items (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    item text not null,
    name text not null
);
create index on exclusion_items (item);

-- Exclusion rules N不进: for each item the nearest division's of the day hold, REFUSE before ASK.
create table exclusion_rules (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    exclusion_id text not null,
    region text not null,
    item text not null,
    -- REFUSE, ASK
    effect text not null,
    effective_from date not null
);
create index on exclusion_rules (item, region);

create table exclusion_rules_ended (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    exclusion_id text not null
);
create index on exclusion_rules_ended (exclusion_id);

-- Lists of other registers; of each register the newest that speaks of no later day counts.
create table matching_lists (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    matching_id text not null,
    region text not null,
    item text not null,
    list_source text not null,
    as_of date not null
);
create index on matching_lists (region, item, list_source, as_of);

create table listed_persons (
    event_id text not null,
    line int not null,
    position bigint not null,
    matching_id text not null,
    person_id text not null,
    primary key (event_id, line)
);
create index on listed_persons (person_id);

-- That a member is on a list was looked into and stands in nobody's way.
create table exclusions_cleared (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    person_id text not null,
    item text not null
);
create index on exclusions_cleared (household_id, person_id);

-- Plans 一户一策 as they were adopted, with what is to be done in which year, what is to be earned, and what is done:
-- of a kind and its years the plan adopted last counts.
create table household_plans (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- THREE_YEAR, YEARLY
    kind text not null,
    from_year int not null,
    to_year int not null
);
create index on household_plans (household_id, kind, from_year);

create table household_planned (
    event_id text not null,
    line int not null,
    position bigint not null,
    household_id text not null,
    region text not null,
    code text not null,
    year int not null,
    measure text not null,
    scheme text,
    content text not null,
    -- how much, in the unit; null where it is not counted
    quantity numeric,
    unit text,
    amount_fen bigint,
    responsible text,
    -- which measure of the three years it is part of
    of_code text,
    primary key (event_id, line)
);
create index on household_planned (region text_pattern_ops, year);

create table household_plan_goals (
    event_id text not null,
    line int not null,
    position bigint not null,
    year int not null,
    income_fen_per_head bigint not null,
    primary key (event_id, line)
);

create table household_plan_done (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    kind text not null,
    from_year int not null,
    code text not null,
    quantity numeric,
    amount_fen bigint
);
create index on household_plan_done (household_id, kind, from_year, code);
