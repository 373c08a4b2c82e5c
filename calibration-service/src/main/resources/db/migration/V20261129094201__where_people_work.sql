-- Where somebody works: their deadlines follow the days of that place.
alter table person add column work_location text;

-- The directory is read anew, as it has told this of everybody already.
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
