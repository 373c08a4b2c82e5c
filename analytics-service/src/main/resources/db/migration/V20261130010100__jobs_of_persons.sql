-- The job of a person, so that groups are compared among people in the same one.
alter table person add column job_family text;
alter table person add column job_level text;

-- The directory is read anew, as it has told this of everybody already.
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';

-- The people of a group by job family and level: {"Policy / HEO": [12, 3, 1, 1]}; as with ratings
-- these are shown to nobody.
alter table access_group add column strata jsonb;
