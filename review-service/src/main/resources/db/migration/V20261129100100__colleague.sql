-- The people as duties need to know them.
create view colleague as
select e.id, e.external_id, a.line_manager_id as manager_id, a.org_unit, e.status,
  e.recorded_at as told_at
from employee e left join assignment a on a.employee_id = e.id and a.main;

create view colleague_hr_unit as
select hr_employee as person_id, org_unit, valid_from, valid_to from hr_assignment;
