-- Changes of status as the HRIS tells them, so that what lies between two looks is known too.
create table status_change (
  id          bigint generated always as identity primary key,
  employee_id uuid   not null references employee,
  status      text   not null check (status in ('ACTIVE', 'ON_LEAVE', 'TERMINATED')),
  changed_on  date   not null
);
create index status_change_employee on status_change (employee_id, id);
