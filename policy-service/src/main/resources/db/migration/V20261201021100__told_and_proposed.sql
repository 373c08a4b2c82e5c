-- A leave is told to our services and moves no version: who leads a module would learn of it.
alter table training_completion
  add column told      bigint not null default 0,
  add column proposals bigint not null default 0,
  add column proposal  jsonb;
update training_completion set told = lock_version;
update training_completion set proposal = exemption, exemption = null
where exemption is not null and exemption ->> 'agreedBy' is null;
