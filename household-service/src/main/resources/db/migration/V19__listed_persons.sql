-- Whom of those on file a list of another register names, as far as an event tells it. From ListedPersonsFound.
create table matching_told (
    matching_id text not null,
    person_id text not null,
    primary key (matching_id, person_id)
);
