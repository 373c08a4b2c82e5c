-- Policy versions that were announced. The content never changes after that, the state may.
create table policy_version (
  policy_id    uuid    not null,
  version      integer not null,
  state        text    not null check (state in
                 ('ANNOUNCED', 'EFFECTIVE', 'SUPERSEDED', 'RETIRED', 'WITHDRAWN')),
  content_hash text    not null,
  effective_on date    not null,
  content      jsonb   not null,
  primary key (policy_id, version)
);

-- What is reviewed, of whom, by when. plan, opening and sharing are never queried in parts.
create table cycle (
  id             uuid    primary key,
  version        bigint  not null,
  key            text    not null unique,
  state          text    not null check (state in
                   ('DRAFT', 'SCHEDULED', 'OPEN', 'CALIBRATING', 'SHARING', 'APPEALS', 'CLOSED',
                    'CANCELLED')),
  plan           jsonb   not null,
  policy_id      uuid    not null,
  policy_version integer not null,
  opening        jsonb,
  sharing        jsonb   not null,
  cancellation   jsonb,
  foreign key (policy_id, policy_version) references policy_version
);
create index cycle_policy on cycle (policy_id, policy_version);

-- Work that takes a cycle through all its people in chunks. Each chunk moves position in its own
-- transaction, so that after a stop the next one goes on where the last one ended.
create table cycle_work (
  cycle_id    uuid        not null references cycle,
  kind        text        not null check (kind in ('OPENING', 'SHARING', 'CANCELLATION')),
  position    uuid,
  total       bigint      not null,
  done        bigint      not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  primary key (cycle_id, kind)
);
