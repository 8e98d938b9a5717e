-- Under whose key a helper's name and phone are sealed, and where the helper works. A helper who was
-- erased and named again has two; the current one is whom the latest event says.
create table helper_person (
    person_id text primary key,
    helper_id text not null,
    region text not null,
    is_current boolean not null
);
create index on helper_person (helper_id);

-- whoever names a helper asks where the helper's households lie
create index on helper_household (helper_id);
