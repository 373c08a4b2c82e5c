-- Doors close by all lines: those of further assignments, and dotted ones.
alter table person add column further_manager_ids uuid[] not null default '{}';
alter table person add column dotted_manager_ids uuid[] not null default '{}';

-- The directory is read anew, as it may have told of some already.
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
