-- What other services tell that a review of governance has to look at; can be thrown away and read
-- again. Ids of cycles, sessions and appeals, and numbers: nothing of a person.
create table pinned_version (
  cycle_id  uuid primary key,
  policy_id uuid not null,
  number    integer not null
);

create table session_agreement (
  session_id  uuid primary key,
  cycle_id    uuid not null,
  raters      integer not null,
  alpha       double precision not null,
  revealed_at timestamptz not null
);

create table missed_milestone (
  cycle_id  uuid not null,
  milestone text not null,
  reviews   bigint not null,
  told_at   timestamptz not null,
  primary key (cycle_id, milestone)
);

create table decided_appeal (
  appeal_id  uuid primary key,
  cycle_id   uuid not null,
  outcome    text not null,
  decided_at timestamptz not null
);

create table questioned_anchor (
  policy_id uuid not null,
  number    integer not null,
  criterion text not null,
  ordinal   integer not null,
  told_at   timestamptz not null,
  primary key (policy_id, number, criterion, ordinal)
);
