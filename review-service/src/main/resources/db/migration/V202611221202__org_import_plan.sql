-- What an org import is going to do, found out before any row is applied; cleared away after it has ended.
create table org_import_plan (
  import_id           uuid   not null references import (id) on delete cascade,
  row                 bigint not null,
  external_id         text   not null,
  assignment_id       text,
  relationship        text   not null,
  action              text   not null,
  manager_told        boolean not null,
  manager_external_id text,
  manager_id          uuid,
  outcome             text,
  primary key (import_id, row)
);
create index org_import_plan_person on org_import_plan (import_id, external_id, row);

-- Everybody whom the file is about. A newcomer has an id before anything is written of them, so
-- that their reports can point to them whichever comes first.
create table org_import_person (
  import_id   uuid    not null references import (id) on delete cascade,
  external_id text    not null,
  employee_id uuid,
  known       boolean not null,
  primary key (import_id, external_id)
);

-- An hr-lead's leave for one import to end more employments than the guard lets pass.
create table deactivation_permit (
  id         uuid        primary key,
  at_most    integer     not null check (at_most > 0),
  granted_by uuid        not null references employee,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  used_by    uuid
);

-- Who reports to whom directly, by the assignments that count: the open ones, and of somebody who
-- has left the one that stands for them. Two assignments under one manager are two rows: to take them
-- for one here would cost a sort of the whole company at every question.
create view direct_line (employee, above, relationship) as
  select employee_id, line_manager_id, 'LINE' from assignment
  where (main or ended_on is null) and line_manager_id is not null
  union all
  select employee_id, dotted_manager_id, 'DOTTED' from assignment
  where (main or ended_on is null) and dotted_manager_id is not null;

-- Whose lines an import moved, while the closure is brought up to them.
create table reporting_line_moved (
  import_id uuid not null,
  employee  uuid not null,
  primary key (import_id, employee)
);
