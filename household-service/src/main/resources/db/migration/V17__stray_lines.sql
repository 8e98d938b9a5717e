-- Lines of a file that belong to no household of it are counted by themselves.
alter table import add column stray_lines int not null default 0;
