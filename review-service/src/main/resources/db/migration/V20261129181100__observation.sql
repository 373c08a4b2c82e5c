-- What was seen of somebody in the course of the year. It is its author's until told_at.
create table observation (
  id          uuid        primary key,
  version     bigint      not null,
  author_id   uuid        not null references employee,
  subject_id  uuid        not null references employee,
  criterion   text        not null,
  observed_on date        not null,
  recorded_at timestamptz not null,
  state       text        not null check (state in ('KEPT', 'CITED', 'WITHDRAWN')),
  -- gone once it is withdrawn
  words       jsonb,
  told_at     timestamptz,
  reply       jsonb,
  -- which review cites it
  review_id   uuid        references review,
  cited_at    timestamptz,
  check ((words is null) = (state = 'WITHDRAWN')),
  check ((review_id is null) = (state <> 'CITED'))
);
create index observation_author on observation (author_id, id);
create index observation_subject on observation (subject_id, id);
-- Those that somebody still has to tell of.
create index observation_untold on observation (id)
  where state = 'KEPT' and told_at is null and author_id <> subject_id;
