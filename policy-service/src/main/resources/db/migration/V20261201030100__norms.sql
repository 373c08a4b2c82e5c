-- How sessions read anchors, as calibration-service tells it.
create table norm (
  id uuid primary key,
  policy_id uuid not null references policy,
  number integer not null,
  criterion text not null,
  ordinal integer not null,
  sentence text not null,
  agreed_at timestamptz not null,
  holds boolean not null default true
);
create index norm_policy on norm (policy_id, number) where holds;

-- A comment is somebody's, or that of those who agreed on a norm.
alter table policy_comment
  alter column author_id drop not null,
  add column norm_id uuid references norm,
  add constraint comment_of_one check ((author_id is null) <> (norm_id is null));
create unique index policy_comment_norm on policy_comment (norm_id, version_id)
  where norm_id is not null;
