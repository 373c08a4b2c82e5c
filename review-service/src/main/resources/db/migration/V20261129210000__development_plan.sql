-- What two people have agreed that one of them will learn, and what the company owes for it.
create table development_plan (
  id               uuid    primary key,
  version          bigint  not null,
  outline_version  bigint  not null,
  employee_id      uuid    not null references employee,
  assignment_id    uuid    not null references assignment,
  assignment_since date    not null,
  author_id        uuid    references employee,
  review_id        uuid    references review,
  shared_on        date,
  carried_from     uuid    references development_plan,
  gaps             jsonb   not null,
  state            text    not null check (state in
                     ('DRAFT', 'PROPOSED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CLOSED_UNMET',
                      'CARRIED_OVER', 'WITHDRAWN')),
  known            boolean not null,
  manager_id       uuid,
  agreed_under_id  uuid,
  wish             text,
  proposal         jsonb,
  versions         jsonb   not null,
  course           jsonb   not null,
  absences         jsonb   not null,
  closing          jsonb,
  status_seen      bigint  not null,
  created_on       date    not null,
  closed_on        date,
  check ((closed_on is null) = (state in ('DRAFT', 'PROPOSED', 'ACTIVE', 'PAUSED'))),
  check ((review_id is null) = (shared_on is null))
);
create index development_plan_employee on development_plan (employee_id, id);
create index development_plan_assignment on development_plan (assignment_id, id);
create index development_plan_author on development_plan (author_id, id) where not known;
create index development_plan_manager on development_plan (manager_id) where closed_on is null;
-- A result that is shared makes one plan, however often it is told.
create unique index development_plan_review on development_plan (review_id);
create unique index development_plan_carried on development_plan (carried_from);

-- In which reviews the reviewee has cited a plan; it is opened to whoever reviews them there.
create table development_plan_citation (
  plan_id   uuid        not null references development_plan,
  review_id uuid        not null references review,
  cited_at  timestamptz not null,
  primary key (plan_id, review_id)
);
create index development_plan_citation_review on development_plan_citation (review_id);
