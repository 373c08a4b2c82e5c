-- When the appeals of a cycle were published by protected attribute, which is once, and which were
-- counted: those filed by the moment of this edition.
create table appeal_release (
  cycle_id     uuid        primary key,
  edition      integer     not null,
  filed_until  timestamptz not null,
  published_at timestamptz not null,
  foreign key (cycle_id, edition) references edition (cycle_id, number)
);

-- What was published; a group that is hidden has no numbers.
create table appeal_group (
  cycle_id  uuid not null references appeal_release,
  dimension text not null,
  value     text not null,
  results   bigint,
  filed     bigint,
  admitted  bigint,
  changed   bigint,
  primary key (cycle_id, dimension, value),
  check (num_nulls(results, filed, admitted, changed) in (0, 4))
);
