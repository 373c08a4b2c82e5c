-- People and where they work. The HRIS owns these facts; we hold the present state.
create table employee (
  id            uuid primary key,
  version       bigint not null,
  external_id   text not null unique,
  given_name    text not null,
  family_name   text not null,
  email         text,
  status        text not null check (status in ('ACTIVE', 'ON_LEAVE', 'TERMINATED')),
  hired_on      date not null,
  terminated_on date,
  recorded_at   timestamptz not null,
  check ((status = 'TERMINATED') = (terminated_on is not null))
);

-- One contract of an employee; a person may hold several. The managers carry no foreign key: an
-- import commits in chunks, and a manager may come in a later chunk than their reports. The import
-- refuses a row whose manager is neither known nor in the same file.
create table assignment (
  id                uuid primary key,
  employee_id       uuid not null references employee,
  assignment_id     text not null,
  main              boolean not null,
  org_unit          text not null,
  job_level         text not null,
  job_family        text not null,
  work_location     text not null,
  country           text not null,
  legal_entity      text not null,
  worker_type       text not null,
  line_manager_id   uuid,
  dotted_manager_id uuid,
  started_on        date not null,
  changed_on        date not null,
  ended_on          date,
  unique (employee_id, assignment_id)
);
create unique index assignment_main on assignment (employee_id) where main;
create index assignment_line_manager on assignment (line_manager_id);
create index assignment_dotted_manager on assignment (dotted_manager_id);
create index assignment_org_unit on assignment (org_unit, employee_id);

-- The closure of the present lines: everyone above an employee, 1 = the direct manager. LINE is
-- followed all the way up, DOTTED only one step, because it passes no authority on.
create table reporting_line (
  employee     uuid not null,
  above        uuid not null,
  relationship text not null check (relationship in ('LINE', 'DOTTED')),
  depth        integer not null check (depth > 0),
  primary key (employee, above, relationship)
);
create index reporting_line_below on reporting_line (above, employee);

-- Which units an HR partner serves, from the first day to the last one, both included.
create table hr_assignment (
  hr_employee uuid not null references employee,
  org_unit    text not null,
  valid_from  date not null,
  valid_to    date,
  primary key (hr_employee, org_unit, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index hr_assignment_unit on hr_assignment (org_unit, hr_employee);
