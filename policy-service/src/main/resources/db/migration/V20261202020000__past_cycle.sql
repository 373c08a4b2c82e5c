-- Years that another system has sent: of these the scale can be replayed.
create table past_cycle (
  cycle_id   uuid primary key,
  period_end date not null
);
