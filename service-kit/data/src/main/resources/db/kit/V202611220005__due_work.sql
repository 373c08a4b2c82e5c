create table due_work (
  kind       text        not null,
  subject    uuid        not null,
  due_at     timestamptz not null,
  -- When to try: due_at at first, later after each failed attempt.
  try_at     timestamptz not null,
  attempts   int         not null default 0,
  last_error text,
  primary key (kind, subject)
);
create index due_work_try_at on due_work (try_at);
