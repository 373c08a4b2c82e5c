-- One side's proposal to end a version that both sides have agreed to.
alter table policy_version add column ending_proposal jsonb;

-- Whom somebody reports to: whoever signs for the managers leads somebody. The directory is read anew,
-- as it has told this of everybody already.
alter table person add column manager_id uuid;
create index person_by_manager on person (manager_id) where manager_id is not null;

update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
delete from inbox where topic = 'evenhand.internal.directory';
