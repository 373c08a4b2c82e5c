create table governance_review (
  id           uuid primary key,
  lock_version bigint not null,
  number       integer not null unique,
  state        text not null,
  due_on       date not null,
  terms        jsonb not null,
  agenda       jsonb,
  minutes      jsonb,
  decisions    jsonb not null,
  missed_at    timestamptz,
  signed_at    timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);

-- One review waits for its day; those that were missed may still be held beside it.
create unique index governance_review_waiting on governance_review ((true))
  where state in ('SCHEDULED', 'PREPARED');

-- What other services tell that a review has to look at; can be thrown away and read again.
create table late_duty (
  id   uuid primary key,
  side text not null
);

create table open_finding (
  id uuid primary key
);
