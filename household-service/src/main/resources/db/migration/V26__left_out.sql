-- Objections that somebody was left out of a list 漏评, with what came of each. Nobody's name is in here.
create table notice_omission (
    notice_id text not null,
    omission_id text not null,
    -- the household that has a file; null where it is somebody without one
    household_id text,
    -- whose key seals the name of somebody without a file
    person_id text,
    -- OPEN, DISMISSED, UPHELD, FOLLOWED_UP
    state text not null,
    raised_on date not null,
    settled_on date,
    -- by which day it is looked into again, null where nobody says
    revisit_by date,
    -- the file that was opened for it or went on, once it was followed up
    became_household_id text,
    primary key (notice_id, omission_id)
);
create unique index on notice_omission (person_id) where person_id is not null;
