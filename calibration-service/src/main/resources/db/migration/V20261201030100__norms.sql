-- One sentence on how an anchor is read, as the members of a session agreed on it.
create table norm (
  id uuid primary key,
  version bigint not null,
  state text not null,
  session_id uuid not null references calibration_session,
  policy_id uuid not null,
  policy_version integer not null,
  criterion text not null,
  ordinal integer not null check (ordinal > 0),
  sentence text not null,
  agreed_by uuid[] not null,
  agreed_at timestamptz
);
create index norm_shown on norm (state, id);
create index norm_policy on norm (policy_id, policy_version);
