-- A gap that was seen and said, what somebody does about it, and what the company owes for it. Only
-- the room of these plans reads this table.
create table remediation_plan (
  id                uuid    primary key,
  version           bigint  not null,
  companion_version bigint  not null,
  employee_id       uuid    not null references employee,
  assignment_id     uuid    not null references assignment,
  assignment_since  date    not null,
  proposed_by       uuid    not null references employee,
  hr_id             uuid,
  state             text    not null check (state in
                      ('PROPOSED', 'HR_REVIEWED', 'ACKNOWLEDGED', 'ACTIVE', 'PAUSED', 'EXTENDED',
                       'MET', 'NOT_MET', 'CANCELLED')),
  known             boolean not null,
  manager_id        uuid,
  led_since         date    not null,
  confirmed_under   uuid,
  terms             jsonb   not null,
  terms_by          uuid    not null references employee,
  earlier           jsonb   not null,
  companion         jsonb,
  review            jsonb,
  acknowledgement   jsonb,
  answer_by         date,
  starts_on         date,
  away              boolean not null,
  pauses            jsonb   not null,
  course            jsonb   not null,
  extension         jsonb,
  not_met           jsonb,
  ending            jsonb,
  status_seen       bigint  not null,
  created_on        date    not null,
  closed_on         date,
  check ((closed_on is null) = (state not in ('MET', 'NOT_MET', 'CANCELLED'))),
  -- The person is told of what HR has looked at.
  check (known or state in ('PROPOSED', 'CANCELLED'))
);
create index remediation_plan_employee on remediation_plan (employee_id, id);
create index remediation_plan_assignment on remediation_plan (assignment_id, id);
create index remediation_plan_manager on remediation_plan (manager_id, id);
create index remediation_plan_companion
  on remediation_plan (cast(companion ->> 'employeeId' as uuid), id) where closed_on is null;
-- One at a time.
create unique index remediation_plan_open on remediation_plan (assignment_id)
  where closed_on is null;
