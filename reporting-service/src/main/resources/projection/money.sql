-- Money as the events say it, in fen. Balances are sums over postings, asked for, never kept.
create table appropriations (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    appropriation_id text not null,
    region text not null,
    document_no text not null,
    source_level text not null,
    source_type text not null,
    purpose text not null,
    amount_fen bigint not null,
    assumed boolean not null
);
create index on appropriations (appropriation_id);

create table allocations (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    allocation_id text not null,
    appropriation_id text not null,
    region text not null,
    purpose text not null,
    amount_fen bigint not null,
    assumed boolean not null
);
create index on allocations (allocation_id);
create index on allocations (appropriation_id);

create table commitments (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    commitment_id text not null,
    project_id text not null,
    region text not null,
    amount_fen bigint not null,
    assumed boolean not null
);
create index on commitments (commitment_id);
create index on commitments (project_id);
create index on commitments (region text_pattern_ops);

create table payments (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    payment_id text not null,
    commitment_id text not null,
    project_id text not null,
    region text not null,
    payee_kind text not null,
    payee_name text,
    payee_household_id text,
    -- the member whose account it is; null when nobody says
    payee_person_id text,
    amount_fen bigint not null,
    entered_by text not null,
    assumed boolean not null
);
create index on payments (payment_id);
create index on payments (commitment_id);
create index on payments (payee_household_id);

create table payment_steps (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    payment_id text not null,
    -- REQUESTED, APPROVED, PAID, FAILED, RETURNED
    step text not null,
    -- what came back, in a RETURNED step
    returned_fen bigint not null,
    bank_reference text,
    assumed boolean not null
);
create index on payment_steps (payment_id);

-- Which allocation lines a commitment, a payment or a return draws on.
create table money_lines (
    event_id text not null,
    line int not null,
    stream_id text not null,
    position bigint not null,
    effective_on date not null,
    -- COMMITTED, REQUESTED, RETURNED
    what text not null,
    allocation_id text not null,
    amount_fen bigint not null,
    primary key (event_id, line)
);
create index on money_lines (allocation_id);
create index on money_lines (stream_id);

-- Micro-credit 扶贫小额信贷 of households: credit, and no part of what is granted.
create table loans (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    loan_id text not null,
    region text not null,
    household_id text not null,
    -- the member who borrows; null when nobody says
    person_id text,
    lender text not null,
    amount_fen bigint not null,
    -- HOUSEHOLD, ENTERPRISE
    used_by text not null,
    due_on date not null,
    announced_on date,
    assumed boolean not null
);
create index on loans (household_id);

create table loan_steps (
    event_id text primary key,
    stream_id text not null,
    sequence bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    effective_on date not null,
    loan_id text not null,
    -- REPAID, and TAKEN_BACK for all days
    step text not null,
    -- of the principal, in a REPAID step
    amount_fen bigint not null,
    assumed boolean not null
);
create index on loan_steps (loan_id);

create table postings (
    event_id text not null,
    line int not null,
    stream_id text not null,
    position bigint not null,
    effective_on date not null,
    region text not null,
    account text not null,
    amount_fen bigint not null,
    primary key (event_id, line)
);
create index on postings (account text_pattern_ops);
create index on postings (stream_id);
