-- Under which version of a policy a cycle rates. The topic is read anew, as it has told this of all.
alter table cycle add column policy_id uuid, add column policy_version integer;
delete from inbox where topic = 'evenhand.cycles';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.cycles';

-- What a precedent can speak of, from the topic evenhand.policies.
create table policy_version (
  policy_id uuid not null,
  version integer not null,
  in_force boolean not null,
  scale_size integer not null,
  criteria text[] not null,
  anchors jsonb not null,
  primary key (policy_id, version)
);

-- A case with the level that it shows. The words are gone once it is withdrawn.
create table precedent (
  id uuid primary key,
  version bigint not null,
  state text not null,
  policy_id uuid not null,
  policy_version integer not null,
  criterion text,
  ordinal integer not null check (ordinal > 0),
  tags text[] not null,
  words jsonb,
  author_id uuid not null,
  author_side text not null,
  checker_id uuid not null,
  objection jsonb,
  withdrawal jsonb,
  published_at timestamptz,
  check ((words is null) = (state = 'WITHDRAWN'))
);
create index precedent_shown on precedent (state, id);
create index precedent_policy on precedent (policy_id, policy_version);

-- Whose review a precedent comes from, and how long they may object. Apart from the precedent, so
-- that no version of it tells when somebody was away. It stays when they have objected: nobody
-- asks them twice.
create table precedent_source (
  precedent_id uuid primary key references precedent,
  review_id uuid not null unique,
  employee_id uuid not null,
  objectable_until date,
  away boolean not null,
  objected boolean not null
);
create index precedent_source_employee on precedent_source (employee_id);
