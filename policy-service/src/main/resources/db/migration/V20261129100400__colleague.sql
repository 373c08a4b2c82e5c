-- The people as duties need to know them.
alter table person add column org_unit text;
alter table person add column hr_units jsonb not null default '[]';

create view colleague as
select employee_id as id, external_id, manager_id, org_unit, status, told_at from person;

create index person_serving on person (employee_id) where hr_units <> '[]';
create view colleague_hr_unit as
select p.employee_id as person_id, u."orgUnit" as org_unit, u."from" as valid_from,
  u."to" as valid_to
from person p, jsonb_to_recordset(p.hr_units) as u("orgUnit" text, "from" date, "to" date)
where p.hr_units <> '[]';

-- The directory is read anew, as it has told this of everybody already.
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
