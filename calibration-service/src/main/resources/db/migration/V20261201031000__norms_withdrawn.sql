-- A norm may be taken back, and its sentence goes with it.
alter table norm
  alter column sentence drop not null,
  add column withdrawal jsonb,
  add constraint norm_says check ((sentence is null) = (state = 'WITHDRAWN'));
create index norm_session on norm (session_id);
