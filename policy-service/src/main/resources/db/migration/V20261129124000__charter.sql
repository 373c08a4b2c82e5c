create table charter (
  id            uuid primary key,
  lock_version  bigint not null,
  number        integer not null unique,
  state         text not null,
  content       jsonb not null,
  content_hash  text not null,
  authors       jsonb not null,
  sign_off      jsonb not null,
  withdrawal    jsonb,
  in_force_on   date,
  in_force_at   timestamptz,
  superseded_at timestamptz,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

-- A company has one charter in force, and drafts the next ones one at a time.
create unique index charter_in_force on charter (state) where state = 'IN_FORCE';
create unique index charter_under_way on charter ((true)) where state in ('DRAFT', 'SIGN_OFF');
