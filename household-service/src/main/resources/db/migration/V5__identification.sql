-- What a notice says besides, and whether it was withdrawn or a step stands on it: it is one or the other.
alter table notice
    add column place text,
    add column hotline text,
    add column batch_id text,
    add column withdrawn_on date;
update notice n set place = e.p ->> 'place', hotline = e.p ->> 'hotline'
from (select stream_id, convert_from(payload, 'UTF8')::json as p from events
      where payload_type = 'NoticePosted') e
where e.stream_id = n.notice_id;
alter table notice_household add column relied_on date;
update notice_household h set relied_on = e.relied_on
from (select stream_id as household_id, p ->> 'noticeId' as notice_id,
             (array_agg((p ->> 'occurredOn')::date order by sequence))[1] as relied_on
      from (select stream_id, sequence, convert_from(payload, 'UTF8')::json as p from events
            where payload_type in ('TownshipReviewed', 'HouseholdRegistered', 'HouseholdExited',
                                   'HouseholdRelapsed', 'MonitoringConfirmed')) s
      group by 1, 2) e
where e.household_id = h.household_id and e.notice_id = h.notice_id;

-- Batches of applications, and who applied in them: nobody after the day one was closed.
create table batch (
    batch_id text primary key,
    region text not null,
    applies_from date not null,
    applies_until date not null,
    closed_on date
);
create table batch_application (
    household_id text primary key,
    batch_id text not null,
    applied_on date not null
);
create index on batch_application (batch_id, applied_on);

-- Rounds of re-verification, by what rules, and what was decided of whom.
create table reverification_round (
    round_id text primary key,
    region text not null,
    opened_on date not null,
    closed_on date
);
create table reverification_rule (
    round_id text not null,
    code text not null,
    direction text not null,
    primary key (round_id, code)
);
create table reverification (
    round_id text not null,
    household_id text not null,
    decided_on date not null,
    outcome text not null,
    rule text,
    primary key (round_id, household_id, decided_on, outcome)
);

-- Exclusion rules by division and date, the lists they are held against, and what was cleared.
create table exclusion_rule (
    exclusion_id text primary key,
    division text not null,
    item text not null,
    effect text not null,
    effective_from date not null,
    ended_on date
);
create index on exclusion_rule (division);
create table matching_list (
    matching_id text primary key,
    seal text not null,
    region text not null,
    item text not null,
    source text not null,
    as_of date not null,
    received_on date not null,
    entries int not null
);
create table exclusion_clearance (
    household_id text not null,
    person_id text not null,
    item text not null,
    cleared_on date not null,
    primary key (household_id, person_id, item, cleared_on)
);

-- Of the vault: whom the lists name, by keyed index alone. Not to be written again from the events.
create table matching_entry (
    matching_id text not null,
    seal text not null,
    blind_index bytea not null,
    primary key (matching_id, seal, blind_index)
);
create index on matching_entry (blind_index);
