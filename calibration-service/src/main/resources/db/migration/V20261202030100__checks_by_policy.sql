-- Which policy binds somebody, how many checks a quarter it asks for, and since when it holds: what
-- held as a quarter began does for all of it.
alter table person
  add column country text,
  add column legal_entity text,
  add column worker_type text;

alter table policy_version
  add column scope jsonb not null
    default '{"countries": [], "legalEntities": [], "workerTypes": []}',
  add column checks_a_quarter integer,
  add column since timestamptz not null default 'epoch',
  add column until timestamptz;
alter table policy_version
  alter column scope drop default,
  alter column since drop default;

alter table calibration_obligation add column of_whole integer not null default 2;
alter table calibration_obligation alter column of_whole drop default;

-- Both are read anew, as this was told already.
delete from inbox where topic in ('evenhand.internal.directory', 'evenhand.policies');
update inbox_generation set generation = generation + 1
where topic in ('evenhand.internal.directory', 'evenhand.policies');
