-- By when cycles are calibrated and how they stand, from the topic evenhand.cycles.
create table cycle (
  id uuid primary key,
  state text not null,
  calibration_due date not null
);
