-- Which household has which number 户编号: of one that has ended too. From HouseholdNumbered and HouseholdNumberCorrected,
-- which nobody could enter before.
create table household_number (
    household_id text primary key,
    household_number text not null,
    constraint household_number_is_its_own unique (household_number)
);
