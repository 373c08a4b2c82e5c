create table policy (
  id             uuid primary key,
  lock_version   bigint not null,
  event_sequence bigint not null,
  latest_version integer not null,
  created_by     uuid not null,
  created_at     timestamptz not null
);

create table policy_version (
  id           uuid primary key,
  lock_version bigint not null,
  policy_id    uuid not null references policy,
  number       integer not null,
  state        text not null,
  name         text not null,
  scope        jsonb not null,
  content      jsonb not null,
  content_hash text not null,
  authors      jsonb not null,
  published    boolean not null,
  consultation jsonb,
  sign_off     jsonb not null,
  announcement jsonb,
  effective_on date,
  effective_at timestamptz,
  ending       jsonb,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  unique (policy_id, number)
);

-- The aggregate sees to both; here the database says so too.
create unique index policy_version_in_force on policy_version (policy_id)
  where state = 'EFFECTIVE';
create unique index policy_version_under_way on policy_version (policy_id)
  where state in ('DRAFT', 'CONSULTATION', 'SIGN_OFF', 'APPROVED', 'ANNOUNCED');

-- An announcement looks at every policy that binds people.
create index policy_version_binding on policy_version (policy_id)
  where state in ('ANNOUNCED', 'EFFECTIVE');

create table policy_comment (
  id           uuid primary key,
  lock_version bigint not null,
  version_id   uuid not null references policy_version,
  kind         text not null,
  pointer      text not null,
  text         text not null,
  content_hash text not null,
  author_id    uuid not null,
  created_at   timestamptz not null,
  disposition  jsonb
);

create index policy_comment_of_version on policy_comment (version_id, id);
create index policy_comment_undisposed on policy_comment (version_id) where disposition is null;

create table acknowledgement (
  id              uuid primary key,
  version_id      uuid not null references policy_version,
  employee_id     uuid not null,
  stage           text not null,
  acknowledged_at timestamptz not null,
  unique (version_id, employee_id, stage)
);

create index acknowledgement_of_version on acknowledgement (version_id, id);

-- Fed by the topic evenhand.internal.directory; can be thrown away and read again.
create table person (
  employee_id  uuid primary key,
  external_id  text not null unique,
  status       text not null,
  country      text,
  legal_entity text,
  worker_type  text
);
