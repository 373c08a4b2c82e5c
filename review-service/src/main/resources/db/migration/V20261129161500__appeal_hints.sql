-- The anchors that appeals have turned on and of which policy has been told; each once.
create table questioned_anchor (
  id             uuid        primary key,
  policy_id      uuid        not null,
  policy_version integer     not null,
  criterion      text        not null,
  ordinal        integer     not null,
  appeals        integer     not null,
  told_at        timestamptz not null,
  unique (policy_id, policy_version, criterion, ordinal),
  foreign key (policy_id, policy_version) references policy_version
);
