-- Which closed cycles analytics-service says have drifted; can be thrown away and read again.
create table signalled_drift (
  cycle_id uuid not null,
  metric   text not null,
  verdict  text not null,
  told_at  timestamptz not null,
  primary key (cycle_id, metric)
);
