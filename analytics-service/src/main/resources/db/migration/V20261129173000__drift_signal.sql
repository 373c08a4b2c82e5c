-- What was told of the drift of a closed cycle, so that it is told once.
create table drift_signal (
  cycle_id uuid not null,
  metric   text not null,
  verdict  text not null,
  told_at  timestamptz not null,
  primary key (cycle_id, metric)
);
