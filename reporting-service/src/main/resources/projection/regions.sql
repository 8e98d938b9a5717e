-- Regions and what is said of them. Every row is one event; nothing is added up here.
create table listed_regions (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    name text not null,
    level text not null,
    parent text,
    official boolean not null,
    sample boolean not null,
    divisions_of text,
    -- VILLAGE_COMMITTEE, RESIDENTS_COMMITTEE, SERVICE_CENTRE; null is a village as most are
    village_type text
);
create index on listed_regions (region text_pattern_ops);
create index on listed_regions (parent);

-- A place that ended as a division, and what came after it; no successor means that none is known.
create table region_successions (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    successors text[] not null,
    document_no text,
    assumed boolean not null
);
create index on region_successions (region text_pattern_ops);

-- Another name from that day on; the code stays.
create table region_names (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    name text not null
);
create index on region_names (region);

-- The villagers' groups, nodes below the village: LISTED, until ENDED.
create table village_groups (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    village_group text not null,
    step text not null,
    name text,
    households bigint,
    successors text[] not null
);
create index on village_groups (region, village_group);

create table region_facts (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    -- the significant digits, so that a fact of a township can be told from those of its villages
    prefix text not null,
    measure text not null,
    value numeric not null,
    unit text not null,
    approximate boolean not null,
    assumed boolean not null
);
create index on region_facts (measure, region text_pattern_ops);

create table poor_villages (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    -- as measured when it was identified; null where nobody says
    poor_persons bigint,
    assumed boolean not null
);
create index on poor_villages (region text_pattern_ops);

-- A poor village that is out of poverty, by the incidence that was held against the threshold of the day.
create table poor_village_exits (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    poor_persons bigint not null,
    denominator_persons bigint not null,
    -- RURAL, TOTAL
    denominator text not null,
    assumed boolean not null
);
create index on poor_village_exits (region text_pattern_ops);

-- What a village's identification or exit should have stated; it counts from the day of that, and the last one holds.
create table poor_village_corrections (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    corrects_event_id text not null,
    poor_persons bigint not null,
    denominator_persons bigint not null,
    -- RURAL, TOTAL
    denominator text not null
);
create index on poor_village_corrections (corrects_event_id);

-- trainings, survey rounds, inspections, meetings, documents, rechecks of a village's exit
create table held (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    what text not null,
    title text,
    classes bigint not null,
    person_times bigint not null,
    -- distinct trainees; null where nobody says
    persons bigint,
    -- of a recheck: whether the village's exit holds; null where nobody says
    confirmed boolean,
    assumed boolean not null
);
create index on held (what, region text_pattern_ops);

create table work_teams (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    team text not null,
    -- RESIDENT, SURVEY_GROUP, LEADING_GROUP
    kind text not null,
    level text not null,
    units text[] not null,
    assumed boolean not null
);
create index on work_teams (region text_pattern_ops);

-- A team is none any more from that day on; its name is not given to another.
create table work_team_withdrawals (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    team text not null,
    assumed boolean not null
);
create index on work_team_withdrawals (region, team);

create table staff (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    kind text not null,
    -- who took up a duty; less than nothing for who gave it up
    persons bigint not null,
    assumed boolean not null
);
create index on staff (region text_pattern_ops);

create table unit_contacts (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    unit text not null,
    -- none from the day on which the contact ended
    households bigint not null,
    -- how many of them are named; null where none is
    named bigint,
    assumed boolean not null
);
create index on unit_contacts (region text_pattern_ops);
create index on unit_contacts (region, unit, effective_on, sequence);
create index on unit_contacts (unit text_pattern_ops);

-- The households that a unit in contact is said to be in contact with: those of its latest word on the village are.
create table unit_contact_households (
    event_id text not null,
    line int not null,
    position bigint not null,
    effective_on date not null,
    household_id text not null,
    primary key (event_id, line)
);
create index on unit_contact_households (household_id);

create table rules (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    code text not null,
    value bigint not null,
    unit text not null,
    effective_from date not null,
    text_source text,
    assumed boolean not null
);
create index on rules (code, region);

create table poverty_lines (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    poverty_line_id text not null,
    region text not null,
    year int not null,
    line_fen bigint not null,
    income_concept text not null,
    document_no text
);
create index on poverty_lines (poverty_line_id);

create table quotas (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    prefix text not null,
    year int not null,
    persons bigint not null,
    ceiling_persons bigint not null,
    assumed boolean not null
);
create index on quotas (region text_pattern_ops);

create table complaint_steps (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    -- RECEIVED, HANDLED
    step text not null,
    -- what it is about; null where it was handled
    subject text,
    -- FOUNDED, PARTLY_FOUNDED, UNFOUNDED, REFERRED; null where it was received
    outcome text,
    assumed boolean not null
);
create index on complaint_steps (region text_pattern_ops);
create index on complaint_steps (stream_id);

-- The households whose files were looked through, each sampling for itself.
create table sampled_households (
    event_id text not null,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    -- how much was wrong with its files
    faults bigint not null,
    -- which office looked
    sampled_by text not null,
    assumed boolean not null,
    primary key (event_id, household_id)
);
create index on sampled_households (region text_pattern_ops);
create index on sampled_households (household_id) where faults > 0;

-- What a sampling found of a household, and is put right 整改; of the same stream as the sampling.
create table faults_rectified (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    household_id text not null,
    region text not null,
    rectified_by text not null,
    assumed boolean not null
);
create index on faults_rectified (stream_id, household_id);

-- A later appraisal of the same helper and year takes the place of one before.
create table helper_appraisals (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    region text not null,
    helper_id text not null,
    year int not null,
    -- EXCELLENT, COMPETENT, BASICALLY_COMPETENT, INCOMPETENT
    grade text not null,
    assumed boolean not null
);
create index on helper_appraisals (region text_pattern_ops);
create index on helper_appraisals (helper_id, year);
