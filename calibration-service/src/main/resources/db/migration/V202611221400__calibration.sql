-- Who people are, from the topic evenhand.internal.directory. No names ever come here.
create table person (
  id uuid primary key,
  external_id text not null unique,
  manager_id uuid,
  org_unit text not null,
  status text not null
);
create index person_manager on person (manager_id);

-- Reviews that sessions draw from, from the topic evenhand.internal.ratings.
create table pool_review (
  id uuid primary key,
  cycle_id uuid not null,
  employee_id uuid not null,
  reviewer_id uuid,
  line_above uuid[] not null,
  contributors uuid[] not null,
  org_unit text not null,
  job_level text,
  job_family text,
  scale_size integer not null,
  state text not null,
  session_id uuid
);
create index pool_review_cycle on pool_review (cycle_id, state, id);

create table calibration_session (
  id uuid primary key,
  version bigint not null,
  cycle_id uuid not null,
  name text not null,
  state text not null,
  facilitator_id uuid not null,
  co_facilitator_id uuid not null,
  rater_ids uuid[] not null,
  review_ids uuid[] not null,
  blind_size integer not null,
  agreement jsonb,
  refusal text,
  changed_at timestamptz not null,
  locked_at timestamptz
);
create index calibration_session_cycle on calibration_session (cycle_id, id);

-- A review as the session sees it: redacted, with what the session made of it.
create table sample (
  id uuid primary key,
  session_id uuid not null references calibration_session,
  review_id uuid not null unique,
  position integer not null,
  blind boolean not null,
  text jsonb not null,
  original_ordinal integer not null,
  scale_size integer not null,
  check_mark jsonb,
  consensus jsonb,
  decision jsonb,
  unique (session_id, position)
);

-- A rater's own judgement of a sample. Nobody else reads it before the session is revealed.
create table score (
  sample_id uuid not null references sample,
  rater_id uuid not null,
  version bigint not null,
  ordinal integer not null check (ordinal > 0),
  note text,
  scored_at timestamptz not null,
  primary key (sample_id, rater_id)
);

-- Everyone that a person works for, nearest first or not: the caller needs the set.
create function managers_of(someone uuid) returns setof uuid language sql stable as $$
  with recursive up(id) as (
    select manager_id from person where id = someone and manager_id is not null
    union
    select p.manager_id from up join person p on p.id = up.id where p.manager_id is not null
  )
  select id from up
$$;

-- Nobody scores, checks or decides about themself, their reports, their own managers, or a review
-- that they wrote or contributed to. One predicate for all of these, so that they can't disagree.
create function too_close(someone uuid, review pool_review) returns boolean
language sql stable as $$
  select someone = review.employee_id
      or someone is not distinct from review.reviewer_id
      or someone = any (review.line_above)
      or someone = any (review.contributors)
      or review.employee_id in (select managers_of(someone))
$$;
