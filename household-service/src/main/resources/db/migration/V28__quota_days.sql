-- How many persons' places of a year are taken in a division from a day on, and how many are given back: the sum up to a
-- day is what was used that day. What goes over to another division by a merger goes out of the one and into the other.
create table quota_change (
    household_id text not null,
    year int not null,
    region text not null,
    day date not null,
    -- below zero: given back, or gone over
    persons int not null,
    primary key (household_id, year, region, day)
);
create index on quota_change (year, region text_pattern_ops);
create index on quota_change (year, day) where persons < 0;

-- From the events one after the other, as they are written: where a household's places are counted stands in its row.
-- They are read by their text: one that is no JSON to the database must not stop an upgrade.
do $$
declare
    e record;
    held record;
    there text;
    moving int;
begin
    create temporary table place (
        household_id text, year int, persons int not null, released boolean not null, primary key (household_id, year)
    ) on commit drop;
    create temporary table change (
        household_id text, year int, region text, day date, persons int not null
    ) on commit drop;
    for e in
        select stream_id, payload_type,
               substring(said from '"occurredOn":"([0-9-]{10})"')::date as day,
               substring(said from '"quotaYear":([0-9]{4})')::int as year,
               substring(said from '"persons":([0-9]+)')::int as persons,
               case payload_type
                   when 'HouseholdMerged' then substring(said from '"intoHouseholdId":"([^"]+)"')
                   when 'HouseholdSplit' then substring(said from '"newHouseholdId":"([^"]+)"')
               end as other,
               array_length(string_to_array(substring(said from '"personIds":\[([^]]*)\]'), ','), 1) as named
        from (select global_index, stream_id, payload_type, convert_from(payload, 'UTF8') as said
              from events
              where payload_type in ('HouseholdRegistered', 'HouseholdRelapsed', 'HouseholdRemoved', 'HouseholdMerged',
                                     'HouseholdSplit')
                 or payload_type = 'EndRevoked' and position('"ended":"REMOVAL"' in convert_from(payload, 'UTF8')) > 0) t
        order by global_index
    loop
        if e.payload_type in ('HouseholdRegistered', 'HouseholdRelapsed') then
            continue when e.year is null;
            insert into place values (e.stream_id, e.year, e.persons, false) on conflict do nothing;
            if found then
                insert into change
                select household_id, year, region, e.day, e.persons from quota_place
                where household_id = e.stream_id and year = e.year;
            end if;
        elsif e.payload_type in ('HouseholdRemoved', 'EndRevoked') then
            for held in
                select * from place where household_id = e.stream_id order by year desc limit 1
            loop
                continue when held.released = (e.payload_type = 'HouseholdRemoved');
                update place set released = not held.released
                where household_id = held.household_id and year = held.year;
                insert into change
                select household_id, year, region, e.day, case when held.released then held.persons else - held.persons end
                from quota_place where household_id = held.household_id and year = held.year;
            end loop;
        else
            for held in
                select p.*, q.region from place p join quota_place q using (household_id, year)
                where p.household_id = e.stream_id and not p.released and p.persons > 0 order by year
            loop
                moving := held.persons;
                if e.payload_type = 'HouseholdSplit' then moving := least(held.persons, e.named); end if;
                update place set persons = persons - moving
                where household_id = held.household_id and year = held.year;
                insert into place as p values (e.other, held.year, moving, false)
                on conflict (household_id, year) do update set persons = p.persons + moving;
                select region into there from quota_place where household_id = e.other and year = held.year;
                if there <> held.region then
                    insert into change values
                        (held.household_id, held.year, held.region, e.day, - moving),
                        (e.other, held.year, there, e.day, moving);
                end if;
            end loop;
        end if;
    end loop;
    insert into quota_change
    select household_id, year, region, day, sum(persons) from change group by 1, 2, 3, 4;
end $$;

alter table quota_place drop column taken_on, drop column released_on;
