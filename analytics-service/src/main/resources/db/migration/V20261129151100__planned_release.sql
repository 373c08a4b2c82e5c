-- On which days the figures of a cycle are expected, as its milestones say. Cycles that are known
-- already are told of again with their next step.
create table planned_release (
  cycle_id uuid not null,
  moment   text not null,
  day      date not null,
  primary key (cycle_id, moment)
);
