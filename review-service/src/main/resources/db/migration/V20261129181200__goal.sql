-- Goals that HR keeps ready, by job family and level; null is all of them.
create table library_goal (
  id         uuid    primary key,
  version    bigint  not null,
  key        text    not null unique,
  job_family text,
  job_level  text,
  state      text    not null check (state in ('PUBLISHED', 'RETIRED')),
  content    jsonb   not null,
  changed_by uuid    not null,
  changed_at timestamptz not null
);

-- What somebody is to reach in an assignment, as both sides have agreed on it.
create table goal (
  id              uuid    primary key,
  version         bigint  not null,
  employee_id     uuid    not null references employee,
  assignment_id   uuid    not null references assignment,
  author_id       uuid    not null references employee,
  state           text    not null check (state in
                    ('DRAFT', 'PROPOSED', 'AGREED', 'ACHIEVED', 'PARTLY', 'NOT_ACHIEVED',
                     'DROPPED', 'CARRIED_OVER')),
  parent_id       uuid    references goal,
  library_id      uuid    references library_goal,
  carried_from    uuid    references goal,
  manager_id      uuid,
  agreed_under_id uuid,
  proposal        jsonb,
  versions        jsonb   not null,
  progress        jsonb   not null,
  revisit_on      date,
  revisits        integer not null,
  absence         jsonb,
  closing         jsonb,
  created_on      date    not null,
  closed_on       date,
  check ((closed_on is null) = (state in ('DRAFT', 'PROPOSED', 'AGREED'))),
  check (parent_id <> id)
);
create index goal_employee on goal (employee_id, id);
create index goal_assignment on goal (assignment_id, id);
create index goal_author on goal (author_id, id) where state = 'DRAFT';
create index goal_open on goal (id) where state in ('DRAFT', 'PROPOSED', 'AGREED');
create index goal_company on goal (id)
  where (versions -> -1 -> 'terms' ->> 'visibility') = 'COMPANY';
create index goal_parent on goal (parent_id) where parent_id is not null;
