-- A cycle that took place in another system, with the one scale that all its ratings are on.
create table history_cycle (
  cycle_id        uuid primary key references cycle_key (cycle_id),
  scale_size      integer not null check (scale_size >= 2),
  favourable_from integer not null check (favourable_from between 1 and scale_size)
);
create table history_level (
  cycle_id uuid    not null references history_cycle,
  ordinal  integer not null,
  label    text    not null,
  primary key (cycle_id, ordinal)
);

-- A rating that another system gave. Position and lines are those of its import, and stay.
create table history_rating (
  id            uuid primary key,
  version       bigint not null,
  cycle_id      uuid not null references history_cycle,
  employee_id   uuid not null references employee,
  assignment_id text not null,
  period_start  date not null,
  period_end    date not null,
  ordinal       integer not null,
  label         text not null,
  reviewer_id   uuid,
  line_above    uuid[] not null,
  org_unit      text not null,
  job_level     text not null,
  job_family    text not null,
  work_location text not null,
  country       text not null,
  legal_entity  text not null,
  worker_type   text not null,
  recorded_at   timestamptz not null,
  unique (cycle_id, employee_id, assignment_id),
  check (period_start <= period_end)
);
create index history_rating_employee on history_rating (employee_id);
