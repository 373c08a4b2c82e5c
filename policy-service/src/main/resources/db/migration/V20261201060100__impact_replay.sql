-- Past cycles looked at under the rules of a draft.
create table impact_replay (
  id           uuid primary key,
  lock_version bigint not null,
  policy_id    uuid not null,
  version_id   uuid not null references policy_version,
  number       integer not null,
  state        text not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'STALE')),
  rules        jsonb not null,
  question     jsonb not null,
  progress     integer not null check (progress between 0 and 100),
  answer       jsonb,
  requested_by uuid not null,
  requested_at timestamptz not null,
  finished_at  timestamptz,
  unique (version_id, number),
  check (state in ('REQUESTED', 'RUNNING', 'STALE') or answer is not null)
);

alter table policy_version add column replay_waiver jsonb;

-- Which cycles can be replayed.
alter table pinned_version
  add column closed     boolean not null default false,
  add column period_end date;
create index pinned_version_closed on pinned_version (policy_id, period_end) where closed;
