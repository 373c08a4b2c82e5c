-- Once a cycle is counted, what is told of each review's block is passed on in parts.
alter table replayed_cycle
  add column part integer not null default 0,
  drop constraint replayed_cycle_stage_check,
  drop constraint replayed_cycle_check,
  drop constraint replayed_cycle_check1,
  add check (stage in
    ('WAITING', 'REVIEWS', 'POPULATION', 'HISTORY', 'PASSING_ON', 'COUNTED', 'REFUSED')),
  add check ((stage in ('PASSING_ON', 'COUNTED', 'REFUSED')) = (result is not null)),
  add check ((stage in ('PASSING_ON', 'COUNTED')) = (turn is not null));
