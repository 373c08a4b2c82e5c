-- A cycle key names one cycle, of this system or of another: history is never mixed with live.
create table cycle_key (
  key      text primary key,
  cycle_id uuid not null unique,
  origin   text not null check (origin in ('LIVE', 'HISTORY'))
);

-- What the HRIS may read of a rating: LIVE from its sharing on, HISTORY from its import on.
-- changed_in is the transaction that wrote the row last; a reader sees only rows of transactions
-- older than every one that still runs, so that a late commit is never passed over.
create table published_rating (
  review_id        uuid primary key,
  origin           text not null check (origin in ('LIVE', 'HISTORY')),
  cycle_id         uuid not null,
  cycle_key        text not null,
  employee_id      uuid not null references employee,
  assignment_id    text not null,
  period_start     date not null,
  period_end       date not null,
  scale_size       integer not null,
  favourable_from  integer not null,
  original_ordinal integer not null,
  ordinal          integer not null,
  label            text not null,
  calibrated       boolean not null,
  status           text not null check (status in ('SHARED', 'REVISED', 'WITHDRAWN', 'RECORDED')),
  effective_at     timestamptz not null,
  recorded_at      timestamptz not null,
  changed_in       xid8 not null
);
create index published_rating_position on published_rating (changed_in, review_id);
create index published_rating_cycle on published_rating (cycle_id, changed_in, review_id);
