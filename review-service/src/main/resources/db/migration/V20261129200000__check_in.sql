-- A conversation of somebody with whoever leads them. Its words are for the two of it.
create table check_in (
  id               uuid    primary key,
  version          bigint  not null,
  employee_id      uuid    not null references employee,
  assignment_id    uuid    not null references assignment,
  assignment_since date    not null,
  manager_id       uuid    not null references employee,
  -- where it counts
  org_unit         text    not null,
  state            text    not null check (state in ('PLANNED', 'HELD', 'SKIPPED', 'MISSED')),
  planned_for      date    not null,
  record_by        date    not null,
  every_weeks      integer check (every_weeks between 1 and 26),
  paused           boolean not null,
  employee_part    jsonb   not null,
  manager_part     jsonb   not null,
  earlier_notes    boolean not null,
  created_on       date    not null,
  held_on          date,
  closed_at        timestamptz,
  closed_by        uuid,
  reason           text,
  check ((closed_at is null) = (state = 'PLANNED')),
  check ((held_on is null) = (state <> 'HELD')),
  check (employee_id <> manager_id)
);
create index check_in_employee on check_in (employee_id, id);
create index check_in_manager on check_in (manager_id, id);
create index check_in_assignment on check_in (assignment_id, id);
create index check_in_missed on check_in (closed_at) where state = 'MISSED';
create unique index check_in_next on check_in (assignment_id) where state = 'PLANNED';

-- What one of the two has promised the other; it goes along to whoever leads the person next.
create table check_in_action (
  id               uuid    primary key,
  version          bigint  not null,
  employee_id      uuid    not null references employee,
  assignment_id    uuid    not null references assignment,
  assignment_since date    not null,
  manager_id       uuid    references employee,
  owed_by          text    not null check (owed_by in ('EMPLOYEE', 'MANAGER')),
  title            text    not null,
  due_on           date    not null,
  state            text    not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  paused           boolean not null,
  closed_at        timestamptz,
  closed_by        uuid,
  reason           text,
  check ((closed_at is null) = (state = 'OPEN'))
);
create index check_in_action_employee on check_in_action (employee_id, id);
create index check_in_action_manager on check_in_action (manager_id, id);
create index check_in_action_open on check_in_action (id) where state = 'OPEN';
